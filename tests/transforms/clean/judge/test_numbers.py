"""The numbers of the judge: what is short, long or frequent enough is taken, what is not is left,
and either fails where the number is doubled or halved.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

import pytest

from tests.numbers import TIDE, Limit, Number, fill
from transforms.clean.judge import (
    declared,
    entries,
    facts,
    genre,
    manner,
    phrases,
    sale,
    shape,
    teasers,
    ticker,
    verdict,
)
from transforms.clean.judge.facts import (
    Declared,
    Layout,
    PageFacts,
    gather_dump_facts,
    gather_page_facts,
    is_thin,
)
from transforms.clean.markup.markup import Markup


def read_dump(*lines: str, title: str | None = None) -> PageFacts:
    return gather_dump_facts(title, "", lines)


def read_text(text: str, title: str | None = None) -> PageFacts:
    return gather_dump_facts(title, text, ())


# surer of serving its readers than it must be while it is short
SERVICE = read_text(
    "You can send us your parcel from any of our counters. Your receipt tells you the day, and you"
    " can ask us to call you before we come to your door. We keep your parcel for you if you are"
    " not at home, and you can fetch it with your card.",
    "Send a parcel",
)


def declare(**stated: int) -> PageFacts:
    return replace(read_dump(), declared=Declared(**stated))


def is_dated_by(line: str) -> bool:
    return read_dump(line).declared.is_dated


def is_dated_behind(lines_before: int) -> bool:
    return read_dump(*["The pier"] * lines_before, "3 May 2024").declared.is_dated


def is_headed_behind(lines_before: int) -> bool:
    return "soft_404" in read_dump(*["The pier"] * lines_before, "Page not found").titled


def is_told_behind(words_before: int) -> bool:
    told = "Harbourmastership " * words_before
    return "block_page" in read_text(f"{told}\nVerify you are human").phrases


def is_told_among(words: int) -> bool:
    return "block_page" in read_text(f"Please verify that you are human.\n{TIDE * words}").phrases


def is_label(line: str) -> bool:
    return "product" in read_dump(line).offers


def is_prose(line: str) -> bool:
    return read_text(line).told_words > 0


def is_ticker_of(*lines: str) -> bool:
    return ticker.is_ticker(read_text("\n".join(lines)))


def is_paired(pairs: int, beside: int = 0, headline: int = 5, below: int = 6) -> bool:
    """Whether so many headlines with lines below, beside other lines, are a list of stories."""
    pair = ("Port" + TIDE * (headline - 1), "The" + TIDE * (below - 1) + ".")
    return teasers.is_paired([*["It is low now."] * beside, *pair * pairs])


def is_match(minutes: int) -> bool:
    return is_ticker_of(*(f"{80 - at}' Orrin score again." for at in range(minutes)))


def is_updated(entries: int, told: str = "The hall is full.") -> bool:
    return is_ticker_of(*(line for at in range(entries) for line in (f"{20 - at}.30", told)))


def tells_among(told: int) -> bool:
    """Whether four entries are a ticker of which so many tell something."""
    lines = ["The hall is full."] * told + ["Full"] * (4 - told)
    return is_ticker_of(
        *(line for at, told in enumerate(lines) for line in (f"1{9 - at}.30", told))
    )


def is_night(clock: str) -> bool:
    """Whether what stands under a quarter past midnight was on the day before."""
    return is_ticker_of(*(f"{when} The hall is full." for when in ("0.20", "0.15", clock)))


def is_heading_above_menu(entries: int) -> bool:
    lines = ("Latest news", *["Port"] * entries, "A boat that was lost in May")
    return "index_page" in read_dump(*lines).started


def is_heading_before(words: int) -> bool:
    entry = "Port" + TIDE * (words - 1)
    lines = ("Latest news", *[entry] * 3, "A boat that was lost in May")
    return "index_page" in read_dump(*lines).started


def is_dialogue(turns: int) -> bool:
    return genre.find_genre(read_text("ANN LEE: It shut.\nBO EK: Why?\n" * turns)) == "transcript"


def is_stub(words: int) -> bool:
    closed = Markup(json_ld=({"@type": "NewsArticle", "isAccessibleForFree": False},))
    return genre.find_genre(gather_page_facts(closed, None, TIDE * words, None)) == "paywall_stub"


def is_video(words: int) -> bool:
    told = read_text(TIDE * words, "Video: waves over the pier")
    return genre.find_genre(told) == "video"


def is_asked_behind(words_before: int) -> bool:
    return manner.describe_manner(read_text(TIDE * words_before + ". Where?"))["questions"] > 0


def asks_less_than_it_could(fields: int) -> bool:
    return manner.describe_manner(declare(fields=fields))["fields"] < 1


def is_not_found(heading: str) -> bool:
    return "soft_404" in phrases.find_title_phrases([heading])


def is_pointer(line: str) -> bool:
    return phrases.is_line("index_page", line)


def is_list(title: str, url: str) -> bool:
    return shape.find_index(gather_dump_facts(title, "", (), url)) is not None


def declares_many(articles: int) -> bool:
    return "it declares many articles" in dict(shape._signs_of_list(declare(articles=articles)))


def is_unfilled(fields: int, words_before: int = 10) -> bool:
    words = " ".join(map("pier{}".format, range(words_before)))
    return shape.find_gibberish(read_text(words + " {{ title }}" * fields)) is not None


def is_unfilled_behind(words_before: int) -> bool:
    return is_unfilled(4, words_before)


def is_list_of(line: str) -> bool:
    return shape._looks_like_list(read_dump(*[line] * 8))


def is_directory(desks: int, words: int = 10) -> bool:
    desk = "Subscriptions 0555 2020\n"
    return shape.is_directory(read_text(desk * desks + TIDE * words))


def is_directory_beside(words: int) -> bool:
    return is_directory(4, words)


def least_odds(**marks: float) -> float:
    names = ("address", "offer", "fields", "short_lines", "numbers")
    manner = dict.fromkeys(names, 0.0) | marks
    return verdict._least_odds(manner, replace(SERVICE, language="en"))


def has_short_results(share: float) -> bool:
    return least_odds(address=0.05, short_lines=share, numbers=0.3) == inf


def has_counted_results(share: float) -> bool:
    return least_odds(address=0.05, short_lines=0.9, numbers=share) == inf


def is_spoken(share: float) -> bool:
    return least_odds(address=share) == verdict.SERVICE_ODDS


def is_offered(share: float) -> bool:
    return least_odds(offer=share) == verdict.SERVICE_ODDS


def is_service(odds: float) -> bool:
    return odds >= least_odds(address=0.05)


def is_unspoken_service(odds: float) -> bool:
    return odds >= least_odds()


def is_quiz(questions: int, choices: int = 2) -> bool:
    lines = ["Which is it?", *["Perch", "Pike", "Eel"][:choices]] * questions
    return entries._is_quiz(lines)


def is_choice(line: str) -> bool:
    return entries._count_choices([line]) == 1


def is_register_among(others: int) -> bool:
    return entries._is_register(["ALDER, Mary, aged 91"] * 3 + ["Notices of the week"] * others)


def list_entries(label: str = "Reply", *more: str) -> PageFacts:
    posts = [f"{name} puts a new washer in the tap" for name in "ABCDEFGH"]
    lines = [line for post in posts for line in (post, label)] + list(more)
    return gather_dump_facts("Taps", "\n\n".join([*posts, *more]), lines)


def is_labelled(label: str) -> bool:
    return entries.find_entries(list_entries(label)) is not None


def is_entries_beside(words: int, paragraphs: int = 2) -> bool:
    told = [f"{TIDE * (words // paragraphs)}."[1:]] * paragraphs
    return entries.find_entries(list_entries("Reply", *told)) is not None


def is_entries_of(words: int) -> bool:
    more = ["To all"] * ((words - 64) // 2) + ["Bye"] * (words % 2)
    return entries.find_entries(list_entries("Reply", *more)) is not None


def is_sale(words: int) -> bool:
    told = read_text(TIDE * words, "Bench")
    return sale.find_price(replace(told, lines=("£189.00",))) is not None


def is_price_behind(lines_before: int) -> bool:
    lines = ("The pier",) * lines_before
    return sale.find_price(replace(read_text("Oak."), lines=(*lines, "£189.00"))) is not None


def is_unlisted_brief(sentences: int) -> bool:
    told = ["ማክሰኞ ሌሊት በከተማው ምሥራቅ በሚገኝ መጋዘን እሳት ተነሳ።", "የእሳት አደጋ ሠራተኞች እሳቱን በሁለት ሰዓት ውስጥ አጥፍተውታል።"]
    told += ["ማንም አልተጎዳም ሲል ፖሊስ ገልጿል።"] * (sentences - 2)
    facts = gather_dump_facts("በመጋዘን እሳት ተነሳ", "\n".join(told), told)
    return verdict._is_news_brief(replace(facts, language="am"))


def are_sold(lines: list[str]) -> bool:
    facts = gather_dump_facts("Tools", "\n".join(lines), lines)
    return sale.find_shelf(facts) is not None


def is_shelf(things: int) -> bool:
    return are_sold(["Fork £9.50"] * things)


def is_shelf_of(words: int) -> bool:
    return are_sold([f"{TIDE * (words - 1)} £9.50"] * 3)


def is_shelf_beside(words: int) -> bool:
    return are_sold([f"{TIDE * (words - 1)} rose.", *["Fork £9.50"] * 3])


def is_invited(*lines: str, told: int = 0) -> bool:
    return sale.find_event(replace(read_text(TIDE * told, "Songs"), lines=lines)) is not None


def is_invited_in(words: int) -> bool:
    return is_invited(f"Friday 14 June, 7.30{TIDE * (words - 4)}", "£8")


def is_invited_above(lines: int) -> bool:
    return is_invited("Friday 14 June, 7.30", *["The pier"] * (lines - 1), "£8")


def is_invited_on(words: int) -> bool:
    return is_invited("Friday 14 June, 7.30", "£8", told=words)


def is_price(line: str) -> bool:
    return sale._is_price(line)


def is_recipe(items: int) -> bool:
    plums = "\n".join(f"{number} plums" for number in range(2, items + 2))
    return shape.find_ingredients(read_text(f"{TIDE * 80}.\n{plums}")) is not None


def is_recipe_told_in(words: int) -> bool:
    plums = "\n".join(f"{number} plums" for number in range(2, 5))
    told = "\n".join([f"{' '.join(['Boil'] * (words // 4))}."] * 4)
    return shape.find_ingredients(read_text(f"{told}\n{plums}")) is not None


def is_itemised(items: int) -> bool:
    return shape._is_itemised(read_text("The board met again on Monday.\n" + "an oar\n" * items))


def is_itemised_beside(words: int) -> bool:
    told = "\n".join([f"{TIDE * words}.", *["an old oar and a rope"] * 6])
    return shape._is_itemised(read_text(told))


def is_advertised_among(others: int) -> bool:
    adverts = ["Kittens, free to a good home. Call 0555 449 011"] * 3
    return shape.is_directory(read_text("\n".join([*adverts, *["The tide is high."] * others])))


def is_stated_service(odds: float) -> bool:
    """Of a page of which the trees would say so, and which states a date."""
    stated = replace(SERVICE, declared=Declared(is_dated=True), word_counts=())
    told = verdict.weigh_manner(manner.describe_manner(stated))
    longer = verdict.SERVICE_WORDS * (1 + told - odds)
    return verdict._find_service(replace(stated, word_counts=(round(longer),))) is not None


def is_thread_of(posts: int) -> bool:
    post = "tapman\n3 March 2024\nI put a new washer in the tap."
    lines = "\n".join(["The pier", *[post] * posts, "Back"]).split("\n")
    return shape.find_comments(replace(read_text("Tap"), lines=tuple(lines))) is not None


def is_thread_beside(words: int, lines: int = 3) -> bool:
    """As much told in so many lines beside a thread."""
    told = " ".join(["tide"] * (words // lines)) + "."
    thread = ["The pier", *["tapman", "3 March 2024", "I put a new washer in the tap."] * 3]
    facts = read_text("\n".join([told] * lines))
    return shape.find_comments(replace(facts, lines=(*thread, *["Back"] * 4, told))) is not None


def is_long_post(lines: int) -> bool:
    told = " ".join(["tide"] * 70) + "."
    post = ["tapman", "3 March 2024", *["I put a new washer in the tap."] * (lines - 1), told]
    facts = read_text(told)
    return shape.find_comments(replace(facts, lines=("The pier", *post * 3, "Back"))) is not None


def is_sold_at_length(words: int) -> bool:
    kinds = Declared(types=frozenset({"Product"}))
    told = replace(read_text("Bench"), declared=kinds, word_counts=(words,))
    return declared.find_declared(told, "product") is not None


def is_sold_as_article(words: int) -> bool:
    kinds = Declared(types=frozenset({"Product", "og:article"}))
    told = replace(read_text("Bench"), declared=kinds, word_counts=(words,))
    return declared.find_declared(told, "product") is not None


def is_search_of(excerpts: int) -> bool:
    return shape.find_search(read_dump(*["... the new bus lanes will ..."] * excerpts)) is not None


def is_recipe_of(names: str) -> bool:
    return shape.find_ingredients(read_text(f"{TIDE * 80}.\n" + f"50 m {names}\n" * 3)) is not None


def is_service_of(words: int) -> bool:
    return verdict._find_service(replace(SERVICE, word_counts=(words,))) is not None


def is_notice(words: int) -> bool:
    return verdict._find_legal_page(read_text(TIDE * words, "Contact us")) is not None


def is_missing_page(words: int) -> bool:
    told = f"Sorry: the page may have been moved, or may have been removed.\n{TIDE * words}"
    return verdict._find_missing_page(read_text(told, "Page not found")) is not None


def has_story_above(words: Sequence[int]) -> bool:
    """Of a thread of three replies under paragraphs of so many words each."""
    above = [f"It was{TIDE * (count - 2)}." for count in words]
    return shape.find_comments(read_dump(*above, *["Reply"] * 3)) is None


def is_thread(replies: int) -> bool:
    return shape.find_comments(read_dump(*["Reply"] * replies)) is not None


def is_dialogue_among(other_paragraphs: int) -> bool:
    told = "ANN LEE: It shut.\nBO EK: Why?\n" * 3 + "The pier\n" * other_paragraphs
    return genre.find_genre(read_text(told)) == "transcript"


def is_headed_by_name(heading: str | None) -> bool:
    return manner.describe_manner(read_dump(title=heading))["heading_is_name"] == 1


def tells_in_long_sentences(words: int) -> bool:
    return manner.describe_manner(read_text(f"{TIDE * words}."))["long_sentences"] == 1


def leads_to_stories(layout: Layout) -> bool:
    return teasers.find_teasers(replace(read_dump(), layout=layout)) is not None


def is_list_at_root(lines: int) -> bool:
    text = "The tide is\n" * lines
    page = gather_dump_facts("The pier", text, (), "https://gazette.example/")
    return shape._find_list(page) is not None


def find_gibberish(text: str) -> str | None:
    return shape.find_gibberish(read_text(text))


def is_template_of(words: int) -> bool:
    return (
        find_gibberish("{{a}} " * 4 + " ".join(map("pier{}".format, range(words - 4)))) is not None
    )


def is_filler_among(words: int) -> bool:
    others = " ".join(map("pier{}".format, range(words - 3)))
    return find_gibberish(f"dolor sit amet {others}") == "filler text"


def is_wrong_charset_among(words: int) -> bool:
    return find_gibberish(f"â€ â€ {'tide ' * (words - 2)}") == "wrong charset"


def is_random_among(words: int) -> bool:
    return find_gibberish(f"bcdfgh bcdfgh {'tide ' * (words - 2)}") == "letters at random"


def is_random(words: int) -> bool:
    return find_gibberish("bcdfgh " * words) == "letters at random"


def is_endless(letters_beside: int) -> bool:
    return find_gibberish("1" * 60 + fill(letters_beside, "")) == "words without end"


def is_of_signs(letters: int) -> bool:
    return find_gibberish(f"{'-' * 10}{' a' * 9}{'a' * (letters - 9)}") == "signs without words"


def is_again_and_again(words: int, different: int = 1) -> bool:
    told = " ".join(f"pier{at % different}" for at in range(words))
    return find_gibberish(told) == "few words again and again"


def is_nine_again(words: int) -> bool:
    return is_again_and_again(words, 9)


def is_code_among(other_lines: int) -> bool:
    return shape._is_code([*["x = f(y);"] * 20, *["The pier"] * other_lines])


def is_one_line(copies: int, others: int = 0) -> bool:
    return shape._is_one_line([*["The pier"] * copies, *map(str, range(others))])


def is_one_line_among(others: int) -> bool:
    return is_one_line(6, others)


def is_table(words: int, prose: int = 1) -> bool:
    """A page of labels with a line or more such as "Open on all five days."."""
    lines = ["Open on all five days."] * prose
    return shape._is_table(read_text("\n".join([*lines, *["tide"] * (words - 5 * prose)])))


def is_table_with(prose: int) -> bool:
    return is_table(60, prose)


def looks_like_list(*lines: str) -> bool:
    return shape._looks_like_list(read_text("\n".join(lines)))


def looks_like_list_among(sentences: int) -> bool:
    return looks_like_list(*["The tide is high"] * 7, *["The tide is high."] * sentences)


def looks_like_list_of(line: str) -> bool:
    return looks_like_list(*[line] * 20)


def looks_like_list_beside(words: int, others: int = 6) -> bool:
    return looks_like_list(*["The tide is high now"] * others, TIDE * words)


def looks_like_list_with_long_line(others: int) -> bool:
    return looks_like_list_beside(45, others)


def looks_like_list_of_lines(lines: int) -> bool:
    return looks_like_list(*["The tide is high by the north pier"] * lines)


def looks_like_list_of_words(words: int) -> bool:
    return looks_like_list(*["The tide is high by"] * 7, TIDE * (words - 35))


def looks_like_list_with(stamps: int) -> bool:
    lines = ["The tide is high."] * 9 + ["3 hours ago we met."] * stamps
    return shape._looks_like_list(read_dump(*lines))


def count_as(reason: str, phrases: int, words: int, title: str | None = None) -> PageFacts:
    """A page of so many words with so many phrases that speak for a reason."""
    told = {reason: frozenset(map(str, range(phrases)))}
    return replace(read_dump(title=title), phrases=told, told_words=words, word_counts=(words,))


def is_wall(phrases: int, words: int, title: str | None = None) -> bool:
    return (
        dict(verdict.RULES)["block_page"](count_as("block_page", phrases, words, title)) is not None
    )


def is_missing(phrases: int, words: int, title: str | None = None) -> bool:
    return verdict._find_missing_page(count_as("soft_404", phrases, words, title)) is not None


def is_legal(phrases: int) -> bool:
    page = count_as("legal_page", phrases, 200, "Imprint")
    return verdict._find_legal_page(page) is not None


def is_declared_product(words: int) -> bool:
    page = replace(declare(), word_counts=(words,))
    stated = replace(page.declared, types=frozenset({"SoftwareApplication"}))
    return declared.find_declared(replace(page, declared=stated), "product") is not None


def is_product_beside(paragraphs: Sequence[int]) -> bool:
    page = replace(declare(), word_counts=tuple(paragraphs))
    stated = replace(page.declared, types=frozenset({"Product"}))
    return declared.find_declared(replace(page, declared=stated), "product") is not None


def is_brief_of(text: str) -> bool:
    return facts._is_brief([text], 25)


def is_declared_brief(text: str) -> bool:
    return facts._is_declared_brief([text])


def is_news_brief(text: str) -> bool:
    return verdict._is_news_brief(replace(read_text(text), language="fi"))


def is_timed(lines: int, beside: int = 0) -> bool:
    told = "\n".join([*["17.15 The garden"] * lines, *["The tide is high."] * beside])
    return shape.is_timetable(replace(read_text(told), is_thin=False))


def is_told_of_items(words: int) -> bool:
    prose = " ".join(["The tide turns the old wheel today."] * (words // 7))
    text = "\n".join([*["17.15 The garden"] * 3, prose])
    return shape.is_timetable(replace(read_text(text), is_thin=False))


def is_told_of_clocks(words: int) -> bool:
    prose = " ".join(["The tide turns the old wheel."] * (words // 6))
    return shape.is_timetable(replace(read_text(prose), lines=("0:00", "27:38", "0:00")))


CASES = [
    Number(
        facts,
        "MAX_DATE_LINE",
        is_dated_by,
        fill(120, "3 May 2024", "."),
        fill(121, "3 May 2024", "."),
    ),
    Number(facts, "MAX_LINES", is_dated_behind, 399, 400),
    Number(facts, "HEAD", is_headed_behind, 29, 30),
    Number(facts, "MAX_LOOKED_AT", is_told_behind, 221, 222),
    Number(facts, "MAX_TOLD", is_told_among, 994, 995),
    Number(
        *(facts, "LABEL_WORDS", is_label),
        "Add to basket: one lantern in green for the pier",
        "Add to basket: one lantern in green for the pier wall",
    ),
    Number(facts, "PROSE_WORDS", is_prose, "The pier was shut today", "The pier was shut"),
    Number(genre, "MIN_TURNS", is_dialogue, 3, 2),
    Number(genre, "STUB_WORDS", is_stub, 249, 250),
    Number(genre, "VIDEO_WORDS", is_video, 149, 150),
    Number(manner, "MAX_READ", is_asked_behind, 1198, 1199),
    Number(manner, "MOST_FIELDS", asks_less_than_it_could, 5, 6),
    Number(
        *(phrases, "COVERED", is_not_found),
        "Page not found on the server",
        "Page not found on the servers",
    ),
    Number(phrases, "MAX_LINE", is_pointer, "Read more" + "." * 31, "Read more" + "." * 32),
    Number(
        *(shape, "ENOUGH_POINTS", lambda page: is_list(*page)),
        ("Latest news", "https://gazette.example/"),
        ("The pier", "https://gazette.example/tag/pier"),
    ),
    Number(shape, "ITEMISED", is_itemised_beside, 54, 55),
    Number(shape, "NUMBERED", is_advertised_among, 2, 3),
    Number(verdict, "STATED_ODDS", is_stated_service, 2.02, 1.98),
    Number(shape, "MANY_ARTICLES", declares_many, 5, 4),
    Number(
        *(shape, "MIN_CODE", lambda count: shape._is_code(["x = f(y);"] * count)),
        20,
        19,
    ),
    Number(shape, "MAX_CHECKED", is_unfilled_behind, 321, 322),
    Number(shape, "MIN_FIELDS", is_unfilled, 3, 2),
    Number(
        *(shape, "MAX_MARK", is_list_of),
        fill(80, "12 May 2024: the board met", "."),
        fill(81, "12 May 2024: the board met", "."),
    ),
    Number(shape, "MAX_OFFER_WORDS", is_directory_beside, 138, 139),
    Number(shape, "MIN_DESKS", is_directory, 3, 2),
    Number(shape, "MIN_TIMED", is_timed, 3, 2),
    Number(
        *(shape, "MOST_TOLD_BESIDE", lambda beside: is_timed(4, beside)),
        8,
        9,
    ),
    Number(shape, "MAX_TOLD_OF_ITEMS", is_told_of_items, 104, 105),
    Number(shape, "MAX_TOLD_OF_CLOCKS", is_told_of_clocks, 35, 36),
    Number(
        *(shape, "TIMED_WORDS", shape._is_item_of_time),
        "17.15 The garden of the old pier by night",
        "17.15 The garden of the old pier by night again",
    ),
    Number(
        *(verdict, "LONG_WORDED", is_news_brief),
        "Joutsen asettui perjantaina lossin rampille Saarelassa. Liikenne seisoi, kertoi poliisi.",
        "Joutsen asettui perjantaina lossin Saarelassa. Liikenne seisoi, kertoi poliisi.",
    ),
    Number(
        *(verdict, "BRIEF_SIGNS", is_news_brief),
        "Elg falt mandag gjennom isen på Viksjøen. Den ble reddet opp.",
        "Elg falt mandag gjennom isen på Viksjø. Den ble reddet opp.",
    ),
    Number(
        *(shape, "SENTENCE_WORDS", shape._has_sentence),
        "We look for a cook who likes tide.",
        "Full time and permanent by the pier.",
    ),
    Number(
        *(shape, "MAX_DIGITS", shape._is_prose),
        fill(50, "In 2024 some 400 of 120 dockers", "."),
        fill(49, "In 2024 some 400 of 120 dockers", "."),
    ),
    Number(verdict, "SERVICE_ODDS", is_service, 0.2, 0.15),
    Number(verdict, "SPOKEN", is_spoken, 0.025, 0.024),
    Number(verdict, "OFFERED", is_offered, 0.04, 0.039),
    Number(verdict, "RESULTS_LINES", has_short_results, 0.8, 0.79),
    Number(verdict, "RESULTS_NUMBERS", has_counted_results, 0.2, 0.19),
    Number(verdict, "UNSPOKEN_ODDS", is_unspoken_service, 1.1, 1.0),
    Number(entries, "MIN_ENTRIES", is_quiz, 3, 2),
    Number(entries, "ENTRIES", is_register_among, 1, 2),
    Number(entries, "LABEL_WORDS", is_labelled, "Write to Ann at once", "Write to Ann Lee at once"),
    Number(entries, "MIN_STORY", is_entries_beside, 59, 60),
    Number(entries, "STORY_WORDS", lambda words: is_entries_beside(words, 3), 74, 75),
    Number(entries, "MAX_WORDS", is_entries_of, 400, 401),
    Number(entries, "MIN_CHOICES", lambda choices: is_quiz(3, choices), 2, 1),
    Number(
        entries,
        "CHOICE_WORDS",
        is_choice,
        "In the year of the flood",
        "In the year of the great flood",
    ),
    Number(
        entries,
        "DAY_WORDS",
        entries._is_day,
        "Saturday the 9th of March",
        "Saturday or the 9th of March",
    ),
    Number(verdict, "SERVICE_WORDS", is_service_of, 587, 588),
    Number(verdict, "UNLISTED_SENTENCES", is_unlisted_brief, 3, 2),
    Number(sale, "MIN_SHELF", is_shelf, 3, 2),
    Number(sale, "THING_WORDS", is_shelf_of, 12, 13),
    Number(sale, "TOLD_OF_SHELF", is_shelf_beside, 60, 61),
    Number(sale, "WHEN_WORDS", is_invited_in, 8, 9),
    Number(sale, "WHEN_TO_PRICE", is_invited_above, 4, 5),
    Number(sale, "MAX_EVENT_WORDS", is_invited_on, 150, 151),
    Number(sale, "MAX_SALE_WORDS", is_sale, 300, 301),
    Number(sale, "NEAR_HEADING", is_price_behind, 79, 80),
    Number(sale, "PRICE_WORDS", is_price, "€ 4 a box of six", "€ 4 a box of six eggs"),
    Number(shape, "MIN_QUANTITIES", is_recipe, 3, 2),
    Number(shape, "WORDS_PER_QUANTITY", is_recipe_told_in, 123, 124),
    Number(shape, "MIN_ITEMS", is_itemised, 5, 4),
    Number(shape, "MIN_REPLIES", is_thread_of, 3, 2),
    Number(shape, "MIN_STORY", lambda words: not is_thread_beside(words, 2), 60, 59),
    Number(shape, "STORY_WORDS", lambda words: not is_thread_beside(words), 75, 74),
    Number(shape, "POST_LINES", is_long_post, 3, 4),
    Number(shape, "MIN_EXCERPTS", is_search_of, 3, 2),
    Number(shape, "MOST_PAIRS", is_recipe_of, "Maldon Sea Salt", "Ann Lee Bo Ek"),
    Number(declared, "MOST_TOLD", is_sold_at_length, 400, 401),
    Number(declared, "MOST_TOLD_MARKED", is_sold_as_article, 150, 151),
    Number(verdict, "MAX_NOTICE", is_notice, 149, 150),
    Number(verdict, "MAX_MISSING_PAGE", is_missing_page, 388, 389),
]


@pytest.mark.parametrize("number", CASES, ids=str)
def test_what_is_enough_is_taken_and_what_is_not_is_left_and_moving_it_is_noticed(
    number: Number, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert number.decides()
    assert number.is_noticed(monkeypatch)


LIMITS = [
    Limit("an article is declared", lambda count: declare(articles=count).is_marked_article, 1, 0),
    Limit("one article is declared", lambda count: declare(articles=count).is_marked_article, 2, 3),
    Limit("thin without a sentence", lambda words: is_thin([TIDE * words]), 59, 60),
    Limit("thin with a sentence", lambda words: is_thin([f"{TIDE * words}."]), 29, 30),
    Limit(
        *("a sentence", lambda line: not is_thin([TIDE * 40, line])),
        "The pier was shut today.",
        "The pier was shut.",
    ),
    Limit("paragraphs of a dialogue", is_dialogue_among, 6, 7),
    Limit("words of a name", is_headed_by_name, "The North Pier", "On The North Pier"),
    Limit("no heading", is_headed_by_name, "Pier", None),
    Limit("words of a long sentence", tells_in_long_sentences, 18, 17),
    Limit(
        "words of a sentence that counts", lambda n: bool(manner._count_sentences(TIDE * n)), 3, 2
    ),
    Limit("pairs of headlines and lines", is_paired, 3, 2),
    Limit("lines beside pairs", lambda lines: is_paired(4, lines), 2, 3),
    Limit("least words of a headline", lambda words: is_paired(3, 0, words), 5, 4),
    Limit("most words of a headline", lambda words: is_paired(3, 0, words), 16, 17),
    Limit("words below a headline", lambda words: is_paired(3, 0, 5, words), 30, 31),
    Limit("entries of a ticker", is_updated, 3, 2),
    Limit("minutes of a match", is_match, 4, 3),
    Limit("words of an entry", lambda told: is_updated(3, told), "The hall fills.", "Hall full."),
    Limit("entries that tell something", tells_among, 2, 1),
    Limit("the day before", is_night, "12.20", "12.10"),
    Limit("entries of a menu", is_heading_above_menu, 2, 3),
    Limit("words of an entry of a menu", is_heading_before, 4, 3),
    Limit("headlines", leads_to_stories, Layout(5, 0.7), Layout(4, 0.7)),
    Limit("teasers", leads_to_stories, Layout(5, 0.7), Layout(5, 0.69)),
    Limit("points with the shape of a list", is_list_at_root, 14, 13),
    Limit("replies", is_thread, 3, 2),
    Limit("words of a paragraph above replies", has_story_above, (25, 25, 25), (24, 24, 24)),
    Limit("words of a story above replies", has_story_above, (60,), (59,)),
    Limit("words that are looked at", is_template_of, 10, 9),
    Limit("filler text", is_filler_among, 99, 100),
    Limit("wrong charset", is_wrong_charset_among, 15, 16),
    Limit("words at random", is_random, 11, 10),
    Limit("words at random among others", is_random_among, 15, 16),
    Limit("words without end", is_endless, 59, 60),
    Limit("signs", is_of_signs, 10, 11),
    Limit("words of a varied text", is_again_and_again, 100, 99),
    Limit("different words", is_nine_again, 109, 108),
    Limit("lines of code", is_code_among, 9, 10),
    Limit("copies of a line", is_one_line, 6, 5),
    Limit("lines among copies of one", is_one_line_among, 5, 6),
    Limit("words of a short table", is_table, 40, 39),
    Limit("words of a page with a line of prose", is_table, 150, 151),
    Limit("lines of prose in a table", is_table_with, 1, 2),
    Limit("lines of a list without an end", looks_like_list_among, 7, 8),
    Limit("words of a line of a list", looks_like_list_of, "The tide is", "The tide"),
    Limit("words of a long line in a list", looks_like_list_beside, 44, 45),
    Limit("lines beside a long one in a list", looks_like_list_with_long_line, 7, 6),
    Limit("lines of a list", looks_like_list_of_lines, 6, 5),
    Limit("words of a list", looks_like_list_of_words, 40, 39),
    Limit("marks of a list", looks_like_list_with, 6, 5),
    Limit("words for a phrase of a wall", lambda n: is_wall(1, n, "Access denied"), 50, 51),
    Limit("phrases of a wall", lambda count: is_wall(count, 24), 3, 2),
    Limit("words of a wall", lambda words: is_wall(3, words), 36, 37),
    Limit("phrases of a page lost", lambda count: is_missing(count, 100, "Page gone"), 2, 1),
    Limit("words of a page lost", lambda words: is_missing(1, words, "Page gone"), 40, 41),
    Limit("phrases of a page lost in silence", lambda count: is_missing(count, 30), 3, 2),
    Limit("words of a page lost in silence", lambda words: is_missing(3, words), 45, 46),
    Limit("phrases of the law", is_legal, 2, 1),
    Limit("words of a short product", is_declared_product, 400, 401),
    Limit("words of long lines of a product", is_product_beside, (24,) * 17, (25,) * 17),
    Limit(
        "words of a brief",
        lambda words: facts._is_brief([fill(160, "It rains.", ".")], words),
        25,
        24,
    ),
    Limit(
        "letters of a brief", is_brief_of, fill(160, "It rains.", "."), fill(159, "It rains.", ".")
    ),
    Limit("sentences of a brief", is_brief_of, fill(160, "It rains.", "."), fill(160, end=".")),
    Limit(
        "words of a line of a brief",
        is_brief_of,
        f"It rains. We wait {'n' * 154}.",
        f"It rains. We {'n' * 155}.",
    ),
    Limit(
        "words of a declared brief",
        is_declared_brief,
        f"{'n ' * 11}{'n' * 60}",
        f"{'n ' * 10}{'n' * 60}",
    ),
    Limit(
        "letters of a declared brief",
        is_declared_brief,
        f"{'n ' * 11}{'n' * 48}",
        f"{'n ' * 11}{'n' * 47}",
    ),
    Limit(
        "signs of a declared brief without spaces",
        is_declared_brief,
        f"{'n ' * 11}{'n' * 13}",
        f"{'n ' * 11}{'n' * 14}",
    ),
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_what_is_just_within_a_limit_is_taken_and_what_is_just_beyond_is_not(limit: Limit) -> None:
    assert limit.holds()
