"""`watch` builds at once and after each change, tells problems as `build` does, and ends cleanly."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout.cli import main
from tests.conftest import ROOT

SOUND = "- paragraph: {pl: Dobry akapit., cs: Dobrý odstavec.}\n"


@pytest.fixture
def watched(
    write_folder: Callable[..., Path], tmp_path: Path
) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    folder = write_folder(sections__a_yaml=SOUND * 3)
    command = [sys.executable, "make_pdf.py", "watch", str(folder), "-o", str(tmp_path / "out")]
    # Tests that a shell runs in the background ignore Ctrl-C, and what they start would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*command, "--messages", "en"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    signal.signal(signal.SIGINT, before)
    yield folder, process
    process.kill()
    process.communicate()


def next_line(process: subprocess.Popen[str], stream: str = "stdout") -> str:
    found = getattr(process, stream).readline()
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_each_change_is_a_line(watched: tuple[Path, subprocess.Popen[str]], ending: signal.Signals) -> None:
    folder, process = watched
    section = folder / "sections" / "a.yaml"
    assert next_line(process).startswith("1 page, 1 changed: ")
    section.write_text(SOUND * 2 + SOUND.replace("Dobry", "Lepszy"), "utf-8")
    assert next_line(process).startswith("1 page, 1 changed: ")
    section.write_text(SOUND + "- paragrph: {pl: a, cs: b}\n", "utf-8")
    assert "sections/a.yaml:2:3: error: " in next_line(process, "stderr")
    assert next_line(process, "stderr").startswith("1 error, ")
    section.write_text(SOUND * 3 + "- page-break:\n" + SOUND, "utf-8")
    line = next_line(process)
    assert line.startswith("2 pages, 2 changed: ")
    assert Path(line.rpartition(": ")[2].strip()).read_bytes().startswith(b"%PDF-")
    process.send_signal(ending)
    assert process.wait(30) == 0


def test_it_watches_nothing_that_is_not_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["watch", str(tmp_path / "none"), "--messages", "en"])
    assert done.exit_code == 1
    assert "none" in done.stderr


def test_what_was_mended_is_made_again_with_all_editions(
    watched: tuple[Path, subprocess.Popen[str]], tmp_path: Path
) -> None:
    folder, process = watched
    next_line(process)
    (folder / "sections" / "a.yaml").write_text(SOUND * 4, "utf-8")
    assert (tmp_path / "out").as_posix() in next_line(process).replace("\\", "/")
