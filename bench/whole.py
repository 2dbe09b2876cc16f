"""Takes page counts, gives the processor time of whole processes: the program, Typst on the same text.

They run in turn, each in a fresh process with its byte code compiled, and what counts is the median ratio of
neighbours: other work on the machine weighs on both. Seconds are of all threads, Python's start included.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.corpus import write_corpus
from bench.rivals.typst_pages import FONTS, is_available, write_document
from bench.source_text import read_source
from bench.speed import LAUNCHER, ROOT, WORK, BuildFailed, as_markdown

ONE_PAGE_AIM, TYPST_AIM = 0.20, 0.55
"""Seconds of one page; the part of Typst's time that fifty pages may take."""
SETTING = """
import sys, typst
document, pdf, fonts = sys.argv[1:]
typst.compile(document, output=pdf, font_paths=[fonts], ignore_system_fonts=True)
"""
"""All that Typst is asked for; its document is written beforehand."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Seconds of processor time of one kind of process, a run each."""

    name: str
    seconds: tuple[float, ...]

    def ratio(self, other: Whole) -> float:
        """What part of the time of `other` this took, the median of runs next to each other."""
        return median(mine / theirs for mine, theirs in zip(self.seconds, other.seconds, strict=True))


def measure_whole(pages: int, runs: int, beside: Path | None, work: Path = WORK) -> list[Whole]:
    """The program first, then whatever it is compared with; raises BuildFailed."""
    folder = work / f"content-{pages}"
    write_corpus(folder, pages)
    commands = {"Szpalta": (ROOT, _build(ROOT, folder, work / "whole"))}
    if is_available():
        document = work / f"content-{pages}.typ"
        document.write_text(write_document(read_source(folder)), "utf-8")
        setting = [sys.executable, "-c", SETTING, str(document), str(work / "typst.pdf"), str(FONTS)]
        commands[f"Typst {version('typst')}"] = (ROOT, setting)
    if beside is not None:
        commands[beside.name] = (beside, _build(beside, folder, work / "whole-beside"))
    commands["Python alone"] = (ROOT, [sys.executable, "-c", "pass"])
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for order in range(runs + 1):
        for name, (place, command) in commands.items():
            seconds = run_whole(command, place)
            if order:
                taken[name].append(seconds)
    return [Whole(name, tuple(seconds)) for name, seconds in taken.items()]


def _build(tree: Path, folder: Path, out: Path) -> list[str]:
    """The command that builds a folder, the tree's modules compiled as an installed program's are."""
    compileall.compile_dir(tree / "layout", quiet=1)
    program = str(tree / "make_pdf.py")
    return [sys.executable, program, "build", str(folder.resolve()), "-e", "screen", "-o", str(out.resolve())]


def run_whole(command: Sequence[str], place: Path = ROOT) -> float:
    """Seconds of processor time of a command and its children; raises BuildFailed with what it said."""
    launched = [sys.executable, "-I", "-S", str(LAUNCHER), *command]
    done = subprocess.run(launched, capture_output=True, text=True, check=False, cwd=place)
    measured = json.loads(done.stdout)
    if measured["status"] != 0:
        raise BuildFailed(done.stderr.strip())
    return float(measured["processor_seconds"])


def tabulate_whole(pages: int, measured: Sequence[Whole]) -> list[list[str]]:
    """A row for each process: its least and median seconds, and what part of them the program took."""
    ours = measured[0]
    return [
        [
            str(pages),
            one.name,
            f"{min(one.seconds):.3f}",
            f"{median(one.seconds):.3f}",
            f"{ours.ratio(one):.2f}",
        ]
        for one in measured
    ]


def describe_machine() -> str:
    """The day, the processor and its cores, how busy it is, and the versions."""
    model = platform.processor() or platform.machine()
    told = Path("/proc/cpuinfo")
    if told.exists():
        lines = (line.partition(":") for line in told.read_text("utf-8").splitlines())
        model = next((value.strip() for key, _, value in lines if key.strip() == "model name"), model)
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    day = time.strftime("%Y-%m-%d")
    return f"{day}, {model}, {os.cpu_count()} cores{busy}, Python {platform.python_version()}"


def main() -> int:
    """The command `python -m bench.whole`."""
    parser = argparse.ArgumentParser(prog="python -m bench.whole", description="Time whole processes.")
    parser.add_argument("--pages", type=int, nargs="+", default=[1, 50])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--beside", type=Path, help="another checkout of the program to run in turn")
    options = parser.parse_args()
    rows = [["pages", "process", "least s", "median s", "Szpalta/it"]]
    try:
        for pages in options.pages:
            rows += tabulate_whole(pages, measure_whole(pages, options.runs, options.beside))
    except BuildFailed as problem:
        print(f"not built: {problem}", file=sys.stderr)
        return 1
    print(as_markdown(rows))
    print(f"\n{describe_machine()}. Aims: one page {ONE_PAGE_AIM} s, fifty pages {TYPST_AIM} of Typst.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
