"""Takes the files of a content folder, gives the pieces of text in both languages; judges none of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.source.content import BROCHURE_FILE, content_folder
from layout.source.fields.files import shown_path
from layout.source.import_text.update.units import OldUnit, PairCell
from layout.source.nodes.parsing import Entries, Items, Node, Scalar
from layout.source.write.content_text import ContentText
from layout.source.write.rewrite_files import read_for_change

_ABOUT_PICTURES = frozenset({"alt", "credit"})
"""Words that no text in Word or LibreOffice holds as a passage."""
_ROWS = frozenset({"head", "rows"})


class OldFile(Struct, frozen=True):
    """A section file: its path, what it says, and the digest of its bytes."""

    path: Path
    text: ContentText
    digest: str


def read_old(place: Path) -> dict[str, OldFile]:
    """The section files of a folder or document by their names as users see them; raises Rejected."""
    folder = content_folder(place)
    document = folder / BROCHURE_FILE if folder == place else place
    if not document.is_file():
        raise Rejected.at_once("update-no-folder", Span(shown_path(place)), folder=shown_path(place))
    brochure, _ = read_for_change(document, folder)
    listed = brochure.root.values.get("sections") if isinstance(brochure.root, Entries) else None
    names = [one.text for one in listed.nodes if isinstance(one, Scalar)] if isinstance(listed, Items) else []
    if not names:
        raise Rejected.at_once("update-no-folder", Span(shown_path(place)), folder=shown_path(place))
    files = {}
    for name in dict.fromkeys(names):
        text, digest = read_for_change(folder / name, folder)
        files[text.file] = OldFile(folder / name, text, digest)
    return files


def find_units(file: OldFile) -> Iterator[OldUnit]:
    """The pieces of text of a section file, in its order."""
    root = file.text.root
    for number, block in enumerate(root.nodes if isinstance(root, Items) else ()):
        if isinstance(block, Entries):
            for kind, inner in block.values.items():
                yield from _walk(inner, (number, kind), (number,), file.text.file)


def _walk(node: Node, route: Route, seat: Route, file: str) -> Iterator[OldUnit]:
    kind = str(route[1])
    if isinstance(node, Entries):
        if all(isinstance(node.values.get(tag), Scalar) for tag in PAIR):
            cells = (_read_pair(node, route),)
            yield OldUnit(file=file, kind=kind, cells=cells, seat=seat, line=node.line)
        for key, inner in node.values.items():
            if key in _ROWS and kind == "table" and isinstance(inner, Items):
                yield from _rows(inner, (*route, key), seat, file)
            elif key not in _ABOUT_PICTURES:
                yield from _walk(inner, (*route, key), seat, file)
    elif isinstance(node, Items):
        for number, inner in enumerate(node.nodes):
            yield from _walk(inner, (*route, number), (*route, number), file)


def _rows(node: Items, route: Route, seat: Route, file: str) -> Iterator[OldUnit]:
    """The head of a table, which is one row, or each of its rows."""
    rows = [(node, route, seat)] if route[-1] == "head" else []
    if route[-1] == "rows":
        inner = ((one, (*route, number)) for number, one in enumerate(node.nodes))
        rows = [(one, place, place) for one, place in inner if isinstance(one, Items)]
    for row, place, its_seat in rows:
        cells = tuple(
            cell for number, one in enumerate(row.nodes) for cell in _read_cell(one, (*place, number))
        )
        if len(cells) == len(row.nodes):
            yield OldUnit(file=file, kind="table", cells=cells, seat=its_seat, line=row.line)


def _read_cell(node: Node, route: Route) -> Iterator[PairCell]:
    if isinstance(node, Scalar):
        yield PairCell((node.text.strip(), node.text.strip()), (route,))
    elif isinstance(node, Entries) and all(isinstance(node.values.get(tag), Scalar) for tag in PAIR):
        yield _read_pair(node, route)


def _read_pair(node: Entries, route: Route) -> PairCell:
    texts = [one.text.strip() for tag in PAIR if isinstance(one := node.values[tag], Scalar)]
    return PairCell((texts[0], texts[1]), tuple((*route, tag) for tag in PAIR))
