import pytest

from tests.cpu import cpu_seconds
from transforms.clean.html.between import MAX_CONSENT, MAX_CREDIT, MAX_LINE, is_site_line


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe now for full access to all our stories.",
        "(Subscribe to our harbour podcast with Ann Lee.)",
        "Sign up here for our weekly letter about the coast.",
        "Get the best of the Gazette in your inbox every morning. Sign up",
        "Follow us on Facebook and Instagram for more news.",
        "Download our app to get alerts.",
        "Advertisement - scroll to continue",
        "Story continues below gallery",
        "You have one story left this month.",
        "Jetzt abonnieren und weiterlesen",
        "Jetzt kostenlos testen",
        "Like what you read? Become a member today",
        "Anzeige – bitte weiterlesen",
        "Abonnez-vous à notre lettre du matin",
        "Suscríbete para leer más",
        "Iscriviti alla nostra lettera settimanale",
        "Meld je aan voor onze nieuwsbrief",
        "Подписывайтесь на наш канал",
        "To view this post you need to accept cookies in your settings.",
        "This story contains content provided by Chirper. We ask before anything is loaded.",
        "Ich bin einverstanden, dass mir externe Inhalte angezeigt werden.",
        "Empfohlener externer Inhalt",
        "Pour afficher ce contenu, vous devez accepter les cookies.",
        "Para ver este contenido debes aceptar las cookies.",
        "Om deze inhoud te kunnen tonen is je toestemming nodig.",
        "Photo: Ann Lee/Norpix",
        "(Image credit: Marlow Museum)",
        "Foto: Ida Brandt",
        "Read also: Mill sold to the baker",
        "Lees ook: Molen verkocht aan de bakker",
        "À lire aussi : le moulin est vendu",
        "RELATED: Mill sold to the baker",
        "Watch: the moment the mill fell",
    ],
)
def test_a_line_that_speaks_to_readers_is_no_part_of_the_story(line):
    assert is_site_line(line, 0.0)


@pytest.mark.parametrize(
    "line",
    [
        "Read more Mill sold to the baker",
        "See also Mill sold to the baker",
        "Lesen Sie hier die Geschichte der Mühle",
    ],
)
def test_another_story_is_named_by_a_link_where_no_colon_says_so(line):
    assert is_site_line(line, 0.8)
    assert not is_site_line(line, 0.2)


@pytest.mark.parametrize(
    "line",
    [
        "The council asked for cookies and tea, and the clerk brought this content to view.",
        "Der Inhalt der Kiste war extern geprüft worden, sagte der Müller.",
        "To view this bridge you have to walk for an hour.",
        "Follow the money, he said, and you will find the mill.",
        "“Subscribe now,” the poster said, and nobody did.",
        "More: that is what the crew asked for and never got.",
        "Sign up for the race closes on Friday.",
        "Advertisements for the mill were taken down on Monday.",
        "Anzeige erstattete der Müller noch am Montag.",
        "Werbung für die Mühle gab es nie.",
        "Реклама мельницы исчезла в понедельник.",
        "Photographs of the mill were lost in the fire.",
        "Photo: it shows the mill before the fire, the keeper said.",
        "Register of mills, page nine",
        "Related costs were higher than the council had thought.",
        "Get the mill back: that was all she wanted.",
        "Watch the river, not the mill, the keeper said.",
    ],
)
@pytest.mark.parametrize("link_share", [0.0, 0.2])
def test_words_of_the_story_stay(line, link_share):
    assert not is_site_line(line, link_share)


def test_a_long_line_is_a_paragraph():
    assert is_site_line("Subscribe now " + "x" * (MAX_LINE - 14), 0.0)
    assert not is_site_line("Subscribe now " + "x" * (MAX_LINE - 13), 0.0)
    asked = "To view this post accept cookies."
    assert is_site_line(asked + "x" * (MAX_CONSENT - len(asked)), 0.0)
    assert not is_site_line(asked + "x" * (MAX_CONSENT + 1 - len(asked)), 0.0)
    assert is_site_line("Photo: " + "A" * (MAX_CREDIT - 7), 0.0)
    assert not is_site_line("Photo: " + "A" * (MAX_CREDIT - 6), 0.0)


@pytest.mark.parametrize(
    "piece", ["(", "Photo ", "Read more ", "get the ", " ", "to view this content "]
)
def test_a_line_of_any_length_is_read_in_no_time(piece):
    assert cpu_seconds(lambda: is_site_line(piece * 5_000, 0.0)) < 1
