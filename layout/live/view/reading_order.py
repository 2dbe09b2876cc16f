"""Takes composed pages, gives what the mail edition lets be read aloud, in its order and languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from layout.live.session import Snapshot
from layout.live.view.problems import SheetMark, around, item_box
from layout.model.layout import ARTIFACT, Box, Item, Layout, StructNode, TextItem
from layout.model.shapes import LineRun

_MOST_READ = 20_000
"""Elements that are listed: a thousand pages have fewer."""


class ReadAloud(TypedDict):
    """One element as a screen reader comes to it: its tag, language, words, and where they stand."""

    tag: str
    language: str
    words: str
    marks: list[SheetMark]


class _Leaves:
    """What each leaf of a layout shows: its words, and its boxes by sheet."""

    def __init__(self, layout: Layout, sheets: Mapping[int, int]) -> None:
        self.words: defaultdict[int, list[str]] = defaultdict(list)
        self.boxes: defaultdict[int, dict[int, list[Box]]] = defaultdict(lambda: defaultdict(list))
        for page in layout.pages:
            for item in page.items:
                if item.leaf == ARTIFACT:
                    continue
                runs: Sequence[LineRun] = item.line.runs if isinstance(item, TextItem) else ()
                leaves = dict.fromkeys(item.leaf + run.ink.part for run in runs) or {item.leaf: None}
                for leaf in leaves:
                    self.boxes[leaf][sheets[page.number]].append(item_box(item))
                for at, run in enumerate(runs):
                    spoken = "".join(text for shape in run.shapes for text in shape.texts)
                    self.words[item.leaf + run.ink.part].append(spoken + _gap(item, at))


def _gap(item: Item, at: int) -> str:
    """The space that stands between a line's last run and the next line; none inside a word."""
    ends = isinstance(item, TextItem) and at == len(item.line.runs) - 1
    return " " if ends and isinstance(item, TextItem) and not item.line.inside else ""


def list_reading(state: Snapshot) -> list[ReadAloud]:
    """Every element that holds words or a picture, as the structure tree has them."""
    if state.composed is None:
        return []
    sheets = {sheet.number: index for index, sheet in enumerate(state.sheets)}
    front, back = state.composed.covers
    found: list[ReadAloud] = []
    language = state.composed.brochure.languages[0]
    for layout in filter(None, (front, state.composed.body, back)):
        found += _walk(layout.structure, language, _Leaves(layout, sheets))
    return found[:_MOST_READ]


def _walk(node: StructNode, language: str, leaves: _Leaves) -> Iterator[ReadAloud]:
    language = node.language or language
    own = [child for child in node.children if isinstance(child, int)]
    if own and not (node.tag == "Span" and not any(leaves.words[leaf] for leaf in own)):
        words = node.alternative or " ".join("".join(leaves.words[leaf]).strip() for leaf in own)
        boxes: defaultdict[int, list[Box]] = defaultdict(list)
        for leaf in own:
            for sheet, there in leaves.boxes[leaf].items():
                boxes[sheet] += there
        marks = [around(sheet, there) for sheet, there in sorted(boxes.items())]
        yield ReadAloud(tag=node.tag, language=language, words=words, marks=marks)
    for child in node.children:
        if isinstance(child, StructNode):
            yield from _walk(child, language, leaves)
