"""Takes a tag tree and an opened PDF, writes its structure, ParentTree and live areas; changes no content."""

from __future__ import annotations

from collections.abc import Sequence

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from layout.output.access.tree import MarkedContent, StructElement, TaggedAnnotation
from layout.output.pdf.opening import look_up
from layout.output.pdf.store import add_object

NOTE = "Note"
"""The tag of elements that must have a name of their own (ISO 14289-1, 7.9)."""
PRINTED = 4
"""The annotation flag that PDF/A asks for (ISO 19005-2, 6.3.2)."""


def write_structure(writer: PdfWriter, tree: StructElement, pages: Sequence[IndirectObject]) -> None:
    """Hangs `tree` into the catalog; `pages` are the body's, in order (ISO 32000-1, 14.7.4)."""
    _StructureWriter(writer, pages).write(tree)


class _StructureWriter:
    """What is gathered while the elements are written."""

    def __init__(self, writer: PdfWriter, pages: Sequence[IndirectObject]) -> None:
        self._writer = writer
        self._pages = pages
        self._owners: list[dict[int, IndirectObject]] = [{} for _ in pages]
        """For each page the element of each of its marked contents."""
        self._links: list[IndirectObject] = []
        """The element of each annotation that has been tagged."""
        self._notes: list[IndirectObject] = []
        """The elements of footnotes."""
        self._areas = [_list_annotations(page) for page in pages]

    def write(self, tree: StructElement) -> None:
        root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        place = add_object(self._writer, root)
        root[NameObject("/K")] = ArrayObject([self._element(tree, place)])
        root[NameObject("/ParentTree")] = add_object(self._writer, self._parent_tree())
        if self._notes:
            names = ArrayObject(
                one for order, note in enumerate(self._notes) for one in (_name_note(order), note)
            )
            root[NameObject("/IDTree")] = add_object(
                self._writer, DictionaryObject({NameObject("/Names"): names})
            )
        root[NameObject("/ParentTreeNextKey")] = NumberObject(len(self._pages) + len(self._links))
        self._writer.root_object[NameObject("/StructTreeRoot")] = place

    def _element(self, element: StructElement, parent: IndirectObject) -> IndirectObject:
        made = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/StructElem"),
                NameObject("/S"): NameObject(f"/{element.tag}"),
                NameObject("/P"): parent,
            }
        )
        place = add_object(self._writer, made)
        if element.language is not None:
            made[NameObject("/Lang")] = TextStringObject(element.language)
        if element.alternative is not None:
            made[NameObject("/Alt")] = TextStringObject(element.alternative)
        if element.actual is not None:
            made[NameObject("/ActualText")] = TextStringObject(element.actual)
        if element.tag == NOTE:
            made[NameObject("/ID")] = _name_note(len(self._notes))
            self._notes.append(place)
        if attributes := _attributes(element):
            made[NameObject("/A")] = attributes
        home = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        if home is not None:
            made[NameObject("/Pg")] = self._pages[home]
        kids = [self._kid(kid, place, home) for kid in element.kids]
        if kids:
            made[NameObject("/K")] = kids[0] if len(kids) == 1 else ArrayObject(kids)
        return place

    def _kid(
        self, kid: StructElement | MarkedContent | TaggedAnnotation, place: IndirectObject, home: int | None
    ) -> PdfObject:
        if isinstance(kid, StructElement):
            return self._element(kid, place)
        if isinstance(kid, TaggedAnnotation):
            return self._area(kid, place)
        self._owners[kid.page][kid.mcid] = place
        if kid.page == home:
            return NumberObject(kid.mcid)
        return DictionaryObject(
            {
                NameObject("/Type"): NameObject("/MCR"),
                NameObject("/Pg"): self._pages[kid.page],
                NameObject("/MCID"): NumberObject(kid.mcid),
            }
        )

    def _area(self, area: TaggedAnnotation, place: IndirectObject) -> DictionaryObject:
        """Ties a link's annotation to its element, each to the other (ISO 14289-1, 7.18.5)."""
        reference = self._areas[area.page][area.index]
        annotation = reference.get_object()
        assert isinstance(annotation, DictionaryObject)
        annotation[NameObject("/F")] = NumberObject(PRINTED)
        annotation[NameObject("/Contents")] = TextStringObject(area.description)
        annotation[NameObject("/StructParent")] = NumberObject(len(self._pages) + len(self._links))
        self._links.append(place)
        return DictionaryObject(
            {
                NameObject("/Type"): NameObject("/OBJR"),
                NameObject("/Pg"): self._pages[area.page],
                NameObject("/Obj"): reference,
            }
        )

    def _parent_tree(self) -> DictionaryObject:
        numbers = ArrayObject()
        for key, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            if not owners:
                continue
            leaf = page.get_object()
            assert isinstance(leaf, DictionaryObject)
            leaf[NameObject("/StructParents")] = NumberObject(key)
            numbers.extend((NumberObject(key), ArrayObject(owners[mcid] for mcid in range(len(owners)))))
        for key, link in enumerate(self._links, len(self._pages)):
            numbers.extend((NumberObject(key), link))
        return DictionaryObject({NameObject("/Nums"): numbers})


def _list_annotations(page: IndirectObject) -> list[IndirectObject]:
    """The page's annotations, in the order they were drawn, each an object of its own."""
    leaf = page.get_object()
    assert isinstance(leaf, DictionaryObject)
    listed = look_up(leaf, "/Annots")
    kids = listed if isinstance(listed, ArrayObject) else ()
    return [kid for kid in kids if isinstance(kid, IndirectObject)]


def _name_note(order: int) -> ByteStringObject:
    """The name of a note's element; in the order of bytes, as a name tree wants it."""
    return ByteStringObject(b"note-%06d" % order)


def _attributes(element: StructElement) -> DictionaryObject | None:
    """What a reader has to know of an element beside its kind (ISO 32000-1, 14.8.5)."""
    if element.scope is not None:
        return _owned("Table", Scope=NameObject(f"/{element.scope}"))
    if element.numbering is not None:
        return _owned("List", ListNumbering=NameObject(f"/{element.numbering}"))
    if element.box is not None:
        box = ArrayObject(FloatObject(round(side, 2)) for side in element.box)
        return _owned("Layout", Placement=NameObject("/Block"), BBox=box)
    return None


def _owned(owner: str, **entries: PdfObject) -> DictionaryObject:
    made = DictionaryObject({NameObject("/O"): NameObject(f"/{owner}")})
    for key, value in entries.items():
        made[NameObject(f"/{key}")] = value
    return made
