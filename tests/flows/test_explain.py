import pytest
from click.testing import CliRunner

from flows.commands.explain import explain
from tests.transforms.clean.pages import HEADLINE, PARAGRAPHS, make_html


def run(*arguments):
    return CliRunner().invoke(
        explain, [str(argument) for argument in arguments], env={"COLUMNS": "200"}
    )


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "bridge.html"
    path.write_text(make_html(before=f"<p>{PARAGRAPHS[2]}</p>"), encoding="utf-8")
    return path


def test_a_page_is_explained_by_what_was_kept_and_what_was_dropped(page):
    shown = run(page)
    assert shown.exit_code == 0
    assert HEADLINE in shown.output
    assert PARAGRAPHS[4][:60] in shown.output
    assert "repeated_paragraph" in shown.output
    assert "og:site_name" in shown.output
    assert "datePublished" in shown.output


def test_what_the_extractor_left_out_is_shown_on_request(page):
    assert "Ferry fares to rise" not in run(page).output
    assert "Ferry fares to rise" in run(page, "--all-lines").output


def test_a_page_that_is_rejected_is_explained_by_its_reason(tmp_path):
    path = tmp_path / "empty.html"
    path.write_text("<html><body><p>Hello.</p></body></html>", encoding="utf-8")
    shown = run(path)
    assert shown.exit_code == 0
    assert "rejected" in shown.output
    assert "reason" in shown.output


def test_a_folder_without_pages_is_an_error_of_one_line(tmp_path):
    shown = run(tmp_path)
    assert shown.exit_code == 1
    assert "holds no page" in shown.output
