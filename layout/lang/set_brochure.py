"""Takes a Brochure, gives its passages set by the rules of their language, and tells each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from layout.lang.microtype import Change, Context, microtype
from layout.model.blocks.displays import Event, Fact
from layout.model.blocks.headings import Heading
from layout.model.content.brochure import Brochure, Section, TypographySettings
from layout.model.content.pairs import Pair
from layout.model.content.prose import Prose, Run
from layout.model.content.sides import list_words
from layout.model.diagnostic import Span
from layout.model.records import Struct, replace

T = TypeVar("T", bound=Struct)

SPOKEN = {Fact: ("value",), Event: ("when",)}
"""Fields of plain text that are set like prose; all other plain text stays as typed."""


def microtype_brochure(brochure: Brochure, tell: Callable[[Change], None]) -> Brochure:
    """`brochure` after the rules its settings leave on; the words themselves never change."""
    walk = _Walk(brochure.languages, brochure.typography, tell)
    title, subtitle = (
        None if words is None else walk.words(words, brochure.where, Context.HEADING)
        for words in (brochure.title, brochure.subtitle)
    )
    assert title is not None
    return replace(brochure, sections=walk.sections(brochure.sections), title=title, subtitle=subtitle)


def list_passages(
    sections: Iterable[Section], languages: tuple[str, str], settings: TypographySettings
) -> Iterator[Prose]:
    """Every passage of `sections` after the rules, in the order of the content."""
    yield from passages_in(_Walk(languages, settings, lambda change: None).sections(sections))


def passages_in(value: Any) -> Iterator[Prose]:
    """Every passage within a block, or within anything made of records and tuples."""
    if isinstance(value, Prose):
        yield from list_words(value)
    elif isinstance(value, tuple):
        for entry in value:
            yield from passages_in(entry)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from passages_in(getattr(value, name))


class _Walk:
    """One pass over the blocks."""

    def __init__(
        self, languages: tuple[str, str], settings: TypographySettings, tell: Callable[[Change], None]
    ) -> None:
        self._languages = languages
        self._settings = settings
        self._tell = tell

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """The sections with each of their blocks set."""
        return tuple(
            replace(section, blocks=tuple(self.block(block) for block in section.blocks))
            for section in sections
        )

    def block(self, block: T) -> T:
        """The block with each of its passages replaced."""
        context = Context.HEADING if isinstance(block, Heading) else Context.NARROW
        return self._record(block, context)

    def _record(self, record: T, context: Context) -> T:
        changed: dict[str, Any] = {}
        for name in record.__struct_fields__:
            value = getattr(record, name)
            new = self._value(value, context)
            if name in SPOKEN.get(type(record), ()):
                new = self.words(value, Span(""), context)
            if new is not value:
                changed[name] = new
        return replace(record, **changed) if changed else record  # type: ignore[type-var]

    def _value(self, value: Any, context: Context) -> Any:
        if isinstance(value, Pair):
            return self._pair(value, context)
        if isinstance(value, tuple):
            new = tuple(self._value(entry, context) for entry in value)
            return value if all(a is b for a, b in zip(new, value, strict=True)) else new
        if isinstance(value, Struct) and not isinstance(value, Span):
            return self._record(value, context)
        return value

    def _pair(self, pair: Pair[Any], context: Context) -> Pair[Any]:
        if not any(isinstance(side, Prose) for side in pair.sides):
            return pair
        left, right = (
            None if side is None else self._prose(side, language, context)
            for side, language in zip(pair.sides, self._languages, strict=True)
        )
        return Pair(left, right)

    def _prose(self, prose: Prose, language: str, context: Context) -> Prose:
        changed, changes = microtype(prose, language, self._settings, context)
        for change in changes:
            self._tell(change)
        return changed

    def words(self, pair: Pair[str], where: Span, context: Context) -> Pair[str]:
        """Unmarked words in both languages, set by the rules."""
        left, right = (
            self._prose(Prose((Run(words),), where), language, context).text
            for words, language in zip(pair.sides, self._languages, strict=True)
        )
        return Pair(left, right)
