"""Lists for tests: their records, what of them stands on pages, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from layout.compose.desk import Desk
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.parts.composed import ComposedBlock
from layout.compose.place import place_pages
from layout.compose.rows import Fixed
from layout.model.blocks.people import Person
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Span
from layout.model.layout import ARTIFACT, LayoutPage, StructNode, TextItem

HERE = Span("a.yaml", 1, 1)
LANGUAGES = ("pl", "cs")
LETTERS = {"pl": "aąbcćdeęlłnńoósśzźżh-", "cs": "aábcčdďeéěhiíoórřsšuúůzž-"}


def prose(words: str) -> Prose:
    return Prose((Run(words),), HERE)


def both(words: str, lines: int = 1) -> ProsePair:
    left, right = (prose(" ".join([f"{language}{words}"] * lines)) for language in LANGUAGES)
    return Pair(left, right)


def person(surname: str, given: str, lines: int = 0) -> Person:
    name = prose(f"{given} {surname}")
    role = both("rola", 4 * lines) if lines else None
    return Person(
        where=HERE,
        surname=surname,
        given=given,
        name=Pair(name, name),
        role=role,
        organisation=both("biuro") if lines > 1 else None,
    )


def lay(composed: ComposedBlock, desk: Desk) -> tuple[LayoutPage, ...]:
    page = desk.theme.page
    height = page.lines * page.grid
    return place_pages(composed.rows, paginate(composed.rows, Foot(height), page.grid, 1), 1, desk)[0]


def lines_of(page: LayoutPage, desk: Desk) -> list[TextItem]:
    """The page's lines without folio and running titles, from the top."""
    foot = desk.theme.page.top + desk.theme.page.lines * desk.theme.page.grid
    found = [item for item in page.items if isinstance(item, TextItem) and item.y <= foot + 0.01]
    return sorted(found, key=lambda item: (item.y, item.x))


def read(pages: Sequence[LayoutPage], desk: Desk) -> dict[int, str]:
    """The words of each leaf as they are read in the file."""
    words: dict[int, str] = {}
    for page in pages:
        for item in lines_of(page, desk):
            for run in item.line.runs if item.leaf != ARTIFACT else ():
                text = "".join(part for shape in run.shapes for part in shape.texts)
                leaf = item.leaf + run.ink.part
                words[leaf] = f"{words[leaf]} {text}" if leaf in words else text
    return {leaf: " ".join(text.split()) for leaf, text in words.items()}


def leaves_of(node: StructNode) -> list[int]:
    return [leaf for kid in node.children for leaf in ([kid] if isinstance(kid, int) else leaves_of(kid))]


def found(node: StructNode, tag: str) -> list[StructNode]:
    kids = [kid for kid in node.children if isinstance(kid, StructNode)]
    return [kid for kid in kids if kid.tag == tag]


def entries(lists: Sequence[StructNode], side: int, desk: Desk) -> list[StructNode]:
    return [entry for one in lists if one.language == desk.languages[side] for entry in found(one, "LI")]


def assert_whole(composed: ComposedBlock, pages: Sequence[LayoutPage], desk: Desk) -> None:
    """Every leaf stands once in the tree and on one page; entries are unbroken; pages end on the paper."""
    owned = [leaf for node in composed.nodes for leaf in leaves_of(node)]
    assert len(owned) == len(set(owned))
    spots: dict[int, set[int]] = {}
    for number, page in enumerate(pages):
        for item in lines_of(page, desk):
            if item.leaf != ARTIFACT:
                for run in item.line.runs:
                    spots.setdefault(item.leaf + run.ink.part, set()).add(number)
    assert sorted(owned) == sorted(spots)
    for node in composed.nodes:
        for entry in found(node, "LI"):
            assert len(set().union(*(spots[leaf] for leaf in leaves_of(entry)))) == 1
    pieces = [piece for row in composed.rows for piece in row.pieces if isinstance(piece, Fixed)]
    lines = sum(isinstance(item, TextItem) for piece in pieces for item in piece.items)
    printed = sum(item.leaf != ARTIFACT for page in pages for item in lines_of(page, desk))
    assert lines == printed, "nothing hangs below a page's last line"


def words_in(language: str) -> st.SearchStrategy[str]:
    return st.text(LETTERS[language], min_size=1, max_size=9).map(lambda word: f"{word}e")


def assert_in_company(composed: ComposedBlock, count: int, desk: Desk) -> None:
    """None of the list's `count` entries stands alone on a page."""
    for page in lay(composed, desk):
        firsts = {leaves_of(entry)[0] for node in composed.nodes for entry in found(node, "LI")}
        there = {item.leaf for item in lines_of(page, desk)} & firsts
        assert len(there) >= 2 * min(2, count)
