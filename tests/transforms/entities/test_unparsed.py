"""Who speaks in an article that is not parsed: only where nobody else can be meant."""

import pytest

from tests.cpu import cpu_seconds
from transforms.article import make_article
from transforms.findings import find_unparsed
from transforms.records import Document, Findings

FIRST = "Am Kai stand Martin Kruse. "


def read(language: str, text: str) -> Findings:
    return find_unparsed(make_article(Document("made", "0" * 64, None, text, language=language)))


def name_speakers(language: str, text: str) -> list[tuple[str, str | None]]:
    found = read(language, text)
    names = {referent.referent_id: referent.name for referent in found.referents}
    return [
        (quote.speaker_mention_kind, names.get(quote.speaker_referent_id or ""))
        for quote in found.quotes
    ]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("de", "„Wir warten“, sagte Martin Kruse.", "name", "Martin Kruse"),
        ("de", FIRST + "„Wir warten“, sagte Kruse.", "surname", "Martin Kruse"),
        ("de", "„Wir warten“, sagte Karsten Aschau.", "name", "Karsten Aschau"),
        ("fr", "« Nous attendons », a dit André Lavoisne.", "name", "André Lavoisne"),
        ("cs", "„Čekáme,“ řekla Denisa Lipová.", "name", "Denisa Lipová"),
        (
            "de",
            FIRST + "Auch Kruse lachte. „Wir warten“, sagte Frau Kruse. So auch er.",
            "surname",
            "Martin Kruse",
        ),
        ("de", FIRST + "Neben ihm Sabine Kruse. „Wir warten“, sagte Kruse.", "name", None),
        ("de", FIRST + "Neben ihm Xandru Kruse. „Wir warten“, sagte Kruse.", "name", None),
        ("de", "„Wir warten“, sagte Hafenblatt.", "name", None),
        ("de", "„Wir warten“, sagte Xandru Kruse.", "name", None),
        ("cs", "Vedle stál Xandru Dub. Pavel Dub mlčel. „Čekáme,“ řekl Dub.", "name", None),
        ("es", "Habló Ana Sol Marín. «Esperamos», dijo Sol.", "name", None),
        ("de", "Am Kai stand Ada und Olsen. „Wir warten“, sagte Olsen.", "name", None),
    ],
)
def test_a_name_is_a_person_with_a_known_given_name_and_a_surname_the_only_one_with_it(
    language: str, text: str, kind: str, name: str | None
) -> None:
    assert name_speakers(language, text) == [(kind, name)]


