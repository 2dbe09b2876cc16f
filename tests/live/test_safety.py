"""Nobody but the window that the program opened gets anything out of the live page, or into it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import json

from tests.conftest import ROOT
from tests.live.conftest import LivePage, running

CHANGE = json.encode({"file": "x", "route": [0], "words": "x"})
PATHS = ("/", "/state", "/events", "/page/app.js", "/face/regular", "/unsaved", "/hit?sheet=1&x=1&y=1")
POSTS = ("/words", "/block", "/undo", "/redo", "/save", "/settle", "/typeset")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "a.localhost:80", ""]
)
def test_another_host_is_refused_everywhere(shared: LivePage, path: str, host: str) -> None:
    assert shared.ask(path, Host=host).status in (400, 421)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "cookie", [None, "", "szpalta=x", "szpalta-{port}=", "szpalta-{port}={secret}x", "szpalta-{port}=\u00e9"]
)
def test_without_the_secret_nothing_is_shown(shared: LivePage, path: str, cookie: str | None) -> None:
    cookie = cookie and cookie.format(port=shared.port, secret=shared.secret)
    assert shared.ask(path, Cookie=cookie).status == 403


def test_the_secret_opens_the_page_and_leaves_the_address(shared: LivePage) -> None:
    answer = shared.ask(f"/?secret={shared.secret}", Cookie=None)
    kept = answer.headers["Set-Cookie"]
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert "HttpOnly" in kept and "samesite=strict" in kept.lower()
    assert shared.ask("/?secret=wrong", Cookie=None).status == 403


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/x-www-form-urlencoded"},
        {"Content_Type": None},
        {"Cookie": None},
        {"Content_Length": "900000000"},
    ],
)
def test_no_other_page_changes_anything(shared: LivePage, path: str, headers: dict[str, str | None]) -> None:
    given = {name: value and value.format(port=shared.port) for name, value in headers.items()}
    assert shared.ask(path, "POST", CHANGE, **given).status in (403, 413, 415)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(shared: LivePage, method: str) -> None:
    assert shared.ask("/words", method, CHANGE).status in (403, 405, 415)


@pytest.mark.parametrize(
    "path",
    [
        "/page/../server.py", "/page/%2e%2e/session.py",
        "/page/..%2f..%2fcli.py", "/page//etc/passwd", "/page/%2fetc%2fpasswd",
        "/face/../../LICENSE", "/face/..%2f..%2fLICENSE",
        "/sheets/../state/1.png", "/sheets/x/99.png", "/sheets/x/words",
        "/page/languages/../app.js%00", "/sheets/%00/1.png",
    ],
)  # fmt: skip
def test_no_path_leads_out(shared: LivePage, path: str) -> None:
    assert shared.ask(path).status == 404


@pytest.mark.parametrize(
    "file",
    [
        "/etc/passwd",
        "../../etc/passwd",
        "brochure/../../outside.yaml",
        "brochure/sections",
        "",
        "\0",
        "brochure/images/x.yaml",
    ],
)
def test_only_files_of_the_folder_are_read_and_changed(shared: LivePage, file: str) -> None:
    (shared.folder.parent.parent / "outside.yaml").write_text("a: words\n", encoding="utf-8")
    status, _ = shared.post("/words", {"file": file, "route": ["a"], "words": "x"})
    assert status in (400, 409)
    assert (shared.folder.parent.parent / "outside.yaml").read_text(encoding="utf-8") == "a: words\n"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"file": 1}',
        b'{"file":"x","route":[0],"words":"x","more":1}',
        b"\xff",
        b"[" * 100_000,
    ],
)
@pytest.mark.parametrize("path", ["/words", "/block", "/settle", "/typeset"])
def test_a_body_of_another_shape_is_refused(shared: LivePage, path: str, body: bytes) -> None:
    assert shared.ask(path, "POST", body).status == 400


@pytest.mark.parametrize(
    "query",
    [
        "",
        "sheet=1",
        "sheet=x&x=1&y=1",
        "sheet=1&x=nan&y=inf",
        "sheet=-1&x=1&y=1",
        "sheet=99&x=1&y=1",
        "sheet=1&x=1e400&y=1",
    ],
)
def test_a_point_that_is_nowhere_hits_nothing(shared: LivePage, query: str) -> None:
    answer = shared.ask(f"/hit?{query}")
    assert answer.status == 400 or answer.body == b"null"


def test_every_answer_forbids_frames_scripts_of_others_and_guessing(shared: LivePage) -> None:
    for path in ("/", "/state", "/page/app.js", "/nowhere"):
        headers = shared.ask(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in headers


def test_two_hundred_connections_and_slow_ones_do_not_keep_it_from_answering(shared: LivePage) -> None:
    idle = []
    for number in range(200):
        one = socket.create_connection(("127.0.0.1", shared.port), timeout=10)
        one.sendall(
            b"GET /state HTTP/1.1\r\n" if number % 2 else b"POST /words HTTP/1.1\r\nHost: x\r\nContent-Le"
        )
        idle.append(one)
    try:
        assert shared.ask("/state").status == 200
    finally:
        for one in idle:
            one.close()


def test_a_flood_of_windows_is_bounded(shared: LivePage) -> None:
    windows = [shared.window() for _ in range(30)]
    answers = [window.getresponse() for window in windows]
    assert {answer.status for answer in answers} == {200, 503}
    for window, answer in zip(windows, answers, strict=True):
        answer.close()
        window.close()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_with_a_window_open(sample: Path, end: signal.Signals) -> None:
    with running(sample) as page:
        window = page.window()
        answer = window.getresponse()
        page.process.send_signal(end)
        assert page.process.wait(10) == 0
        answer.close()
        window.close()


def test_a_port_that_is_taken_is_told(sample: Path) -> None:
    with running(sample) as page:
        command = [
            sys.executable,
            str(ROOT / "make_pdf.py"),
            "open",
            str(sample),
            "--no-browser",
            "--port",
            str(page.port),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert (
            done.returncode == 1 and f"--port {page.port}" in done.stderr and "Traceback" not in done.stderr
        )
