"""Builds mail editions for tests, and says what a brochure's languages should be read as."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from layout.lang.collation import name_key, sort_key
from layout.lang.languages import LANGUAGES as TONGUES
from layout.model.blocks.block import Block
from layout.model.blocks.displays import Facts, Timeline
from layout.model.blocks.glossary import Glossary
from layout.model.blocks.headings import Heading
from layout.model.blocks.maps import Map
from layout.model.blocks.notes import Notes
from layout.model.blocks.people import Participants
from layout.model.blocks.pictures import Figure, QrCode
from layout.model.blocks.practical import Practical
from layout.model.blocks.programme import Hours, Programme
from layout.model.blocks.reference import Contacts, Imprint, Publicity
from layout.model.blocks.running import ItemList, Marking, Quote, Text
from layout.model.blocks.tables import Table
from layout.model.content.brochure import Brochure
from layout.model.content.prose import Prose
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product
from tests.tags import plain


def make(folder: Path) -> tuple[Composed, bytes]:
    """The pages of a content folder and its mail edition."""
    composed = compose_folder(folder)
    return composed, make_product(composed, EDITIONS["mail"])


def spoken(brochure: Brochure, side: int) -> str:
    """All words of one language in the order they were written, tables of contents left out."""
    words = [words for section in brochure.sections for block in section.blocks for words in say(block, side)]
    return plain(
        " ".join(word.text if isinstance(word, Prose) else word for word in words if word is not None)
    )


Words = Iterator[Prose | str | None]


def say(block: Block, side: int) -> Words:
    """One block's words in one language, those of each passage."""
    return SAYERS[type(block)](block, side) if type(block) in SAYERS else iter(())


def say_text(block: Any, side: int) -> Words:
    yield block.text.sides[side]


def say_list(block: ItemList, side: int) -> Words:
    for number, item in enumerate(block.items, 1):
        if item.text.sides[side] is not None:
            yield f"{number}." if block.marking is Marking.NUMBERS else "–"
            yield item.text.sides[side]


def say_quote(block: Quote, side: int) -> Words:
    yield block.text.sides[side]
    yield block.attribution.sides[side] if block.attribution else None


def say_figure(block: Figure, side: int) -> Words:
    for pair in (block.caption, block.credit):
        yield pair.sides[side] if pair else None


def say_facts(block: Facts, side: int) -> Words:
    for fact in block.facts:
        yield from (fact.value.sides[side], fact.label.sides[side]) if fact.label.sides[side] else ()


def say_timeline(block: Timeline, side: int) -> Words:
    for event in block.events:
        yield from (event.when.sides[side], event.text.sides[side]) if event.text.sides[side] else ()


def say_table(block: Table, side: int) -> Words:
    yield block.caption.sides[side] if block.caption else None
    for row in (block.head, *block.rows):
        yield from (cell.sides[side] for cell in row)


def say_contacts(block: Contacts, side: int) -> Words:
    for entry in block.entries:
        yield from (entry.name.sides[side], *(line.sides[side] for line in entry.lines))


LANGUAGES = ("pl", "cs")
CLOCK = (".", ":")
"""What stands between hours and minutes in each language."""
DIRECTIONS = ("Z polskiego na czeski", "Z češtiny do polštiny")


def say_hours(hours: Hours, side: int) -> str:
    times = [hours.start] if hours.end is None else [hours.start, hours.end]
    return "–".join(f"{time // 60}{CLOCK[side]}{time % 60:02}" for time in times)


def say_programme(block: Programme, side: int) -> Words:
    for day in block.days:
        yield day.title.sides[side]
        for entry in day.activities:
            yield say_hours(entry.hours, side)
            for pair in (entry.text, entry.place, entry.speaker):
                yield pair.sides[side] if pair else None


def say_practical(block: Practical, side: int) -> Words:
    for stop in block.stops:
        yield stop.number.sides[side] if stop.number else None
        yield from (stop.name.sides[side], *(line.sides[side] for line in stop.lines))


def say_participants(block: Participants, side: int) -> Words:
    for delegation in block.delegations:
        yield delegation.name.sides[side]
        for person in sorted(
            delegation.people, key=lambda one: name_key(one.surname, one.given, delegation.language)
        ):
            for pair in (person.name, person.role, person.organisation):
                yield pair.sides[side] if pair else None


def say_glossary(block: Glossary, side: int) -> Words:
    yield DIRECTIONS[side]
    for term in sorted(
        block.terms, key=lambda one: sort_key(str(one.text.sides[side].text), LANGUAGES[side])
    ):
        yield from (term.text.sides[side], "–", term.translation.sides[side])
        yield term.explanation.sides[side] if term.explanation else None


def say_caption(block: Map, side: int) -> Words:
    yield block.caption.sides[side] if block.caption else None


def say_title(block: Notes, side: int) -> Words:
    yield block.title.sides[side] if block.title else None


def say_imprint(block: Imprint, side: int) -> Words:
    """The publication, then what was made and by whom, each labelled as the program does in its language."""
    head = block.masthead
    assert head is not None
    labels = TONGUES[LANGUAGES[side]].page_words.imprint
    yield head.title.sides[side]
    yield head.edition.sides[side] if head.edition else None
    if head.publisher is not None:
        yield from (labels.publisher, head.publisher.sides[side])
    yield head.place.sides[side] if head.place else None
    yield f"© {head.day.year}" if head.publisher is not None else str(head.day.year)
    yield f"ISBN {head.isbn}" if head.isbn else None
    yield from (line.sides[side] for line in block.credits)
    for key in ("printer", "run", "paper", "licence"):
        made = getattr(block, key)
        yield from (getattr(labels, key), made.sides[side]) if made is not None else ()
    yield block.funding.sides[side] if block.funding else None
    yield from (line.sides[side] for line in block.contacts)


SAYERS: dict[type, Callable[[Any, int], Words]] = {
    Heading: say_text,
    Text: say_text,
    ItemList: say_list,
    Quote: say_quote,
    Figure: say_figure,
    QrCode: lambda block, side: iter((block.caption.sides[side],)),
    Facts: say_facts,
    Timeline: say_timeline,
    Table: say_table,
    Contacts: say_contacts,
    Imprint: say_imprint,
    Programme: say_programme,
    Practical: say_practical,
    Participants: say_participants,
    Glossary: say_glossary,
    Map: say_caption,
    Notes: say_title,
    Publicity: lambda block, side: iter((block.statement.sides[side],)),
}