LEADS = "Martin Kruse leitet die Werft. "
WAITING = "„Wir warten“, sagte Kruse."


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", LEADS + "\n\nDoch Kruse bleibt ruhig. " + WAITING, "Martin Kruse"),
        ("de", LEADS + "Bei Papst Leo\nKruse lachte. " + WAITING, "Martin Kruse"),
        ("de", LEADS + "Der Däne Kruse lachte. " + WAITING, "Martin Kruse"),
        ("de", LEADS + "Für Werftleiter Kruse ist es klar. " + WAITING, "Martin Kruse"),
        ("de", LEADS + "Auch Xenobia Kruse lachte. " + WAITING, None),
        ("es", "Pero Marín calló. Ana Marín llegó. «Esperamos», dijo Marín.", "Ana Marín"),
        ("no", "Kari Moe kom. Ifølge Moe regner det.\n– Vi venter, sier Moe.", "Kari Moe"),
        ("tr", "Deniz Kaya geldi. Bakan Kaya sustu. Kaya, “Köprü kapalı.” dedi.", "Deniz Kaya"),
        ("es", "Llegó Luis Marín. Xandra Marín vino. «Esperamos», dijo Marín.", None),
        ("es", "Llegó Luis Marín con Xandra Marín. «Esperamos», dijo Marín.", None),
        ("de", "Karl-Heinz Ebner kam. „Wir warten“, sagte Ebner.", "Karl-Heinz Ebner"),
    ],
)
def test_a_common_word_and_what_an_article_goes_before_is_no_other_given_name(
    language: str, text: str, name: str | None
) -> None:
    assert [told for _, told in name_speakers(language, text)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("no", "Fredrik Lund (27) padler.\n\n– Vi venter, sier Fredrik.", "Fredrik Lund"),
        ("es", "Ana Sol Marín llegó ayer. «Esperamos», dijo Ana.", "Ana Sol Marín"),
        ("de", "Nora Lund kam mit Nora Moe. „Wir warten“, sagte Nora.", None),
        ("de", "Die Nora AG kam. „Wir warten“, sagte Nora.", None),
        ("de", "Nora Lund Meyer kam. „Wir warten“, sagte Nora.", None),
        ("de", "„Wir warten“, sagte Nora.", None),
    ],
)
def test_a_given_name_alone_is_the_only_one_whom_the_text_names_so_in_full(
    language: str, text: str, name: str | None
) -> None:
    assert [told for _, told in name_speakers(language, text)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Nora Lund zögert. „Wir warten“, sagt sie.", "Nora Lund"),
        ("de", "Nora Lund zögert: „Wir warten“, sagt sie.", "Nora Lund"),
        ("de", "Es kam Nora Lund. Lund zögert noch. „Wir warten“, sagt sie.", "Nora Lund"),
        ("sv", "Astrid Holm tittar ut.\n\n– Vi väntar, säger hon.", "Astrid Holm"),
        ("ru", "Иван Лунь молчал. «Ждём», — сказал он.", "Иван Лунь"),
        ("ru", "Тогда пришла Анна Лунь. «Ждём», — сказала она.", "Анна Лунь"),
        ("ru", "Тогда пришла Анна Лунь. «Ждём», — сказал он.", None),
        ("uk", "Тоді прийшов Іван Лунь. «Чекаємо», — сказав він.", "Іван Лунь"),
        ("fr", "Claire Morvan hausse les épaules. « Attendons », dit-elle.", "Claire Morvan"),
        ("sv", "Astrid Holm tittar ut.\n\n– Vi väntar, säger han.", None),
        ("sv", "Astrid Holm tittar ut.\n\nDet regnar.\n\n– Vi väntar, säger hon.", None),
        ("sv", "Astrid Holms mamma tittar ut. ”Vi väntar”, säger hon.", None),
        ("de", "Nora Lund und Eva Moe zögern. „Wir warten“, sagt sie.", None),
        ("de", "Ex-Chefin Nora Lund zögert. „Wir warten“, sagt sie.", "Nora Lund"),
        ("de", "Die frühere Chefin Nora Lund zögert. „Wir warten“, sagt sie.", "Nora Lund"),
        ("de", "Froh war auch Chefin Nora Lund (SBU). „Wir warten“, sagt sie.", "Nora Lund"),
        ("de", "So sieht es Nora Lund, Chefin des Amts: „Wir warten“, sagt sie.", "Nora Lund"),
        ("de", "Nora Lund zögert. Dennoch sagte sie: „Wir warten“.", "Nora Lund"),
        ("de", "Nora Lund zögert. Sie lachte, als sie sagte: „Wir warten“.", "Nora Lund"),
        ("de", "Nora Lund zögert. Zur Wirtin sagte sie: „Wir warten“.", None),
        ("de", "Nora Lund zögert. Es regnet. „Wir warten“, sagt sie.", None),
        ("de", "Die Chefin zögert. „Wir warten“, sagt sie.", None),
        ("de", "Sie traf Nora Lund. „Wir warten“, sagt sie.", None),
        ("de", "Am Kai traf Nora Lund die Wirtin. „Wir warten“, sagt sie.", None),
        ("de", "Am Kai traf Nora Lund auf Eva Moe. „Wir warten“, sagt sie.", None),
        ("de", "Am Kai traf Nora Lund auf ihn. „Wir warten“, sagt er.", None),
        ("de", "Von Nora Lund kam nichts. „Wir warten“, sagt sie.", "Nora Lund"),
    ],
)
def test_a_pronoun_is_whom_the_sentence_right_before_begins_with(
    language: str, text: str, name: str | None
) -> None:
    assert name_speakers(language, text) == [("pronoun", name)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "„Wir warten“, sagte Sprecherin Xandra Kruve.", "Xandra Kruve"),
        ("de", "„Wir warten“, sagte Xandru Kruve, Leiter des Hafenamts.", "Xandru Kruve"),
        ("de", "„Wir warten“, sagte Xandru Kruve (41).", "Xandru Kruve"),
        ("es", "«Esperamos», dijo el alcalde Xandro Velay.", "Xandro Velay"),
        ("fr", "« Attendons », a dit le porte-parole du club, Xao Liwei.", "Xao Liwei"),
        ("it", "«Aspettiamo», ha detto il sindaco Xandro Velli.", "Xandro Velli"),
        ("pt", "“Esperamos”, disse a ministra Xandra Velosa.", "Xandra Velosa"),
        ("nl", "‘We wachten’, zegt burgemeester Xandro Velkamp.", "Xandro Velkamp"),
        ("sv", "– Vi väntar, säger försvarsministern Xandro Velberg.", "Xandro Velberg"),
        ("no", "– Vi venter, sier ordfører Xandro Velmo.", "Xandro Velmo"),
        ("da", "»Vi venter,« siger Xandro Velby, der er borgmester i Sund.", "Xandro Velby"),
        ("pl", "„Czekamy” – powiedział rzecznik Xandro Welski.", "Xandro Welski"),
        ("cs", "„Čekáme,“ řekl Xandro Velda, ředitel přístavu.", "Xandro Velda"),
        ("ru", "«Ждём», — сказал мэр Ксандро Велов.", "Ксандро Велов"),
        ("ru", "«Ждём», — сказал мэр Велов. Мэр Москвы Велов рад.", None),
        ("de", "„Wir warten“, sagte Polizei Nordkruve.", None),
        ("fr", "« Attendons », écrit la société Xao Liwei.", None),
        ("es", "«Esperamos», dijo la ONG Xandro Velay.", None),
    ],
)
def test_who_is_called_by_a_role_that_only_people_have_is_a_person(
    language: str, text: str, name: str | None
) -> None:
    assert [told for _, told in name_speakers(language, text)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Llegó el alcalde de Sol, Ana Luz. «Esperamos», dijo la alcalde.", "Ana Luz"),
        ("es", "Llegó el alcalde de Sol, Ana Luz. «Esperamos», dijo el alcalde de Sol.", "Ana Luz"),
        ("es", "Llegó el alcalde de Sol, Ana Luz. «Esperamos», dijo el alcalde de Lugo.", None),
        (
            "es",
            "Con el alcalde de Lugo llegó el alcalde de Sol, Ana Luz. «No», dijo el alcalde.",
            None,
        ),
        (
            "fr",
            "Le ministre russe de la Mer, Igor Lounine, rit. « Non », dit le ministre de la Mer.",
            "Igor Lounine",
        ),
        (
            "fr",
            "Le président russe Igor Lounine rit. « Non », dit le président russe.",
            "Igor Lounine",
        ),
        ("fr", "Le président Igor Lounine rit. « Non », dit le président russe.", None),
        ("de", "Da kam Jan Lund, Trainer der Elf. „Nein“, sagte der Trainer.", "Jan Lund"),
        ("de", "Da lachte Jan Lund, der Trainer schwieg. „Nein“, sagte der Trainer.", None),
        ("sv", "Statsminister Astrid Holm kom. ”Nej”, sade statsministern.", "Astrid Holm"),
        ("it", "C'era il sindaco di Sole, Paolo Riva. «No», ha detto il sindaco.", "Paolo Riva"),
        ("ru", "Говорил глава России Иван Лунь. «Ждём», — сказал глава.", "Иван Лунь"),
        ("ru", "Говорил глава России Ксандро Лунь. «Ждём», — сказал глава.", None),
        ("pl", "Prezydent Warszawy Jan Lis wstał. „Nie” – powiedział prezydent.", "Jan Lis"),
        ("pt", "Falou o prefeito de Sol, Paulo Rocha. “Não”, disse o prefeito.", "Paulo Rocha"),
    ],
)
def test_a_role_is_the_only_one_whom_the_text_calls_so(
    language: str, text: str, name: str | None
) -> None:
    assert name_speakers(language, text) == [("role", name)]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("es", "Ana Luz negó el fallo. «Esperamos», ha explicado.", "name", "Ana Luz"),
        (
            "es",
            "Llegó Ana Luz. Luz negó el fallo. «Esperamos», ha explicado.",
            "surname",
            "Ana Luz",
        ),
        ("it", "Paolo Riva ha negato tutto. «Aspettiamo», ha spiegato.", "name", "Paolo Riva"),
        ("pt", "Paulo Rocha negou o erro. “Esperamos”, explicou.", "name", "Paulo Rocha"),
        ("pl", "Anna Lis zaprzeczyła. „Czekamy” – powiedziała.", "name", "Anna Lis"),
        ("cs", "Pavel Dub chybu popřel. „Čekáme,“ řekl.", "name", "Pavel Dub"),
        ("ro", "Ana Popa a negat totul. „Așteptăm”, a spus.", "name", "Ana Popa"),
        ("es", "Ana Luz negó el fallo. «Esperamos», han explicado.", "none", None),
        ("es", "Ana Luz negó el fallo. El puerto cerró. «Esperamos», ha explicado.", "none", None),
        ("de", "Nora Lund zögert. „Wir warten“, sagte am Montag.", "none", None),
    ],
)
def test_a_verb_without_a_subject_goes_on_with_whom_the_sentence_before_begins_with(
    language: str, text: str, kind: str, name: str | None
) -> None:
    assert name_speakers(language, text) == [(kind, name)]


