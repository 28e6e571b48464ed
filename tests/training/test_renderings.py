"""The pages of an archive become the dumps that other programs would have made of them, and stay
with their host.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from training import dump_lines
from training.renderings import RENDERERS, Rendering, tidy

STORY = "The ferry to Lune stops in May, the harbour master told the council on Monday evening."
PAGE = f"""<html><head><title>Ferry</title><script>var tide = 1</script></head><body>
<nav><ul><li>Home</li><li>Sport</li></ul></nav><main><article><h1>Ferry stops</h1>
<p>{STORY}</p><p>It has run since 1911,<br>but few take it now and the pier is old.</p></article>
</main></body></html>""".encode()


@pytest.mark.parametrize("name", RENDERERS)
def test_every_dump_of_a_page_has_its_story_in_lines_and_nothing_that_is_not_shown(
    name: str,
) -> None:
    lines = tidy(RENDERERS[name](PAGE)).split("\n")
    assert STORY in lines
    assert not any("tide" in line for line in lines)
    assert all(line == " ".join(line.split()) for line in lines)


def test_a_menu_is_in_what_is_shown_and_a_line_ends_where_the_page_breaks_it() -> None:
    lines = tidy(RENDERERS["bs4_blocks"](PAGE)).split("\n")
    assert {"Home", "Sport", "It has run since 1911,"} <= set(lines)
    assert "Home" in tidy(RENDERERS["resiliparse_all"](PAGE))


def test_a_page_is_not_rendered_again_as_the_folder_has_it_and_all_its_dumps_have_its_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.txt").write_text(f"Home\n{STORY}")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"file": "1.txt", "text": STORY, "render": "by_element"}))
    rendered = [
        Rendering(name, f"Menu\n{STORY}", STORY, "https://lune.example/ferry")
        for name in ("by_element", "by_line")
    ]
    monkeypatch.setattr(dump_lines, "render_archive", lambda archive, known: rendered)
    dumps = list(dump_lines.read_dumps(tmp_path, gold, [(Path("a"), Path("b"))]))
    assert [dump.lines[0].text for dump in dumps] == ["Home", STORY, "Menu"]
    assert Counter(dump.host for dump in dumps) == {"lune.example": 3}
    assert [dump.is_clean for dump in dumps] == [False, True, False]
