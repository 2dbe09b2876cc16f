"""Thousands of mistakes, and inputs without an end, cost no more than their share."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from time import process_time

import pytest

from layout.lang.microtype import Context, microtype
from layout.model.content.brochure import TypographySettings
from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Diagnostic, Span
from layout.model.values import Count, Listed
from layout.pdfreading.bounded import TooLongError, read_bounded
from layout.reporting import Reporter


@pytest.mark.parametrize("same_place", [True, False])
@pytest.mark.parametrize("same_code", [True, False])
def test_fifty_thousand_mistakes_are_shown_at_once(
    same_place: bool, same_code: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = ("missing-glyph",) if same_code else ("missing-glyph", "output-failed")
    values = {"characters": "x", "font": "y", "reason": "z"}
    mistakes = [
        Diagnostic(
            codes[n % len(codes)], Span("a.yaml", 1 if same_place else n, 1), {**values, "excerpt": str(n)}
        )
        for n in range(50_000)
    ]
    started = process_time()
    Reporter("en").show([*mistakes, *mistakes])
    assert process_time() - started < 10
    assert len(capsys.readouterr().err.splitlines()) == 50_001


def test_mistakes_with_values_of_every_kind_are_told_apart() -> None:
    one = Diagnostic("a", Span("b"), {"c": Count(1), "d": Listed(("e", Count(2)))})
    assert hash(one) == hash(Diagnostic("a", Span("b"), {"d": Listed(("e", Count(2))), "c": Count(1)}))
    assert len({one, Diagnostic("a", Span("b"), {"c": Count(2), "d": Listed(())})}) == 2


@pytest.mark.parametrize("length", [0, 999, 1000])
def test_a_file_within_the_bound_is_read_whole(length: int, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a" * length)
    assert read_bounded(tmp_path / "a", 1000) == b"a" * length


def test_a_file_over_the_bound_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(TooLongError):
        read_bounded(tmp_path / "a", 1 << 30)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of Linux")
def test_a_device_that_brings_no_pdf_is_left_at_once() -> None:
    assert read_bounded(Path("/dev/zero"), 1 << 30) == bytes(1024)


@pytest.mark.parametrize(("sent", "most"), [(5_000, 10_000), (50_000, 10_000)])
def test_a_pipe_is_read_up_to_the_bound(sent: int, most: int, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def send() -> None:
        try:
            pipe.write_bytes(b"%PDF-1.7" + bytes(sent))
        except BrokenPipeError:
            return

    writer = threading.Thread(target=send)
    writer.start()
    if sent > most:
        with pytest.raises(TooLongError):
            read_bounded(pipe, most)
    else:
        assert len(read_bounded(pipe, most)) == sent + 8
    writer.join()


def test_a_pipe_that_nobody_writes_into_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layout.pdfreading.bounded.WAITING", 0.2)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="timed out"):
        read_bounded(tmp_path / "pipe", 1000)


@pytest.mark.parametrize("language", ["pl", "cs"])
@pytest.mark.parametrize(
    "snippet", ["je -li ", "Praha - ", "I-V ", "a–b ", "EU-a ", "ul.A ", "' Ač\"", "v“ č", "1x ", "5.1. "]
)
def test_a_repeated_snippet_is_set_in_time_by_its_length(snippet: str, language: str) -> None:
    def measure(length: int) -> float:
        prose = Prose((Run((snippet * length)[:length]),))
        started = process_time()
        microtype(prose, language, TypographySettings(), Context.TEXT)
        return process_time() - started

    measure(2_000)
    tried = [(measure(20_000), measure(100_000))]
    while len(tried) < 4 and not is_quick(*tried[-1]):
        tried.append((measure(20_000), measure(100_000)))
    assert is_quick(*tried[-1]), tried


def is_quick(short: float, long: float) -> bool:
    """Whether five times as much takes about so many times as long; a busy machine is given other tries."""
    return long < 0.8 and long < 15 * short + 0.1
