"""A command is loaded when it is called; until then its row says what it says of itself."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from layout.cli import COMMANDS, load_command, main
from tests.conftest import ROOT


@pytest.mark.parametrize("name", COMMANDS)
def test_a_row_leads_to_the_command_of_its_name(name: str) -> None:
    assert load_command(name).name == main.commands[name].name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_takes_more_words_than_it_names(name: str) -> None:
    command = load_command(name)
    with pytest.raises(click.UsageError) as refused:
        command.make_context(name, ["one", "two", "three"])
    assert refused.value.ctx is not None and refused.value.ctx.command is command


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["bild"]])
def test_what_concerns_no_command_loads_none(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom layout.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.startswith(('layout.pipeline', 'layout.compose'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
