"""What a killed process leaves behind is cleared away by the next; nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from layout.source.write.leftovers import clear_leftovers, temporary_prefix

ROOT = Path(__file__).resolve().parents[3]


def prefix_of_the_dead() -> str:
    """The prefix of a process that is no more."""
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    return temporary_prefix().replace(f"-{os.getpid()}-", f"-{int(dead.stdout)}-")


def test_a_dead_processes_files_and_folders_go(tmp_path: Path) -> None:
    prefix = prefix_of_the_dead()
    (tmp_path / f"{prefix}abcd1234").write_bytes(b"%PDF half")
    (tmp_path / f"{prefix}abcd_678").mkdir()
    (tmp_path / f"{prefix}abcd_678/brochure.yaml").write_text("half")
    clear_leftovers(tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_is_not_certainly_a_dead_processes_stays(tmp_path: Path) -> None:
    prefix = prefix_of_the_dead()
    machine = prefix.split("-")[1]
    names = [
        f"{temporary_prefix()}abcd1234",
        f"{prefix.replace(machine, '0' * 8)}abcd1234",
        f"{prefix}abcd",
        f"{prefix}abcd1234.pdf",
        ".szpalta-abcd1234",
        ".szpalta-notes",
        ".import-abcd1234",
        f"x{prefix}abcd1234",
        f".szpalta-{machine}-1-abcd1234",
    ]
    for name in names:
        (tmp_path / name).write_text("mine")
    (tmp_path / "else.txt").write_text("mine")
    (tmp_path / f"{prefix}linkedto").symlink_to(tmp_path / "else.txt")
    clear_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*names, "else.txt", f"{prefix}linkedto"}


def test_a_folder_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    clear_leftovers(tmp_path / "none")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_leaves_nothing_behind(ending: signal.Signals, tmp_path: Path) -> None:
    out, temporary = tmp_path / "out", tmp_path / "tmp"
    temporary.mkdir()
    run = subprocess.Popen(
        [sys.executable, "make_pdf.py", "build", "-e", "print", "-o", str(out)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(1.0)
    run.send_signal(ending)
    assert run.wait(60) in (0, 128 + ending)
    assert not list(temporary.iterdir())
    assert not out.exists() or [path.suffix for path in out.iterdir()] in ([], [".pdf"])
