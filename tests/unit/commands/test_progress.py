"""A terminal is shown that work goes on; a pipe gets nothing of it."""

from __future__ import annotations

import io
import sys
import time

import pytest

import layout.reporting
from layout.commands.mail import _progress
from layout.reporting import Reporter, Stopwatch


class Device(io.StringIO):
    """Standard error that is a terminal, or is not."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def put_up(monkeypatch: pytest.MonkeyPatch, terminal: bool) -> Device:
    """Standard error from now on; a fixture would be too early, pytest sets its own when a test begins."""
    device = Device(terminal)
    monkeypatch.setattr(sys, "stderr", device)
    return device


def work_long(monkeypatch: pytest.MonkeyPatch, device: Device) -> None:
    """Two stages, of which the first outlasts the time after which a terminal is told."""
    monkeypatch.setattr(layout.reporting, "PROGRESS_AFTER", 0.0)
    watch = Stopwatch(Reporter("pl"))
    with watch.running():
        with watch.stage("compose"):
            ends = time.monotonic() + 20
            while device.isatty() and "compose" not in device.getvalue() and time.monotonic() < ends:
                time.sleep(0.01)
        with watch.stage("draw"):
            pass


def test_a_terminal_sees_the_stage_and_then_a_clean_line(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = put_up(monkeypatch, terminal=True)
    work_long(monkeypatch, terminal)
    seen = [part for part in terminal.getvalue().split("\r") if part]
    assert [part.strip() for part in seen if not part.isspace()] == ["compose", "draw"]
    assert seen[-1].isspace()
    assert len({len(part) for part in seen}) == 1, "each hides the one before it"
    assert "\n" not in terminal.getvalue()


def test_a_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = put_up(monkeypatch, terminal=True)
    watch = Stopwatch(Reporter("pl"))
    with watch.running(), watch.stage("compose"):
        pass
    assert terminal.getvalue() == ""


def test_a_pipe_sees_no_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = put_up(monkeypatch, terminal=False)
    work_long(monkeypatch, pipe)
    assert pipe.getvalue() == ""


def test_messages_are_counted_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = put_up(monkeypatch, terminal=True)
    with _progress() as on_progress:
        for done in range(2, 5):
            on_progress(done, 4)
    bars = [line.rstrip() for line in terminal.getvalue().split("\r") if line]
    assert [bar.rpartition("]")[2].strip().partition("\x1b")[0].strip() for bar in bars] == [
        "2/4",
        "3/4",
        "4/4",
    ]
    assert terminal.getvalue().endswith("\n")


def test_a_list_that_is_refused_leaves_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = put_up(monkeypatch, terminal=True)
    with _progress():
        pass
    assert terminal.getvalue() == ""


def test_a_pipe_sees_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = put_up(monkeypatch, terminal=False)
    with _progress() as on_progress:
        on_progress(1, 1)
    assert pipe.getvalue() == ""
