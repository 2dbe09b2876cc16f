"""Takes page counts, builds generated content with the program, gives times and memory beside the floor.

For each count the program and the floor (`bench/replay.py`, the same finished lines on a bare ReportLab
canvas) run in turn, each time in a fresh process, so that both meet the same state of the machine.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import write_corpus
from bench.replay import read_ready_pages, write_ready_pages

ROOT = Path(__file__).parent.parent
PROGRAM = ROOT / "make_pdf.py"
WORK = ROOT / "build" / "bench"
LAUNCHER = Path(__file__).parent / "launch.py"
_STAGE = re.compile(r"^\s*([a-z][a-z ]*?)\s+(\d+(?:\.\d+)?)\s*s?$")

FLOOR_AIM, MEMORY_AIM, COLD_AIM = 2.5, 120.0, 0.4


class BuildFailed(Exception):
    """The program could not build the corpus; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """One fresh process: wall time, peak memory in MiB, and the seconds of each stage as it printed them."""

    seconds: float
    peak_mib: float
    stages: dict[str, float]

    @property
    def worked(self) -> float:
        """Seconds of all stages: the process without the interpreter's start and the imports before them."""
        return sum(self.stages.values())


@dataclass(frozen=True, slots=True)
class Speed:
    """All runs of one page count; `pages` are those that came out."""

    pages: int
    runs: tuple[Run, ...]
    floors: tuple[float, ...]

    @property
    def seconds(self) -> float:
        """The shortest whole process."""
        return min(run.seconds for run in self.runs)

    @property
    def worked(self) -> float:
        """The shortest sum of stages."""
        return min(run.worked for run in self.runs)

    @property
    def floor(self) -> float:
        """The shortest replay."""
        return min(self.floors)

    @property
    def paired(self) -> float:
        """Median of stages over floor, each run with the replay after it: what else runs weighs on both."""
        return median(run.worked / floor for run, floor in zip(self.runs, self.floors, strict=True))

    @property
    def peak_mib(self) -> float:
        """The largest peak memory."""
        return max(run.peak_mib for run in self.runs)

    def stage(self, name: str) -> float:
        """The shortest time of one stage."""
        return min(run.stages.get(name, 0.0) for run in self.runs)


def measure_speed(pages: int, runs: int, work: Path = WORK) -> Speed:
    """Times the program and the floor in turn, after one run that counts for neither."""
    folder, out, lines = work / f"content-{pages}", work / f"out-{pages}", work / f"lines-{pages}.json"
    write_corpus(folder, pages)
    run_program(folder, out)
    ready = read_ready_pages(finished_pdf(out))
    write_ready_pages(ready, lines)
    timed, floors = [], []
    for _ in range(runs):
        timed.append(run_program(folder, out))
        floors.append(run_floor(lines, work / "floor.pdf"))
    return Speed(len(ready.pages), tuple(timed), tuple(floors))


def finished_pdf(out: Path, edition: str = "screen") -> Path:
    """The one file of an edition in a folder; raises BuildFailed if there is none."""
    found = sorted(out.glob(f"*-{edition}.pdf"))
    if not found:
        raise BuildFailed(f"no *-{edition}.pdf in {out.name}")
    return found[0]


def run_program(folder: Path, out: Path) -> Run:
    """Builds a folder in a fresh process."""
    build = [str(PROGRAM), "build", str(folder), "-e", "screen", "-o", str(out), "--timings"]
    command = [sys.executable, "-I", "-S", str(LAUNCHER), sys.executable, *build]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    measured = json.loads(done.stdout)
    if measured["status"] != 0:
        raise BuildFailed(done.stderr.strip())
    return Run(measured["seconds"], measured["peak_mib"], read_stages(done.stderr))


def run_floor(lines: Path, pdf: Path) -> float:
    """Replays finished lines in a fresh process; seconds of drawing and saving alone."""
    command = [sys.executable, "-m", "bench.replay", str(lines), str(pdf)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)


def read_stages(printed: str) -> dict[str, float]:
    """Seconds by stage from the lines `stage seconds`; a stage printed twice is added up."""
    stages: dict[str, float] = {}
    for line in printed.splitlines():
        found = _STAGE.match(line)
        if found and found[1] != "total":
            stages[found[1]] = stages.get(found[1], 0.0) + float(found[2])
    return stages


def measure_cold_start(runs: int, work: Path = WORK) -> tuple[float, float]:
    """Median seconds of a one-page brochure in a fresh process, and of Python starting to do nothing."""
    folder, out = work / "content-1", work / "out-1"
    write_corpus(folder, 1)
    run_program(folder, out)
    cold = [run_program(folder, out).seconds for _ in range(runs)]
    command = [sys.executable, "-I", "-S", str(LAUNCHER), sys.executable, "-c", "pass"]
    bare = [json.loads(subprocess.check_output(command))["seconds"] for _ in range(runs)]
    return median(cold), median(bare)


def tabulate_speed(results: Sequence[Speed]) -> list[list[str]]:
    """Rows of the table of times; the first row is its head."""
    rows = [["pages", "whole s", "median s", "stages s", "pages/s", "floor s", "floor pages/s",
             "stages/floor", "in pairs", "whole/floor", "peak MiB"]]  # fmt: skip
    for speed in results:
        rows.append(
            [
                str(speed.pages),
                f"{speed.seconds:.2f}",
                f"{median(run.seconds for run in speed.runs):.2f}",
                f"{speed.worked:.2f}",
                f"{speed.pages / speed.seconds:.0f}",
                f"{speed.floor:.3f}",
                f"{speed.pages / speed.floor:.0f}",
                f"{speed.worked / speed.floor:.2f}",
                f"{speed.paired:.2f}",
                f"{speed.seconds / speed.floor:.2f}",
                f"{speed.peak_mib:.0f}",
            ]
        )
    return rows


def tabulate_stages(results: Sequence[Speed]) -> list[list[str]]:
    """Rows of milliseconds a page by stage; the first row is its head."""
    names = list(dict.fromkeys(name for speed in results for run in speed.runs for name in run.stages))
    rows = [["stage, ms a page", *(f"{speed.pages} pages" for speed in results)]]
    for name in names:
        rows.append([name, *(f"{1000 * speed.stage(name) / speed.pages:.2f}" for speed in results)])
    rows.append(["all", *(f"{1000 * speed.worked / speed.pages:.2f}" for speed in results)])
    return rows


def describe_cold_start(cold: float, bare: float) -> str:
    """A sentence on the cold start beside its aim."""
    return f"Cold start, one page: {cold:.2f} s (aim under {COLD_AIM} s), of which Python alone {bare:.2f} s."


def as_markdown(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its columns padded so that it also reads well in a terminal."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def main() -> int:
    """The command `python -m bench.speed`."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description="Time the program.")
    parser.add_argument("--pages", type=int, nargs="+", default=[1, 50, 500])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    try:
        results = [measure_speed(pages, options.runs) for pages in options.pages]
        cold = measure_cold_start(2 * options.runs + 1)
    except BuildFailed as problem:
        print(f"the program did not build: {problem}", file=sys.stderr)
        return 1
    print(as_markdown(tabulate_speed(results)), as_markdown(tabulate_stages(results)), sep="\n\n")
    print(f"\n{describe_cold_start(*cold)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
