"""Content is begun and brought in from the page; nothing is replaced, and nothing is put elsewhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import json

from layout.live.work.inbox import KINDS, Inbox
from layout.model.diagnostic import Rejected
from tests.conftest import ROOT
from tests.live.conftest import LivePage, running

TEXT = (ROOT / "tests" / "fixtures" / "wspolpraca-spoluprace.txt").read_bytes()
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[LivePage]:
    with running(None, cwd=tmp_path) as page:
        yield page


def upload(page: LivePage, name: str, data: bytes) -> tuple[int, object]:
    answer = page.ask(f"/uploads?name={name}", "POST", data, Content_Type="application/octet-stream")
    return answer.status, json.decode(answer.body) if answer.body[:1] in (b"{", b"[") else None


def token(page: LivePage, name: str, data: bytes) -> str:
    status, said = upload(page, name, data)
    assert status == 200 and isinstance(said, dict)
    return str(said["token"])


def test_without_content_it_shows_how_to_begin_and_then_the_sample(start: LivePage, tmp_path: Path) -> None:
    assert start.get("/state") == {"start": True}
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").write_text("mine")
    status, said = start.post("/begin", {"how": "sample", "folder": "taken"})
    assert status == 409 and said[0]["code"] == "folder-in-use"  # type: ignore[index]
    assert start.post("/begin", {"how": "sample", "folder": "nowa"})[0] == 200
    state = start.get("/state")
    assert isinstance(state, dict) and state["place"] == "nowa"
    assert (tmp_path / "nowa" / "brochure.yaml").is_file()
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["x"]


def test_a_text_becomes_a_brochure(start: LivePage, tmp_path: Path) -> None:
    taken = token(start, "tekst.txt", TEXT)
    status, said = start.post("/begin", {"how": "text", "folder": "z-tekstu", "files": [taken]})
    assert (status, said) == (200, {})
    assert (tmp_path / "z-tekstu" / "brochure.yaml").is_file()


def test_a_folder_is_found_and_opened(tmp_path: Path, sample: Path) -> None:
    with running(None, cwd=tmp_path) as page:
        found = page.get("/start")
        assert isinstance(found, dict) and [one["place"] for one in found["folders"]] == ["brochure"]
        assert page.post("/begin", {"how": "folder", "folder": "brochure"})[0] == 200
        state = page.get("/state")
        assert isinstance(state, dict) and state["place"] == "brochure"


@pytest.mark.parametrize(
    "name", ["", "..", "../out", "/tmp/out", "a/b", "a\\b", ".hidden", "~", "c:x", "a\nb", "x" * 101, "a|b"]
)
def test_no_folder_is_made_elsewhere(start_shared: LivePage, name: str) -> None:
    for how in ("sample", "text"):
        files = [token(start_shared, "t.txt", TEXT)] if how == "text" else []
        status, said = start_shared.post("/begin", {"how": how, "folder": name, "files": files})
        assert status == 409 and said[0]["code"] == "folder-name"  # type: ignore[index]
    assert start_shared.get("/state") == {"start": True}


@pytest.mark.parametrize("place", ["", "/etc", "/nowhere", "\0", "~nobody", "state", "x" * 5000])
def test_what_is_no_content_is_not_opened(start_shared: LivePage, place: str) -> None:
    status, said = start_shared.post("/begin", {"how": "folder", "folder": place})
    assert status == 409 and said[0]["code"] == "no-content-there"  # type: ignore[index]


@pytest.mark.parametrize(
    "body",
    [
        {"how": "all", "folder": "x"},
        {"how": "text", "folder": "x"},
        {"how": "text", "folder": "x", "files": ["99"]},
        {"how": "text", "folder": "x", "files": ["../x"]},
        {"how": "sample", "folder": 1},
        {"how": "sample"},
        {"how": "sample", "folder": "x", "more": 1},
        {"how": "text", "folder": "x", "files": [], "partners": [[["a", 1]]]},
    ],
)
def test_a_beginning_of_another_shape_is_refused(start_shared: LivePage, body: object) -> None:
    assert start_shared.post("/begin", body)[0] == 400


@pytest.fixture(scope="module")
def start_shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivePage]:
    with running(None, cwd=tmp_path_factory.mktemp("start")) as page:
        yield page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ"), ("a.docx", b"not a zip"), ("a.odt", b""), ("a.png", b"\xff\xd8\xff"),
        ("a.jpg", PNG), ("a.svg", b"<svg>\0</svg>"), ("a", TEXT), ("", TEXT), ("a.html", b"<script>"),
        ("a.txt", b"a\0b"), ("a.pdf", b"%PDF-1.7"), ("..", TEXT), (".txt", b""),
        ("a.docx.exe", b"PK\x03\x04"), ("a.docm", b"PK\x03\x04"),
    ],
)  # fmt: skip
def test_what_is_no_text_and_no_picture_is_refused(start_shared: LivePage, name: str, data: bytes) -> None:
    status, said = upload(start_shared, name, data)
    assert status == 409 and said[0]["code"] == "upload-kind"  # type: ignore[index]


@pytest.mark.parametrize(
    "name", ["../../x.txt", "..%5C..%5Cx.txt", "%2fetc%2fx.txt", "a%00b.txt", "x" * 300 + ".txt"]
)
def test_a_name_leads_nowhere(start_shared: LivePage, name: str, tmp_path: Path) -> None:
    assert upload(start_shared, name, TEXT)[0] == 200
    assert not list(start_shared.folder.glob("*.txt"))


def test_an_upload_too_large_is_cut_off(start_shared: LivePage) -> None:
    headers = {"Content_Type": "application/octet-stream", "Content_Length": "60000001"}
    assert start_shared.ask("/uploads?name=a.txt", "POST", b"x", **headers).status == 413


def test_no_other_page_uploads(start_shared: LivePage) -> None:
    kind = {"Content_Type": "application/octet-stream"}
    for headers in ({"Origin": "http://evil.example"}, {"Origin": None}, {"Cookie": None}, {"Host": "evil"}):
        assert start_shared.ask("/uploads?name=a.txt", "POST", TEXT, **kind, **headers).status in (403, 421)
    assert (
        start_shared.ask("/uploads?name=a.txt", "POST", TEXT, Content_Type="multipart/form-data").status
        == 415
    )


def test_the_inbox_keeps_so_many_and_no_more() -> None:
    with Inbox() as inbox:
        tokens = [inbox.take(f"{number}.txt", b"x") for number in range(20)]
        folder = inbox.folder
        assert len(list(folder.rglob("*.txt"))) == 12
        assert inbox.find(tokens[-1:])[0].name == "19.txt"
        with pytest.raises(KeyError):
            inbox.find(tokens[:1])
        for ending in KINDS:
            with pytest.raises(Rejected):
                inbox.take(f"a{ending}", b"")
    assert not folder.exists()


def test_a_revised_text_is_shown_and_then_written(start: LivePage, tmp_path: Path) -> None:
    start.post("/begin", {"how": "text", "folder": "b", "files": [token(start, "t.txt", TEXT)]})
    words = TEXT.decode().replace("Ołomunieck", "Olomunieck")
    revised = token(start, "t2.txt", words.encode())
    before = {path: path.read_bytes() for path in (tmp_path / "b").rglob("*.yaml")}
    status, said = start.post("/import", {"files": [revised]})
    assert status == 200 and isinstance(said, dict) and said["changed"] > 0 and not said["written"]
    assert before == {path: path.read_bytes() for path in (tmp_path / "b").rglob("*.yaml")}
    _, said = start.post("/import", {"files": [revised], "write": True})
    assert isinstance(said, dict) and said["written"]
    assert any(b"Olomunieck" in path.read_bytes() for path in (tmp_path / "b").rglob("*.yaml"))


def test_a_picture_gets_a_name_of_its_own(start: LivePage, tmp_path: Path) -> None:
    start.post("/begin", {"how": "sample", "folder": "b"})
    drawn = (ROOT / "content" / "images" / "towers.svg").read_bytes()
    assert start.post("/pictures", {"file": token(start, "towers.svg", drawn)}) == (
        200,
        {"file": "images/towers.svg"},
    )
    other = drawn.replace(b"</svg>", b"<!-- other --></svg>")
    status, said = start.post("/pictures", {"file": token(start, "towers.svg", other)})
    assert (status, said) == (200, {"file": "images/towers-2.svg"})
    assert (tmp_path / "b/images/towers.svg").read_bytes() == drawn
    for bad in (b"<svg><script>1</script></svg>", b"<html></html>", b"<svg"):
        assert start.post("/pictures", {"file": token(start, "x.svg", bad)})[0] == 409
    assert start.post("/pictures", {"file": token(start, "x.png", PNG + b"\0" * 9)})[0] == 409
    assert not list((tmp_path / "b" / "images").glob("x*"))


def test_no_picture_is_put_through_a_link(start: LivePage, tmp_path: Path) -> None:
    start.post("/begin", {"how": "text", "folder": "b", "files": [token(start, "t.txt", TEXT)]})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "b" / "images").symlink_to(tmp_path / "elsewhere")
    drawn = (ROOT / "content" / "images" / "towers.svg").read_bytes()
    status, said = start.post("/pictures", {"file": token(start, "towers.svg", drawn)})
    assert status == 409 and said[0]["code"] == "upload-outside"  # type: ignore[index]
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("place", ["", "x", "a.yaml", ":3", "a.yaml:", "a.yaml:x", "a.yaml:-1"])
def test_a_place_that_is_none_is_told(tmp_path: Path, place: str) -> None:
    command = [sys.executable, str(ROOT / "make_pdf.py"), "open", "--no-browser", "--at", place]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr and "02-river.yaml:14" in done.stderr