def test_two_surnames_of_which_one_is_a_given_name_too_are_the_same_person() -> None:
    text = "«Esperamos», dijo Luis Martín Vela. «Hasta mayo», añadió Martín Vela."
    assert [name for _, name in name_speakers("es", text)] == ["Luis Martín Vela"] * 2


def test_a_verb_without_a_subject_goes_on_with_who_said_the_last_thing() -> None:
    text = "Llegó la alcaldesa Ana Luz. «Esperamos», dijo {}. «Hasta mayo», añadió."
    assert name_speakers("es", text.format("Ana Luz"))[-1] == ("name", "Ana Luz")
    assert name_speakers("es", text.format("la alcaldesa"))[-1] == ("role", "Ana Luz")


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Sie lacht. ", "Nora Lund"),
        ("Es regnet. Die Fähre fährt nicht mehr. ", "Nora Lund"),
        ("Moe lacht. ", "Eva Moe"),
        ("Es lacht Moe. ", "Eva Moe"),
        ("Die Ärztin lacht. ", None),
        ("Xandra Kruve lacht. ", None),
        ("Nora Lunds Vater lacht. ", None),
    ],
)
def test_a_pronoun_is_who_spoke_last_where_nobody_else_is_spoken_of_between(
    between: str, name: str | None
) -> None:
    text = f"Eva Moe kam. „Wir warten“, sagte Nora Lund. {between}„Bis Mai“, sagte sie."
    assert name_speakers("de", text)[-1] == ("pronoun", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nora Lund zögert. Sie kennt den Hafen. Sie lacht. „Wir warten“, sagt sie.", "Nora Lund"),
        ("Nora Lund zögert. Er kennt den Hafen. „Wir warten“, sagt sie.", None),
    ],
)
def test_a_sentence_that_begins_with_the_pronoun_goes_on_with_the_one_before(
    text: str, name: str | None
) -> None:
    assert name_speakers("de", text) == [("pronoun", name)]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("de", "Die WHO betonte: „Wir warten.“", "acronym", "WHO"),
        ("fr", "« Nous attendons », écrit Le Monde.", "name", "Le Monde"),
        ("es", "«Esperamos», dijo CDU.", "name", None),  # another body in each country
        ("de", "„Wir warten“, sagte Hill.", "name", None),  # a surname, too
    ],
)
def test_a_body_that_everybody_knows_speaks_in_any_language(
    language: str, text: str, kind: str, name: str | None
) -> None:
    assert name_speakers(language, text) == [(kind, name)]
    assert [one.kind for one in read(language, text).referents] == ["organisation"] * bool(name)


