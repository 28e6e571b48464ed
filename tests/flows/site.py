"""A site on loopback for tests: its pages are what the test says, and it tells what was asked
for.
"""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answers = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server on loopback: `pages` maps a path to what answers it, `asked` lists the paths in
    order of asking.
    """

    def __init__(self) -> None:
        self.pages: dict[str, Answers] = {}
        self.asked: list[str] = []
        self.agents: set[str | None] = set()
        self.headers: list[dict[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                site.headers.append(dict(self.headers))
                site.pages.get(self.path, gives(b"gone", status=404))(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.root = f"http://127.0.0.1:{self.server.server_port}"


def gives(body: bytes, status: int = 200, **headers: str) -> Answers:
    """An answer with these headers (`Retry_After="1"`)."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        sent = {"Content-Type": "text/html", "Content-Length": str(len(body))} | {
            n.replace("_", "-"): v for n, v in headers.items()
        }
        for name, value in sent.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def in_turn(*answers: Answers) -> Answers:
    """Each answer once, then the last one for ever."""
    left = list(answers)

    def answer(request: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request)

    return answer


def page(words: str) -> bytes:
    return f"<!DOCTYPE html><html><body><p>{words}</p></body></html>".encode()


def serve() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(
        target=site.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()
