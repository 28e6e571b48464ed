from tests.transforms.clean.pages import PARAGRAPHS, make_html, make_page, make_record
from transforms.clean.door import clean
from transforms.clean.html.left_out import find_left_out
from transforms.records import Document


def test_every_visible_line_is_kept_dropped_or_left_out():
    page = make_page(make_html(after="<p>Read more: Ferry timetable</p>"))
    document = clean(page)
    assert isinstance(document, Document)
    left_out = {line.text for line in find_left_out(page, document)}
    assert {"Most read", "Ferry fares to rise in summer", "Market moves indoors"} <= left_out
    assert not left_out & {*PARAGRAPHS, *(line.text for line in document.dropped)}


def test_a_record_with_its_text_leaves_nothing_out():
    page = make_record("\n\n".join(PARAGRAPHS))
    document = clean(page)
    assert isinstance(document, Document)
    assert find_left_out(page, document) == ()
