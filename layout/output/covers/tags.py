"""Takes a cover page in a tagged body, gives it a figure a language in the tag tree; tags nothing inside."""

from __future__ import annotations

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from layout.model.geometry import Rect
from layout.output.covers.second_figures import add_echo
from layout.output.pdf.objects import make_array
from layout.output.pdf.opening import look_up
from layout.output.pdf.store import add_object

DEEPEST = 64
"""Levels of a number tree that are followed."""


Spoken = tuple[tuple[str, str], ...]
"""What is read aloud in place of a picture: for each language its code and the words."""


def tag_cover(writer: PdfWriter, page: IndirectObject, alternative: Spoken, box: Rect, first: bool) -> None:
    """A figure for the whole page in each language, at the document's start or end; none in an untagged body.

    Without alternative text the page is an artifact: it adds nothing to what is read aloud.
    ISO 14289-1, 7.1 to 7.3; ISO 32000-1, 14.7.4 and 14.8.5.4.
    """
    root = look_up(writer.root_object, "/StructTreeRoot")
    if not isinstance(root, DictionaryObject):
        return
    if not alternative:
        _wrap(page, "/Artifact BMC", "EMC")
        return
    _wrap(page, "/Figure <</MCID 0>> BDC", "EMC")
    parent, place = _document(root)
    figures = []
    for mcid, (language, words) in enumerate(alternative):
        if mcid:
            add_echo(page, mcid, "Figure", (box.x0, box.y0, box.x1, box.y1))
        figure = _figure(language, words, box)
        figure |= {NameObject("/P"): place, NameObject("/Pg"): page, NameObject("/K"): NumberObject(mcid)}
        figures.append(add_object(writer, figure))
    _adopt(parent, figures, first)
    entry = page.get_object()
    assert isinstance(entry, DictionaryObject)
    entry[NameObject("/StructParents")] = NumberObject(_enter(writer, root, figures))


def _figure(language: str, words: str, box: Rect) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject("/Figure"),
            NameObject("/Lang"): TextStringObject(language),
            NameObject("/Alt"): TextStringObject(words),
            NameObject("/A"): _layout_attributes(box),
        }
    )


def _wrap(page: IndirectObject, before: str, after: str) -> None:
    content = page["/Contents"]
    assert isinstance(content, StreamObject)
    content.set_data(b"\n".join((before.encode(), content.get_data(), after.encode())))


def _layout_attributes(box: Rect) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/O"): NameObject("/Layout"),
            NameObject("/Placement"): NameObject("/Block"),
            NameObject("/BBox"): make_array(box),
        }
    )


def _document(root: DictionaryObject) -> tuple[DictionaryObject, PdfObject]:
    """The only child of the root with its reference, or the root itself where it has several."""
    kids = root.raw_get("/K") if "/K" in root else ArrayObject()
    if isinstance(kids, IndirectObject) and isinstance(kids.get_object(), ArrayObject):
        kids = kids.get_object()
    only = kids[0] if isinstance(kids, ArrayObject) and len(kids) == 1 else kids
    element = only.get_object() if isinstance(only, IndirectObject) else None
    if isinstance(element, DictionaryObject):
        return element, only
    assert root.indirect_reference is not None
    return root, root.indirect_reference


def _adopt(parent: DictionaryObject, children: list[IndirectObject], first: bool) -> None:
    kids = look_up(parent, "/K")
    if not isinstance(kids, ArrayObject):
        kids = ArrayObject([parent.raw_get("/K")] if kids is not None else [])
        parent[NameObject("/K")] = kids
    place = 0 if first else len(kids)
    kids[place:place] = children


def _enter(writer: PdfWriter, root: DictionaryObject, figures: list[IndirectObject]) -> int:
    """Add the page's contents to the parent tree under a new key, which is the greatest."""
    tree = look_up(root, "/ParentTree")
    if not isinstance(tree, DictionaryObject):
        tree = DictionaryObject({NameObject("/Nums"): ArrayObject()})
        root[NameObject("/ParentTree")] = add_object(writer, tree)
    stated = look_up(root, "/ParentTreeNextKey")
    key = max(_greatest(tree) + 1, int(stated) if isinstance(stated, NumberObject) else 0)
    content = ArrayObject([NumberObject(key), add_object(writer, ArrayObject(figures))])
    kids = look_up(tree, "/Kids")
    if isinstance(kids, ArrayObject):
        limits = ArrayObject([NumberObject(key), NumberObject(key)])
        leaf = DictionaryObject({NameObject("/Limits"): limits, NameObject("/Nums"): content})
        kids.append(add_object(writer, leaf))
    else:
        numbers = look_up(tree, "/Nums")
        known = numbers if isinstance(numbers, ArrayObject) else ArrayObject()
        tree[NameObject("/Nums")] = ArrayObject([*known, *content])
    root[NameObject("/ParentTreeNextKey")] = NumberObject(key + 1)
    return key


def _greatest(tree: DictionaryObject) -> int:
    """The greatest key of a number tree, -1 of an empty one; its keys are in order."""
    for _ in range(DEEPEST):
        numbers, kids = look_up(tree, "/Nums"), look_up(tree, "/Kids")
        if isinstance(numbers, ArrayObject) and len(numbers) > 1:
            return int(numbers[-2])
        last = kids[-1].get_object() if isinstance(kids, ArrayObject) and kids else None
        if not isinstance(last, DictionaryObject):
            return -1
        tree = last
    return -1
