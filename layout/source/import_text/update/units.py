"""What an update compares: pieces of text in both languages, those of a folder with their places."""

from __future__ import annotations

from layout.model.content.pairs import Pair
from layout.model.content.translation import Route
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.source.import_text.markup import plain_words

_SPACES = late_pattern(r"\s+")


class PairCell(Struct, frozen=True):
    """Words in both languages, Polish first, as Markdown; one that both share stands once, at its own route.

    `routes` lead to the scalars of a folder's file; empty for a new text.
    """

    sides: tuple[str, str]
    routes: tuple[Route, ...] = ()

    @property
    def words(self) -> tuple[str, str]:
        """The sides without markup, spaces alike, soft hyphens aside."""
        polish, czech = map(bare_words, self.sides)
        return polish, czech


class OldUnit(Struct, frozen=True, kw_only=True):
    """A piece of a folder's text: its file, its cells, and its seat, the item of the list it stands in."""

    file: str
    kind: str
    cells: tuple[PairCell, ...]
    seat: Route
    line: int


class NewUnit(Struct, frozen=True, kw_only=True):
    """A piece of a new text: its cells, the block it belongs to and, of an item, its level.

    `written` is the item of a list or the row of a table in YAML without its dash; empty for a whole block.
    """

    cells: tuple[PairCell, ...]
    block: int
    level: int = 0
    written: str = ""


Unit = OldUnit | NewUnit


def bare_words(markup: str) -> str:
    """The words of a passage as they are compared."""
    return _SPACES.sub(" ", plain_words(markup).replace("\u00ad", "")).strip()


def make_cell(pair: Pair[str], languages: tuple[str, str]) -> PairCell:
    """A cell of a new text, its sides in the order of the folder's languages turned Polish first."""
    by_language = dict(zip(languages, pair.sides, strict=True))
    polish, czech = (by_language[tag] for tag in PAIR)
    return PairCell((polish, czech))
