"""Passages in, whose words the last quote is out: the whole core, from the parse to the person."""

import pytest
from spacy.language import Language

from transforms.findings import find_all
from transforms.grammar.parse import parse_document
from transforms.records import Article, Document, Findings

TOLD_OF = (
    "The teacher added that Lena Dukes, 35, who was hurt, was well.\n\nShe said: “It is hard.”"
)
MET = (
    "As I sit opposite Tobias Brand in his office, I ask if Kieran Stone is fit to lead.\n\n"
    "“Yes, he’s just beginning,” he snaps."
)
ADDED = (
    "Matthew Connell, the steward, said, “We filed twelve.” Tanner Fisk had run for office.\n\n"
    "“In May they did the same,” he continued."
)
ACCORDING = (
    "Shira Gall is an organiser who has written two books.\n\nAccording to Jenny Burg, who runs a "
    "blog, there is too much clutter.\n\n“Clutter stems from a lack of clarity,” she explains."
)
WHILE = (
    "While Anna Moro, 36, is waiting, Paula Malle has just closed her stall.\n\n"
    "She said that nothing could harm her."
)
OWN_WORDS = (
    "Jim Clay spoke on Monday. Marco Dunn recently wrote to voters that their lives are bad.\n\n"
    "“Look at how people suffer,” he said in August. “Why not try something new like Dunn?”"
)
OF_WHOM = (
    "Adel Rauf is aware of the effect that Yasin Holm may have.\n\n"
    "“He is the most wanted man in the country,” he said."
)
GUY = (
    "Anton Plato wrote it all down. When I told a guy on a plane that I taught in a college, he "
    "responded, “So you teach Plato to plumbers?”"
)
BEFORE = (
    "In May, before the contract, Tanner Fisk became a full-time driver, which "
    "meant higher pay, he said."
)
AGED = (
    "Marina Lacey left. She said: “She was going to schools. She was mean.” The "
    "37-year-old said that it was slow."
)
ROLE = (
    "Donald Trusk says he has “big plans” for the campaign.\n\nThe nominee noted Friday that his "
    "campaign has not spent much. He said he plans to use the money."
)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param(TOLD_OF, None, id="whom somebody tells of does not speak next"),
        pytest.param(MET, "Tobias Brand", id="whom the writer meets answers"),
        pytest.param(ADDED, "Matthew Connell", id="who continues has spoken before"),
        pytest.param(ACCORDING, "Jenny Burg", id="according to somebody is his speech"),
        pytest.param(WHILE, "Paula Malle", id="the main subject comes before that of while"),
        pytest.param(OWN_WORDS, None, id="nobody names himself, or nobody can tell"),
        pytest.param(OF_WHOM, "Adel Rauf", id="he in the words is not who says them"),
        pytest.param(GUY, None, id="who is named in the words does not say them"),
        pytest.param(BEFORE, "Tanner Fisk", id="a report behind its clause may name its speaker"),
        pytest.param(AGED, "Marina Lacey", id="what is quoted parts nobody from his age"),
        pytest.param(ROLE, "Donald Trusk", id="a role that names nobody else is who was meant"),
    ],
)
def test_the_last_words_are_whose_they_are(text: str, person: str | None, nlp: Language) -> None:
    assert speaker_of_last(text, nlp) == person


def test_what_somebody_does_to_her_she_does_not_do_to_herself(nlp: Language) -> None:
    assert meant_by("Lena Dukes left. Paula Malle defended her.", "her", nlp) == ["Lena Dukes"]
    assert meant_by("Paula Malle defended her.", "her", nlp) == [None]


def test_who_speaks_is_not_meant_by_him_in_his_words(nlp: Language) -> None:
    text = "Marek Lind led it. “I do not envy him,” he said. “I want to know.”"
    assert meant_by(text, "him", nlp) == [None]
    assert meant_by(text, "he", nlp) == ["Marek Lind"]


def find(text: str, nlp: Language) -> Findings:
    document = Document(source_uri="a.html", content_sha256="0", title=None, text=text)
    article = Article("a" * 16, document, word_count=len(text.split()))
    return find_all(article, parse_document(document, nlp))


def speaker_of_last(text: str, nlp: Language) -> str | None:
    """Who says the last quote, by name."""
    findings = find(text, nlp)
    names = {referent.referent_id: referent.name for referent in findings.referents}
    return names.get(findings.quotes[-1].speaker_referent_id or "")


def meant_by(text: str, words: str, nlp: Language) -> list[str | None]:
    findings = find(text, nlp)
    names = {referent.referent_id: referent.name for referent in findings.referents}
    mentions = (mention for mention in findings.mentions if mention.text == words)
    return [names.get(mention.referent_id or "") for mention in mentions]
