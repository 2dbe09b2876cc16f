"""Takes nothing, measures all that speed is promised of, gives one table and keeps it; judges nothing.

Every figure is of processor time of whole processes, each the least of a few runs in turn. Rates leave the
start out: they are of the pages that a long document has more than a short one, in the time it takes more.
"""

from __future__ import annotations

import argparse
import compileall
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from bench.corpus import generate_blocks, write_corpus
from bench.messages import write_list
from bench.speed import LAUNCHER, PROGRAM, ROOT, WORK, BuildFailed, as_markdown, finished_pdf
from bench.whole import describe_machine, measure_whole

README = Path(__file__).parent / "README.md"
MARK = "<!-- history: end -->"
FEW, MANY = 10, 400
"""Readers of the two mailings that are compared."""
SHORT, LONG = 1_000, 5_000
"""Pages that are imported and imposed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of a process, and its peak of memory in MiB."""

    seconds: float
    peak: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what is measured, what is wanted of it, and what measures it."""

    what: str
    aim: str
    measure: Callable[[_Bench], float]
    digits: int = 2
    long: bool = False
    """Whether it takes minutes."""


class _Bench:
    """Runs the program, each command as often as asked; builds what several rows need once."""

    def __init__(self, runs: int, work: Path) -> None:
        self._runs = runs
        self.work = work
        self._built: dict[tuple[str, str], tuple[Cost, Path]] = {}

    def run(self, *arguments: str | Path, runs: int | None = None) -> Cost:
        """The least a command costs; raises BuildFailed with what it said."""
        command = [sys.executable, "-I", "-S", str(LAUNCHER), sys.executable, str(PROGRAM)]
        found = []
        for _ in range(runs or self._runs):
            done = subprocess.run(
                [*command, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=ROOT
            )
            measured = json.loads(done.stdout)
            if measured["status"] not in (0, 1 if arguments[0] == "preflight" else 0):
                raise BuildFailed(done.stderr.strip())
            found.append(Cost(measured["processor_seconds"], measured["peak_mib"]))
        return min(found, key=lambda cost: cost.seconds)

    def folder(self, pages: int) -> Path:
        """Generated content, or the sample for 0 pages."""
        if not pages:
            return ROOT / "content"
        folder = self.work / f"content-{pages}"
        write_corpus(folder, pages)
        return folder

    def build(self, pages: int, edition: str = "screen") -> tuple[Cost, Path]:
        """What an edition costs, or all that are usual for "", and the folder it is in."""
        key = (str(pages), edition)
        if key not in self._built:
            out = self.work / f"table-{pages}-{edition}"
            chosen = ("-e", edition) if edition else ()
            runs = 1 if pages > 1_000 else None
            self._built[key] = (self.run("build", self.folder(pages), "-o", out, *chosen, runs=runs), out)
        return self._built[key]

    def pdf(self, pages: int, edition: str = "screen") -> Path:
        """The finished file of an edition."""
        return finished_pdf(self.build(pages, edition)[1], edition)

    def repeat(self, pages: int) -> Path:
        """A file of so many pages: those of a shorter one again and again."""
        writer, source = PdfWriter(), PdfReader(self.pdf(50))
        while len(writer.pages) < pages:
            writer.add_page(source.pages[len(writer.pages) % len(source.pages)])
        found = self.work / f"repeated-{pages}.pdf"
        writer.write(found)
        return found

    def texts(self, pages: int) -> list[Path]:
        """Plain texts to import, one a language."""
        blocks = list(generate_blocks(pages, 1))
        found = [self.work / f"text-{pages}-{language}.txt" for language in ("pl", "cs")]
        for side, path in enumerate(found):
            path.write_text("\n\n".join(block.text[side] for block in blocks), "utf-8")
        return found


def _count(pdf: Path) -> int:
    return len(PdfReader(pdf).pages)


def _of_typst(bench: _Bench) -> float:
    ours, *others = measure_whole(50, 5, None, bench.work)
    typst = next((one for one in others if one.name.startswith("Typst")), None)
    return ours.ratio(typst) if typst else float("nan")


def _pages_a_second(bench: _Bench) -> float:
    more = _count(bench.pdf(500)) - _count(bench.pdf(1))
    return more / (bench.build(500)[0].seconds - bench.build(1)[0].seconds)


def _judged_a_second(edition: str, pages: int, *how: str) -> Callable[[_Bench], float]:
    def measure(bench: _Bench) -> float:
        long, short = (bench.pdf(count, edition) for count in (pages, 1))
        judge = [bench.run("preflight", pdf, "--profile", edition, *how) for pdf in (long, short)]
        return (_count(long) - _count(short)) / (judge[0].seconds - judge[1].seconds)

    return measure


def _messages_a_second(bench: _Bench) -> float:
    costs = []
    for count in (MANY, FEW):
        listed, outbox = bench.work / f"list-{count}.csv", bench.work / f"outbox-{count}"
        write_list(listed, count)
        for old in outbox.glob("*.eml"):
            old.unlink()
        command = ("mail", bench.folder(0), "--recipients", listed, "--cover-line", "-o", outbox)
        costs.append(bench.run(*command, runs=1))
    return (MANY - FEW) / (costs[0].seconds - costs[1].seconds)


def growth(costs: Sequence[Cost], times: float) -> float:
    """How much dearer a page is in a document so many `times` longer: 1 is linear.

    `costs` are those of next to nothing, of the shorter document and of the longer one.
    """
    start, short, long = (cost.seconds for cost in costs)
    return (long - start) / (short - start) / times


def _import_growth(bench: _Bench) -> float:
    made = [
        bench.run("import", *bench.texts(pages), "-o", bench.work / "imported", "--force", "--yes", runs=1)
        for pages in (1, SHORT, LONG)
    ]
    return growth(made, LONG / SHORT)


def _check_growth(bench: _Bench) -> float:
    made = [bench.run("check", bench.folder(pages), runs=1) for pages in (1, 100, 500)]
    return growth(made, 5)


def _impose_growth(bench: _Bench) -> float:
    made = [
        bench.run("impose", bench.repeat(pages), "-o", bench.work / "imposed.pdf", runs=1)
        for pages in (4, SHORT, LONG)
    ]
    return growth(made, LONG / SHORT)


FIGURES = (
    Figure("one page, s", "0.20", lambda bench: bench.build(1)[0].seconds),
    Figure("50 pages, of Typst's time", "0.55", _of_typst),
    Figure("500 pages, pages a second", "140", _pages_a_second, 0),
    Figure("500 pages, MiB", "120", lambda bench: bench.build(500)[0].peak, 0),
    Figure("2,000 pages, MiB", "140", lambda bench: bench.build(2_000)[0].peak, 0, long=True),
    Figure("50 pages, all editions, s", "1.8", lambda bench: bench.build(50, "")[0].seconds),
    Figure("sample, all editions, s", "1.8", lambda bench: bench.build(0, "")[0].seconds),
    Figure("judged, pages a second", "500", _judged_a_second("screen", 500, "--no-render"), 0),
    Figure("rendered too", "20", _judged_a_second("print", 50), 0),
    Figure("messages a second", "900", _messages_a_second, 0),
    Figure("import, dearer at 5,000 pages", "1.0", _import_growth, long=True),
    Figure("check, dearer at 500 pages", "1.0", _check_growth, long=True),
    Figure("impose, dearer at 5,000 pages", "1.0", _impose_growth, long=True),
)


def measure_table(runs: int, long: bool, work: Path = WORK) -> list[str]:
    """Each figure as it is printed; a dash for those that take long and were not asked for."""
    compileall.compile_dir(ROOT / "layout", quiet=1)
    work.mkdir(parents=True, exist_ok=True)
    bench = _Bench(runs, work)
    return [
        f"{figure.measure(bench):.{figure.digits}f}" if long or not figure.long else "–" for figure in FIGURES
    ]


def keep_row(readme: str, cells: Sequence[str]) -> str:
    """The text with one more row at the end of the history; raises ValueError where it has none."""
    before, found, after = readme.partition(MARK)
    if not found:
        raise ValueError(MARK)
    return f"{before.rstrip()}\n| {' | '.join(cells)} |\n\n{MARK}{after}"


def main() -> int:
    """The command `python -m bench.table`."""
    parser = argparse.ArgumentParser(prog="python -m bench.table", description="Measure all of the table.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    parser.add_argument("--keep", metavar="WHAT", help="add the figures to the history in bench/README.md")
    options = parser.parse_args()
    try:
        measured = measure_table(options.runs, not options.quick)
    except BuildFailed as problem:
        print(f"the program did not build: {problem}", file=sys.stderr)
        return 1
    rows = [[one.what, found, one.aim] for one, found in zip(FIGURES, measured, strict=True)]
    machine = describe_machine()
    print(as_markdown([["processor time", "measured", "aim"], *rows]), machine, sep="\n\n")
    if options.keep:
        day = machine.partition(",")[0]
        README.write_text(keep_row(README.read_text("utf-8"), [day, options.keep, *measured]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
