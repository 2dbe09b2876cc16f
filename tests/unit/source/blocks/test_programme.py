"""How a programme is read: every way to write a time, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.blocks.programme import Hours, Programme
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from tests.contents import read_content
from tests.told import texts
from tests.unit.source.content_folders import write_content

HEAD = "- programme:\n    - day: {pl: Środa, cs: Středa}\n      entries:\n"
FIRST_LINE = 4
TIME_COLUMN = 17


def section(*times: str) -> str:
    return HEAD + "".join(
        f"        - time: {time}\n          pl: coś\n          cs: něco\n" for time in times
    )


def write(folder: Path, text: str) -> Path:
    return write_content(folder, {"sections/one.yaml": text})


def programme_of(brochure: Brochure) -> Programme:
    (block,) = brochure.sections[0].blocks
    assert isinstance(block, Programme)
    return block


def mistakes(folder: Path, text: str) -> list[Diagnostic]:
    with pytest.raises(Rejected) as caught:
        read_content(write(folder, text))
    return list(caught.value.diagnostics)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("9:00", Hours(540, None)),
        ("9:30", Hours(570, None)),
        ("12.30", Hours(750, None)),
        ("09:05", Hours(545, None)),
        ("9", Hours(540, None)),
        ("0:00", Hours(0, None)),
        ("9:00–10:30", Hours(540, 630)),
        ("9.00-10.30", Hours(540, 630)),
        ("9–10.30", Hours(540, 630)),
        ("9:00 — 10:30", Hours(540, 630)),
        ('"9:00 – 10:30"', Hours(540, 630)),
        ("22:00–24:00", Hours(1320, 1440)),
    ],
)
def test_a_time_is_read_as_it_is_typed(typed: str, hours: Hours, tmp_path: Path) -> None:
    content = read_content(write(tmp_path, section(typed)))
    assert content.warnings == ()
    ((activity,),) = (day.activities for day in programme_of(content.brochure).days)
    assert activity.hours == hours


def test_place_and_speaker_may_be_shared_or_left_out(tmp_path: Path) -> None:
    text = section("9:00", "10:00").replace("cs: něco\n", "cs: něco\n          place: Opole\n", 1)
    first, second = programme_of(read_content(write(tmp_path, text)).brochure).days[0].activities
    assert first.place is not None and first.speaker is None and second.place is None
    assert [side.text for side in first.place.sides if side] == ["Opole", "Opole"]


@pytest.mark.parametrize(
    ("typed", "code", "offset", "value"),
    [
        ("rano", "bad-time", 0, "rano"),
        ("9:5", "bad-time", 0, "9:5"),
        ("[9, 10]", "expected-text", 0, None),
        ("9:00–10:00–11:00", "bad-time", 0, "9:00–10:00–11:00"),
        ("25:00", "no-such-time", 0, "25:00"),
        ("9:75", "no-such-time", 0, "9:75"),
        ("24:00", "no-such-time", 0, "24:00"),
        ("9:00–10.60", "no-such-time", 5, "10.60"),
        ("22:00–24:01", "no-such-time", 6, "24:01"),
        ("10:30–9:00", "time-ends-early", 6, "10:30–9:00"),
        ("9:00–9:00", "time-ends-early", 5, "9:00–9:00"),
    ],
)
def test_a_wrong_time_is_refused_at_its_place(
    typed: str, code: str, offset: int, value: str | None, tmp_path: Path
) -> None:
    (found,) = mistakes(tmp_path, section("8:00", typed))
    assert found.code == code
    assert (found.where.line, found.where.column) == (FIRST_LINE + 3, TIME_COLUMN + offset)
    assert texts(found).get("value") == value


def test_all_wrong_times_are_told_at_once(tmp_path: Path) -> None:
    found = mistakes(tmp_path, section("25:00", "9:75", "10–9"))
    assert [one.code for one in found] == ["no-such-time", "no-such-time", "time-ends-early"]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (("9:00–10:00", "10:00–11:00", "11:00"), []),
        (("9:00", "9:00", "9:00–10:00"), []),
        (("9:00–10:00", "8:30–9:00"), [(1, "time-out-of-order", "8:30–9:00", "9:00–10:00", 0)]),
        (("9:00–10:30", "10:00–11:00"), [(1, "times-overlap", "10:00–11:00", "9:00–10:30", 0)]),
        (("9:00–10:00", "9:00–10:00"), [(1, "times-overlap", "9:00–10:00", "9:00–10:00", 0)]),
        (
            ("9:00–12:00", "9:30", "11:00–12:00", "12:00"),
            [
                (1, "times-overlap", "9:30", "9:00–12:00", 0),
                (2, "times-overlap", "11:00–12:00", "9:00–12:00", 0),
            ],
        ),
        (
            ("9–11", "10–10:30", "8:00", "8:00"),
            [
                (1, "times-overlap", "10–10:30", "9–11", 0),
                (2, "time-out-of-order", "8:00", "10–10:30", 1),
                (3, "time-out-of-order", "8:00", "9–11", 0),
            ],
        ),
    ],
)
def test_times_that_cross_are_told(
    times: tuple[str, ...], expected: list[tuple[int, str, str, str, int]], tmp_path: Path
) -> None:
    found = read_content(write(tmp_path, section(*times))).warnings
    assert [
        (
            one.where.line,
            one.where.column,
            one.code,
            texts(one)["value"],
            texts(one)["other"],
            texts(one)["line"],
        )
        for one in found
    ] == [
        (FIRST_LINE + 3 * number, TIME_COLUMN, code, value, other, str(FIRST_LINE + 3 * first))
        for number, code, value, other, first in expected
    ]
    assert all(one.severity is Severity.WARNING for one in found)


def test_days_are_checked_apart(tmp_path: Path) -> None:
    days = section("14:00–15:00") + section("9:00").removeprefix("- programme:\n")
    content = read_content(write(tmp_path, days))
    assert content.warnings == ()
    assert len(programme_of(content.brochure).days) == 2
