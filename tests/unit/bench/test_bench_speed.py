"""Times are read as printed, the floor draws the very lines, the report replaces its own section only."""

import json
import subprocess
import sys

import pytest

from bench import speed, whole
from bench.glyphs import read_pages
from bench.replay import draw_ready_pages, load_ready_pages, read_ready_pages, write_ready_pages
from bench.report import END, START, replace_section
from tests.unit.bench.pages_of_faults import CZECH, POLISH, Specimen, as_source


def test_stages_are_read_and_added_up():
    printed = "warning: page 3\nread 0.012\n  compose   1.5 s\ndraw 0.25\ndraw 0.25\ntotal 2.012\n"
    assert speed.read_stages(printed) == {"read": 0.012, "compose": 1.5, "draw": 0.5}


def test_the_launcher_measures_a_child():
    command = [sys.executable, "-I", "-S", str(speed.LAUNCHER), sys.executable, "-c"]
    small = json.loads(subprocess.check_output([*command, "pass"]))
    large = json.loads(subprocess.check_output([*command, "x = bytearray(60 << 20)"]))
    assert small["status"] == 0
    assert small["peak_mib"] < 40
    assert large["peak_mib"] > small["peak_mib"] + 50
    assert json.loads(subprocess.check_output([*command, "raise SystemExit(3)"]))["status"] == 3


def test_the_floor_draws_the_same_glyphs_in_the_same_places(tmp_path):
    specimen = Specimen(([POLISH], [CZECH]), (as_source(POLISH), as_source(CZECH)))
    pdf, _ = specimen.write(tmp_path)
    write_ready_pages(read_ready_pages(pdf), tmp_path / "lines.json")
    seconds = draw_ready_pages(load_ready_pages(tmp_path / "lines.json"), tmp_path / "floor.pdf")
    assert seconds > 0
    drawn, original = (
        sorted(next(read_pages(path)).glyphs, key=_place) for path in (tmp_path / "floor.pdf", pdf)
    )
    assert [glyph.text for glyph in drawn] == [glyph.text for glyph in original]
    for one, other in zip(drawn, original, strict=True):
        assert (one.left, one.y) == pytest.approx((other.left, other.y), abs=0.1)


def _place(glyph):
    return (-glyph.y, glyph.left)


def run(seconds, stages, peak=50.0):
    return speed.Run(seconds, peak, stages)


def test_a_speed_takes_the_best_run_and_the_largest_memory():
    runs = (run(2.0, {"draw": 1.0, "read": 0.5}), run(1.8, {"draw": 0.9, "read": 0.7}, 60.0))
    held = speed.Speed(10, runs, (0.5, 0.4))
    assert (held.seconds, held.worked, held.floor, held.peak_mib) == (1.8, 1.5, 0.4, 60.0)
    table = speed.tabulate_speed([held])
    row = dict(zip(*table, strict=True))
    assert (row["stages/floor"], row["in pairs"]) == ("3.75", "3.50")
    assert speed.tabulate_stages([held])[1:] == [["draw", "90.00"], ["read", "50.00"], ["all", "150.00"]]


def test_a_failed_build_says_why(tmp_path, monkeypatch):
    program = tmp_path / "program.py"
    program.write_text("import sys; print('no such key', file=sys.stderr); sys.exit(1)")
    monkeypatch.setattr(speed, "PROGRAM", program)
    with pytest.raises(speed.BuildFailed, match="no such key"):
        speed.run_program(tmp_path, tmp_path)


def test_only_the_marked_section_is_replaced():
    readme = f"above\n{START}\nold\n{END}\nbelow\n"
    assert replace_section(readme, "new \\1") == f"above\n{START}\nnew \\1\n{END}\nbelow\n"
    with pytest.raises(ValueError, match="measured"):
        replace_section("nothing", "new")


def test_a_ratio_is_of_neighbours_and_the_launcher_counts_a_child_s_processor_time():
    ours, theirs = whole.Whole("Szpalta", (1.0, 4.0, 3.0)), whole.Whole("Typst", (2.0, 4.0, 12.0))
    assert ours.ratio(theirs) == 0.5
    assert whole.tabulate_whole(50, [ours, theirs])[1] == ["50", "Typst", "2.000", "4.000", "0.50"]
    idle = whole.run_whole([sys.executable, "-c", "import time; time.sleep(1)"])
    assert (
        0
        < idle
        < 0.9
        < whole.run_whole([sys.executable, "-c", "import time\nwhile time.process_time() < 1: pass"])
    )
    with pytest.raises(speed.BuildFailed, match="not there"):
        whole.run_whole([sys.executable, "-c", "raise SystemExit('not there')"])
