"""Takes a number of pages and a seed, writes a content folder of varied bilingual prose; sets nothing itself.

The prose is invented by the grammar and the word tables beside this module: it reads like a public body's
report and means nothing. The same pages and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.grammar import Pair, Speaker, as_sentence, read_pairs

CHARACTERS_A_PAGE = 1700
"""Characters of one language on an A5 page, in a 59.5 mm column at 9/12 pt; spaces between blocks count."""

SHORTEST, LONGEST = 200, 900
IMBALANCE = 0.20
"""How much longer or shorter the Czech partner may be, as a part of the Polish paragraph."""

BLOCKS_A_FILE = 40

BROCHURE = """\
title: {pl: "Sprawozdanie ze współpracy", cs: "Zpráva o spolupráci"}
languages: [pl, cs]
date: 2026-11-22
publisher: {pl: "Aglomeracja", cs: "Aglomerace"}
theme:
  base: two-banks
  page: {size: A5, inner: 13mm, outer: 11mm, gutter: 5mm}
  styles:
    paragraph: {family: Lato, weight: regular, size: 9pt, leading: 12pt}
pages: {multiple: 1}
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level 1 or 2) or a paragraph (level 0) in both languages."""

    level: int
    text: Pair


def write_corpus(folder: Path, pages: int, seed: int = 1) -> None:
    """Writes a content folder that fills about `pages` A5 pages; the folder is made if need be."""
    blocks = list(generate_blocks(pages, seed))
    sections = folder / "sections"
    sections.mkdir(parents=True, exist_ok=True)
    names = []
    for number, start in enumerate(range(0, len(blocks), BLOCKS_A_FILE), 1):
        name = f"sections/{number:03}.yaml"
        text = "".join(_entry(block) for block in blocks[start : start + BLOCKS_A_FILE])
        (folder / name).write_text(text, "utf-8")
        names.append(name)
    listed = "".join(f"  - {name}\n" for name in names)
    (folder / "brochure.yaml").write_text(f"{BROCHURE}sections:\n{listed}", "utf-8")


def generate_blocks(pages: int, seed: int) -> Iterator[Block]:
    """Blocks for `pages` pages: a heading, two to five paragraphs, and again."""
    speaker = Speaker(seed)
    left = pages * CHARACTERS_A_PAGE
    level = 1
    while left > SHORTEST:
        heading = _heading(speaker)
        yield Block(level, heading)
        left -= 120
        level = 1 if speaker.dice.random() < 0.1 else 2
        for _ in range(speaker.dice.randint(2, 5)):
            if left <= SHORTEST:
                return
            text = _paragraph(speaker, min(left, LONGEST))
            yield Block(0, text)
            left -= max(len(side) for side in text) + 60


def _heading(speaker: Speaker) -> Pair:
    pl, cs = speaker.say("headings")
    return pl[0].upper() + pl[1:], cs[0].upper() + cs[1:]


def _paragraph(speaker: Speaker, longest: int) -> Pair:
    """A paragraph of a length drawn anew each time, until both sides keep the bounds."""
    while True:
        target = speaker.dice.randint(SHORTEST, max(SHORTEST, longest - 80))
        sides: tuple[list[str], list[str]] = ([], [])
        while sum(len(sentence) + 1 for sentence in sides[0]) < target:
            for side, sentence in zip(sides, _sentence(speaker), strict=True):
                side.append(as_sentence(sentence))
        pl, cs = (" ".join(side) for side in sides)
        fits = all(SHORTEST <= len(side) <= LONGEST for side in (pl, cs))
        if fits and abs(len(cs) - len(pl)) <= IMBALANCE * len(pl):
            return pl, cs


def _sentence(speaker: Speaker) -> Pair:
    """One to three clauses, at times with an opener."""
    pl, cs = speaker.say("clauses")
    if speaker.dice.random() < 0.4:
        before = speaker.say("openers")
        pl, cs = f"{before[0]} {pl}", f"{before[1]} {cs}"
    for _ in range(speaker.dice.choice((0, 0, 0, 1, 1, 2))):
        joint = speaker.dice.choice(read_pairs("joints"))
        after = speaker.say("clauses")
        pl, cs = f"{pl}{joint[0]}{after[0]}", f"{cs}{joint[1]}{after[1]}"
    return pl, cs


def _entry(block: Block) -> str:
    pl, cs = (json.dumps(text, ensure_ascii=False) for text in block.text)
    if block.level:
        return f"- heading:\n    pl: {pl}\n    cs: {cs}\n    level: {block.level}\n"
    return f"- paragraph:\n    pl: {pl}\n    cs: {cs}\n"


def main() -> None:
    """The command `python -m bench.corpus`."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description="Write varied prose.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_corpus(options.folder, options.pages, options.seed)


if __name__ == "__main__":
    main()
