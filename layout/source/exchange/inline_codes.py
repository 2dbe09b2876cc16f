"""Takes typed markup, gives it as text with numbered codes, and back; invents and loses no code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Union

from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.source.fields.inline import MARKUP, parse_inline
from layout.source.import_text.markup import protect

_BREAK = late_pattern(r"(?<!\\)((?:\\\\)*)\\[ \t]+")
"""A forced line break as it stands in words whose lines were joined."""
BREAK, CODE, PAGE = "break", "code", "page"
_SIGNS: Mapping[str, tuple[str, str]] = {
    "em": ("*", "*"),
    "strong": ("**", "**"),
    CODE: ("`", "`"),
    "link": ("[", "]({})"),
    "foreign": ("[", "]{{lang={}}}"),
    "small": ("[", "]{{sc}}"),
    "anchor": ("[", "]{{id={}}}"),
    "entry": ("[", "]{{index={}}}"),
    "note": ("^[", "]{}"),
    BREAK: ("\\ ", ""),
    PAGE: ("{{page={}}}", ""),
}
"""What is typed before and behind the words of a code, with what it holds."""
OPTIONAL = ("foreign", "anchor", "entry")
"""Codes that a translation may leave out: what is foreign to one language may be the other's own."""
OWN = (*OPTIONAL, "link")
"""Codes that hold something else in each language."""


class Code(Struct, frozen=True):
    """One code of a passage: its kind, and the address or language that it holds."""

    kind: str
    content: str = ""


class Opening(Struct, frozen=True):
    """Where a code that has words inside begins, by its number."""

    number: str


class Closing(Struct, frozen=True):
    """Where it ends."""

    number: str


class Lone(Struct, frozen=True):
    """A code without words inside, by its number."""

    number: str


Piece = Union[str, Opening, Closing, Lone]


class CodedText(Struct, frozen=True):
    """A passage in pieces, and its codes by number."""

    pieces: tuple[Piece, ...]
    codes: Mapping[str, Code]

    @property
    def bare(self) -> tuple[Union[str, Code, None], ...]:
        """What it says, whatever the numbers are: two texts that say the same are equal by this."""
        found: list[Union[str, Code, None]] = []
        for piece in self.pieces:
            if isinstance(piece, str):
                found.append(piece)
            else:
                found.append(None if isinstance(piece, Closing) else self.codes[piece.number])
        return tuple(found)


class BadCodes(Exception):
    """Codes that are missing, doubled, unknown or crossed; the message's code and what it names."""

    def __init__(self, code: str, names: Sequence[str]) -> None:
        super().__init__(code)
        self.code = code
        self.names = tuple(names)


def code_text(text: str, first: int = 1, like: CodedText | None = None) -> CodedText:
    """Typed markup in pieces, its codes numbered from `first`, or as the same codes of `like` are."""
    numbers = _Numbers(first, like)
    pieces: list[Piece] = []
    open_codes: list[str] = []
    for mark in parse_inline(_BREAK.sub("\\1\\\\\n", text)) if MARKUP.search(text) else ():
        if mark.kind == "open":
            open_codes.append(numbers.take(Code(mark.style, mark.content)))
            pieces.append(Opening(open_codes[-1]))
        elif mark.kind == "close":
            pieces.append(Closing(open_codes.pop()))
        elif mark.kind in (BREAK, PAGE):
            pieces.append(Lone(numbers.take(Code(mark.kind, mark.content))))
        elif mark.kind == CODE:
            number = numbers.take(Code(CODE))
            pieces += [Opening(number), mark.content, Closing(number)]
        else:
            pieces.append(mark.content)
    if not MARKUP.search(text):
        pieces.append(text)
    return CodedText(tuple(_joined(pieces)), numbers.codes)


