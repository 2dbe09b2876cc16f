"""Takes page counts, sets generated content again after many edits, tells how long that took each time.

    python -m bench.warm [--pages 50 500] [--edits 200]

Seconds are of the processor, in one process, the collector told to leave alone what was there before.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import write_corpus
from bench.edits import Editor
from bench.speed import WORK, as_markdown
from bench.whole import describe_machine
from layout.pipeline.warm.session import DocumentSession

EDITED = ("word", "word", "word", "sentence", "paragraph added", "block removed", "blocks swapped", "comment")
"""What is done in turn: the kinds of edits that leave the rest of a document as it was, words the most."""
AIMS = {50: (15.0, 25.0), 500: (80.0, 150.0)}
"""Milliseconds, median and worst, by pages."""


@dataclass(frozen=True, slots=True)
class Rebuild:
    """One rebuild: its edit, its milliseconds, the pages and how many of them changed."""

    kind: str
    milliseconds: float
    pages: int
    changed: int


def measure_warm(pages: int, edits: int, seed: int, work: Path = WORK) -> tuple[float, list[Rebuild]]:
    """Milliseconds from nothing, and each rebuild after it."""
    folder = Path(os.path.relpath(work / f"warm-{pages}"))
    shutil.rmtree(folder, ignore_errors=True)
    write_corpus(folder, pages)
    editor, session = Editor(folder, seed), DocumentSession(folder)
    started = time.process_time()
    session.rebuild()
    cold = 1000 * (time.process_time() - started)
    found = []
    for number in range(edits):
        kind = EDITED[number % len(EDITED)]
        editor.edit(kind)
        gc.freeze()
        started = time.process_time()
        rebuilt = session.rebuild(dict(editor.unsaved))
        spent = 1000 * (time.process_time() - started)
        found.append(Rebuild(kind, spent, len(rebuilt.composed.body.pages), len(rebuilt.changed)))
    return cold, found


def tabulate_warm(pages: int, cold: float, rebuilds: Sequence[Rebuild]) -> list[list[str]]:
    """A row for each kind of edit and one for all: median, worst, and pages changed."""
    rows = []
    for kind in (*dict.fromkeys(EDITED), "all"):
        chosen = [one for one in rebuilds if kind in (one.kind, "all")]
        if not chosen:
            continue
        spent = [one.milliseconds for one in chosen]
        rows.append(
            [
                str(pages),
                kind,
                f"{median(spent):.1f}",
                f"{max(spent):.1f}",
                f"{median(one.changed for one in chosen):g}",
                f"{cold:.0f}",
            ]
        )
    return rows


def main() -> int:
    """The command `python -m bench.warm`."""
    parser = argparse.ArgumentParser(prog="python -m bench.warm", description="Time rebuilds after edits.")
    parser.add_argument("--pages", type=int, nargs="+", default=list(AIMS))
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rows = [["pages", "edit", "median ms", "worst ms", "pages changed", "from nothing ms"]]
    for pages in options.pages:
        rows += tabulate_warm(pages, *measure_warm(pages, options.edits, options.seed))
    print(as_markdown(rows))
    aims = "; ".join(f"{pages} pages {most} and {worst} ms" for pages, (most, worst) in AIMS.items())
    print(f"\n{describe_machine()}. Aims, median and worst: {aims}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
