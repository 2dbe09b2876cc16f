"""Reads a tagged PDF back through its structure tree; shares no code with what writes or judges it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

SOFT_HYPHEN = "\u00ad"
_BFCHAR = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>")


@dataclass(slots=True)
class Tag:
    """An element of the tree; its kids are elements, texts of marked contents, and links' targets."""

    kind: str
    language: str
    alternative: str | None
    attributes: dict[str, str]
    kids: list[Tag | str | Target] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    actual: str | None = None

    def walk(self) -> Iterator[Tag]:
        """The element and all in it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    @property
    def text(self) -> str:
        """What is read aloud of the element and all in it: soft hyphens are silent."""
        if self.actual is not None:
            return self.actual
        return "".join(
            kid if isinstance(kid, str) else kid.text for kid in self.kids if not isinstance(kid, Target)
        ).replace(SOFT_HYPHEN, "")

    @property
    def drawn(self) -> str:
        """The same without what is drawn in another element alone, and only read here."""
        return "".join(
            kid if isinstance(kid, str) else kid.drawn for kid in self.kids if not isinstance(kid, Target)
        ).replace(SOFT_HYPHEN, "")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads (a URI, or a page from 0) and what it is called."""

    to: str | int
    contents: str


def read_tags(pdf: bytes) -> Tag:
    """The tree of a file; every leaf must exist, be used once, and be led back to by the ParentTree."""
    reader = PdfReader(io.BytesIO(pdf))
    return _Reading(reader).read()


