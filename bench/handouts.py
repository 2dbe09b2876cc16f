"""Takes page counts, builds generated content for screen and as handouts, gives the ratios of times."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench.corpus import write_corpus
from bench.press import time_build
from bench.speed import WORK, BuildFailed, as_markdown

HANDOUTS = {
    "booklet": (),
    "plain, grey": ("--as", "plain", "--grey"),
    "a4": ("--as", "a4"),
    "one language, two columns": ("--language", "pl", "--columns", "2"),
}
"""What is asked of each handout."""


def measure(pages: int, wishes: Sequence[str], runs: int, work: Path = WORK) -> list[tuple[float, float]]:
    """Seconds for screen and for the handout after it, after one run of each that does not count."""
    folder, out = work / f"content-{pages}", work / f"handout-{pages}"
    write_corpus(folder, pages)
    pairs = []
    for _ in range(runs + 1):
        screen = time_build(folder, "screen", out)
        handout = time_build(folder, "handout", out, wishes)
        pairs.append((sum(screen.values()), sum(handout.values())))
    return pairs[1:]


def main() -> int:
    """The command `python -m bench.handouts`."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.handouts", description="Time handouts beside screen."
    )
    parser.add_argument("--pages", type=int, nargs="+", default=[50, 500])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    rows = [["pages asked", "handout", "screen s", "handout s", "handout/screen"]]
    try:
        for pages in options.pages:
            for name, wishes in HANDOUTS.items():
                pairs = measure(pages, wishes, options.runs)
                screen, handout = (f"{min(times):.2f}" for times in zip(*pairs, strict=True))
                ratio = median(handout / screen for screen, handout in pairs)
                rows.append([str(pages), name, screen, handout, f"{ratio:.2f}"])
    except BuildFailed as problem:
        print(f"the program did not build: {problem}", file=sys.stderr)
        return 1
    print(as_markdown(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
