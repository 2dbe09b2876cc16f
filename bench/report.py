"""Takes nothing, runs every measurement, writes the tables into the marked section of bench/README.md."""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from bench.corpus import write_corpus
from bench.meter import Measures, Row, measure_pdf, tabulate
from bench.rivals.typst_pages import is_available, set_with_typst
from bench.speed import (
    WORK,
    BuildFailed,
    Speed,
    as_markdown,
    describe_cold_start,
    finished_pdf,
    measure_cold_start,
    measure_speed,
    run_program,
    tabulate_speed,
    tabulate_stages,
)

README = Path(__file__).parent / "README.md"
START, END = "<!-- measured: start -->", "<!-- measured: end -->"
SETTING_PAGES = 50


def measure_setting(work: Path) -> tuple[Measures, Measures | None, float]:
    """The meter on the program's pages, on Typst's if it is installed, and Typst's seconds."""
    folder, out, rival = work / f"content-{SETTING_PAGES}", work / f"out-{SETTING_PAGES}", work / "typst.pdf"
    write_corpus(folder, SETTING_PAGES)
    run_program(folder, out)
    ours = measure_pdf(finished_pdf(out), folder)
    if not is_available():
        return ours, None, 0.0
    seconds = set_with_typst(folder, rival)
    return ours, measure_pdf(rival, folder), seconds


def tabulate_setting(ours: Measures, rival: Measures | None) -> list[list[str]]:
    """Rows of the meter's table, with Typst's own figures on the same text if it was measured."""
    theirs = tabulate(rival) if rival else []
    rows = [["", "Szpalta", "aim", "best others, quoted", *(["Typst, same text"] if theirs else [])]]
    for number, row in enumerate(tabulate(ours)):
        beside = [rival_row.value for rival_row in theirs[number : number + 1]]
        rows.append([row.name, _marked(row), row.aim, row.others, *beside])
    return rows


def _marked(row: Row) -> str:
    return f"**{row.value}** (missed)" if row.reached is False else row.value


def write_report(
    setting: tuple[Measures, Measures | None, float], speeds: Sequence[Speed], cold: tuple[float, float]
) -> str:
    """The section's text in Markdown."""
    ours, rival, seconds = setting
    where = (
        f"Python {platform.python_version()}, ReportLab {version('reportlab')}, {os.cpu_count()} cores; "
        f"{ours.pages} pages, {ours.body.face} {ours.body.size:g} pt, "
        f"natural word space {ours.natural:.2f} pt."
    )
    parts = [where, as_markdown(tabulate_setting(ours, rival))]
    if rival:
        parts.append(f"Typst {version('typst')} set its {rival.pages} pages in {seconds:.1f} s.")
    parts += [as_markdown(tabulate_speed(speeds)), as_markdown(tabulate_stages(speeds))]
    return "\n\n".join([*parts, describe_cold_start(*cold)])


def replace_section(readme: str, section: str) -> str:
    """The README with the text between its marks replaced."""
    pattern = re.compile(re.escape(START) + ".*?" + re.escape(END), re.DOTALL)
    if not pattern.search(readme):
        raise ValueError(f"no {START} … {END}")
    return pattern.sub(lambda _: f"{START}\n{section}\n{END}", readme, count=1)


def main() -> int:
    """The command `python -m bench.report`."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.report", description="Measure all, refresh README."
    )
    parser.add_argument("--pages", type=int, nargs="+", default=[1, 50, 500])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="print the section, leave the README")
    options = parser.parse_args()
    try:
        setting = measure_setting(WORK)
        speeds = [measure_speed(pages, options.runs) for pages in options.pages]
        section = write_report(setting, speeds, measure_cold_start(2 * options.runs + 1))
    except BuildFailed as problem:
        print(f"the program did not build: {problem}", file=sys.stderr)
        return 1
    print(section)
    if not options.dry:
        README.write_text(replace_section(README.read_text("utf-8"), section), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
