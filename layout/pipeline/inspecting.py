"""Takes a content folder, gives what it says, searched for what its pages would stumble over; sets none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from layout.images.checks import inspect_pictures, inspect_pixels
from layout.lang.set_brochure import list_passages
from layout.model.content.brochure import Brochure
from layout.model.content.translation import TypedPair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, has_errors
from layout.model.fonts import FontCatalogue
from layout.model.records import Struct, replace
from layout.model.theme import Theme
from layout.source.content import SAVED, Draft, read_draft, sort_by_place
from layout.source.nodes.reading import gather
from layout.source.sections import SourceMemory
from layout.text.coverage import find_unshown
from layout.text.faces import Faces
from layout.text.fonts.font_checks import find_unfit_fonts


class Content(Struct, frozen=True):
    """All that a content folder says, and what looks wrong in it but can be built."""

    brochure: Brochure
    theme: Theme
    fonts: FontCatalogue
    warnings: tuple[Diagnostic, ...]
    pairs: tuple[TypedPair, ...]
    """Its passages as typed."""


Inspect = Callable[[Draft], Iterable[Diagnostic]]
"""Finds what is wrong with content beyond its wording, such as its pictures."""


def inspect_draft(draft: Draft) -> list[Diagnostic]:
    """What keeps fonts and pictures from being drawn; where no page will be composed, missing glyphs."""
    if draft.theme is None or draft.fonts is None:
        return []
    found = list(find_unfit_fonts(draft.fonts.faces.values()))
    unfit = has_errors(found)
    found += inspect_pictures(draft.sections, draft.folder, draft.theme.colours)
    if not unfit and (has_errors(draft.mistakes) or has_errors(found)):
        passages = list_passages(draft.sections, draft.languages, draft.typography)
        found += find_unshown(passages, draft.theme, Faces(draft.fonts))
    return found


def inspect_thoroughly(draft: Draft) -> Iterator[Diagnostic]:
    """What `inspect_draft` finds, and what only decoding a picture tells."""
    yield from inspect_draft(draft)
    yield from inspect_pixels(draft.sections, draft.folder)


def as_warnings(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is found in a draft, whose mistakes hold nothing back."""
    for one in found:
        yield replace(one, severity=Severity.WARNING) if one.severity is Severity.ERROR else one


def read_content(
    place: Path,
    inspect: Inspect = inspect_draft,
    unsaved: Mapping[str, bytes] = SAVED,
    memory: SourceMemory | None = None,
) -> Content:
    """The content of a folder, or of another document (a YAML file) in it; places are paths as typed.

    Raises Rejected with every mistake of every file, in the order of the files and lines; what `inspect`
    finds in as much as could be read is among them.
    """
    draft = read_draft(place, unsaved, memory)
    found = list(draft.mistakes)
    lenient = draft.brochure is not None and draft.brochure.draft
    gather(found, as_warnings(inspect(draft)) if lenient else inspect(draft))
    mistakes = sort_by_place(found)
    if draft.brochure is None or draft.theme is None or draft.fonts is None or has_errors(mistakes):
        raise Rejected(mistakes)
    return Content(draft.brochure, draft.theme, draft.fonts, mistakes, draft.pairs)