class _Reading:
    """One file being read."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}  # type: ignore[union-attr]
        self.texts = [dict(_marked_texts(page)) for page in reader.pages]
        self.used: set[tuple[int, int]] = set()
        root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
        numbers = root["/ParentTree"]["/Nums"]
        self.parents = {int(numbers[i]): numbers[i + 1].get_object() for i in range(0, len(numbers), 2)}
        self.root = root

    def read(self) -> Tag:
        (top,) = self.root["/K"]
        tag = self._element(top, str(self.reader.trailer["/Root"]["/Lang"]))  # type: ignore[index]
        every = {(page, mcid) for page, texts in enumerate(self.texts) for mcid in texts}
        assert self.used == every, f"contents that no element holds: {every - self.used}"
        return tag

    def _element(self, reference: Any, around: str) -> Tag:
        found = reference.get_object()
        language = str(found.get("/Lang", around))
        attributes = {
            str(k): str(v) for k, v in found.get("/A", {}).items() if k in ("/Scope", "/ListNumbering")
        }
        tag = Tag(
            str(found["/S"])[1:], language, found.get("/Alt"), attributes, actual=found.get("/ActualText")
        )
        kids = found.get("/K", [])
        for kid in kids if isinstance(kids, list) else [found.raw_get("/K")]:
            self._kid(kid, tag, found, reference)
        return tag

    def _kid(self, kid: Any, tag: Tag, holder: Any, reference: Any) -> None:
        found = kid.get_object()
        if isinstance(found, int):
            self._leaf(holder, found, tag, reference)
        elif found.get("/Type") == "/MCR":
            self._leaf(found, int(found["/MCID"]), tag, reference)
        elif found.get("/Type") == "/OBJR":
            tag.kids.append(self._link(found["/Obj"], reference))
        else:
            assert found.raw_get("/P").idnum == reference.idnum
            below = self._element(kid, tag.language)
            tag.kids.append(below)
            tag.pages |= below.pages

    def _leaf(self, holder: Any, mcid: int, tag: Tag, reference: Any) -> None:
        page = self.pages[holder.raw_get("/Pg").idnum]
        assert (page, mcid) not in self.used
        self.used.add((page, mcid))
        parents = self.parents[self.reader.pages[page]["/StructParents"]]  # type: ignore[index]
        assert parents[mcid].indirect_reference.idnum == reference.idnum
        tag.kids.append(self.texts[page][mcid])
        tag.pages.add(page)

    def _link(self, annotation: Any, reference: Any) -> Target:
        assert self.parents[int(annotation["/StructParent"])].indirect_reference.idnum == reference.idnum
        action = annotation.get("/A")
        contents = str(annotation["/Contents"])
        if action is not None and action["/S"] == "/URI":
            return Target(str(action["/URI"]), contents)
        wanted = annotation.get("/Dest") or annotation["/A"]["/D"]
        if not isinstance(wanted, list):
            wanted = self.reader.named_destinations[str(wanted)].dest_array
        return Target(self.pages[wanted[0].idnum], contents)


def _marked_texts(page: Any) -> Iterator[tuple[int, str]]:
    """Each marked content of a page with the text shown in it."""
    fonts = {name: _to_unicode(font) for name, font in page["/Resources"].get("/Font", {}).items()}
    content = ContentStream(page["/Contents"], page.pdf)
    mcid: int | None = None
    depth = 0
    shown: list[str] = []
    codes: dict[int, str] = {}
    for operands, operator in content.operations:
        if operator == b"Tf":
            codes = fonts[operands[0]]
        elif operator == b"BDC" and "/MCID" in operands[1]:
            assert depth == 0, "marked content inside another"
            mcid, shown, depth = int(operands[1]["/MCID"]), [], 1
        elif operator in (b"BDC", b"BMC"):
            depth += 1
        elif operator == b"EMC":
            depth -= 1
            if mcid is not None and depth == 0:
                yield mcid, "".join(shown)
                mcid = None
        elif operator == b"TJ" and mcid is not None:
            for string in operands[0]:
                if not isinstance(string, (int, float)):
                    data = string.original_bytes
                    shown.extend(
                        codes[int.from_bytes(data[i : i + 2], "big")] for i in range(0, len(data), 2)
                    )


def _to_unicode(font: Any) -> dict[int, str]:
    pairs = _BFCHAR.findall(font["/ToUnicode"].get_data())
    known = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
    return {code: known.get(code, "") for code in range(len(known) + 200)}


def dump_tags(tag: Tag, depth: int = 0, around: str = "") -> str:
    """The tree as text: an element a line with its language where that changes, then what it says."""
    marks = [f"[{tag.language}]" if tag.language != around else "", *tag.attributes.values()]
    marks.append(f"alt “{tag.alternative}”" if tag.alternative is not None else "")
    marks.append(f"read “{tag.actual}”" if tag.actual is not None else "")
    lines = [" ".join(filter(None, ("  " * depth + tag.kind, *marks)))]
    for kid in tag.kids:
        if isinstance(kid, Tag):
            lines.append(dump_tags(kid, depth + 1, tag.language).rstrip("\n"))
        elif isinstance(kid, Target):
            lines.append(f"{'  ' * (depth + 1)}-> {kid.to} “{kid.contents}”")
        elif kid:
            shown = kid.replace(SOFT_HYPHEN, "¬").replace("\u00a0", "~").replace("\u202f", "^")
            lines.append(f"{'  ' * (depth + 1)}“{shown}”")
    return "\n".join(lines) + "\n"


def read_languages(tag: Tag, skipped: frozenset[str] = frozenset()) -> dict[str, str]:
    """For each language all its words in reading order, elements parted by spaces."""
    words: dict[str, list[str]] = {}
    _gather(tag, words, skipped)
    return {language: plain(" ".join(texts)) for language, texts in words.items()}


BLOCKS = frozenset({"P", "H1", "H2", "H3", "LBody", "Lbl", "Caption", "TH", "TD", "Figure", "TOCI"})


def _gather(tag: Tag, words: dict[str, list[str]], skipped: frozenset[str]) -> None:
    if tag.kind in skipped:
        return
    if tag.kind in BLOCKS:
        inner = [kid for kid in tag.kids if isinstance(kid, Tag)]
        parted = inner and all(kid.kind == "Span" and kid.language == tag.language for kid in inner)
        words.setdefault(tag.language, []).append(" ".join(kid.text for kid in inner) if parted else tag.text)
        return
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _gather(kid, words, skipped)


def plain(text: str) -> str:
    """Words as they sound: one kind of space, no soft hyphens."""
    return " ".join(re.sub(r"[\u00a0\u202f\ue000\u2028]", " ", text.replace(SOFT_HYPHEN, "")).split())
