"""Takes a host and a port, gives where the live page is reached, and the secret that opens it."""

from __future__ import annotations

import secrets
import socket

from layout.model.records import Struct

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What a browser on this machine may call it."""
HOME = "127.0.0.1"
SECRET_BYTES = 24


class PageAddress(Struct, frozen=True):
    """One machine's live page; `names` are the hosts that a request may ask for, without the port."""

    names: tuple[str, ...]
    port: int
    secret: str

    @property
    def hosts(self) -> frozenset[str]:
        """What the `Host` of a request may say (RFC 9110, 7.2)."""
        return frozenset(f"{name}:{self.port}" for name in self.names)

    @property
    def url(self) -> str:
        """What the user's browser opens; holds the secret."""
        return f"http://{self.names[0]}:{self.port}/?secret={self.secret}"

    @property
    def cookie(self) -> str:
        """The cookie's name: cookies do not tell ports apart (RFC 6265, 8.5), so that it says its own."""
        return f"szpalta-{self.port}"


def open_door(port: int, host: str | None = None) -> tuple[socket.socket, PageAddress]:
    """A bound socket and its address; port 0 takes a free one. Raises OSError where the port is taken."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host or HOME, port))
        door.listen()
    except OSError:
        door.close()
        raise
    names = LOCAL_NAMES if host is None else (host, *LOCAL_NAMES)
    return door, PageAddress(names, door.getsockname()[1], secrets.token_urlsafe(SECRET_BYTES))
