"""Takes the prose of one paragraph, gives it with spaces, marks and dashes as its language sets them.

Letters and digits keep their order and their style (an `x` between numbers becomes ×); a second pass changes
nothing. Protected runs, addresses, codes and telephone numbers stand aside; a foreign phrase is left to its
own language. The order of work: spaces, quotation marks, dashes and ranges, numbers and dates, abbreviations,
and last the bonds between words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from itertools import groupby

from layout.lang.languages import LANGUAGES
from layout.lang.rules.bonds import HARD, Binder
from layout.lang.rules.fragments import ASIDE_NUMBER, ASIDE_WORD, DIGITS
from layout.lang.rules.passage import Passage
from layout.lang.rules.set_aside import (
    find_codes,
    find_endless_words,
    find_initialisms,
    find_number_names,
    find_standards,
)
from layout.lang.rules.spacing import admit, is_untidy
from layout.lang.rules.table import ALWAYS, Sequence, bonds_for, lexicon_for, rules_for
from layout.lang.rules.word_kinds import Kind
from layout.lang.web_names import find_addresses
from layout.model.content.brochure import TypographySettings
from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.model.records import Struct, replace


class Context(Enum):
    """Where the paragraph stands: running text of a wide measure, a heading, or a narrow column."""

    TEXT = "text"
    HEADING = "heading"
    NARROW = "narrow"


class Change(Struct, frozen=True):
    """What one rule did in one place: the words concerned before and after."""

    rule: str
    before: str
    after: str
    where: Span


class _Setter(Struct, frozen=True):
    """The rules of one language as the settings leave them, ready for use."""

    spacing: Sequence
    rules: Sequence
    binder: Binder
    fix_numbers: bool


_MOST_PASSES = 6
"""What one rule mends can give an earlier one work; so passes are made until none rewrites anything."""
_LONG_TEXT = 4000
"""Characters of a paragraph that hardly anyone reads to its end."""
_NO_LETTERS = late_pattern(r"[\W\d_]+")
_DIGITS = frozenset(DIGITS)
_ASIDE = late_pattern(f"[{ASIDE_WORD}{ASIDE_NUMBER}]")


def microtype(
    prose: Prose, language: str, settings: TypographySettings, context: Context
) -> tuple[Prose, tuple[Change, ...]]:
    """`prose` set by the rules of `language` (its tag), and each change in the order it was made.

    Raises KeyError for another language.
    """
    setter = _setter(language, settings.off, settings.hard_czech_a, context)
    found: list[Change] = []
    prose = _set_notes(prose, language, settings, found)
    prose = _set_foreign(prose, language, settings, found)
    for left in reversed(range(_MOST_PASSES)):
        passage = _join(prose, language, found)
        changes = _set(passage, setter, not left) if _is_prose(passage.text) else ()
        found += (Change(rule, before, after, prose.where) for rule, before, after in changes)
        if found:
            runs = zip(prose.runs, passage.runs(), strict=True)
            kept = ((run, run.text if _is_mark(run) else text) for run, text in runs)
            prose = replace(prose, runs=tuple(replace(run, text=text) for run, text in kept if text))
        if not passage.rewritten or not prose.runs:
            break
    return prose, tuple(found)


def _is_mark(run: Run) -> bool:
    """Whether a run is the mark of a note: no rule sees it, words stand as if it were not there."""
    return run.style.note is not None


def _stands_aside(run: Run, language: str) -> bool:
    return run.style.protected or run.style.language not in (None, language)


def _join(prose: Prose, language: str, found: list[Change]) -> Passage:
    """The runs' texts as one, fit to be set, with the runs no rule may touch put aside."""
    joined, aside, ends = "", [], []
    for run in prose.runs:
        text = run.text
        if _is_mark(run):
            text = ""
        elif _stands_aside(run, language):
            aside.append(text)
            text = ASIDE_WORD
        else:
            text = admit(text)
            if text != run.text:
                found.append(Change(ALWAYS, run.text, text, prose.where))
        joined += text
        ends.append(len(joined))
    return Passage(joined, ends[:-1], aside)


def _is_prose(text: str) -> bool:
    """A long text that is mostly marks, figures and spaces is a drawing or a table, and stays as typed."""
    return len(text) <= _LONG_TEXT or 2 * len(_NO_LETTERS.sub("", text)) >= len(text)


def _set(passage: Passage, setter: _Setter, last: bool) -> Iterator[tuple[str, str, str]]:
    """One pass; words are bound in the one that finds nothing to rewrite."""
    passage.put_aside(find_endless_words(passage.text), ASIDE_WORD, False)
    passage.put_aside(((*span, False) for span in find_addresses(passage.text)), ASIDE_WORD, False)
    characters = set(passage.text)
    if is_untidy(passage.text):
        yield from _rewrite(passage, setter.spacing, characters)
    if "." in characters:
        passage.put_aside(find_initialisms(passage.text), ASIDE_WORD, False)
    if not _DIGITS.isdisjoint(characters):
        yield from _put_numbers_aside(passage, setter.fix_numbers)
    yield from _rewrite(passage, setter.rules, characters)
    if last or not passage.rewritten:
        yield from _bind(passage, setter.binder)


