"""Takes a paragraph of an .odt, gives its styled words and its pictures; tells what no page can show."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.source.import_text.office.pictures import PictureTaker, PlacedPicture
from layout.source.import_text.office.stretches import OfficeWords, Told, WordStretch, make_note
from layout.source.import_text.opendocument.names import DRAW, LO, OFFICE, SVG, TEXT, XLINK
from layout.source.import_text.opendocument.styles import Look, TextStyles
from layout.source.import_text.passages import LINE_BREAK, TakenPicture

_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": LINE_BREAK}
_OUT = frozenset(
    {
        *(f"{TEXT}{name}" for name in ("ruby-text", "tracked-changes", "script", "note-citation")),
        f"{OFFICE}annotation-end",
        f"{OFFICE}forms",
        f"{OFFICE}event-listeners",
    }
)
_TOLD = {
    f"{OFFICE}annotation": "import-comments",
    f"{TEXT}hidden-text": "import-hidden",
    f"{TEXT}hidden-paragraph": "import-hidden",
}
"""What is left out and told."""
_SPACES = late_pattern(r"[ \t\r\n]+")
_LENGTH = late_pattern(r"(\d{1,4}(?:\.\d{1,6})?)(mm|cm|in|pt)")
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}


class TextPassage(Struct, frozen=True):
    """What a paragraph shows, and the text boxes that hang on it."""

    words: OfficeWords
    boxes: tuple[Element, ...]


class _Around(Struct, frozen=True):
    """What words inherit from the elements around them."""

    look: Look
    link: str = ""


class TextReader:
    """Reads paragraphs; what cannot be kept goes to `told`, or is told by the taker of pictures."""

    def __init__(self, styles: TextStyles, told: Told, pictures: PictureTaker) -> None:
        self._styles = styles
        self._told = told
        self._taker = pictures

    def read(self, paragraph: Element, line: int) -> TextPassage:
        """The paragraph as it stands once all changes are accepted; fields by what they show."""
        self._begin(line)
        look = self._styles.look_of_paragraph(paragraph.get(f"{TEXT}style-name", ""))
        if paragraph.tag == f"{TEXT}h":
            look = Look(None, None, look.hidden, look.language)
        return self._end(tuple(self._walk(paragraph, _Around(look))))

    def read_frame(self, element: Element, line: int) -> TextPassage | None:
        """What a drawing shows that stands between paragraphs; None for whatever is no drawing."""
        if not element.tag.startswith(DRAW):
            return None
        self._begin(line)
        self._look_into(element, "")
        return self._end(())

    def _begin(self, line: int) -> None:
        self._line = line
        self._boxes: list[Element] = []
        self._pictures: list[TakenPicture] = []
        self._spoken: Counter[str] = Counter()

    def _end(self, stretches: tuple[WordStretch, ...]) -> TextPassage:
        language = max(self._spoken, key=lambda tag: self._spoken[tag]) if self._spoken else None
        return TextPassage(OfficeWords(stretches, language, tuple(self._pictures)), tuple(self._boxes))

    def _walk(self, element: Element, around: _Around) -> Iterator[WordStretch]:
        yield from self._say(element.text, around)
        for child in element:
            if child.tag in _SIGNS:
                yield from self._say(_SIGNS[child.tag], around, typed=True)
            elif child.tag in _TOLD:
                self._told.count[_TOLD[child.tag]] += 1
            elif child.tag == f"{TEXT}note":
                yield from self._note(child)
            elif child.tag.startswith(DRAW) and child.tag != f"{DRAW}a":
                self._look_into(child, "")
            elif child.tag not in _OUT:
                yield from self._walk(child, self._inside(child, around))
            yield from self._say(child.tail, around)

    def _note(self, note: Element) -> Iterator[WordStretch]:
        """A footnote or endnote with words; one without is told."""
        plain = _Around(Look())
        made = make_note([tuple(self._walk(one, plain)) for one in note.iter(f"{TEXT}p")])
        if made.note:
            yield made
        else:
            self._told.count["import-footnotes"] += 1

    def _inside(self, child: Element, around: _Around) -> _Around:
        if child.tag == f"{TEXT}a":
            return _Around(around.look, child.get(f"{XLINK}href", ""))
        if child.tag != f"{TEXT}span":
            return around
        own = self._styles.look_of_words(child.get(f"{TEXT}style-name", ""))
        outer = around.look
        look = Look(
            outer.bold if own.bold is None else own.bold,
            outer.italic if own.italic is None else own.italic,
            outer.hidden if own.hidden is None else own.hidden,
            own.language or outer.language,
        )
        return _Around(look, around.link)

    def _say(self, text: str | None, around: _Around, typed: bool = False) -> Iterator[WordStretch]:
        if not text:
            return
        words = text if typed else _SPACES.sub(" ", text)
        look = around.look
        if look.hidden:
            if words.strip():
                self._told.count["import-hidden"] += 1
            return
        if look.language in PAIR:
            self._spoken[look.language] += sum(map(str.isalpha, words))
        yield WordStretch(words, bool(look.bold), bool(look.italic), around.link)

    def _look_into(self, drawing: Element, alternative: str) -> None:
        """A drawing is a text box or a shape with words, a picture, or something that stays behind."""
        told = [drawing.findtext(f"{SVG}{name}") or "" for name in ("desc", "title")]
        shown = next(filter(None, told), alternative)
        boxes = drawing.findall(f"{DRAW}text-box") or [drawing] * (drawing.find(f"{TEXT}p") is not None)
        if boxes:
            self._boxes += boxes[:1]
            if not _frames_picture(boxes[0]):
                self._told.count["import-boxes"] += 1
            return
        inner = [child for child in drawing if child.tag in (f"{DRAW}frame", f"{DRAW}g", f"{DRAW}a")]
        for child in inner:
            self._look_into(child, shown)
        image = _choose_image(drawing.findall(f"{DRAW}image"))
        if image is not None:
            self._take(drawing, image, shown)
        elif not inner:
            self._told.count["import-pictures"] += 1

    def _take(self, frame: Element, image: Element, shown: str) -> None:
        name = posixpath.normpath(image.get(f"{XLINK}href", ""))
        length = _LENGTH.fullmatch(frame.get(f"{SVG}width", ""))
        placed = PlacedPicture(
            part=None if ":" in name or name.startswith(("/", "..")) else name,
            alternative=shown,
            decorative=frame.get(f"{LO}decorative") == "true",
            width=float(length[1]) * _MILLIMETRES[length[2]] if length else None,
        )
        picture = self._taker.take(placed, self._line)
        if picture is not None:
            self._pictures.append(picture)


def _choose_image(images: list[Element]) -> Element | None:
    """LibreOffice writes a drawing twice, as such and as pixels: the last one is for whoever cannot draw."""
    return images[-1] if images else None


def _frames_picture(box: Element) -> bool:
    """Whether a box is LibreOffice's frame around a picture and its caption, which needs no telling."""
    return any(True for _ in box.iter(f"{DRAW}image"))