class _Numbers:
    """Hands numbers to codes: those of a passage that has the same ones first, each once."""

    def __init__(self, first: int, like: CodedText | None) -> None:
        self.codes: dict[str, Code] = {}
        self._free = dict(like.codes) if like else {}
        self._next = max([first, *(int(number) + 1 for number in self._free)])

    def take(self, code: Code) -> str:
        same = next((number for number, known in self._free.items() if known == code), None)
        kind = next((number for number, known in self._free.items() if known.kind == code.kind), None)
        number = same or (kind if code.kind in OWN else None)
        if number is None:
            number = str(self._next)
            self._next += 1
        self._free.pop(number, None)
        self.codes[number] = code
        return number


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces with neighbouring words as one."""
    words = ""
    for piece in pieces:
        if isinstance(piece, str):
            words += piece
            continue
        if words:
            yield words
        words = ""
        yield piece
    if words:
        yield words


def check_codes(target: CodedText, source: CodedText) -> None:
    """Raises BadCodes where a translation has not each code of its source once, or others, or crossed."""
    _check_nesting(target.pieces)
    there = Counter(code.number for code in target.pieces if isinstance(code, Opening | Lone))
    doubled = [number for number, count in there.items() if count > 1]
    if doubled:
        raise BadCodes("returned-codes-doubled", doubled)
    unknown = [number for number in there if number not in source.codes]
    if unknown:
        raise BadCodes("returned-codes-unknown", unknown)
    missing = [n for n, code in source.codes.items() if n not in there and code.kind not in OPTIONAL]
    if missing:
        raise BadCodes("returned-codes-missing", [name_code(source.codes[n], n) for n in missing])


def name_code(code: Code, number: str) -> str:
    """A code as a message names it: by what is typed for it, or its number."""
    if code.kind not in _SIGNS:
        return number
    before, after = _signs(code)
    return f"{before}…{after}".strip() if after else before.strip()


def _signs(code: Code) -> tuple[str, str]:
    """What is typed before and behind its words."""
    before, after = _SIGNS.get(code.kind, ("[", "]"))
    if code.kind == "entry" and not code.content:
        return before, "]{index}"
    if code.kind == "note":
        return before, "]{only}" if code.content else "]"
    return before.format(code.content), after.format(code.content)


def _check_nesting(pieces: Sequence[Piece]) -> None:
    open_codes: list[str] = []
    for piece in pieces:
        if isinstance(piece, Opening):
            open_codes.append(piece.number)
        elif isinstance(piece, Closing) and (not open_codes or open_codes.pop() != piece.number):
            raise BadCodes("returned-codes-crossed", [piece.number])
    if open_codes:
        raise BadCodes("returned-codes-crossed", open_codes)


def check_typed(target: str, source: str, present: str = "") -> None:
    """The same for typed markup, whose links lead where those of the source do, or of the `present` target.

    Raises BadCodes.
    """
    new, old = (list(code_text(text).codes.values()) for text in (target, source))
    kinds, wanted = (Counter(_kind(code) for code in codes) for codes in (new, old))
    missing = [code for code in old if _kind(code) in wanted - kinds and code.kind not in OPTIONAL]
    if missing:
        raise BadCodes("returned-codes-missing", [name_code(code, "") for code in missing])
    added = [code for code in new if _kind(code) in kinds - wanted and code.kind not in OPTIONAL]
    if added:
        doubled = all(_kind(code) in wanted for code in added)
        told = "returned-codes-doubled" if doubled else "returned-codes-unknown"
        raise BadCodes(told, [name_code(code, "") for code in added])
    known = {code.content for code in (*old, *code_text(present).codes.values())}
    strange = [code for code in new if code.kind == "link" and code.content not in known]
    if strange or any(mark.kind in ("html", "image", "attribute") for mark in parse_inline(target)):
        raise BadCodes("returned-codes-unknown", [name_code(code, "") for code in strange] or ["<…>"])


def _kind(code: Code) -> Code:
    """A code without what each language has of its own."""
    return Code(code.kind) if code.kind in OWN else code


def spell_codes(text: CodedText, codes: Mapping[str, Code]) -> str:
    """The passage as typed markup, its codes being what `codes` says of their numbers."""
    for escape in (str, protect):
        typed = "".join(_spell(piece, codes, escape) for piece in text.pieces)
        if code_text(typed).bare == _renumbered(text, codes).bare:
            break
    return typed


def _renumbered(text: CodedText, codes: Mapping[str, Code]) -> CodedText:
    return CodedText(tuple(_joined(text.pieces)), codes)


def _spell(piece: Piece, codes: Mapping[str, Code], escape: object) -> str:
    if isinstance(piece, str):
        return str(escape(piece)) if callable(escape) else piece
    before, after = _signs(codes[piece.number])
    return after if isinstance(piece, Closing) else before
