"""Takes a paragraph of a Word document, gives its words with their styles, tells what no page can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.source.import_text.office.pictures import PictureTaker
from layout.source.import_text.office.stretches import OfficeWords, Told, WordStretch, make_note
from layout.source.import_text.passages import LINE_BREAK, TakenPicture
from layout.source.import_text.word.drawings import find_pictures
from layout.source.import_text.word.package import ENDNOTES, FOOTNOTES, R, Relation, W, WordPackage

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OUT = {
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "instrText",
        "delText",
        "sdtPr",
        "commentReference",
        "annotationRef",
    )
}
"""What a reader of the document does not see: taken out, moved away, or about the text."""
_SIGNS = {
    f"{W}tab": " ",
    f"{W}cr": LINE_BREAK,
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_REFERENCES = {f"{W}footnoteReference": FOOTNOTES, f"{W}endnoteReference": ENDNOTES}
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
_BOX = f"{W}txbxContent"


class WordPassage(Struct, frozen=True):
    """What a paragraph shows, and the text boxes that hang on it."""

    words: OfficeWords
    boxes: tuple[Element, ...]


Notes = Mapping[tuple[str, str], WordStretch]
"""Footnotes and endnotes by the part they stand in and their identifier."""


def read_notes(package: WordPackage, told: Told, pictures: PictureTaker) -> Notes:
    """The words of all footnotes and endnotes of a document."""
    notes = {}
    for part in dict.fromkeys(_REFERENCES.values()):
        root = package.part(part)
        reader = WordReader(package.relations(part), told, pictures, {})
        for note in () if root is None else root:
            paragraphs = [reader.read(one, 0).words.stretches for one in note.iter(f"{W}p")]
            notes[part, note.get(f"{W}id", "")] = make_note(paragraphs)
    return notes


class WordReader:
    """Reads paragraphs; what cannot be kept goes to `told`, or is told by the taker of pictures."""

    def __init__(
        self, relations: Mapping[str, Relation], told: Told, pictures: PictureTaker, notes: Notes
    ) -> None:
        self._relations = relations
        self._told = told
        self._taker = pictures
        self._notes = notes

    def read(self, paragraph: Element, line: int) -> WordPassage:
        """The paragraph as it stands once all changes are accepted; fields by what they show."""
        self._line = line
        self._fields = 0
        self._pictures: list[TakenPicture] = []
        self._boxes: list[Element] = []
        self._spoken: Counter[str] = Counter()
        stretches = tuple(self._walk(paragraph, ""))
        language = max(self._spoken, key=lambda tag: self._spoken[tag]) if self._spoken else None
        return WordPassage(OfficeWords(stretches, language, tuple(self._pictures)), tuple(self._boxes))

    def _walk(self, element: Element, link: str) -> Iterator[WordStretch]:
        for child in element:
            if child.tag in (f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"):
                self._told.count["import-changes"] += 1
                self._told.authors.add(child.get(f"{W}author", ""))
            if child.tag in _OUT:
                continue
            if child.tag == f"{W}r":
                yield from self._run(child, link)
            elif child.tag == f"{W}hyperlink":
                yield from self._walk(child, self._address(child.get(f"{R}id", "")))
            elif child.tag == f"{_MC}AlternateContent":
                choice = child.find(f"{_MC}Choice")
                yield from self._walk(choice if choice is not None else child, link)
            elif child.tag in _PICTURES:
                self._look_into(child)
            else:
                yield from self._walk(child, link)

    def _run(self, run: Element, link: str) -> Iterator[WordStretch]:
        properties = run.find(f"{W}rPr")
        hidden = _is_on(properties, "vanish")
        style = _style_of(properties)
        bold = _is_on(properties, "b") or style in ("strong", "pogrubienie", "silné")
        italic = _is_on(properties, "i") or style in ("emphasis", "uwydatnienie", "zdůraznění")
        for child in run:
            if child.tag in _REFERENCES and not hidden and not self._fields:
                yield from self._note(child)
                continue
            text = self._text(child)
            if not text:
                continue
            if hidden:
                self._told.count["import-hidden"] += 1
                return
            self._speak(properties, text)
            yield WordStretch(text, bold, italic, link)

    def _text(self, child: Element) -> str:
        """What one element of a run shows."""
        if child.tag == f"{W}fldChar":
            kind = child.get(f"{W}fldCharType")
            self._fields += {"begin": 1, "separate": -1}.get(kind or "", 0)
            return ""
        if self._fields > 0:
            return ""
        if child.tag == f"{W}t":
            return (child.text or "").replace("\n", " ")
        if child.tag == f"{W}br":
            return LINE_BREAK if child.get(f"{W}type") in (None, "textWrapping") else ""
        if child.tag == f"{W}sym":
            self._told.count["import-signs"] += 1
        elif child.tag in _PICTURES:
            self._look_into(child)
        elif child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            self._look_into(choice if choice is not None else child)
        return _SIGNS.get(child.tag, "")

    def _note(self, reference: Element) -> Iterator[WordStretch]:
        """The footnote or endnote that stands here; one without words is told."""
        note = self._notes.get((_REFERENCES[reference.tag], reference.get(f"{W}id", "")))
        if note is not None and note.note:
            yield note
        else:
            self._told.count["import-footnotes"] += 1

    def _look_into(self, drawing: Element) -> None:
        """A drawing is a text box, whose words are kept behind its paragraph, or a picture, or a shape."""
        boxes = list(drawing.iter(_BOX))
        self._boxes += boxes[:1]
        if boxes:
            self._told.count["import-boxes"] += 1
            return
        placed = find_pictures(drawing, self._relations)
        if not placed:
            self._told.count["import-pictures"] += 1
        taken = (self._taker.take(one, self._line) for one in placed)
        self._pictures += (one for one in taken if one is not None)

    def _address(self, identity: str) -> str:
        relation = self._relations.get(identity)
        return relation.target if relation and relation.outside else ""

    def _speak(self, properties: Element | None, text: str) -> None:
        found = None if properties is None else properties.find(f"{W}lang")
        tag = "" if found is None else found.get(f"{W}val", "").partition("-")[0].lower()
        if tag in PAIR:
            self._spoken[tag] += sum(map(str.isalpha, text))


def _is_on(properties: Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def _style_of(properties: Element | None) -> str:
    found = None if properties is None else properties.find(f"{W}rStyle")
    return "" if found is None else found.get(f"{W}val", "").lower()
