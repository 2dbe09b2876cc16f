"""Takes key figures that both languages share, sets each once over the gutter between or over its labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from layout.compose.desk import DESCENT, Desk, SetPassage, echo_node, line_width, plain, text_items
from layout.compose.parts.thin_rules import RULE_WEIGHT, rule_spans
from layout.compose.rows import Fixed, Row
from layout.model.blocks.displays import Fact
from layout.model.diagnostic import Diagnostic, Span
from layout.model.layout import Item, StructNode, TextItem
from layout.model.records import Struct, replace
from layout.text.paragraph import DIVIDED, OVERFULL

VALUE, LABEL = "fact-value", "fact-label"
RULE_GAP = 6.0
"""Points between a rule and the numerals below it."""
BESIDE_GAP = 9.0
"""Points between a key figure and the labels at its sides."""
LEAST_BESIDE = 60.0
"""Points that a label at its side has at least."""

_Boxes = Sequence[tuple[float, float]]
"""(x, width) of each language's label."""


class Astride(Struct, frozen=True):
    """How the shared key figures of a block stand: with their labels `beside` them all, or below."""

    beside: bool
    desk: Desk

    def row(self, where: Span, fact: Fact) -> tuple[Row, list[StructNode]]:
        """One of them under a rule, labels leaning on it or on the gutter from both sides.

        The second language reads the figure too, though it is drawn in the first.
        """
        desk, grid = self.desk, self.desk.theme.page.grid
        numeral, line = _set_numeral(where, fact, desk)
        foot = RULE_GAP + numeral.text.leading
        boxes = _boxes_beside(line, desk) if self.beside else desk.columns
        labels = _set_labels(fact, boxes, desk)
        heights = [label.text.leading * len(label.text.lines) for label in labels]
        items: list[Item] = [*rule_spans([desk.measure], DESCENT * grid, RULE_WEIGHT, desk), line]
        left, right = (
            text_items(label, foot - height if self.beside else foot, desk)
            for label, height in zip(labels, heights, strict=True)
        )
        items += [*_leaning(left, boxes[0]), *right]
        spoken = (numeral.node, echo_node(numeral, desk.languages[1], fact.value.right))
        nodes = [
            StructNode(tag="P", children=(value, label.node), language=language)
            for value, label, language in zip(spoken, labels, desk.languages, strict=True)
        ]
        step = desk.whole(foot if self.beside else foot + max(heights))
        return Row(where=where, step=step, count=1, pieces=(Fixed(tuple(items)),), before=grid), nodes


def stand_astride(facts: Iterable[Fact], where: Span, desk: Desk) -> Astride:
    """The way in which all of `facts`, each with a label in both languages, stand alike."""
    said: list[Diagnostic] = []
    quiet = desk.on_trial(said.append)
    fits = all(_fits_beside(fact, where, quiet) for fact in facts)
    return Astride(fits and not any(problem.code in (OVERFULL, DIVIDED) for problem in said), desk)


def _fits_beside(fact: Fact, where: Span, desk: Desk) -> bool:
    """Whether both labels find room at the sides of the numeral and are no higher."""
    numeral, line = _set_numeral(where, fact, desk)
    boxes = _boxes_beside(line, desk)
    if min(width for _, width in boxes) < LEAST_BESIDE:
        return False
    return all(
        label.text.leading * len(label.text.lines) <= numeral.text.leading
        for label in _set_labels(fact, boxes, desk)
    )


def _set_numeral(where: Span, fact: Fact, desk: Desk) -> tuple[SetPassage, TextItem]:
    """A numeral in one line, its middle over that of the gutter."""
    numeral = desk.set_side(plain(fact.value.left, where), 0, VALUE, "Span", desk.measure)
    assert numeral is not None
    line = text_items(numeral, RULE_GAP, desk)[0]
    (left, width), (right, _) = desk.columns
    x = (left + width + right - line.line.width) / 2
    return numeral, replace(line, x=x - line.line.x)


def _boxes_beside(line: TextItem, desk: Desk) -> _Boxes:
    """The room at both sides of a numeral."""
    start, measure = desk.measure
    x = line.x + line.line.x
    end = x + line.line.width + BESIDE_GAP
    return ((start, x - BESIDE_GAP - start), (end, start + measure - end))


def _set_labels(fact: Fact, boxes: _Boxes, desk: Desk) -> list[SetPassage]:
    found = (desk.set_side(fact.label.sides[side], side, LABEL, "Span", boxes[side]) for side in desk.sides)
    return [passage for passage in found if passage is not None]


def _leaning(lines: Iterable[TextItem], box: tuple[float, float]) -> Iterator[TextItem]:
    """Lines that end at their box's right edge."""
    for item in lines:
        yield replace(item, x=box[0] + box[1] - line_width(item.line))