SAID = "„Wir warten“, sagte Trainer Martin Kruse. "


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (SAID + "„Bis Mai“, ergänzte er.", ("pronoun", "Martin Kruse")),
        (SAID + "„Bis Mai“, ergänzte sie.", ("pronoun", None)),
        (SAID + "Sein Anwalt nickte. „Bis Mai“, ergänzte er.", ("pronoun", None)),
        ("„Wir warten“, sagte Sabine Kruse. „Bis Mai“, ergänzten sie.", ("pronoun", None)),
        (SAID + "Der Wind drehte. „Bis Mai“, ergänzte der Trainer.", ("role", "Martin Kruse")),
        (SAID + "Da kam Trainer Paul Olsen. „Bis Mai“, ergänzte der Trainer.", ("role", None)),
        (
            "Da kamen die Trainer Martin Kruse (27) und Paul Olsen. "
            + SAID.replace("Trainer ", "")
            + "„Bis Mai“, ergänzte der Trainer.",
            ("role", None),
        ),
        (SAID + "„Bis Mai“, ergänzte der Anwalt.", ("role", None)),
    ],
)
def test_a_pronoun_is_who_spoke_just_before_and_a_role_the_only_speaker_whose_name_it_stood_before(
    text: str, last: tuple[str, str | None]
) -> None:
    assert name_speakers("de", text)[-1] == last


def test_each_speaker_is_mentioned_where_he_is_named_and_where_he_is_meant() -> None:
    found = read("de", FIRST + "„Wir warten“, sagte Kruse. „Bis Mai“, ergänzte er.")
    text = found.article.document.text
    assert [(one.text, one.mention_kind) for one in found.mentions] == [
        ("Martin Kruse", "name"),
        ("Kruse", "surname"),
        ("er", "pronoun"),
    ]
    for one in found.mentions:
        assert text[one.char_start : one.char_end] == one.text
    (referent,) = found.referents
    assert referent.forms == (("Kruse", "surname", 1), ("Martin Kruse", "name", 1))


@pytest.mark.parametrize(
    "sentences",
    [
        "„Wir warten“, sagte Kruse. Martin Kruse kam. ",
        "„Wir warten“, sagte der Trainer. Trainer Martin Kruse kam. ",
        "„Wir warten“, sagte er. Es sei kalt, sagte Kruse. Es sei nass. ",
    ],
)
def test_who_speaks_is_found_in_linear_time(sentences: str) -> None:
    short, long = (
        cpu_seconds(lambda times=times: read("de", sentences * times)) for times in (150, 600)
    )
    assert long < 8 * short
