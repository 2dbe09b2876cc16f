"""Takes page counts, judges the sample and generated print editions without rendering, gives their times.

Each run is a fresh process, the interpreter's start and the imports included.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from pypdf import PdfReader

from bench.corpus import write_corpus
from bench.press import time_build
from bench.speed import LAUNCHER, PROGRAM, ROOT, WORK, BuildFailed, as_markdown, finished_pdf

AIM = 1.0
"""Seconds for the sample's twelve pages."""


@dataclass(frozen=True, slots=True)
class Judging:
    """Seconds of each run on one file, and the largest peak memory in MiB."""

    name: str
    pages: int
    seconds: tuple[float, ...]
    peak_mib: float


def time_judging(name: str, pdf: Path, runs: int) -> Judging:
    """Judges one file `runs` times for print; what the verdict is does not matter."""
    judge = [str(PROGRAM), "preflight", str(pdf), "--profile", "print", "--no-render"]
    command = [sys.executable, "-I", "-S", str(LAUNCHER), sys.executable, *judge]
    found = []
    for _ in range(runs):
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        found.append(json.loads(done.stdout))
    seconds = tuple(run["seconds"] for run in found)
    return Judging(name, len(PdfReader(pdf).pages), seconds, max(run["peak_mib"] for run in found))


def measure_judging(counts: Sequence[int], runs: int, work: Path = WORK) -> list[Judging]:
    """The sample first, then generated content of so many pages."""
    folders = {"sample": ROOT / "content"}
    for count in counts:
        folders[f"{count} pages asked"] = work / f"content-{count}"
        write_corpus(work / f"content-{count}", count)
    found = []
    for name, folder in folders.items():
        out = work / f"judging-{folder.name}"
        time_build(folder, "print", out)
        found.append(time_judging(name, finished_pdf(out, "print"), runs))
    return found


def tabulate(results: Sequence[Judging]) -> list[list[str]]:
    """Rows of the table; the first row is its head."""
    rows = [["file", "pages", "whole s", "median s", "ms a page", "peak MiB"]]
    for found in results:
        best = min(found.seconds)
        middle = median(found.seconds)
        cells = [f"{best:.2f}", f"{middle:.2f}", f"{1000 * best / found.pages:.1f}", f"{found.peak_mib:.0f}"]
        rows.append([found.name, str(found.pages), *cells])
    return rows


def main() -> int:
    """The command `python -m bench.judging`."""
    parser = argparse.ArgumentParser(prog="python -m bench.judging", description="Time the judge.")
    parser.add_argument("--pages", type=int, nargs="+", default=[125, 250, 500])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    try:
        results = measure_judging(options.pages, options.runs)
    except BuildFailed as problem:
        print(f"the program did not build: {problem}", file=sys.stderr)
        return 1
    print(as_markdown(tabulate(results)), f"Aim: the sample under {AIM:g} s.", sep="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
