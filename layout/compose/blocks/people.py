"""Takes the participants of a visit, gives a list a delegation: sorted, level in both languages."""

from __future__ import annotations

from layout.compose.desk import Desk, nodes_of
from layout.compose.parts.bound_parts import bound_parts
from layout.compose.parts.composed import ComposedBlock, closed
from layout.compose.parts.heads import repeat_head, set_continued
from layout.compose.parts.stacks import side_stacks, stack_items
from layout.compose.parts.thin_rules import title_over_rule
from layout.compose.parts.titles import fit_titles
from layout.compose.rows import Fixed, Row
from layout.lang.collation import name_key
from layout.model.blocks.people import Delegation, Participants, Person
from layout.model.content.pairs import Pair
from layout.model.content.prose import Prose
from layout.model.diagnostic import Span
from layout.model.layout import Item, StructNode
from layout.model.records import replace
from layout.model.units import NO_BREAK_SPACE, SOFT_SPACE

ROLE = "delegation"
"""The style of a delegation's name."""
NAME = "person-name"


def compose_participants(block: Participants, desk: Desk) -> ComposedBlock:
    """Each delegation's name, and below it its people by their surnames."""
    rows: list[Row] = []
    nodes: list[StructNode] = []
    desk = fit_titles([delegation.name for delegation in block.delegations], ROLE, desk)
    for delegation in block.delegations:
        composed = _compose_delegation(delegation, block.where, desk)
        rows.extend(composed.rows)
        nodes.extend(composed.nodes)
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


def _compose_delegation(delegation: Delegation, where: Span, desk: Desk) -> ComposedBlock:
    names = desk.set_pair(delegation.name, ROLE, "Caption")
    fixed, height = title_over_rule(names, desk)
    again, again_height = title_over_rule(set_continued(delegation.name, ROLE, desk), desk)
    head = Row(where=where, step=height, count=1, pieces=(fixed,), before=desk.style(ROLE).before, keep=True)
    people = sorted(
        delegation.people, key=lambda person: name_key(person.surname, person.given, delegation.language)
    )
    items = tuple(list(nodes_of(name)) for name in names)
    last = len(people) - 1
    rows = [_person_row(person, items, desk) for person in people]
    tall = any(row.step > desk.style(NAME).leading for row in rows)
    gap = desk.theme.page.grid / 2 if tall else 0.0
    rows = [
        replace(row, pad=gap, keep=number in (0, last - 1) and number < last)
        for number, row in enumerate(rows)
    ]
    lists = tuple(
        StructNode(tag="L", children=tuple(items[side]), language=desk.languages[side])
        for side in (0, 1)
        if items[side]
    )
    people_rows = closed(rows, height, desk)
    return ComposedBlock(rows=(head, *repeat_head(people_rows, (again,), again_height, desk)), nodes=lists)


def _person_row(person: Person, lists: tuple[list[StructNode], ...], desk: Desk) -> Row:
    """One person in both columns; the elements go to the `lists` of each side."""
    left, right = (_loosened(name, side, desk) for side, name in enumerate(person.name.sides))
    name = Pair(left, right)
    pairs = ((name, NAME), (person.role, "person-line"), (person.organisation, "person-line"))
    stacks = side_stacks(tuple((pair, role) for pair, role in pairs if pair is not None), "P", desk)
    items: list[Item] = []
    height = 0.0
    for side, stack in enumerate(stacks):
        lines, used = stack_items(stack, 0.0, desk)
        items.extend(lines)
        height = max(height, used)
        if stack:
            lists[side].append(
                StructNode(tag="LI", children=(StructNode(tag="LBody", children=nodes_of(*stack)),))
            )
    return Row(where=person.where, step=height, count=1, pieces=(Fixed(tuple(items)),))


def _loosened(name: Prose | None, side: int, desk: Desk) -> Prose | None:
    """A name, its titles parted where they and the given name together are wider than the column."""
    if name is None:
        return None
    _, width = desk.columns[side]
    room = width - desk.style(NAME).indent
    if all(desk.width_of(part, side, NAME) <= room for part in bound_parts(name)):
        return name
    runs = tuple(replace(run, text=run.text.replace(NO_BREAK_SPACE, SOFT_SPACE)) for run in name.runs)
    return replace(name, runs=runs)
