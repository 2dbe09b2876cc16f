"""Takes parallel texts, sets each in two manners and with three letter scalings, tabulates it beside Typst.

    python -m bench.texts TEXTS/*.tsv TEXT.txt        # refreshes its table in bench/README.md

A `.tsv` has lines of a group's number, the left and the right language's paragraph; each group is a section.
Any other file is imported as the program does it. The bench text and the sample are set beside them. The
manners: the theme's own, and justified in Lato 9/12 pt in two columns of 59.5 mm, for which the aims are.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.columns import NoColumns
from bench.corpus import write_corpus
from bench.meter import OVER, Measures, measure_pdf
from bench.rivals.typst_pages import is_available, set_with_typst
from bench.speed import PROGRAM, ROOT, WORK, BuildFailed, as_markdown, finished_pdf, run_program

README = Path(__file__).parent / "README.md"
START, END = "<!-- texts: start -->", "<!-- texts: end -->"
SCALINGS = (0.03, 0.02, 0.0)
MANNERS = {
    "theme's own": {},
    "Lato 9/12": {
        "page": {"size": "A5", "inner": "13mm", "outer": "11mm", "gutter": "5mm"},
        "styles": {"paragraph": {"family": "Lato", "weight": "regular", "size": "9pt", "leading": "12pt"}},
        "justification": {"least-characters": 0},
    },
}
AIMED = "Lato 9/12"
"""The manner that the aims are for."""
AIMS = {"σ": 0.32, "over 2, %": 2.0, "over 3": 0, "hyphens, %": 25.0, "runts": 0}


@dataclass(frozen=True, slots=True)
class Trial:
    """A text set in one manner with one letter scaling, and what the meter says."""

    text: str
    manner: str
    who: str
    measures: Measures


def run_trials(folders: dict[str, Path], work: Path) -> Iterator[Trial]:
    """Each text in each manner, by the program with each scaling and by Typst if it is installed."""
    for name, folder in folders.items():
        for number, (manner, theme) in enumerate(MANNERS.items()):
            for scaling in SCALINGS:
                changed, out = work / "trial", work / f"out-{name}-{number}-{scaling}"
                _copy_with(folder, changed, theme, scaling)
                run_program(changed, out)
                who = f"Szpalta, {100 * scaling:g} %"
                yield Trial(name, manner, who, measure_pdf(finished_pdf(out), changed))
            if manner == AIMED and is_available():
                rival = work / f"typst-{name}.pdf"
                set_with_typst(folder, rival)
                yield Trial(name, manner, "Typst", measure_pdf(rival, folder))


def _copy_with(folder: Path, changed: Path, theme: dict[str, object], scaling: float) -> None:
    """The content folder with numbers of its theme changed."""
    shutil.rmtree(changed, ignore_errors=True)
    shutil.copytree(folder, changed)
    brochure = yaml.safe_load((folder / "brochure.yaml").read_text("utf-8-sig"))
    own = brochure.get("theme", "two-banks")
    given = own if isinstance(own, dict) else {"base": own}
    if theme:
        brochure.pop("columns", None)
    wanted = {**given, **theme}
    wanted["justification"] = {**wanted.get("justification", {}), "expansion": scaling}
    text = yaml.safe_dump({**brochure, "theme": wanted}, allow_unicode=True, sort_keys=False)
    (changed / "brochure.yaml").write_text(text, "utf-8")


def write_folder(file: Path, folder: Path) -> None:
    """A content folder of a text; raises BuildFailed where the program cannot import it."""
    shutil.rmtree(folder, ignore_errors=True)
    if file.suffix == ".tsv":
        _write_pairs(file, folder)
        return
    command = [sys.executable, str(PROGRAM), "import", str(file), "-o", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        raise BuildFailed(done.stderr.strip())


def _write_pairs(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    entries: list[str] = []
    before = ""
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#") and line.count("\t") == 2:
            group, left, right = (json.dumps(part, ensure_ascii=False) for part in line.split("\t"))
            if group != before:
                entries.append(f"- heading: {{pl: {group}, cs: {group}, level: 1}}\n")
                before = group
            pl, cs = (re.sub(r"([*`\\\[\]{}~])", r"\\\\\1", side) for side in (left, right))
            entries.append(f"- paragraph:\n    pl: {pl}\n    cs: {cs}\n")
    (folder / "text.yaml").write_text("".join(entries), "utf-8")
    head = 'title: {pl: "Próba", cs: "Zkouška"}\nlanguages: [pl, cs]\ndate: 2026-11-22\n'
    more = 'publisher: {pl: "A", cs: "A"}\ntheme: two-banks\npages: {multiple: 1}\nsections: [text.yaml]\n'
    (folder / "brochure.yaml").write_text(head + more, "utf-8")


def tabulate_trials(trials: Sequence[Trial]) -> list[list[str]]:
    """Rows of the table; what misses an aim is bold."""
    names = [
        "pages",
        "lines",
        "σ",
        "over 2, %",
        "over 3",
        "hyphens, %",
        "rivers",
        "runts",
        "blank, %",
        "feet",
    ]
    rows = [["text", "manner", "set by", *names]]
    for trial in trials:
        found = trial.measures
        values: dict[str, float] = {
            "σ": found.deviation,
            "over 2, %": found.over_twice,
            "over 3": sum(space > OVER for space in found.spaces),
            "hyphens, %": found.hyphenated_share,
            "rivers": found.rivers_in_hundred,
            "runts": found.count("runt"),
            "blank, %": found.blank_share,
        }
        aimed = trial.manner == AIMED and trial.who != "Typst"
        shown = [_show(name, value, AIMS.get(name) if aimed else None) for name, value in values.items()]
        feet = "{} of {}".format(*found.feet)
        counts = [str(found.pages), str(found.lines)]
        rows.append([trial.text, trial.manner, trial.who, *counts, *shown, feet])
    return rows


def _show(name: str, value: float, aim: float | None) -> str:
    text = f"{value:.2f}" if name in ("σ", "rivers", "blank, %") else f"{value:.1f}"
    text = str(round(value)) if name in ("over 3", "runts") else text
    missed = aim is not None and float(text) > aim
    return f"**{text}**" if missed else text


def main() -> int:
    """The command `python -m bench.texts`."""
    parser = argparse.ArgumentParser(prog="python -m bench.texts", description="Set texts, tabulate.")
    parser.add_argument("files", type=Path, nargs="*", help="texts: .tsv of pairs, or what can be imported")
    parser.add_argument("--work", type=Path, default=WORK / "texts", help="where it is all made")
    parser.add_argument("--dry", action="store_true", help="print the table, leave the README")
    options = parser.parse_args()
    folders = {"bench": options.work / "bench", "sample": ROOT / "content"}
    write_corpus(folders["bench"], 50)
    try:
        for file in options.files:
            folders[file.stem] = options.work / file.stem
            write_folder(file, folders[file.stem])
        table = as_markdown(tabulate_trials(list(run_trials(folders, options.work))))
    except (BuildFailed, NoColumns) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(table)
    if not options.dry:
        pattern = re.compile(re.escape(START) + ".*?" + re.escape(END), re.DOTALL)
        text = README.read_text("utf-8")
        README.write_text(pattern.sub(lambda _: f"{START}\n{table}\n{END}", text, count=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
