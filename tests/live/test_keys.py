"""A document's secret is kept for its user alone, and made anew where it may be known."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from layout.live.web.keys import Key, read_key, write_key


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


def kept(home: Path) -> Path:
    (file,) = (home / "szpalta").iterdir()
    return file


def test_a_key_is_the_same_after_a_restart_and_another_for_another_document() -> None:
    key = Key(read_key(Path("a")).secret, 8765)
    write_key(Path("a"), key)
    assert read_key(Path("a")) == key
    assert read_key(Path("b")).secret != key.secret


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights otherwise")
def test_nobody_else_may_read_it_and_one_that_others_could_is_not_used(home: Path) -> None:
    write_key(Path("a"), read_key(Path("a")))
    known = read_key(Path("a"))
    assert kept(home).stat().st_mode & 0o777 == 0o600
    kept(home).chmod(0o644)
    assert read_key(Path("a")).secret != known.secret


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"secret": "", "port": 1}', b'{"secret": "x", "port": -1}', b"\xff"]
)
def test_a_spoiled_key_is_made_anew(home: Path, data: bytes) -> None:
    write_key(Path("a"), read_key(Path("a")))
    kept(home).write_bytes(data)
    assert len(read_key(Path("a")).secret) >= 24


def test_where_nothing_can_be_kept_there_is_a_key_all_the_same(home: Path) -> None:
    (home / "szpalta").write_text("in the way")
    write_key(Path("a"), read_key(Path("a")))
    assert read_key(Path("a")).secret
