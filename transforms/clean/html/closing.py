"""One of the last lines of a text -> whether it closes the page, not the story: credits, where it first appeared, what to read next."""

import re

MAX_CLOSING = 300  # characters; longer lines are paragraphs

CREDIT = re.compile(
    r"""^\W{0,3}(?:(?:additional|further)\s)?(?:reporting|writing|editing)\sby\b
    |\bcontributed\s(?:to\sthis\s(?:report|story|article|post|piece|content)|reporting)\b
    |^\W{0,3}(?:edited|translated|compiled|produced)\sby\b
    |^\W{0,3}(?:with\s(?:files|reporting|reports)\sfrom|mit\s(?:material|informationen)\s(?:von|der)|med\s(?:material|opplysninger)\sfra)\b
    |^\W{0,3}(?:quellen?|sources?|fuentes?|fonti?|fontes?|kilder?|källor?|bron|zdroj|źródło|источник|джерело|kaynak|übersetzung|redaktion
    |translation|traduction|traducción|traduzione|tradução|vertaling|перевод)\s?[:：]
    |^\W{0,2}(?:©|\(c\)|copyright\b)""",
    re.IGNORECASE | re.VERBOSE,
)  # "Additional reporting by Ann Lee", "(Quelle: APA)", "Ann Lee in Paris contributed to this report."
ORIGIN = re.compile(
    r"""^\W{0,3}(?:this|the\soriginal)\s(?:article|story|piece|post|essay|interview|version)\s.{0,40}(?:published|appeared|translated|updated|adapted)\b
    |^\W{0,3}dieser\s(?:artikel|text|beitrag)\s.{0,80}(?:erschien|übersetz|aktualisiert)
    |^\W{0,3}(?:cet\sarticle|este\sartículo|este\sartigo|questo\sarticolo|dit\sartikel)\s.{0,60}(?:publi|pubblic|gepubliceerd|versch)
    |^\W{0,3}this\sis\sa\s(?:breaking|developing)\b""",
    re.IGNORECASE | re.VERBOSE,
)  # "This article was first published in ...", "Dieser Artikel ist zuerst bei ... erschienen"
MORE = re.compile(
    r"""^\W{0,3}(?:read\s(?:more|next|also|on)|also\sread|see\s(?:more|also)|more\s(?:on|from|about)|you\s(?:may|might)\s(?:also\s)?(?:like|enjoy)
    |don.?t\smiss|to\sread\smore|click\shere|share\sthis|for\smore\s(?:on|about|news|stories|coverage|information|details)
    |for\sthe\slatest\s(?:news|breaking|headlines|updates)|lesen\ssie\s(?:auch|mehr)|mehr\s(?:zum|aus\s|dazu|über)|auch\sinteressant|lire\saussi|à\slire
    |lee\stambién|lea\stambién|leggi\sanche|lees\s(?:ook|meer)|les\sogså|läs\s(?:också|mer)|læs\sogså|leia\s(?:também|mais)|czytaj\s(?:też|także)
    |zobacz\stakże|čtěte\staké|читайте\s(?:также|ещё|також)|lue\smyös)\b
    |^\W{0,3}(?:more\s[A-Z]{2,4}\s\w+|related(?:\s\w+)?|recommended(?:\s\w+)?|tags?|topics?|keywords|themen|schlagw\w+|temas|sujets)\s?[:：]""",
    re.IGNORECASE | re.VERBOSE,
)  # "Read more: ...", "You may also like", "More AP NBA: ..."
REQUEST = re.compile(
    r"""^(?:do\syou\shave|have|got)\s(?:a|an|any)\s(?:story|tip|news|question|comment)\b
    |^(?:like|liked|enjoy|enjoyed|if\syou\s(?:like|liked|enjoy|enjoyed))\s(?:this|our)\b
    |^(?:join\sour|follow\s(?:us|our|@|\w+\son|\w+\s\w+\son)|support\s(?:us|our|independent))\b
    |\bfollow\s(?:us|me|him|her|them|@)\b.{0,40}\b(?:twitter|facebook|instagram|x|linkedin|telegram)\b
    |\b(?:reached|contact|e-?mail)\b.{0,60}@
    |\b(?:sign\sup|subscribe|abonnieren|anmelden|abonnez|suscríb\w+|iscri\w+|informiert\ssie)\b.{0,100}newsletter
    |newsletter\b.{0,100}\b(?:sign\sup|subscribe|inbox|abonnieren|anmelden|abonnez|suscríb\w+|iscri\w+|informiert\ssie)\b""",
    re.IGNORECASE | re.VERBOSE,
)  # "Do you have a story to tell?", "Sign up for our newsletter"
CLOSINGS = (CREDIT, ORIGIN, MORE, REQUEST)


def is_closing(text: str) -> bool:
    """Whether a line belongs to the end of a page, not of a story. What it says is read only near the end of the text."""
    return len(text) <= MAX_CLOSING and any(closing.search(text) for closing in CLOSINGS)
