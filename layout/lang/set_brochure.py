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
from layout.model.memo import HeldMemo, Memo
from layout.model.records import Struct, replace

T = TypeVar("T", bound=Struct)

SPOKEN = {Fact: ("value",), Event: ("when",)}
"""Fields of plain text that are set like prose; all other plain text stays as typed."""


class SetRuns(Struct, frozen=True, weakref=True):
    """The runs of a passage after the rules."""

    runs: tuple[Run, ...]


class MicrotypeMemory:
    """Blocks and passages as rules of one pair of languages and one choice of rules have set them."""

    def __init__(self) -> None:
        self.blocks: Memo[int, tuple[Any, Any, list[SetRuns]]] = Memo()
        """By the identity of blocks: what came in, what became of it, and its passages."""
        self.passages: HeldMemo[tuple[tuple[Run, ...], str, Context], SetRuns] = HeldMemo()


def microtype_brochure(
    brochure: Brochure, tell: Callable[[Change], None], memory: MicrotypeMemory | None = None
) -> Brochure:
    """`brochure` after the rules its settings leave on; the words themselves never change.

    Nothing is told of what is in `memory`, which must be of the same languages and settings.
    """
    walk = _Walk(brochure.languages, brochure.typography, tell, memory)
    if memory is not None:
        memory.passages.held = []
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
        self,
        languages: tuple[str, str],
        settings: TypographySettings,
        tell: Callable[[Change], None],
        memory: MicrotypeMemory | None = None,
    ) -> None:
        self._languages = languages
        self._settings = settings
        self._tell = tell
        self._memory = memory

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """The sections with each of their blocks set."""
        return tuple(
            replace(section, blocks=tuple(self.block(block) for block in section.blocks))
            for section in sections
        )

    def block(self, block: T) -> T:
        """The block with each of its passages replaced."""
        if self._memory is None:
            return self._set_block(block)
        known = self._memory.blocks.get(id(block))
        if known is None:
            held = self._memory.passages.held = []
            known = self._memory.blocks.keep(id(block), (block, self._set_block(block), held))
        new: T = known[1]
        return new

    def _set_block(self, block: T) -> T:
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
        if self._memory is None or any(run.style.note is not None for run in prose.runs):
            # What is set of a note holds the place where it was written.
            return self._set(prose, language, context)
        key = (prose.runs, language, context)
        passages = self._memory.passages
        known = passages.get(key)
        if known is None:
            known = passages.keep(key, SetRuns(self._set(prose, language, context).runs))
        return replace(prose, runs=known.runs)

    def _set(self, prose: Prose, language: str, context: Context) -> Prose:
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
