"""Takes a host and a port, gives where the live page is reached, and the secret that opens it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from layout.live.web.keys import Key, read_key, write_key
from layout.model.records import Struct

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What a browser on this machine may call it."""
HOME = "127.0.0.1"


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


def open_door(place: Path, port: int, host: str | None = None) -> tuple[socket.socket, PageAddress]:
    """A listening socket for a document's page, and its address.

    Port 0 takes the one of the last time, or a free one. Raises OSError where a port asked for is taken.
    """
    key = read_key(place)
    door = _listen(host or HOME, [port] if port else [key.port, 0])
    number = door.getsockname()[1]
    write_key(place, Key(key.secret, number))
    names = LOCAL_NAMES if host is None else (host, *LOCAL_NAMES)
    return door, PageAddress(names, number, key.secret)


def _listen(host: str, ports: list[int]) -> socket.socket:
    """A socket at the first of the ports that can be had."""
    for port in ports:
        door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")
        try:
            door.bind((host, port))
            door.listen()
        except OSError:
            door.close()
            if port == ports[-1]:
                raise
        else:
            return door
    raise ValueError("no port to try")
