"""The page -> a server on loopback that answers this machine's own browser, and no page of the
web.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
OWN_NAMES = frozenset({HOST, "localhost"})
PAGE = Path(__file__).with_name("page.py")
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws://127.0.0.1:* ws://localhost:*; "
    "frame-ancestors 'none'; form-action 'none'"
)


class OwnBrowserOnly:
    """Refuses what does not ask for this machine by its own name, or asks on behalf of a page from
    elsewhere.

    So no page of the web can read the warehouse through the browser that has it open, neither by
    its address (a name that is made to point to 127.0.0.1) nor by a web socket, which the browser's
    rule of the same origin does not cover.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif is_own(dict(scope["headers"])):
            await self.app(scope, receive, guard(send))
        else:
            await refuse(scope, send)


def is_own(headers: dict[bytes, bytes]) -> bool:
    """Whether a request names this machine, and comes from no page or from one of ours."""
    host = headers.get(b"host", b"").decode("latin-1")
    origin = headers.get(b"origin")
    is_ours = origin is None or origin.decode("latin-1") == f"http://{host}"
    return urlsplit(f"//{host}").hostname in OWN_NAMES and is_ours


def guard(send: "Send") -> "Send":
    """Let every answer say that nothing may be fetched from elsewhere."""

    async def send_guarded(message: "Message") -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [
                *message["headers"],
                (b"content-security-policy", POLICY.encode()),
            ]
        await send(message)

    return send_guarded


async def refuse(scope: "Scope", send: "Send") -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await send(
        {
            "type": "http.response.start",
            "status": 403,
            "headers": [(b"content-type", b"text/plain")],
        }
    )
    await send({"type": "http.response.body", "body": b"only for the browser of this machine\n"})


def make_server() -> "ASGIApp":
    """The page as an application: it runs, and cannot be edited."""
    import marimo

    pages = marimo.create_asgi_app(quiet=True, include_code=False).with_app(
        path="/", root=str(PAGE)
    )
    return OwnBrowserOnly(pages.build())


def serve(port: int) -> None:
    """Answer until Ctrl-C."""
    import uvicorn

    uvicorn.run(make_server(), host=HOST, port=port, log_level="warning")
