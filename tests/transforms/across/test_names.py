"""One text in two languages is known by its names and numbers, in whatever script; two texts on one
matter are not one.
"""

import pytest

from transforms.across.names import agree, read_names, read_number, sound

ENGLISH = """Ferry talks resume in Rostavel

The ferry company Nordkyle said on Tuesday that it would cancel 140 crossings between Rostavel and Milburg in May.

Talks with the union broke down on Friday night, its chairman Viktor Lindaros told reporters in Rostavel, and no date has been set.

"We ask for what was promised to us in 2019," said Lindaros, whose members have been without a contract for 26 months.

The minister of transport, Karla Brennikova, called on Nordkyle to return to the table. She will travel to Milburg on Thursday."""
RUSSIAN = """Переговоры о паромах в Роставеле возобновляются

Паромная компания Нордкайл сообщила во вторник, что в мае отменит 140 рейсов между Роставелем и Мильбургом.

Переговоры с профсоюзом сорвались в пятницу вечером, заявил в Роставеле его председатель Виктор Линдарос, новая дата не назначена.

«Мы просим того, что нам обещали в 2019 году», — сказал Линдарос, чьи коллеги уже 26 месяцев работают без договора.

Министр транспорта Карла Бренникова призвала Нордкайл вернуться за стол переговоров. В четверг она поедет в Мильбург."""
GERMAN = """Neue Gespräche über die Fähren in Rostavel

Die Reederei Nordkyle hat am Dienstag mitgeteilt, dass im Mai 140 Fahrten zwischen Rostavel und Milburg ausfallen.

Am Freitagabend waren die Gespräche mit der Gewerkschaft geplatzt, wie ihr Vorsitzender Viktor Lindaros in Rostavel vor Journalisten sagte.

»Wir wollen, was uns 2019 versprochen wurde«, sagte Lindaros, dessen Leute seit 26 Monaten keinen Vertrag mehr haben.

Verkehrsministerin Karla Brennikova rief Nordkyle auf, wieder zu verhandeln. Sie reist am Donnerstag nach Milburg."""
GREEK = """Νέες συνομιλίες για τα πλοία στο Ροσταβέλ

Η εταιρεία Νορντκάιλ ανακοίνωσε την Τρίτη ότι ακυρώνει 140 δρομολόγια μεταξύ Ροσταβέλ και Μίλμπουργκ τον Μάιο.

Οι συνομιλίες με το σωματείο ναυάγησαν το βράδυ της Παρασκευής, είπε στο Ροσταβέλ ο πρόεδρός του, ο Βίκτορ Λίνταρος.

«Ζητάμε αυτό που μας υποσχέθηκαν το 2019», είπε ο Λίνταρος. Τα μέλη του είναι χωρίς σύμβαση εδώ και 26 μήνες.

Η υπουργός Μεταφορών, η Κάρλα Μπρένικοβα, κάλεσε τη Νορντκάιλ να επιστρέψει. Την Πέμπτη ταξιδεύει στο Μίλμπουργκ."""
ARABIC = """استئناف محادثات العبارات في روستافيل

أعلنت شركة نوردكايل يوم الثلاثاء إلغاء 140 رحلة بين روستافيل وميلبورغ في شهر مايو.

وانهارت المحادثات مع النقابة مساء الجمعة، كما قال رئيسها فيكتور لينداروس للصحفيين في روستافيل دون تحديد موعد جديد.

وقال لينداروس: "نطالب بما وعدنا به في عام 2019"، مضيفا أن أعضاء نقابته بلا عقد منذ 26 شهرا.

ودعت وزيرة النقل كارلا برينيكوفا شركة نوردكايل إلى العودة إلى التفاوض، وستسافر إلى ميلبورغ يوم الخميس."""
# the same company and minister on another day: no translation of the above
OTHER_GERMAN = """Brennikova stellt Hafenplan für Milburg vor

Verkehrsministerin Karla Brennikova will den Hafen von Milburg ausbauen. Der Plan kostet 900 Millionen.

Bis 2031 sollen dort 12 neue Kräne stehen, heißt es in einem Papier, das am Montag in Odenhall vorgelegt wurde.

Widerspruch kam von der Umweltgruppe Blaue Bucht, deren Sprecherin Jorun Hask den Plan ein Unglück für die Küste nannte.

Die Reederei Nordkyle, die von Rostavel aus fährt, begrüßte ihn. Ihr Chef Tomas Aldgard sprach von einem guten Tag."""
OTHER_RUSSIAN = """Саммит в Роставеле: Бренникова и Линдарос пожали руки

На саммите в Мильбурге обсуждали рыболовство. Делегация Остландии покинула зал, требуя новых квот на 2031 год.

Карла Бренникова пообещала ответить до 15 июня. Её коллега Пётр Заворский назвал это победой здравого смысла.

Рыбаки Ольхового берега ждут 300 новых лицензий, а Нордкайл готов возить улов.

Виктор Линдарос выступал последним и о забастовке не говорил."""
TABLE = "{head}\n\nRostavel {a}\nMilburg {b}\nOdenhall {c}\nKestrel {d}\nAldmoor {e}\nVintry {f}"
TODAY = dict(zip("abcdef", (14, 17, 21, 19, 12, 16), strict=True))
LATER = dict(zip("abcdef", (11, 18, 25, 22, 13, 10), strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ENGLISH, RUSSIAN, id="English and Russian"),
        pytest.param(ENGLISH, GERMAN, id="English and German"),
        pytest.param(ENGLISH, GREEK, id="English and Greek"),
        pytest.param(ENGLISH, ARABIC, id="English and Arabic, which has no capitals"),
        pytest.param(RUSSIAN, GERMAN, id="Russian and German"),
        pytest.param(RUSSIAN, ARABIC, id="Russian and Arabic"),
    ],
)
def test_a_translation_has_the_same_names_in_the_same_places(one: str, other: str) -> None:
    agreement = agree(read_names(None, one), read_names(None, other))
    assert agreement == agree(read_names(None, other), read_names(None, one))
    assert agreement


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ENGLISH, OTHER_GERMAN, id="the same company and minister on another day"),
        pytest.param(ENGLISH, OTHER_RUSSIAN, id="the same people at a summit"),
        pytest.param(ARABIC, OTHER_RUSSIAN, id="the same people, in a script without capitals"),
        pytest.param(ENGLISH, GERMAN.split("\n\n")[1], id="one paragraph of it"),
        pytest.param(ENGLISH, " ".join(reversed(GERMAN.split())), id="the names in another order"),
        pytest.param(
            TABLE.format(head="The weather on Monday", **TODAY),
            TABLE.format(head="Das Wetter am Dienstag", **LATER),
            id="a table",
        ),
        pytest.param("", "", id="no words"),
    ],
)
def test_two_texts_with_the_same_names_are_not_one(one: str, other: str) -> None:
    assert agree(read_names(None, one), read_names(None, other)) is None


def test_the_table_of_one_day_is_known_in_both_languages() -> None:
    one, other = (
        TABLE.format(head="The weather on Monday", **TODAY),
        TABLE.format(head="Das Wetter am Montag", **TODAY),
    )
    assert agree(read_names(None, one), read_names(None, other))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Petrova", "Петрова", "بتروفا", "Πετρόβα"),
        ("Shevchik", "Шевчик", "Schewtschik"),
        ("Lindaros", "ლინდაროს", "לינדרוס", "Λίνταρος"),
    ],
)
def test_a_name_sounds_the_same_in_any_script(spellings: tuple[str, ...]) -> None:
    assert len({sound(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    ("digits", "number"),
    [("1,200", "1200"), ("1.200", "1200"), ("3,5", "3.5"), ("1.250.000", "1250000"), ("١٢", "12")],
)
def test_a_number_is_the_same_in_any_notation(digits: str, number: str) -> None:
    assert read_number(digits) == number
