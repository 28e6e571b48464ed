"""The report in a real browser: `make look` opens every page of it, light and dark, on a telephone
and on a desk.

A page must draw without an error or a request that fails, must not be wider than the screen, and
must pass axe-core where that is installed (`npm install --prefix build axe-core`). Pictures of the
pages are left in `build/look/`.
"""

import base64
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
    "--no-first-run",
)
SCREENS = {"telephone": (390, 844), "desk": (1400, 1000)}
AXE = Path("build/node_modules/axe-core/axe.min.js")
PICTURES = Path("build/look")
MEASURE = """
[document.documentElement.scrollWidth - innerWidth,
 [...document.querySelectorAll("svg")].filter(one => one.checkVisibility() && !one.getBoundingClientRect().height).length]
"""
RUN_AXE = """
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]}).then(found => JSON.stringify(
    found.violations.map(one => one.id + ": " + one.nodes.slice(0, 2).map(node => node.html.slice(0, 120)).join(" | "))))
"""


class Tab:
    """A tab of the browser, by the DevTools protocol on loopback."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.count = 0
        self.heard: list[Mapping[str, Any]] = []

    def do(self, method: str, **parameters: object) -> Mapping[str, Any]:
        """Send a command, and wait for its answer; what happens meanwhile is heard."""
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            message: Mapping[str, Any] = json.loads(self.socket.recv(timeout=60))
            if message.get("id") == self.count:
                assert "error" not in message, message
                result: Mapping[str, Any] = message["result"]
                return result
            self.heard.append(message)

    def wait_for(self, event: str) -> None:
        while not any(message.get("method") == event for message in self.heard):
            self.heard.append(json.loads(self.socket.recv(timeout=60)))

    def ask(self, script: str) -> Any:
        answer = self.do(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")


@contextmanager
def open_browser() -> Iterator[Tab]:
    """A headless browser with one tab; it goes with its profile."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"make look needs a browser: one of {', '.join(BROWSERS)}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [browser, *OPTIONS, f"--user-data-dir={profile}", "about:blank"],
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stderr is not None
            address = next(
                line.split()[-1] for line in process.stderr if "DevTools listening on" in line
            )
            with connect(address, max_size=None, ping_interval=None) as socket:
                yield attach(Tab(socket), address)
        finally:
            process.terminate()
            process.wait(20)


def attach(browser: Tab, address: str) -> Tab:
    target = browser.do("Target.createTarget", url="about:blank")["targetId"]
    tab = Tab(
        connect(
            address.replace(address[address.index("/devtools") :], f"/devtools/page/{target}"),
            max_size=None,
            ping_interval=None,
        )
    )
    for domain in ("Page", "Runtime", "Network", "Log"):
        tab.do(f"{domain}.enable")
    return tab


def set_screen(tab: Tab, screen: str) -> None:
    width, height = SCREENS[screen]
    tab.do(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=False,
    )


def look(tab: Tab, page: Path, screen: str, scheme: str) -> list[str]:
    """What is wrong with a page on that screen; its picture is kept."""
    set_screen(tab, screen)
    tab.do(
        "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
    )
    tab.heard.clear()
    tab.do("Page.navigate", url=page.resolve().as_uri())
    tab.wait_for("Page.loadEventFired")
    wrong = [tell(message) for message in tab.heard if is_wrong(message)]
    overflow, undrawn = tab.ask(MEASURE)
    wrong += [f"wider than the screen by {overflow}"] * (overflow > 0) + [
        f"{undrawn} drawings are empty"
    ] * (undrawn > 0)
    if AXE.exists():
        tab.ask(AXE.read_text(encoding="utf-8") + ";0")
        wrong += json.loads(tab.ask(RUN_AXE))
    picture = tab.do("Page.captureScreenshot", captureBeyondViewport=True, format="png")["data"]
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{page.stem}-{screen}-{scheme}.png").write_bytes(base64.b64decode(picture))
    return wrong


def is_wrong(message: Mapping[str, Any]) -> bool:
    """An exception, a line of the console, or a request that failed."""
    return message.get("method") in (
        "Runtime.exceptionThrown",
        "Runtime.consoleAPICalled",
        "Log.entryAdded",
        "Network.loadingFailed",
    )


def tell(message: Mapping[str, Any]) -> str:
    return json.dumps(message)[:300]


def choose(site: Path) -> list[Path]:
    """Every page of figures, and one of each other kind."""
    others = [
        sorted(folder.glob("*.html"))[:2] for folder in sorted(site.iterdir()) if folder.is_dir()
    ]
    return [*sorted(site.glob("*.html")), *(page for pages in others for page in pages)]


def main(site: Path) -> int:
    wrong_pages = 0
    with open_browser() as tab:
        for page in choose(site):
            for screen in SCREENS:
                for scheme in ("light", "dark"):
                    wrong = look(tab, page, screen, scheme)
                    wrong_pages += bool(wrong)
                    for words in wrong:
                        print(f"{page.relative_to(site)} ({screen}, {scheme}): {words}")
    print(
        f"pictures are in {PICTURES}; {wrong_pages} pages are wrong"
        + ("" if AXE.exists() else "; axe-core was not there")
    )
    return 1 if wrong_pages else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
