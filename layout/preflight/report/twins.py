"""Takes the facts of two editions of one brochure, gives where they do not say the same; judges neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from layout.model.diagnostic import Diagnostic, Span
from layout.model.records import Struct
from layout.preflight.facts import Inspection, PageFacts, TextRun
from layout.preflight.rules.passages import Key

SHOWN = 40
"""Characters of each edition shown where they part."""
_SILENT = str.maketrans("", "", "\u00ad\u200b\ufeff")


class Said(Struct, frozen=True):
    """A run of text on a trimmed page: letters without spaces, and its language where the file tells it."""

    page: int
    letters: str
    language: str


class Parting(Struct, frozen=True):
    """The first place on a page where one edition says `here` and the other `there`."""

    page: int
    language: str
    here: str
    there: str


def compare(one: Inspection, other: Inspection) -> tuple[Parting, ...]:
    """Where the two part, at most one place a page; nothing if they say the same in the same order.

    Text counts as it stands on the pages, in the order it is painted there; marks outside the trimmed page,
    spaces and soft hyphens do not.
    """
    pages = zip_longest(_read(one), _read(other), fillvalue=())
    return tuple(
        parting for number, (here, there) in enumerate(pages, 1) if (parting := _part(number, here, there))
    )


def tell(partings: tuple[Parting, ...], name: str, other: str) -> tuple[Diagnostic, ...]:
    """Each parting as a mistake in the file `name`."""
    return tuple(
        Diagnostic(
            "editions-part",
            Span(name),
            {
                "page": parting.page,
                "language": parting.language or "–",
                "here": parting.here or "–",
                "there": parting.there or "–",
                "other": other,
            },
        )
        for parting in partings
    )


def words_of(facts: Inspection) -> Mapping[str, str]:
    """For each language that a tagged file tells all its letters, in the order they are painted."""
    found: dict[str, str] = {}
    for page in _read(facts):
        for said in page:
            found[said.language] = found.get(said.language, "") + said.letters
    return found


def _read(facts: Inspection) -> Iterator[tuple[Said, ...]]:
    languages = _languages(facts)
    for page in facts.pages:
        found = []
        for run in page.texts:
            letters = "".join(run.text.translate(_SILENT).split())
            if letters and _on_paper(run, page):
                tagged = languages.get((page.number, run.tag.owner, run.tag.mcid), "")
                found.append(Said(page.number, letters, run.tag.language or tagged))
        yield tuple(found)


def _languages(facts: Inspection) -> Mapping[Key, str]:
    structure = facts.structure
    if structure is None:
        return {}
    return {
        (leaf.page, leaf.owner, leaf.mcid): structure.elements[leaf.element].language
        for leaf in structure.leaves
        if leaf.element >= 0
    }


def _on_paper(run: TextRun, page: PageFacts) -> bool:
    """Whether the run's middle is on the trimmed page."""
    trim = page.boxes.finished
    x, y = (run.box[0] + run.box[2]) / 2, (run.box[1] + run.box[3]) / 2
    return trim is None or (trim[0] <= x <= trim[2] and trim[1] <= y <= trim[3])


def _part(page: int, here: tuple[Said, ...], there: tuple[Said, ...]) -> Parting | None:
    one, other = ("".join(said.letters for said in side) for side in (here, there))
    if one == other:
        return None
    at = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    at = min(len(one), len(other)) if at is None else at
    language = _language_at(here, at) or _language_at(there, at)
    return Parting(page, language, one[at : at + SHOWN], other[at : at + SHOWN])


def _language_at(said: tuple[Said, ...], at: int) -> str:
    for run in said:
        if at < len(run.letters):
            return run.language
        at -= len(run.letters)
    return ""
