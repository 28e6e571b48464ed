"""`onrecord explore` in a real browser, by `make look`: a question is answered, SQL of one's own
too, a file is refused, and the page asks for nothing but this machine. Pictures are left in
`build/look/`.
"""

import base64
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from bench.children import end_with_parent
from tests.look import PICTURES, Tab, open_browser, set_screen

PORT = 4251
ADDRESS = f"http://127.0.0.1:{PORT}"
PATIENCE = 60.0  # seconds
ASK = "select 'https://elsewhere.example/picture.png' as picture, '<img src=https://elsewhere.example/x>' as markup, quote from quote limit 5"
EDITOR = ".cm-content[contenteditable=true]"
FIND = """
(function () {
    const found = [];
    const look = (root) => root.querySelectorAll("*").forEach((one) => {
        if (one.matches(SELECTOR)) { found.push(one); }
        if (one.shadowRoot) { look(one.shadowRoot); }
    });
    look(document);
    return found;
})()
"""


@contextmanager
def run_explore(warehouse: Path) -> Iterator[None]:
    """The server, while the block lasts."""
    command = [
        sys.executable,
        "-c",
        "from flows.cli import main; main()",
        "explore",
        "--warehouse",
        str(warehouse),
        "--port",
        str(PORT),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, preexec_fn=end_with_parent
    ) as process:
        try:
            deadline = time.monotonic() + PATIENCE
            while not is_up() and time.monotonic() < deadline:
                time.sleep(0.3)
            yield
        finally:
            process.terminate()


def is_up() -> bool:
    try:
        return httpx.get(ADDRESS, timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def find(selector: str) -> str:
    """A script that gives what the page shows by that selector, in its own parts too."""
    return FIND.replace("SELECTOR", f"'{selector}'")


def wait_for(tab: Tab, selector: str, words: str) -> None:
    """Wait until something by that selector says these words."""
    script = f"{find(selector)}.some((one) => one.textContent.includes({words!r}))"
    deadline = time.monotonic() + PATIENCE
    while not tab.ask(script):
        if time.monotonic() > deadline:
            keep_picture(tab, "explore-failed")
            sys.exit(f"onrecord explore: nothing says {words!r}")
        time.sleep(0.3)


def type_sql(tab: Tab, sql: str) -> None:
    """Write in the editor of one's own SQL, in the place of what stands there, and ask."""
    tab.ask(f"{find(EDITOR)}.at(-1).focus()")
    tab.ask("document.execCommand('selectAll')")
    tab.do("Input.insertText", text=sql)
    tab.ask(f"{find('button')}.find((one) => one.innerText.trim() === 'Ask').click()")


def keep_picture(tab: Tab, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = tab.do("Page.captureScreenshot", captureBeyondViewport=True, format="png")["data"]
    (PICTURES / f"{name}.png").write_bytes(base64.b64decode(picture))


def list_strangers(tab: Tab) -> list[str]:
    """What the page asked of other machines, less what the browser kept back because our policy
    forbids it.
    """
    kept_back = {message["params"]["requestId"] for message in tab.heard if is_kept_back(message)}
    asked = [
        message["params"]
        for message in tab.heard
        if message.get("method") == "Network.requestWillBeSent"
    ]
    sent = [request["request"]["url"] for request in asked if request["requestId"] not in kept_back]
    return [
        url for url in sent if not url.startswith((ADDRESS, "data:", "blob:", "about:", "chrome:"))
    ]


def is_kept_back(message: Mapping[str, Any]) -> bool:
    return (
        message.get("method") == "Network.loadingFailed"
        and message["params"].get("blockedReason") == "csp"
    )


def main(warehouse: Path) -> int:
    with run_explore(warehouse), open_browser() as tab:
        set_screen(tab, "desk")
        tab.do("Page.navigate", url=ADDRESS)
        wait_for(tab, "table", "said_on")
        wait_for(tab, EDITOR, "from quote")
        keep_picture(tab, "explore-question")
        type_sql(tab, ASK)
        wait_for(tab, "table", "markup")
        keep_picture(tab, "explore-sql")
        type_sql(tab, "from read_csv('/etc/passwd')")
        wait_for(tab, "*", "the query failed")
        keep_picture(tab, "explore-refused")
        strangers = list_strangers(tab)
    print(
        *(f"asked for {url}" for url in strangers),
        f"explore: {len(strangers)} requests to other machines",
        sep="\n",
    )
    return 1 if strangers else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
