"""Telling articles from other pages, and the genres of articles apart."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpu import cpu_seconds
from transforms.clean.judge import shape
from transforms.clean.judge.facts import (
    Declared,
    count_words,
    gather_dump_facts,
    gather_page_facts,
)
from transforms.clean.judge.manner import describe_manner
from transforms.clean.judge.phrases import find_start_phrases
from transforms.clean.judge.sale import find_event, find_price, find_shelf
from transforms.clean.judge.shape import is_timetable
from transforms.clean.judge.verdict import judge
from transforms.clean.markup.json_ld import read_json_ld
from transforms.clean.markup.markup import Markup

BRIEF = (
    "The lifeboat at Gull Point was called out twice on Sunday night. In the first incident the crew towed a yacht with engine"
    " trouble back to the marina. Two hours later they were sent to look for a kayaker, who was found safe on the beach. A"
    " spokesman said that nobody had been hurt."
)
SHORT_PAGES = tomllib.loads((Path(__file__).parents[3] / "short_pages.toml").read_text("utf-8"))
# articles that speak of walls, shops and missing pages, and other short ones of rare kinds
ARTICLES = [
    (page["title"], "\n".join(page["body"]))
    for page in SHORT_PAGES["article"]
    if page["name"].startswith("like_")
]


def judge_dump(title, text, lines=()):
    return judge(gather_dump_facts(title, text, lines or [title or "", *text.split("\n")]))


def judge_page(title, text, url=None, json_ld="", **markup):
    return judge(
        gather_page_facts(
            Markup(title=title, json_ld=read_json_ld([json_ld]), **markup), title, text, url
        )
    )


def test_a_text_that_may_be_a_notice_is_an_article_where_its_page_names_who_wrote_it():
    notice = (
        "A towel in pure linen, printed with the crossword of 3 May 1931 and, in the corner, its"
        " answers upside down.\n\nIt was drawn by Ann Lowe, who set her first at nine, and woven in"
        " a mill in the north."
    )
    facts = gather_page_facts(Markup(title="Crossword"), "Crossword Tea Towel", notice, None)
    facts = replace(facts, language="en")
    assert judge(facts).reason == "service_page"
    assert judge(replace(facts, is_signed=True)).reason is None


def test_a_brief_of_fifty_words_is_an_article():
    assert 50 <= count_words(BRIEF) <= 60
    assert judge_dump("Lifeboat called out twice", BRIEF).reason is None


@pytest.mark.parametrize(("title", "text"), ARTICLES, ids=[title for title, _ in ARTICLES])
def test_an_article_may_speak_of_walls_shops_and_missing_pages(title, text):
    menu = ["News", "Sport", "Sign in", "Cookies", "Privacy policy", "Search"]
    assert (
        judge_dump(title, text, [*menu, title, *text.split("\n"), "Terms and conditions"]).reason
        is None
    )
    assert (
        judge_page(
            f"{title} | The Harbour Gazette", text, "https://www.harbourgazette.example/news/story"
        ).reason
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ma: Lihakeitto\nTi: Kalapihvit, perunamuusi\nKe: Kasvislasagne\nErityisruokavalioista kysytään.",
        "17.00 Nieuws\n17.15 De tuin van Toos\n18.00 Quiz aan de kade",
        "We talk of lamps and of those who light them.\n00:00 Welcome\n04:10 History\n18:30 Lenses",
        "9 am Pancakes\n11 am Knots for children\n2 p.m. Model boats\n5 pm Lanterns on the quay",
        "• 7pm – Choir\n• 8pm – Dance\n• 10 pm – Fire on the beach",
        "Segunda a sexta: 18h30\nSábado: 17h e 19h\nDomingo: 8h e 10h\nO pároco atende às quintas.",
    ],
)
def test_short_lines_with_their_times_are_a_timetable(text):
    assert is_timetable(gather_dump_facts("The week", text, text.split("\n")))


def test_a_log_of_the_police_that_begins_its_lines_with_times_is_a_report():
    log = "\n".join(
        f"{day}, {hour}:12 a.m. A caller on Mill Street reported a goat in a parked van."
        for day, hour in (("Monday", 9), ("Tuesday", 3), ("Thursday", 7))
    )
    assert judge_page("Police log: a goat and two false alarms", log).reason is None


def test_the_clocks_that_players_leave_on_the_page_make_no_timetable_of_an_article():
    player = ["Podcasts", "0:00", "27:38", "0:00", "28:12", "0:00", "31:04"]
    assert judge_dump("Lifeboat called out twice", BRIEF, [BRIEF, *player]).reason is None


STORIES = [  # as lists beside an article print them, each under its section or writer and its day
    ["Sport", "3 March 2024", "The rowers of the quay win again in the rain"],
    ["Politics", "4 March 2024", "The council puts the vote on the ferry off again"],
    ["Local", "2 hours ago", "A goat in a parked van, and other calls of the week"],
    ["Wednesday March 6, 2024", "Why the lamp of the pier will be green from May"],
]


MONTHS = [["Archive", f"Issue {number}"] for number in range(1, 5)]


@pytest.mark.parametrize("stories", [STORIES, MONTHS], ids=["days", "numbers"])
@pytest.mark.parametrize("where", ["above", "below"])
def test_lists_of_other_stories_with_their_days_make_no_thread_of_an_article(where, stories):
    body = [
        f"{BRIEF} The yacht was towed by the boat of the quay.",
        BRIEF.replace("Sunday", "Monday"),
    ]
    listed = [line for story in stories * 3 for line in story]
    lines = [*listed, "Share", "Print", "Listen", *body] if where == "above" else [*body, *listed]
    assert judge_dump("Lifeboat called out twice", "\n".join(body), lines).reason is None


def test_a_table_of_results_below_a_report_is_no_recipe():
    table = ["1 Harbour Rowers", "2 Mill Street", "3 Gull Point", "4 Quay Side"]
    report = "\n".join([BRIEF, BRIEF.replace("Sunday", "Monday"), BRIEF.replace("yacht", "boat")])
    assert judge_dump("Rowers win again", "\n".join([report, *table])).reason is None


def test_nicknames_with_their_times_and_words_are_a_thread():
    posts = [
        ["tapman", "3 March 2024", "I put a new washer in the tap and it drips all the same."],
        ["lena_k", "3 March 2024", "Look at the seat of the valve, it may be worn out."],
        ["tapman", "4 March 2024", "It was the seat. Thank you all, it is dry again now."],
    ]
    text = "\n".join(line for post in posts for line in post)
    assert judge_dump("The tap drips", text).reason == "comments_only"


@pytest.mark.parametrize("day", ["3 Dec, 2021 10:22", "Dec. 3, 2021", "3 de diciembre, 2021"])
def test_a_line_with_its_day_is_read_as_the_day_of_a_dump(day):
    assert gather_dump_facts("Lifeboat called out", BRIEF, [day, BRIEF]).declared.is_dated


def test_the_words_of_one_language_are_not_taken_for_those_of_another():
    brief = "Neznanec je v noči na torek vrnil kolo, ki ga je maja ukradel pred šolo v Brezju."
    facts = gather_dump_facts(None, brief, [])
    slovenian, any_ = (
        describe_manner(replace(facts, language=language)) for language in ("sl", None)
    )
    assert slovenian["address"] == 0 < any_["address"]


def test_a_reject_says_what_shows_it():
    verdict = judge_page(
        "Page not found | The Harbour Gazette", "The page you are looking for has been removed."
    )
    assert (verdict.reason, verdict.detail) == (
        "soft_404",
        "headed 'Page not found | The Harbour Gazette'",
    )


def test_a_table_is_no_article_and_a_report_with_a_table_is_one():
    rows = "\n\n".join(f"{place} Harbour Town {place} 30 22 4 {place}" for place in range(10, 20))
    report = "Harbour Town are champions after a goalless draw on the last day of the season."
    assert judge(gather_page_facts(Markup(), "Northern League", rows, None)).reason == "index_page"
    assert (
        judge(gather_page_facts(Markup(), "Northern League", f"{report}\n\n{rows}", None)).reason
        is None
    )


def test_markup_that_declares_an_article_outweighs_an_address_of_lists():
    url = "https://prairieledger.example/category/local/lifeboat-called-out-twice"
    article = '{"@type": "NewsArticle"}'
    assert judge_page("Lifeboat called out twice", BRIEF, url, article).reason is None


@pytest.mark.parametrize(
    "text", ["", "Photo: Jane Doe", "Check back for updates.", "Share Tweet Email " * 8]
)
def test_too_little_text_is_no_article(text):
    assert judge_dump("Crash closes Highway 14", text).reason == "too_short"


@pytest.mark.parametrize(
    ("title", "text", "genre"),
    [
        ("Storm Ada: live updates from the coast", BRIEF, "live_blog"),
        ("LIVE | Parliament votes on the budget", BRIEF, "live_blog"),
        ("Liveticker: Deichbruch bei Ebbesiel", BRIEF, "live_blog"),
        ("Transcript: the mayor's speech on the lido", BRIEF, "transcript"),
        (
            "Der Auftritt im Wortlaut",
            "TAMMEN: Wir bauen den Deich.\n\nHARMS: Und wer bezahlt ihn?\n\n" * 4,
            "transcript",
        ),
        ("In pictures: the harbour after the storm", BRIEF, "gallery"),
        ("Bildergalerie: Das Watt im Winter", BRIEF, "gallery"),
        ("Video: waves crash over the pier", BRIEF, "video"),
        ("Who owns the pier?", f"{BRIEF}\n\nSubscribe to continue reading.", "paywall_stub"),
        ("Wem gehört der Deich?", f"{BRIEF}\n\nJetzt weiterlesen mit Kurier Plus", "paywall_stub"),
        ("Lifeboat called out twice", BRIEF, "article"),
        ("The lives of lifeboat crews", BRIEF, "article"),
    ],
)
def test_live_blogs_transcripts_galleries_videos_and_stubs_load_with_their_genre(
    title, text, genre
):
    verdict = judge_dump(title, text)
    assert (verdict.reason, verdict.genre) == (None, genre)


@pytest.mark.parametrize(
    ("json_ld", "url", "genre"),
    [
        ('{"@type": "LiveBlogPosting"}', None, "live_blog"),
        ('{"@type": "ImageGallery"}', None, "gallery"),
        ('{"@type": "VideoObject"}', None, "video"),
        ('{"@type": "NewsArticle", "isAccessibleForFree": "False"}', None, "paywall_stub"),
        ('{"@type": "NewsArticle", "isAccessibleForFree": true}', None, "article"),
        ("", "https://a.example/video/waves-crash", "video"),
        ("", "https://a.example/live/storm", "live_blog"),
        ("", "https://a.example/bildergalerie/watt", "gallery"),
    ],
)
def test_markup_and_address_tell_the_genre_too(json_ld, url, genre):
    assert judge_page("Storm over the pier", BRIEF, url, json_ld).genre == genre


@settings(deadline=None, max_examples=40)
@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.lists(st.text(max_size=40), max_size=10),
    st.text(max_size=60),
)
def test_every_page_gets_a_verdict_and_a_reject_its_detail(title, text, lines, url):
    verdict = judge(gather_dump_facts(title, text, lines, url))
    assert (verdict.reason is None) == (verdict.detail is None)
    assert verdict == judge(gather_dump_facts(title, text, lines, url))


@pytest.mark.parametrize(
    "unit", ["cookies accept all ", "a", "Reply\n", "1:00\n", "Q: ", "| ", "x" * 59 + " ", "\u3042"]
)
def test_hostile_texts_take_linear_time(unit):
    def cost(length):
        text = unit * (length // len(unit))
        return cpu_seconds(lambda: judge(gather_dump_facts(text[:2000], text, text.split("\n"))))

    assert cost(400_000) < 12 * max(cost(100_000), 0.01)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "We'll be back soon",
            "The site is being updated tonight between one and five. Please come back later.\n\n"
            "Thank you for your patience. Our app works as you know it, and you can read all our stories there.",
        ),
        (
            "Help centre",
            "Why can I not log in? Check that you spell your address as you did before.\n\n"
            "How do I pause my paper? In your account, for as long as you like. Your next letter tells you more.",
        ),
        (
            "Ihr Warenkorb",
            "Ihr Warenkorb ist leer. Wählen Sie etwas aus und kommen Sie wieder.\n\n"
            "Ab 40 Euro liefern wir Ihnen frei Haus, und Sie können in Ruhe prüfen, ob Ihnen gefällt, was wir schicken.",
        ),
        (
            "Votre panier",
            "Votre panier est vide. Choisissez un livre et revenez ici quand vous voulez.\n\n"
            "Vous pouvez payer par carte, et nous vous livrons chez vous. Nos conseillers vous aident aussi par téléphone.",
        ),
    ],
)
def test_a_page_that_speaks_to_its_readers_and_tells_nothing_is_none_in_whatever_words(title, text):
    assert judge_page(title, text).reason


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "पुल फिर खुला",
            "नगर परिषद ने सोमवार को पुराने पुल को फिर से खोल दिया। मरम्मत में छह महीने लगे और इस पर चार करोड़ रुपये खर्च हुए। "
            "महापौर ने कहा कि अब राहत मिलेगी।",
        ),
        (
            "ከተማው አዲስ ድልድይ ከፈተ",
            "የከተማው ምክር ቤት ሰኞ ዕለት አዲሱን ድልድይ ለትራፊክ ከፈተ። ሥራው ሁለት ዓመት ፈጅቷል። ከንቲባዋ ድልድዩ ለነጋዴዎች ትልቅ እፎይታ ነው ብለዋል። "
            "ወጪው አርባ ሚሊዮን ብር ነው። ሁለተኛው ምዕራፍ በሚቀጥለው ዓመት ይጀመራል ተብሎ ይጠበቃል። ነዋሪዎች በበኩላቸው ደስታቸውን ገልጸዋል።",
        ),
    ],
)
def test_scripts_with_marks_and_stops_of_their_own_are_language(title, text):
    assert judge_dump(title, text, text.split("\n\n")).reason is None


def test_the_label_of_a_search_field_is_no_page_of_results():
    lines = ["Menu", "Search for: Search", *BRIEF.split(". ")]
    assert judge_dump(None, BRIEF, lines).reason is None


JOB = """Location: Bergen. Full time, permanent. Salary: 620,000 to 700,000 a year.
Your tasks
Prepare monthly and annual accounts
Advise the leaders of our projects
Improve the way we report
Your profile
A degree in accounting or in law
At least five years of experience
Good Norwegian and some English
We offer
Flexible hours and a pension scheme"""


def test_an_advertisement_made_of_lists_is_told_by_its_shape_in_words_that_nobody_listed():
    assert judge_dump("Senior Accountant for Norplan", JOB).reason == "index_page"


STUB = """The ferry Aurelia will not sail again before Easter, the harbour board of Marlow Quay said after a meeting that lasted
until midnight. Divers had found a crack of two metres below the water line, which nobody could explain, and the shipyard wants to
see the hull first."""


@pytest.mark.parametrize(
    "title", ["Ferry Aurelia stays in port until Easter after divers find crack", None]
)
def test_a_stub_without_a_word_of_metadata_is_an_article_by_its_heading_and_its_long_sentences(
    title,
):
    assert judge_dump(title, STUB.replace("\n", " ")).reason is None


def test_a_list_of_stories_is_told_with_each_sign_and_its_points():
    teasers = [f"Ferry number {number} sails again" for number in range(12)]
    told = "The harbour board says that all of the ferries will sail again before the end of the winter."
    page = judge_page(
        "Latest news", "\n".join([*teasers, told]), "https://pier.example/tag/ferries"
    )
    assert page.reason == "index_page"
    assert (
        page.detail
        == "a list of stories: the heading is a list's (+2), the address is a list's (+3), most lines are no sentences (+2)"
    )


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Letters: your bus lane is my bakery's end",
            "Sir, You wrote on Monday that our traders welcome the bus lane. I am a trader, I "
            "do not. Since your council painted it my takings have fallen by a third.\n\n"
            "If you wish to know what we think, come to our shops and ask us. We open at five.",
        ),
        (
            "Tribuna: devuelvan el río",
            "Nos dijeron que el embalse daría trabajo. Dio tres guardas y un cartel. "
            "Mientras tanto el río se secó.\n\n"
            "No pido un milagro: pido que abran las compuertas, como prometieron hace años.",
        ),
        (
            "Éditorial. Le prix du silence",
            "Voilà six mois que le maire ne répond plus à nos questions. Il a répondu hier.\n\n"
            "Car vous, lecteurs, avez le droit de savoir où est passé l'argent du port.",
        ),
    ],
)
def test_a_view_that_speaks_to_its_readers_is_an_article_where_its_heading_says_so(title, text):
    assert judge_page(title, text).reason is None


def test_a_brief_of_two_long_sentences_is_an_article_in_a_language_of_long_words():
    text = (
        "W nocy z poniedziałku na wtorek spłonęła stolarnia w Zalesiu. Z ogniem walczyło "
        "dwunastu strażaków. "
        "Nikt nie ucierpiał, straty oszacowano na 300 tysięcy złotych. Przyczynę bada policja."
    )
    assert judge_page("Pożar stolarni w Zalesiu", text).reason is None


def test_desks_with_their_numbers_are_no_article():
    desks = "Centralino 0555 301\nAbbonamenti 0555 302\nPubblicità 0555 303"
    told = "Per segnalazioni e fotografie potete scriverci a ogni ora, anche di notte e di festa."
    places = "Gli uffici sono aperti dal lunedì al venerdì dalle nove, in via del Porto 4."
    assert judge_page("Contatti della redazione", f"{told}\n{desks}\n{places}").reason


SHORTEST = "A bus struck a railway bridge in Tarn on Tuesday morning. Nobody was hurt, police said."
PUBLISHED = {"article:published_time": ("2024-03-05T10:00:00+00:00",)}


@pytest.mark.parametrize(
    "text",
    [
        SHORTEST,
        "Ferries to Holm are running again after a strike of two days, the operator said.",
        "W nocy z poniedziałku na wtorek spłonęła hala w Grodnikach. Nikt nie ucierpiał.",
        "5日午前8時ごろ、樽野市の鉄道橋に路線バスが衝突した。乗客12人にけがはなかった。",
    ],
)
def test_a_brief_of_a_sentence_is_an_article_where_its_page_says_when_it_appeared(text):
    assert judge_page("Bus hits bridge in Tarn", text, metas=PUBLISHED).reason is None
    assert (
        judge_page("Bus hits bridge in Tarn", text, json_ld='{"@type": "NewsArticle"}').reason
        is None
    )


@pytest.mark.parametrize("text", ["Watch the full interview here.", "Photo: Ida Moss / Post"])
def test_a_line_under_a_headline_is_no_brief_although_its_page_is_dated(text):
    assert judge_page("Bus hits bridge in Tarn", text, metas=PUBLISHED).reason == "too_short"


DUMPLINGS = """My grandmother cooked these on Saturdays, and they are better on the second day.
500 g potatoes
150 g flour
12 plums
Boil the potatoes until they are soft, then mash them.
Knead them with the flour, wrap each plum and simmer for ten minutes."""


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("Recipe", "service_page"),
        ("Product", "product"),
        ("JobPosting", "listing"),
        ("ProfilePage", "index_page"),
        ("FAQPage", "service_page"),
        ("DiscussionForumPosting", "comments_only"),
    ],
)
def test_a_page_is_what_its_markup_says_where_that_names_no_article(kind, reason):
    title, only = "Plum dumplings", f'{{"@type": "{kind}"}}'
    verdict = judge_page(title, DUMPLINGS, json_ld=only)
    assert verdict.reason == reason
    assert verdict.detail in (f"the markup says {kind} and no article", "3 ingredients")
    both = f'[{only}, {{"@type": "NewsArticle"}}]'
    assert judge_page(title, DUMPLINGS, json_ld=both).reason is None


def test_a_long_story_is_an_article_though_its_markup_names_the_thing_that_it_is_about():
    story = "\n".join(f"{BRIEF} That was year {year}." for year in range(1990, 1998))
    assert judge_page("The lifeboat", story, json_ld='{"@type": "Product"}').reason is None


STANDING = {"metas": {"og:type": ("article",), "article:modified_time": ("2024-03-11",)}}
ABOUT = (
    "Marlow Rivers Trust looks after sixty miles of water. We are always glad of your help. If you"
    " have a free Saturday, come and see us. Our wardens will show you what lives under a stone."
)


def test_a_page_that_its_system_calls_no_post_is_asked_for_its_manner_whatever_its_og_type():
    web_page = '{"@type": "WebPage", "datePublished": "2021-06-02"}'
    assert judge_page("Who we are", ABOUT, json_ld=web_page, **STANDING).reason == "service_page"
    classes = frozenset({"page", "page-template-default"})
    metas = {"og:type": ("article",)}
    assert (
        judge_page("Who we are", ABOUT, metas=metas, body_classes=classes).reason == "service_page"
    )


def test_a_post_of_the_same_system_is_an_article():
    post = '[{"@type": "WebPage"}, {"@type": "BlogPosting", "datePublished": "2021-06-02"}]'
    assert judge_page("Why we count eels", ABOUT, json_ld=post, **STANDING).reason is None


def test_the_reviews_of_a_thing_on_sale_make_no_article_of_it():
    sale = '{"@type": "Product", "review": [{"@type": "Review"}, {"@type": "Review"}]}'
    assert judge_page("Oak bench", "Made by hand of old boats.", json_ld=sale).reason == "product"
    review = '{"@type": "Review", "itemReviewed": {"@type": "Movie"}}'
    assert judge_page("The tide comes in", BRIEF, json_ld=review).reason is None


@pytest.mark.parametrize(
    ("language", "address", "telling"),
    [
        ("ar", "يرجى إرسال رسالتك إلينا", "وقالت الشرطة أمس"),
        ("fa", "لطفا نظر شما را بفرستید", "پلیس گفت"),
        ("he", "נשמח לשמוע מכם, כתבו לנו", "המשטרה מסרה אתמול"),
        ("hi", "कृपया हमें लिखें", "पुलिस ने बताया"),
        ("ja", "ご利用ください", "警察によると"),
        ("ko", "문의해 주세요", "경찰이 밝혔다"),
        ("zh", "请您点击登录", "警方昨日表示"),
    ],
)
def test_manner_is_told_in_scripts_without_capitals_and_without_spaces(language, address, telling):
    asks, tells = (
        describe_manner(replace(gather_dump_facts(None, text, ()), language=language))
        for text in (address, telling)
    )
    assert asks["address"] > 0 == asks["telling"]
    assert tells["telling"] > 0 == tells["address"]
    assert asks["names"] == tells["names"] > 0


def test_a_table_of_clocks_is_a_timetable_and_the_hours_of_a_live_blog_are_none():
    table = ["Quay", "6:10", "6:40", "7:10", "Mill", "6:18", "6:48", "7:18"]
    assert is_timetable(gather_dump_facts("Line 3", "Line 3 runs daily.", table))
    told = "The water is at the door of the mill.", "The mill has been left.", "Boats are out."
    for hours in (("6:10", "6:40", "7:05"), ("6 am", "7 am", "8 a.m."), ("6.10 Uhr",) * 3):
        blog = [line for entry in zip(hours, told, strict=True) for line in entry]
        assert not is_timetable(gather_dump_facts("Flood", told[1], blog))


def test_small_advertisements_that_end_with_a_number_are_no_article():
    adverts = "Curtains, as new. Tel. 0555 011 23\nKittens, free. Call 0555 449 01\nA shed wanted. 0555 730 82"
    assert judge_dump("For sale and wanted", adverts).reason is not None


def test_a_thread_is_told_by_what_stands_under_each_nickname():
    posts = [
        "tinroof",
        "Beiträge: 57",
        "It drips when it rains from the west, and I have changed the seal.",
        "slater_joe",
        "Beiträge: 903",
        "Get somebody up there with a hose before you spend any money on it.",
        "marge.l",
        "Beiträge: 12",
        "Ours was the flashing, and it took a man half an hour to mend that.",
    ]
    assert judge_dump("Leaking skylight", "\n".join(posts)).reason == "comments_only"
    told = "\n".join(line for line in posts if "Beiträge" not in line)
    assert judge_dump("Leaking skylight", told).reason != "comments_only"


def test_stories_cut_off_at_both_ends_are_results_of_a_search():
    found = "Bus lanes open\n…the two new lanes on Station Road will open…\n"
    assert judge_dump("214 hits", found * 3).reason == "search_page"
    assert judge_dump("214 hits", found * 2).reason != "search_page"


@pytest.mark.parametrize("price", ["판매가 89,000원", "Price 24,50 €", "£55.75"])
def test_a_price_may_stand_behind_its_label(price):
    told = "The pan holds its heat and can be used on any stove that you have at home."
    assert judge_dump("Iron pan", told, ["Iron pan", price, told]).reason == "product"
    assert judge_dump("Iron pan", told, ["Won £500 in court", told]).reason != "product"


def test_rows_of_a_race_are_no_ingredients():
    told = (
        "Kettle Bay swimmers won five golds in Truro on Sunday, the club's best result for ten years,"
        " after a long day at the county championships. Pascoe said she was proud of them all.\n"
    )
    rows = "50m free E. Pascoe J. Rowse\n100m back M. Kent E. Pascoe\n200m medley L. Boon A. Noor"
    assert judge_dump("Swimming: county results", told + rows).reason is None


@pytest.mark.parametrize(
    ("heading", "is_told"),
    [
        ("Search results for tide", True),
        ("23 results for “tide”", True),
        ("All search results for tide", False),  # not where it begins
        ("Search for: Search", False),  # a field and its button
    ],
)
def test_a_search_page_begins_with_what_it_is(heading, is_told):
    assert bool(find_start_phrases([heading])) == is_told


def test_a_brief_among_the_buttons_of_its_site_is_no_wall():
    brief = (
        "A peacock closed Highway 9 for an hour on Tuesday. A deputy, who is allergic to feathers,"
    )
    brief += " sent the cars round it, and the owner was fined."
    site = ["Menu", "Sign up to our newsletter", "Terms of use"]
    assert judge_dump("Peacock stops traffic", brief, [*site, brief]).reason is None
    assert judge_dump("Mesa Courier", "", [*site, "Enter your e-mail address"]).reason


HITS = "\n".join(f"Tide story {number} of the pier" for number in range(12))


@pytest.mark.parametrize(
    ("title", "text", "path", "is_search"),
    [
        ("Search results for tide", BRIEF, "/?s=tide", True),  # heading and address say so
        ("Tide turns", HITS, "/?s=tide", True),  # address and shape
        ("Search results for tide", HITS, "/a", True),  # heading and shape
        ("Search results for tide", BRIEF, "/a", False),
        ("Tide turns", BRIEF, "/?s=tide", False),
        ("Tide turns", HITS, "/a", False),
    ],
)
def test_two_of_heading_address_and_shape_make_a_page_of_results(title, text, path, is_search):
    reason = judge_page(title, text, f"https://harbour.example{path}").reason
    assert (reason == "search_page") == is_search


ITEMS = "The board met again on Monday.\n" + "an oar\n" * 9
OFFER = "The pan holds its heat and can be used on any stove that you have at home."


@pytest.mark.parametrize("declared", [Declared(), Declared(is_dated=True), Declared(articles=1)])
def test_what_states_a_date_or_declares_an_article_is_told_by_no_items_and_no_price(declared):
    items = replace(gather_dump_facts("Wanted", ITEMS, ITEMS.split("\n"), None), declared=declared)
    lines = ["Iron pan", "£55.75", OFFER]
    pan = replace(gather_dump_facts("Iron pan", OFFER, lines, None), declared=declared)
    is_plain = declared == Declared()
    assert (shape._is_itemised(items), bool(find_price(pan))) == (is_plain, is_plain)


def test_an_advertisement_of_items_is_short():
    lists = "The board met again on Monday.\n" + "an old oar and a rope\n" * 12
    facts = gather_dump_facts("Wanted", lists, lists.split("\n"), None)
    within, beyond = (
        replace(facts, word_counts=(shape.MAX_OFFER_WORDS + more,)) for more in (0, 1)
    )
    assert (shape._is_itemised(within), shape._is_itemised(beyond)) == (True, False)


SHELF = "Garden tools\n48 products\nSteel hand fork £9.50\nBorder spade £39.00\nWatering can £28.00"


@pytest.mark.parametrize(
    ("text", "declared", "is_told"),
    [
        (SHELF, Declared(), True),
        (
            re.sub(r"£([\d.]+)", r"\1 €", SHELF),
            Declared(types=frozenset({"og:article"})),
            True,
        ),
        (SHELF, Declared(articles=1), False),
        (SHELF, Declared(is_published=True), False),
        ("Ada Orr: fined £300.\nJo Moss: fined £85.\nIan Best: fined £41.", Declared(), False),
    ],
)
def test_a_shelf_is_things_that_each_bear_a_price(text, declared, is_told):
    facts = replace(gather_dump_facts("Tools", text, text.split("\n"), None), declared=declared)
    assert bool(find_shelf(facts)) == is_told


@pytest.mark.parametrize(
    ("lines", "is_told"),
    [
        (
            [
                "Friday 14 June, 7.30 pm",
                "The Old Pilot, Quay Street",
                "Tickets £8 (£5 for members)",
            ],
            True,
        ),
        (["Samedi 8 juin, 20h30", "Église Saint-Martin", "Entrée : 6 €"], True),
        (["Fr., 7. Juni, 19.30 Uhr", "Gasthof Linde", "9 Euro"], True),
        (["Friday 14 June 2024, 7.30 pm", "By Ann Lee", "Subscribe for £1"], False),
        (["Friday 14 June, 7.30 pm", "By Ann Lee"], False),
        (["The band plays on Friday at 7.30 pm.", "It costs £8."], False),
    ],
)
def test_who_invites_says_when_and_for_how_much(lines, is_told):
    text = "Come and sing along with the crew and their guests from Brittany."
    facts = gather_dump_facts("Shanty night", text, [*lines, text], None)
    assert bool(find_event(facts)) == is_told


def test_stories_that_break_off_under_the_heading_of_a_search_are_its_results():
    text = "The bridge will close from Monday, the council said, after ...\n"
    text += "Shopkeepers on the east bank fear for their trade and say ...\n"
    text += "Engineers have looked at the piers and found that two of ..."
    verdicts = [
        judge_dump(title, text, text.split("\n")) for title in ("23 results for “bridge”", "Bridge")
    ]
    assert [verdict.reason == "search_page" for verdict in verdicts] == [True, False]


@pytest.mark.parametrize(("sentences", "is_kept"), [(4, True), (2, False)])
def test_sentences_in_a_row_are_a_brief_in_a_language_whose_manner_nobody_listed(
    sentences, is_kept
):
    told = (
        "ማክሰኞ ሌሊት በከተማው ምሥራቅ በሚገኝ መጋዘን እሳት ተነሳ።",
        "የእሳት አደጋ ሠራተኞች እሳቱን በሁለት ሰዓት ውስጥ አጥፍተውታል።",
        "ማንም አልተጎዳም ሲል ፖሊስ ገልጿል።",
        "መንስኤው እየተጣራ ነው።",
    )
    facts = gather_dump_facts("በመጋዘን እሳት ተነሳ", "\n".join(told[:sentences]), told, None)
    assert (judge(replace(facts, language="am")).reason is None) == is_kept
