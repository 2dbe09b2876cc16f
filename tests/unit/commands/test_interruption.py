"""Ctrl-C ends every command with one line in the user's language and status 130."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout.cli import main
from layout.resources.messages import find_words

ROOT = Path(__file__).parents[3]
LINES = {
    language: f"{words['what']}: {words['do']}\n"
    for language, words in find_words("interrupted").items()
    if language != "severity"
}


@pytest.mark.parametrize("language", LINES)
def test_an_interruption_while_a_command_works(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("layout.commands.init.copy_sample", interrupt)
    done = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--messages", language])
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", LINES[language])


@pytest.mark.parametrize("module", ["click", "layout.commands.build", "layout.commands.terminal.wording"])
def test_an_interruption_while_the_program_loads(module: str) -> None:
    """The finder stands for a user who presses Ctrl-C just when `module` is looked for, once."""
    program = f"""
import runpy, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["make_pdf.py", "build", "--messages", "cs"]
runpy.run_path("make_pdf.py", run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", LINES["cs"])
