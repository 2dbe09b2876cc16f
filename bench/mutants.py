"""Takes the stages' sources, gives how many one-line mutants of them the tests notice, and which they do not.

Works in a copy of the tree; nothing in this one is ever changed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.mutations import Mutation, find_mutations, mutate
from bench.speed import ROOT, as_markdown

STAGES: Mapping[str, tuple[str, ...]] = {
    "text": ("tests/unit/text", "tests/golden/test_blocks.py", "tests/properties/test_drawn_lines.py"),
    "compose": ("tests/unit/compose", "tests/golden/test_blocks.py"),
    "draw": ("tests/unit/draw", "tests/properties/test_drawn_lines.py", "tests/pixels"),
    "lang": ("tests/unit/lang", "tests/properties/test_lang_properties.py"),
    "output": ("tests/unit/output",),
}
"""Subpackages of `layout` that are mutated, and the tests that belong to each, the quickest first."""
EVERYTHING = ("tests",)
EQUIVALENTS = Path(__file__).with_name("equivalents.toml")
PATIENCE = 6
"""Tests may take so many times as long with a mutant as without, and a minute; then it counts as killed."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed line of one file of a stage."""

    stage: str
    file: str
    mutation: Mutation

    def __str__(self) -> str:
        change = self.mutation
        return f"{self.file}:{change.number}: `{change.before.strip()}` → `{change.after.strip()}`"


def list_mutants(stages: Sequence[str], root: Path = ROOT) -> list[Mutant]:
    """All mutants of the stages but those known to be equivalent."""
    listed = tomllib.loads(EQUIVALENTS.read_text(encoding="utf-8"))["mutant"]
    known = {(entry["file"], entry["before"], entry["after"]) for entry in listed}
    found = (
        Mutant(stage, str(path.relative_to(root)), mutation)
        for stage in stages
        for path in sorted((root / "layout" / stage).rglob("*.py"))
        for mutation in find_mutations(path.read_text(encoding="utf-8"))
    )
    return [
        mutant
        for mutant in found
        if (mutant.file, mutant.mutation.before.strip(), mutant.mutation.after.strip()) not in known
    ]


def choose(mutants: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """`count` of them by chance, as many of each stage as far as there are."""
    dice = random.Random(seed)
    stages = list(dict.fromkeys(mutant.stage for mutant in mutants))
    chosen: list[Mutant] = []
    for order, stage in enumerate(stages):
        pool = [mutant for mutant in mutants if mutant.stage == stage]
        share = (count - len(chosen)) // (len(stages) - order)
        chosen += dice.sample(pool, min(share, len(pool)))
    return chosen


@dataclass(frozen=True, slots=True)
class Workshop:
    """A copy of the tree in which tests are run, with so many processes each time."""

    folder: Path
    processes: int

    def passes(self, tests: Sequence[str], seconds: float | None = None) -> bool:
        """Whether the tests pass, in at most so many seconds."""
        workers = ["-n", str(self.processes)] if self.processes > 1 else []
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *workers, *tests]
        # Without bytecode: a mutant of the same second and size would be taken for the file before it.
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=environment, capture_output=True, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0

    def kills(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> bool:
        """Whether the tests fail while the mutant stands in its file."""
        file = self.folder / mutant.file
        source = file.read_text(encoding="utf-8")
        try:
            file.write_text(mutate(source, mutant.mutation), encoding="utf-8")
            return not self.passes(tests, seconds)
        finally:
            file.write_text(source, encoding="utf-8")


def copy_tree(target: Path) -> None:
    """The files of this tree that are kept or could be, without what is ignored."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)


def time_tests(workshop: Workshop, tests: Sequence[str]) -> float:
    """Seconds that the tests take without a mutant; ends the program where they do not pass."""
    start = time.monotonic()
    if not workshop.passes(tests):
        raise SystemExit(f"without any mutant fails: pytest {' '.join(tests)}")
    return time.monotonic() - start


def judge(
    workshop: Workshop, mutants: Sequence[Mutant], suites: Mapping[str, Sequence[Sequence[str]]]
) -> Iterator[tuple[Mutant, int]]:
    """Each mutant with the order of the suite of its stage that killed it, -1 where it survives."""
    tests = {tuple(suite) for mutant in mutants for suite in suites[mutant.stage]}
    allowed = {suite: PATIENCE * time_tests(workshop, suite) + 60 for suite in sorted(tests)}
    for mutant in mutants:
        killers = (
            order
            for order, suite in enumerate(suites[mutant.stage])
            if workshop.kills(mutant, suite, allowed[tuple(suite)])
        )
        yield mutant, next(killers, -1)


def tabulate(results: Sequence[tuple[Mutant, int]]) -> list[list[str]]:
    """Rows of the table; the first row is its head."""
    rows = [["stage", "mutants", "killed by its own tests", "by the others", "survive"]]
    for stage in dict.fromkeys(mutant.stage for mutant, _ in results):
        ends = [killer for mutant, killer in results if mutant.stage == stage]
        rows.append([stage, str(len(ends)), *(str(ends.count(killer)) for killer in (0, 1, -1))])
    return rows


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60, help="how many mutants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(STAGES), help="stages, with commas between them")
    parser.add_argument("--own", action="store_true", help="the stage's own tests only")
    parser.add_argument("-n", "--processes", type=int, default=1, help="of pytest-xdist")
    asked = parser.parse_args()
    stages = asked.only.split(",")
    suites = {stage: (STAGES[stage],) if asked.own else (STAGES[stage], EVERYTHING) for stage in stages}
    mutants = choose(list_mutants(stages), asked.count, asked.seed)
    results = []
    with tempfile.TemporaryDirectory() as folder:
        copy_tree(Path(folder))
        for mutant, killer in judge(Workshop(Path(folder), asked.processes), mutants, suites):
            results.append((mutant, killer))
            print("." if killer >= 0 else f"\nsurvives: {mutant}", end="", flush=True)
    print("\n\n" + as_markdown(tabulate(results)))


if __name__ == "__main__":
    main()
