"""Takes a page or a form, gives each content stream it is drawn with and its resources; reads no operator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from layout.output.pdf.objects import as_dictionary, entries_of
from layout.pdfreading.opening import look_up, tolerate


class HeldContent(NamedTuple):
    """A content stream and the resources it is drawn with."""

    stream: StreamObject
    resources: DictionaryObject


Holding = Callable[[DictionaryObject], Iterable[HeldContent]]
"""The streams of operators among resources that a walk goes on to."""


def content_parts(page: DictionaryObject) -> list[StreamObject]:
    """The streams of a page's own content; damaged ones left out."""
    contents = look_up(page, "/Contents")
    if not isinstance(contents, ArrayObject):
        return [contents] if isinstance(contents, StreamObject) else []
    parts = (tolerate(item.get_object, None) for item in contents)
    return [part for part in parts if isinstance(part, StreamObject)]


def page_contents(page: DictionaryObject) -> list[HeldContent]:
    """Where a walk through a page starts."""
    resources = as_dictionary(look_up(page, "/Resources"))
    return [HeldContent(part, resources) for part in content_parts(page)]


def walk_contents(starts: Iterable[HeldContent], holding: Holding) -> Iterator[HeldContent]:
    """Each stream of operators once; a stream without resources of its own is drawn with those around it.

    What `holding` finds is looked for after the caller has had the stream, and so may stop the walk.
    """
    seen: set[int] = set()
    waiting = list(starts)
    while waiting:
        stream, around = waiting.pop()
        if id(stream) in seen:
            continue
        seen.add(id(stream))
        own = look_up(stream, "/Resources")
        resources = own if isinstance(own, DictionaryObject) else around
        yield HeldContent(stream, resources)
        waiting.extend(holding(resources))


def painted_contents(resources: DictionaryObject) -> Iterator[HeldContent]:
    """Forms and tiling patterns: what is painted in its own colours."""
    for entry in chain(entries_of(resources, "/XObject"), entries_of(resources, "/Pattern")):
        if isinstance(entry, StreamObject) and str(look_up(entry, "/Subtype")) != "/Image":
            yield HeldContent(entry, resources)


def all_contents(resources: DictionaryObject) -> Iterator[HeldContent]:
    """Forms, patterns, groups of soft masks and glyphs of Type 3 fonts."""
    yield from painted_contents(resources)
    for state in entries_of(resources, "/ExtGState"):
        group = look_up(as_dictionary(look_up(state, "/SMask")), "/G")
        if isinstance(group, StreamObject):
            yield HeldContent(group, resources)
    for font in entries_of(resources, "/Font"):
        own = look_up(font, "/Resources")
        around = own if isinstance(own, DictionaryObject) else resources
        for glyph in entries_of(font, "/CharProcs"):
            if isinstance(glyph, StreamObject):
                yield HeldContent(glyph, around)


def reach_objects(start: PdfObject) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that a page is drawn with, once; not those it only belongs to."""
    seen: set[int] = set()
    waiting: list[PdfObject] = [start]
    while waiting:
        found = tolerate(waiting.pop().get_object, None)
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, DictionaryObject):
            yield found
            waiting.extend(found.raw_get(key) for key in found if key not in ("/Parent", "/P", "/Pg"))
        elif isinstance(found, ArrayObject):
            waiting.extend(found)
