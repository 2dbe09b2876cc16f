"""Takes a mailing's words and a document's names, tells words about another document; changes no word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from layout.model.diagnostic import Diagnostic, Span
from layout.model.patterns import late_pattern
from layout.model.plain_letters import plain_key
from layout.model.products.mailing import Mailing, Template
from layout.model.records import Struct

LEAST_WORDS, LEAST_LETTERS = 2, 8
"""What a name must have at least to be looked for among other words."""
STEM, ENDING = 4, 3
"""Letters of a word that its cases share, at least, and letters that they may change at its end."""


class Foreign(Struct, frozen=True):
    """A name the words must not speak of, and whose it is.

    One that is `near`, of another document of the same folder, may stand where this one is named as well.
    """

    name: str
    file: str
    near: bool


class _Passage(Struct, frozen=True):
    """Words of a mailing: as typed, with gaps where a placeholder or markup stands, and where they begin."""

    text: str
    where: Span
    names_own: bool

    def place(self, offset: int) -> Span:
        before = self.text[:offset]
        line = before.count("\n")
        column = offset - before.rfind("\n") if line else self.where.column + offset
        return Span(self.where.file, self.where.line + line, column)


def find_foreign_words(
    mailing: Mailing, own: Iterable[str], titles: Iterable[str], foreign: Iterable[Foreign]
) -> Iterator[Diagnostic]:
    """A mistake for each name of another document, and each quoted title that is none of this document's.

    `own` is all that the document says of itself, `titles` its titles and subtitles.
    """
    known = [_stems(text) for text in own]
    mine = [_stems(title) for title in titles]
    wanted = [
        (one, stems)
        for one in foreign
        if len(stems := _stems(one.name)) >= LEAST_WORDS
        and len(plain_key(one.name)) >= LEAST_LETTERS
        and not any(_holds(text, stems) for text in known)
    ]
    title = next(iter(mailing.about.left.values()), "")
    for passage in _passages(mailing, mine):
        seen = set()
        for one, stems in wanted:
            at = _find(passage.text, stems)
            if at is not None and at not in seen and not (one.near and passage.names_own):
                seen.add(at)
                values = {"found": one.name, "file": one.file, "title": title}
                yield Diagnostic("mail-words-foreign", passage.place(at), values)
        for at, quoted in _quoted_titles(passage.text):
            said = _stems(quoted)
            if said and at not in seen and not any(_holds(one, said) or _holds(said, one) for one in mine):
                yield Diagnostic(
                    "mail-words-title", passage.place(at), {"found": quoted.strip(), "title": title}
                )


_DOCUMENT = (
    r"(?:broszur|brožur|publikac|przewodnik|průvodc|informator|folder|ulotk|leták|katalog|poradnik|příručk"
    r"|biuletyn|zpravodaj|materiał|materiál|dokument|album|raport|opracowani)\w*"
)
_TITLE = r"[„“\"»«‚]([^„“”\"»«\n{}]{3,160})[”“\"«»]"
_CALLED = late_pattern(
    rf"(?:\b{_DOCUMENT}\s+(?:pt\.\s+|pod\s+(?:tytułem|názvem)\s+|s\s+názvem\s+)?|\A\s*){_TITLE}",
    re.IGNORECASE,
)


def _quoted_titles(text: str) -> Iterator[tuple[int, str]]:
    """What stands in quotation marks behind a word for a document, or opens a text."""
    for found in _CALLED.finditer(text):
        yield found.start(1) - 1, found[1]


def _passages(mailing: Mailing, mine: list[tuple[str, ...]]) -> Iterator[_Passage]:
    for wording in mailing.wording.sides:
        for template in (wording.subject, wording.plain):
            yield _read(template, _typed(template), mine)
        yield _read(wording.html, _unmark(_typed(wording.html)), mine)
    for pair in (mailing.file_name, mailing.sender.name, mailing.reply_to.name if mailing.reply_to else None):
        for words in dict.fromkeys(pair.sides) if pair else ():
            yield _Passage(f" {words}", mailing.where, False)


def _read(template: Template, text: str, mine: list[tuple[str, ...]]) -> _Passage:
    named = any(plain_key(hole.name) == "title" for hole in template.placeholders)
    return _Passage(text, template.where, named or any(_find(text, title) is not None for title in mine))


def _typed(template: Template) -> str:
    return "".join(part if isinstance(part, str) else f"{{{part.name}}}" for part in template.parts)


_MARKUP = late_pattern(r"<[^<>]*>|&#?\w+;")
_QUOTES = {"&bdquo;": "„", "&rdquo;": "”", "&ldquo;": "“", "&quot;": '"', "&raquo;": "»", "&laquo;": "«"}


def _unmark(html: str) -> str:
    """The text with spaces for its tags and references, but for quotation marks; no letter moves."""
    return _MARKUP.sub(lambda found: _QUOTES.get(found[0], " ").ljust(len(found[0])), html)


_WORD = late_pattern(r"\w+")


def _stems(text: str) -> tuple[str, ...]:
    return tuple(plain_key(word) for word in _WORD.findall(text))


def _holds(text: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(_same(text[at : at + len(phrase)], phrase) for at in range(len(text) - len(phrase) + 1))


def _find(text: str, phrase: tuple[str, ...]) -> int | None:
    """Where the words of `phrase` stand in a row, in any case of theirs."""
    words = [(found.start(), plain_key(found[0])) for found in _WORD.finditer(text)]
    for at in range(len(words) - len(phrase) + 1):
        if _same(tuple(word for _, word in words[at : at + len(phrase)]), phrase):
            return words[at][0]
    return None


def _same(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return all(_alike(one, other) for one, other in zip(words, phrase, strict=True))


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: `opolskiej` and `opolska`; short ones and numbers only if equal."""
    stem = max(STEM, len(other) - ENDING)
    if len(other) <= STEM or not other.isalpha():
        return one == other
    return abs(len(one) - len(other)) <= ENDING and one[:stem] == other[:stem]
