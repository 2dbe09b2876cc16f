"""Takes each request before anything else does, lets through what comes from this page's own window alone."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from layout.live.web.address import PageAddress

SAFE = frozenset({"GET", "HEAD"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""
MOST_BYTES: Mapping[str, int] = {"application/json": 2_000_000, "application/octet-stream": 60_000_000}
"""What a request that changes something may be, and its largest body in bytes."""
BODY_SECONDS = 120.0
"""How long a body may take to come."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self';"
        " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer says to the browser."""


class Guard:
    """The one door: a known `Host`, the secret, and for changes the page's own origin and kind of body."""

    def __init__(self, app: ASGIApp, address: PageAddress) -> None:
        self._app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request, or refuses it; anything but HTTP is closed."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        request = Request(scope)
        answer = self._refuse(request)
        if answer is None:
            await self._app(scope, _bounded(receive, _limit(request.headers)), _with_headers(send))
        else:
            await answer(scope, receive, _with_headers(send))

    def _refuse(self, request: Request) -> Response | None:
        """The answer to a request that must not come in; None for one that may."""
        if request.headers.get("host", "") not in self._address.hosts:
            return PlainTextResponse("Unknown host", 421)
        if _same(request.query_params.get("secret", ""), self._address.secret) and request.url.path == "/":
            return self._welcome()
        if not _same(_cookie(request.headers, self._address.cookie), self._address.secret):
            return PlainTextResponse("Open the address that szpalta printed.", 403)
        return None if request.method in SAFE else self._refuse_change(request)

    def _refuse_change(self, request: Request) -> Response | None:
        headers = request.headers
        if headers.get("origin", "") != f"http://{headers['host']}":
            return PlainTextResponse("Foreign origin", 403)
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return PlainTextResponse("Foreign site", 403)
        limit = _limit(headers)
        if limit == 0:
            return PlainTextResponse("Unknown kind of body", 415)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > limit:
            return PlainTextResponse("Too large", 413)
        return None

    def _welcome(self) -> Response:
        """Keeps the secret as a cookie and takes it out of the address bar."""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            self._address.cookie, self._address.secret, httponly=True, samesite="strict", path="/"
        )
        return answer


def _same(given: str, secret: str) -> bool:
    """Whether two texts are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(given.encode(), secret.encode())


def _cookie(headers: Headers, name: str) -> str:
    try:
        jar = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[name].value if name in jar else ""


def _limit(headers: Headers) -> int:
    """Bytes that a body of this kind may have; 0 for a kind that nobody takes."""
    return MOST_BYTES.get(headers.get("content-type", "").partition(";")[0].strip(), 0)


def _bounded(receive: Receive, limit: int) -> Receive:
    """What `receive` gives, cut off where a body grows past the limit or comes too slowly."""
    taken = 0
    ends: float | None = asyncio.get_running_loop().time() + BODY_SECONDS

    async def next_message() -> Message:
        nonlocal taken, ends
        try:
            async with asyncio.timeout_at(ends):
                message = await receive()
        except TimeoutError:
            return {"type": "http.disconnect"}
        taken += len(message.get("body", b""))
        if not message.get("more_body", False):
            ends = None
        return {"type": "http.disconnect"} if taken > limit else message

    return next_message


def _with_headers(send: Send) -> Send:
    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return send_on
