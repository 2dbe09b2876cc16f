"""A product takes the place of another PDF only, and what fails half way leaves nothing."""

from __future__ import annotations

import errno
import os
import signal
import stat
import threading
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.pipeline import files
from layout.pipeline.files import copy_sample, write_product
from layout.source.write import store_files as storing
from layout.source.write.hold_signals import holding_signals

NEW = b"%PDF-1.7\nnew\nstartxref\n0\n%%EOF\n"
OLD = NEW.replace(b"new", b"old")
OTHERS = {
    "nothing": b"",
    "text": b"some words",
    "text that speaks of PDF": b"This letter explains %PDF-1.7 and startxref.",
    "text that begins like PDF": b"%PDF-1.7 is how a file of that kind begins.\n",
    "half a PDF": OLD[:12],
    "mail": b"Subject: a\n\n" + OLD,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(50),
    "PDF of a wrong version": OLD.replace(b"1.7", b"x.y"),
}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_what_is_no_pdf_stays(content: bytes, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(content)
    with pytest.raises(Rejected) as refused:
        write_product(target, NEW)
    assert [one.code for one in refused.value.diagnostics] == ["output-onto-other"]
    assert target.read_bytes() == content
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["a.pdf", "ž" * 125 + ".pdf", "a" * 255])
@pytest.mark.parametrize("there", [True, False])
def test_a_pdf_is_replaced(there: bool, name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    if there:
        target.write_bytes(OLD)
    write_product(target, NEW)
    assert target.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_that_no_system_takes_is_told(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="output-failed"):
        write_product(tmp_path / ("a" * 300), NEW)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_its_target_is_replaced(there: bool, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "a.pdf", tmp_path / "b.pdf"
    if there:
        target.write_bytes(OLD)
    link.symlink_to(target)
    write_product(link, NEW)
    assert link.is_symlink() and target.read_bytes() == NEW


@pytest.mark.parametrize("target", ["words.txt", "loop"])
def test_a_link_is_no_way_round_the_rule(target: str, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"words")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    link = tmp_path / "b.pdf"
    link.symlink_to(tmp_path / target)
    with pytest.raises(Rejected):
        write_product(link, NEW)
    assert (tmp_path / "words.txt").read_bytes() == b"words" and link.is_symlink()


def test_the_null_device_is_written_to() -> None:
    before = Path(os.devnull).stat()
    write_product(Path(os.devnull), NEW)
    after = Path(os.devnull).stat()
    assert stat.S_ISCHR(after.st_mode) and (after.st_ino, after.st_rdev) == (before.st_ino, before.st_rdev)


@pytest.mark.parametrize("late", [0.0, 0.3])
def test_a_pipe_gets_the_bytes(late: float, tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Timer(late, lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_product(pipe, NEW * 10_000)
    reader.join()
    assert got == [NEW * 10_000] and stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_that_nobody_reads_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "READER_WITHIN", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Rejected):
        write_product(tmp_path / "pipe", NEW)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize(("umask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o002, 0o664)])
def test_the_umask_is_kept(umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        write_product(tmp_path / "a.pdf", NEW)
        copy_sample(tmp_path / "new")
    finally:
        os.umask(before)
    made = [tmp_path / "a.pdf", *(path for path in (tmp_path / "new").rglob("*") if path.is_file())]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {mode}
    folders = [tmp_path / "new", *(path for path in (tmp_path / "new").rglob("*") if path.is_dir())]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o777 & ~umask}


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(OLD)
    target.chmod(0o640)
    write_product(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("after", [0, 1, 7])
def test_a_sample_that_finds_no_room_leaves_nothing(
    there: bool, after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def write(path: Path, data: bytes) -> int:
        if len(written) == after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        written.append(path)
        with path.open("wb") as file:
            return file.write(data)

    monkeypatch.setattr(Path, "write_bytes", write)
    folder = tmp_path / "new"
    if there:
        folder.mkdir()
    with pytest.raises(Rejected, match="import-not-written"):
        copy_sample(folder)
    assert len(written) == after
    assert list(tmp_path.iterdir()) == ([folder] if there else [])
    assert not there or not list(folder.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_files_are_exchanged(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("old")
    monkeypatch.setattr(storing.shutil, "copy2", lambda *_, **__: signal.raise_signal(number))
    ended: list[int] = []
    before = signal.signal(number, lambda number, _: ended.append(number))
    try:
        storing.store_files(tmp_path, {"a.yaml": "new", "b/c.yaml": "new"}, force=True)
    finally:
        signal.signal(number, before)
    assert ended == [number]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b"]
    assert (tmp_path / "a.yaml").read_text() == "new"


def test_another_thread_holds_no_signals() -> None:
    done: list[bool] = []

    def work() -> None:
        with holding_signals():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
