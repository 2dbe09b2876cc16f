"""A live page that really runs, as a user starts it, on a copy of the sample."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec import json

from tests.conftest import ROOT


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    body: bytes


class LivePage:
    """One running program and how to ask it."""

    def __init__(self, process: subprocess.Popen[str], url: str, folder: Path) -> None:
        self.process, self.url, self.folder = process, url, folder
        parts = urlsplit(url)
        self.port = int(parts.port or 0)
        self.secret = parse_qs(parts.query)["secret"][0]

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str | None) -> Answer:
        """The answer to a request that carries what the page's own carry, but for what `headers` say."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            self._send(connection, path, method, body, headers)
            with connection.getresponse() as response:
                listened = response.headers.get_content_type() == "text/event-stream"
                return Answer(response.status, response.headers, b"" if listened else response.read())

    def window(self) -> HTTPConnection:
        """A stream of events, to be closed by the caller."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        self._send(connection, "/events", "GET", None, {})
        return connection

    def _send(
        self,
        connection: HTTPConnection,
        path: str,
        method: str,
        body: bytes | None,
        headers: Mapping[str, str | None],
    ) -> None:
        usual: dict[str, str | None] = {
            "Host": f"127.0.0.1:{self.port}",
            "Cookie": f"szpalta-{self.port}={self.secret}",
            "Origin": f"http://127.0.0.1:{self.port}",
        }
        if body is not None:
            usual["Content-Type"] = "application/json"
        usual |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True)
        for name, value in usual.items():
            if value is not None:
                connection.putheader(name, value)
        if body is not None and "Content-Length" not in usual:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)

    def get(self, path: str) -> object:
        """The JSON at a path."""
        answer = self.ask(path)
        assert answer.status == 200, (path, answer.status)
        found: object = json.decode(answer.body)
        return found

    def post(self, path: str, value: object) -> tuple[int, object]:
        """Status and JSON after a change."""
        answer = self.ask(path, "POST", json.encode(value))
        data = answer.body
        return answer.status, json.decode(data) if data[:1] in (b"{", b"[") else data.decode()


@contextmanager
def running(folder: Path | None, *options: str, cwd: Path | None = None) -> Iterator[LivePage]:
    """A live page of a folder, or without one of the start in `cwd`; ends as Ctrl-C ends it."""
    named = [] if folder is None else [str(folder)]
    place = cwd or (folder or Path()).parent
    command = [sys.executable, str(ROOT / "make_pdf.py"), "open", *named, "--no-browser", *options]
    own = {**os.environ, "XDG_STATE_HOME": str(place / "state")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=place, env=own)
    assert process.stdout is not None
    try:
        yield LivePage(process, process.stdout.readline().strip(), folder or place)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(20)
        process.stdout.close()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample's content."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "brochure"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivePage]:
    """A live page for tests that change nothing."""
    folder = Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("live") / "brochure"))
    with running(folder) as page:
        yield page