def _rewrite(passage: Passage, rules: Sequence, characters: set[str]) -> Iterator[tuple[str, str, str]]:
    """Each rule once, in order; a rule's work may give a later one something to do."""
    done, changed = -1, True
    while changed:
        changed = False
        for place, fitted in rules.candidates(characters, done):
            edits = list(fitted.find(passage.text))
            done = place
            if edits:
                for before, after in passage.apply(edits):
                    yield fitted.rule.id, before, after
                characters.update(*(new for _, _, new in edits))
                changed = True
                break


def _put_numbers_aside(passage: Passage, fix: bool) -> Iterator[tuple[str, str, str]]:
    passage.put_aside(find_codes(passage.text), ASIDE_NUMBER, False)
    for find in (find_standards, find_number_names):
        for before, after in passage.put_aside(find(passage.text), ASIDE_NUMBER, fix):
            yield "T09", before, after


def _bind(passage: Passage, binder: Binder) -> Iterator[tuple[str, str, str]]:
    text = passage.text
    pieces: list[str] = []
    done = 0
    quote = passage.quoter(text)
    for bound in binder.bind(text):
        offset, space = bound.offset, bound.bond.space
        pieces += (text[done:offset], space)
        done = offset + 1
        before = f"{bound.left}{text[offset]}{bound.right}"
        after = f"{bound.left}{space}{bound.right}"
        if _ASIDE.search(before):
            start, end = offset - len(bound.left), done + len(bound.right)
            before = quote(start, end)
            after = before.replace(text[offset], space)
        yield bound.bond.id, before, after
    passage.text = "".join([*pieces, text[done:]])


@cache
def _setter(tag: str, off: frozenset[str], hard_czech_a: bool, context: Context) -> _Setter:
    language = LANGUAGES[tag]
    rules = rules_for(language, off, context is Context.HEADING)
    spacing = Sequence([fitted for fitted in rules if fitted.rule.before_spaces])
    others = Sequence([fitted for fitted in rules if not fitted.rule.before_spaces])
    bonds = []
    for bond in bonds_for(language, off):
        if bond.titles and context is not Context.HEADING:
            continue
        if hard_czech_a and Kind.LETTER_A in bond.left:
            bond = replace(bond, space=HARD)
        elif context is Context.TEXT and bond.wide:
            bond = replace(bond, space=bond.wide)
        bonds.append(bond)
    loosen = "T25" not in off and context is not Context.HEADING
    lexicon = lexicon_for(language)
    return _Setter(spacing, others, Binder(bonds, lexicon, loosen), "T09" not in off)


def _set_notes(prose: Prose, language: str, settings: TypographySettings, found: list[Change]) -> Prose:
    """The words of footnotes set by the same rules."""
    if not any(map(_is_mark, prose.runs)):
        return prose
    runs = []
    for run in prose.runs:
        note = run.style.note
        if note is not None:
            words, changes = microtype(note.text, language, settings, Context.NARROW)
            found += changes
            run = replace(run, style=replace(run.style, note=replace(note, text=words)))
        runs.append(run)
    return replace(prose, runs=tuple(runs)) if found else prose


def _set_foreign(prose: Prose, language: str, settings: TypographySettings, found: list[Change]) -> Prose:
    """The phrases in another of our languages, set by its rules; the rest as it is."""
    foreign = {run.style.language for run in prose.runs} & (LANGUAGES.keys() - {language})
    if not foreign:
        return prose
    runs: list[Run] = []
    for tongue, phrase in groupby(prose.runs, key=lambda run: run.style.language):
        group = tuple(phrase)
        if tongue in foreign:
            group = _set_phrase(group, tongue, settings, found, prose.where)
        runs += group
    return replace(prose, runs=tuple(runs))


def _set_phrase(
    phrase: tuple[Run, ...], language: str, settings: TypographySettings, found: list[Change], where: Span
) -> tuple[Run, ...]:
    """The runs of a foreign phrase by its own rules; the spaces that part it from the paragraph stay."""
    style = phrase[0].style
    text = "".join(run.text for run in phrase)
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inside = [replace(run, style=replace(run.style, language=None)) for run in phrase]
    inside[0] = replace(inside[0], text=inside[0].text.lstrip())
    inside[-1] = replace(inside[-1], text=inside[-1].text.rstrip())
    changed, changes = microtype(Prose(tuple(inside), where), language, settings, Context.NARROW)
    if not changes:
        return phrase
    found += changes
    runs = [replace(run, style=replace(run.style, language=language)) for run in changed.runs if run.text]
    edges = (Run(before, style),), runs, (Run(behind, phrase[-1].style),)
    return tuple(_joined(run for group in edges for run in group if run.text))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one style as one run."""
    for style, same in groupby(runs, key=lambda run: run.style):
        yield Run("".join(run.text for run in same), style)
