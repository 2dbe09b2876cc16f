"""Takes page counts, builds generated content for screen and for print in turn, gives the ratio of times.

Print is timed twice: as far as the finished file, and with the judgement that every print build ends with.
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

from bench.corpus import write_corpus
from bench.speed import LAUNCHER, PROGRAM, ROOT, WORK, BuildFailed, as_markdown, read_stages

AIM = 1.3
JUDGEMENT = "preflight"


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of all stages of a screen build and of the print build after it, with its judgement apart."""

    screen: float
    print_: float
    judgement: float


def time_build(folder: Path, edition: str, out: Path, wishes: Sequence[str] = ()) -> dict[str, float]:
    """Seconds of each stage of one edition, built in a fresh process with further options."""
    build = [str(PROGRAM), "build", str(folder), "-e", edition, "-o", str(out), "--timings", *wishes]
    command = [sys.executable, "-I", "-S", str(LAUNCHER), sys.executable, *build]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if json.loads(done.stdout)["status"] != 0:
        raise BuildFailed(done.stderr.strip())
    return read_stages(done.stderr)


def measure_pairs(pages: int, runs: int, work: Path = WORK) -> list[Pair]:
    """Screen and print in turn, after one run of each that does not count."""
    folder, out = work / f"content-{pages}", work / f"press-{pages}"
    write_corpus(folder, pages)
    pairs = []
    for _ in range(runs + 1):
        screen, printed = (time_build(folder, edition, out) for edition in ("screen", "print"))
        judgement = printed.pop(JUDGEMENT, 0.0)
        pairs.append(Pair(sum(screen.values()), sum(printed.values()), judgement))
    return pairs[1:]


def tabulate(results: Sequence[tuple[int, list[Pair]]]) -> list[list[str]]:
    """Rows of the table; the first row is its head. Ratios are medians of pairs."""
    rows = [["pages asked", "screen s", "print s", "print/screen", "judgement s", "with judgement"]]
    for pages, pairs in results:
        rows.append(
            [
                str(pages),
                f"{min(pair.screen for pair in pairs):.2f}",
                f"{min(pair.print_ for pair in pairs):.2f}",
                f"{median(pair.print_ / pair.screen for pair in pairs):.2f}",
                f"{min(pair.judgement for pair in pairs):.2f}",
                f"{median((pair.print_ + pair.judgement) / pair.screen for pair in pairs):.2f}",
            ]
        )
    return rows


def main() -> int:
    """The command `python -m bench.press`."""
    parser = argparse.ArgumentParser(prog="python -m bench.press", description="Time print beside screen.")
    parser.add_argument("--pages", type=int, nargs="+", default=[50, 500])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    try:
        results = [(pages, measure_pairs(pages, options.runs)) for pages in options.pages]
    except BuildFailed as problem:
        print(f"the program did not build: {problem}", file=sys.stderr)
        return 1
    print(as_markdown(tabulate(results)), f"Aim: print/screen at most {AIM}.", sep="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
