"""Telling articles from other pages, and the genres of articles apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpu import cpu_seconds
from transforms.clean.judge.facts import count_words, gather_dump_facts, gather_page_facts
from transforms.clean.judge.verdict import judge
from transforms.clean.markup.json_ld import read_json_ld
from transforms.clean.markup.markup import Markup

BRIEF = (
    "The lifeboat at Gull Point was called out twice on Sunday night. In the first incident the crew towed a yacht with engine"
    " trouble back to the marina. Two hours later they were sent to look for a kayaker, who was found safe on the beach. A"
    " spokesman said that nobody had been hurt."
)
# articles that talk of what the judge looks for: (title, text)
ARTICLES = [
    (
        "Search for missing walker enters third day",
        "Rescue teams resumed the search for Owen Pryce, 61, on Thursday morning. Mountain volunteers, two helicopters and dogs"
        ' are combing the ridge above Cwm Isaf, where his car was found on Monday. "We have not given up hope," said Inspector '
        "Mair Beynon. The weather is expected to worsen at night.",
    ),
    (
        "Results for first quarter beat forecasts",
        "Halden Group said on Tuesday that results for the first quarter were better than expected. Revenue rose by 4 per cent "
        "to 310 million euros. The chief executive, Anja Brandl, said that demand from shipyards had recovered. Shares rose by "
        "6 per cent in early trading in Oslo.",
    ),
    (
        "Regulator fines website over cookie banner",
        "The privacy regulator has fined a news website 200,000 euros because its cookie banner had no button to reject all "
        "cookies. Visitors could accept cookies with one click but needed five to refuse them, the regulator said. The "
        "publisher argued that its partners rely on legitimate interest. The regulator did not agree: consent must be as easy "
        "to withdraw as to give. The company has thirty days to appeal. Consumer groups welcomed the decision and said that "
        "dozens of other websites use the same pattern.",
    ),
    (
        "Why captchas no longer work",
        "Select all images with traffic lights: the puzzles that are meant to prove that you are not a robot have become too "
        'easy for machines, researchers say. A team in Graz showed that software solves them faster than people. "The game is '
        'over," said Lena Moik, who led the study. Websites are now looking at how visitors move the mouse, or simply ask them '
        "to pay. Privacy campaigners object to both. A captcha takes a person 32 seconds on average, which adds up to some 500 "
        "years of human time a day.",
    ),
    (
        "Page not found: how the ministry lost its archive",
        "For eleven days this month, everybody who looked for a law on the website of the ministry of justice read the same "
        "message: page not found. A contractor had deleted the wrong folder, officials admitted on Friday. Most of the archive "
        'has been restored from copies that volunteers keep in Lisbon. "We are grateful and embarrassed," the minister, Tomas '
        "Ferrer, told parliament. The opposition asked why there had been no backup.",
    ),
    (
        "Privacy policy row at health service",
        "Doctors have criticised the health service over a new privacy policy that lets third parties read appointment data. "
        'The policy took effect on Monday. "Patients were not asked," said Dr Ruth Lindgren of the doctors\' union. The service '
        "says that personal data are protected and that nobody may sell them. A spokeswoman said it would review the wording. "
        "Two patients' groups have complained to the regulator, who is to decide in June.",
    ),
    (
        "Hackers steal password database from airline",
        "Hackers have stolen the email addresses and passwords of 1.2 million customers of Norda Air, the airline said on "
        "Monday. Customers are asked to reset their password and to log in again. Payment data were not taken, according to the"
        ' company. "We are sorry," said its chief executive, Per Alm. The police in Malmö are investigating.',
    ),
    (
        "Chain to close 40 shops as buyers go online",
        "The clothing chain Vester is to close 40 of its 110 shops by the summer, it said on Wednesday, with the loss of 900 "
        "jobs. Sales in shops have fallen by a fifth in two years, while customers add to cart on their phones. Free delivery "
        'and free returns cost the company 30 million pounds last year. Unions called the decision brutal. "People were told at'
        " nine and had to leave at noon,\" said Carol Finch of the shop workers' union.",
    ),
    (
        "House prices fall in the north",
        "House prices in the north fell by 2.3 per cent in May, the lender Harrow said. A house with three bedrooms now costs "
        '198,000 pounds on average. Rents rose: tenants pay 910 pounds per month, 8 per cent more than last year. "There are '
        "too few homes for rent,\" said the lender's economist, Ian Mott. Property agents expect prices to recover when interest"
        " rates fall.",
    ),
    (
        "„Wir haben zu lange gewartet“",
        "Frau Tammen, warum wird der Deich erst jetzt gebaut?\n\n"
        "Wiebke Tammen: Weil das Geld fehlte. Und weil niemand sich erinnern wollte, wie hoch das Wasser 1962 stand.\n\n"
        "Was sagen Sie den Anwohnern?\n\n"
        "Tammen: Dass wir zu lange gewartet haben. Das tut mir leid.\n\n"
        "Und wer bezahlt?\n\n"
        "Tammen: Das Land übernimmt 80 Prozent, der Bund den Rest. Die Gemeinde zahlt nur die Planung.",
    ),
    (
        "Five things we learned from the budget",
        "Income tax stays the same\n\n"
        "The finance minister kept her promise and left the rates alone.\n\n"
        "Fuel gets dearer\n\n"
        "Drivers will pay three cents more for a litre from October.\n\n"
        "Pensions rise\n\n"
        "Pensioners get 4.1 per cent more, in line with wages.\n\n"
        "No money for the tunnel\n\n"
        "The plan for a second tunnel has been put off until 2030.\n\n"
        "The opposition is split\n\n"
        "Two of its parties will abstain.",
    ),
    (
        "Saturday's football round-up",
        "Harbour Town 2 Penmarrow 2\n\n"
        "A late header by Joe Trewin saved a point for the hosts.\n\n"
        "St Brannoc 0 Gull Point 3\n\n"
        "The visitors were three up at half-time and could have had more.\n\n"
        "Quay Rovers 1 Marine 0\n\n"
        "Captain Sam Odell scored from the spot after 12 minutes.",
    ),
    (
        "Letters: the lido and the ferry",
        "Sir, your report on the lido (12 May) forgot to mention who paid for the last one.\n\n"
        "J. Trevose, Quay Road\n\n"
        "Sir, I have taken the ferry to work for 30 years and have never been so cold.\n\n"
        "Margaret Hale, Gull Point\n\n"
        "Sir, may I thank the young man who returned my purse on Tuesday? There are good people about.\n\n"
        "Name supplied",
    ),
    (
        "Access denied: reporters kept out of council meeting",
        "Two reporters were kept out of a meeting of the harbour council on Monday, although the law says that it must be "
        'public. "We were told access denied and pointed to the door," said Rowan Tregear of this newspaper. The council\'s '
        "clerk, Jean Moyle, said there had been a misunderstanding. Minutes will be published next week.",
    ),
    (
        "Grandmother's cookies win county prize",
        'Ethel Marsh, 91, has won the county baking prize with her ginger cookies. "The secret is in the butter," she said. The'
        " judges tasted 48 kinds of cookies in an afternoon. Her granddaughter hopes to sell the cookies online. The prize is "
        "50 pounds and a wooden spoon.",
    ),
    (
        "Terms and conditions: why nobody reads them",
        "It would take 76 working days a year to read all the terms and conditions that we agree to, a study at the university "
        "of Tartu says. Its authors asked 1,200 people what they had agreed to. Nine in ten did not know that third parties "
        'could read their messages. "These terms are not written for people," said Kaja Org, who led the study.',
    ),
    (
        "Login",
        "The band Login return with their third album this Friday, eleven years after the second. Password Forgotten, as it is "
        "called, was recorded in a barn near Aarhus. Singer Ida Krogh says she wrote the songs on the night bus. The first "
        "single is a slow waltz about leaving. It is the best thing that they have done.",
    ),
    (
        "Роскомнадзор заблокировал сайт газеты",
        "Доступ к сайту газеты «Зареченский вестник» ограничен с понедельника, сообщила редакция. Ведомство заблокировало его "
        "без решения суда. Главный редактор Анна Лосева сказала, что редакция подаст жалобу. По её словам, причиной стала "
        "статья о закупках. В ведомстве на вопросы не ответили.",
    ),
    (
        "Job fair brings 40 employers to town",
        "More than 40 employers will come to a job fair in Cold Fork on Saturday. Most want full-time staff for the harvest and"
        " say that the salary depends on experience. Applicants can apply now or bring a résumé on the day, said the organizer,"
        " Dana Whitcomb. The job fair opens at nine in the high school gym.",
    ),
    (
        "Latest news from the front: village changes hands again",
        "The village of Ternivka has changed hands for the fourth time in a month, officers on both sides said on Thursday. "
        'Soldiers went from house to house at night. "There is nothing left to hold," said Captain Oleh Hnatiuk. Some 40 '
        "people, most of them old, still live in cellars there.",
    ),
    (
        "El alquiler sube en la costa",
        "El precio del alquiler ha subido un 11% en la costa en un año, según la asociación de agencias. Un piso de tres "
        "habitaciones y dos baños cuesta de media 1.150 euros al mes, cuando el salario medio es de 1.400. La superficie media "
        "de los pisos baja. «No hay casas, y las que hay se destinan al turismo», dice Amparo Gil, portavoz de los inquilinos. "
        "El gobierno promete limitar los precios. Los dueños piden menos requisitos.",
    ),
    (
        "Gericht: Nutzer müssen nicht zahlen",
        "Wer der Verarbeitung personenbezogener Daten nicht zustimmt, darf nicht zum Zahlen gezwungen werden, hat das Gericht "
        "in Oldenburg entschieden. Die DSGVO verlange eine freie Einwilligung. Geklagt hatten Nutzer eines Portals. Dritte "
        "hatten Daten gekauft. Der Betreiber lehnte eine Haftung ab: Die Nutzer hätten den Geschäftsbedingungen zugestimmt. Die"
        " Richterin widersprach und sprach den Klägern je 200 Euro zu. Das Urteil ist nicht rechtskräftig.",
    ),
    (
        "Une boutique ferme, une autre ouvre",
        "La librairie du Quai ferme ses portes après 30 ans. « Les clients commandent en ligne, la livraison gratuite nous a "
        "tués », dit sa gérante. Le stock sera vendu samedi. À deux rues de là ouvre une boutique de jeux, avec garantie et "
        "retours gratuits. Le maire parle d'un signe des temps. Les riverains, eux, regrettent les avis clients que la libraire"
        " écrivait à la main sur chaque livre.",
    ),
    (
        "Ryanell fined over refunds",
        "The airline Ryanell has been fined 4 million euros for not refunding passengers within a week, in accordance with the "
        "law. Its terms and conditions were unfair, the regulator said. Passengers' personal data had also been passed to third"
        ' parties without notice. The airline will appeal. "We shall not be liable for storms," a spokesman said. Consumer '
        "groups called on passengers to insist on their rights.",
    ),
    (
        "Werft stellt ein",
        "Die Werft in Ebbesiel sucht 80 Leute in Vollzeit und 20 in Teilzeit. Das teilte der Betriebsrat mit. „Wir bieten "
        "Tariflohn und sichere Arbeit“, sagte die Personalchefin Heike Folkerts. Bewerben könne man sich ab Montag. Die "
        "Anforderungen seien hoch. Noch vor zwei Jahren hatte die Werft 120 Stellen gestrichen. Nun sind die Auftragsbücher "
        "voll.",
    ),
    (
        "Rail maintenance to close line for a week",
        "Scheduled maintenance will close the line between Trevose and Hale from Monday. Trains are temporarily unavailable and buses "
        "will run every half hour, the operator said. It apologised for any inconvenience to passengers.",
    ),
    (
        "Old pier hotel is for sale",
        "The Grand Pier hotel at Gull Point is for sale for the first time in sixty years. The asking price is 2.4 million pounds. Its "
        "owner, Ted Lowry, said he wanted to fish.",
    ),
    (
        "Webseite der Stadt nach Wartungsarbeiten wieder erreichbar",
        "Die Webseite der Stadt Elbtal ist nach Wartungsarbeiten wieder erreichbar. Sie war am Montag vorübergehend nicht erreichbar, weil "
        "ein Server ausfiel. Bürger konnten keine Termine buchen. Die Stadt bat um Verständnis.",
    ),
    (
        "Nye regler: Du skal være fyldt 18 år",
        "Fra 1. juli skal kunder være fyldt 18 år for at købe energidrik i kommunens haller. Det vedtog byrådet i Havneby tirsdag aften "
        "med 14 stemmer mod 9. Borgmester Ida Krog kaldte det et nødvendigt skridt.",
    ),
    (
        "Quay Harriers win ten-mile race",
        "Lyle Marsh won the Gull Point ten-mile race on Sunday in 51 minutes 12 seconds. Four of the first ten run for Quay "
        "Harriers.\n\n1. Lyle Marsh (Quay Harriers) 51:12\n\n2. Tom Odell (Trevose) 51:40\n\n3. Ned Fry (Hale) 52:03\n\n"
        "4. Jo Bell (Quay Harriers) 52:44",
    ),
    (
        "إغلاق الميناء بسبب الضباب",
        "أغلقت السلطات الميناء صباح الثلاثاء بسبب الضباب الكثيف الذي غطى الساحل. وقال مدير الميناء إن ثلاث سفن تنتظر الدخول، وإن العمل "
        "سيعود فور تحسن الرؤية. ولم تسجل أي حوادث حتى الآن.",
    ),
    (
        "เรือข้ามฟากหยุดให้บริการชั่วคราว",
        "เรือข้ามฟากท่าเรือเก่าหยุดให้บริการตั้งแต่เช้าวันจันทร์ เนื่องจากคลื่นลมแรง เจ้าหน้าที่คาดว่าจะกลับมาให้บริการได้ในช่วงบ่าย "
        "ผู้โดยสารสามารถใช้รถโดยสารทดแทนได้โดยไม่เสียค่าใช้จ่ายเพิ่ม",
    ),
    (
        "부두 화재, 인명 피해 없어",
        "3일 새벽 동부 부두 창고에서 불이 나 한 시간 만에 꺼졌다. 소방당국은 인명 피해는 없으며 창고 일부와 어구가 "
        "탔다고 밝혔다. 경찰은 정확한 화재 원인을 조사하고 있다. 부두 운영은 정상적으로 재개됐다.",
    ),
]


def judge_dump(title, text, lines=()):
    return judge(gather_dump_facts(title, text, lines or [title or "", *text.split("\n")]))


def judge_page(title, text, url=None, json_ld="", **markup):
    return judge(
        gather_page_facts(
            Markup(title=title, json_ld=read_json_ld([json_ld]), **markup), title, text, url
        )
    )


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
    assert judge_page("Bus hits bridge in Tarn", text).reason == "too_short"


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
    assert (verdict.reason, verdict.detail) == (reason, f"the markup says {kind} and no article")
    both = f'[{only}, {{"@type": "NewsArticle"}}]'
    assert judge_page(title, DUMPLINGS, json_ld=both).reason is None


def test_a_long_story_is_an_article_though_its_markup_names_the_thing_that_it_is_about():
    story = "\n".join(f"{BRIEF} That was year {year}." for year in range(1990, 1998))
    assert judge_page("The lifeboat", story, json_ld='{"@type": "Product"}').reason is None
