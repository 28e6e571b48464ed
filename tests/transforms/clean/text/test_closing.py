import pytest

from tests.cpu import cpu_seconds
from transforms.clean.text.closing import MAX_CLOSING, is_closing


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by Ida Brandt",
        "(Reporting by Ann Lee in Oslo; editing by Bo Ek)",
        "— Gazette writer Ann Lee in Paris contributed to this report.",
        "(Quelle: Küstenfunk)",
        "Übersetzung: Ida Brandt",
        "© The Marlow Gazette 2024",
        "This article was originally published in the Harbour Review.",
        "Dieser Artikel ist zuerst im Elbtaler Boten erschienen.",
        "This is a breaking story - more to follow",
        "Read more: who owns the pier?",
        "You may also like...",
        "More AP Sailing: the page of the regatta",
        "Lesen Sie auch: Wem gehört der Deich?",
        "Les også: Hvem eier brygga?",
        "Do you have a story to tell? Email: desk@gazette.example",
        "Like this story? Share it with a friend!",
        "Follow him on Twitter for the latest scores.",
        "Sign up for our weekly newsletter here.",
        "If you value our reporting, please consider becoming a subscriber today.",
        "Our journalism is free to read because readers like you pay for it.",
        "Get unlimited access to the Gazette for just £1 a week. Cancel any time.",
        "Hat Ihnen der Text gefallen? Unterstützen Sie unabhängigen Journalismus mit einem Abo.",
        "Cet article vous a plu ? Soutenez une presse indépendante en vous abonnant.",
        "Si te ha gustado, suscríbete y apoya el periodismo independiente.",
        "Podobał Ci się tekst? Wesprzyj niezależne dziennikarstwo i wykup prenumeratę.",
        "Abbonati da 1 euro al mese e leggi tutti gli articoli senza limiti.",
        "Assine por 5 reais e leia tudo o que escrevemos.",
        "Vond je dit een goed stuk? Word lid en steun onze redactie.",
    ],
)
def test_credits_and_invitations_close_a_page(line):
    assert is_closing(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council said on Monday that the bridge would stay closed.",
        "For more than a decade nobody had asked who owned the pier.",
        "Like many of his neighbours, he reads the newsletter of the harbour.",
        "Support for the plan has fallen since May.",
        "Follow the money, he said, and you will find the pier.",
        "Reporting that the pier was sold, she said, had been premature.",
        "This story has no end, said the keeper of the light.",
        "Sources close to the council said that the talks had failed.",
        "She contributed to this success more than anybody else.",
        "The paper said that it would ask its readers to pay from May.",
        "Donations for the family can be left at the bakery on the quay.",
        "Spenden für die Familie nimmt die Bäckerei am Kai entgegen.",
        "Les dons pour la famille peuvent être déposés à la boulangerie du quai.",
        "He has become a member of the choir, and she supports the club.",
    ],
)
def test_the_last_words_of_a_story_do_not(line):
    assert not is_closing(line)


@pytest.mark.parametrize(
    "unit", ["follow us ", "newsletter ", "this article ", "\u2014", "e-mail ", "read "]
)
def test_long_lines_are_no_closing_and_take_no_time(unit):
    line = (unit * 100_000)[:1_000_000]
    assert not is_closing(line)
    assert cpu_seconds(lambda: [is_closing(line[:MAX_CLOSING]) for _ in range(200)]) < 1
