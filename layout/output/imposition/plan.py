"""Takes a number of pages, gives which page stands where on which sheet; never sees a PDF."""

from __future__ import annotations

from layout.model.products.imposition import Plan, Scheme, Sheet, Side, Slot
from layout.model.records import replace

PAGES_A_SHEET = 4


def plan_booklet(pages: int, sheets_per_signature: int | None = None) -> Plan:
    """Saddle-stitched signatures of at most `sheets_per_signature` sheets (None: one signature).

    Pages are padded to a multiple of four; the blanks stand before the last page, so that it stays
    the back cover. Signatures differ by one sheet at most, the thicker ones first: a last signature
    of a single sheet would not hold.
    """
    book = _padded(pages)
    sheets: list[Sheet] = []
    start = 0
    for number, count in enumerate(_signatures(len(book) // PAGES_A_SHEET, sheets_per_signature)):
        signature = book[start : start + count * PAGES_A_SHEET]
        sheets.extend(_fold(signature, number))
        start += len(signature)
    return Plan(Scheme.BOOKLET, pages, tuple(sheets))


def plan_2up(pages: int) -> Plan:
    """Two pages a side in reading order; the last side may be half or wholly blank."""
    return _in_order(Scheme.TWO_UP, pages, 2)


def plan_plain(pages: int) -> Plan:
    """One page a side in reading order; the last back may be blank."""
    return _in_order(Scheme.PLAIN, pages, 1)


def mirror(plan: Plan) -> Plan:
    """For a document read from right to left: the spine on the right, the first of two pages too."""
    sheets = (replace(sheet, front=_swap(sheet.front), back=_swap(sheet.back)) for sheet in plan.sheets)
    return replace(plan, sheets=tuple(sheets))


def creep(depth: int, thickness: float) -> float:
    """How far the pages of a sheet move towards the fold: one paper thickness for each sheet around it.

    Inside a folded signature each sheet is pushed out by the one it lies in; after the fore edge is
    cut level, its outer margins would be that much narrower. Unit of `thickness`.
    """
    return depth * thickness


def _swap(side: Side) -> Side:
    return Side(side.slots[::-1])


def _padded(pages: int) -> tuple[Slot, ...]:
    numbers: list[Slot] = list(range(1, pages + 1))
    blanks: list[Slot] = [None] * (-pages % PAGES_A_SHEET)
    cut = max(pages - 1, 1)
    return tuple(numbers[:cut] + blanks + numbers[cut:])


def _signatures(sheets: int, at_most: int | None) -> list[int]:
    """Sheets in each signature."""
    count = max(1, -(-sheets // at_most)) if at_most else 1
    each, left_over = divmod(sheets, count)
    return [each + 1] * left_over + [each] * (count - left_over)


def _fold(signature: tuple[Slot, ...], number: int) -> list[Sheet]:
    """The sheets of one signature, the outermost first."""
    last = len(signature) - 1
    return [
        Sheet(
            front=Side((signature[last - at], signature[at])),
            back=Side((signature[at + 1], signature[last - at - 1])),
            signature=number,
            depth=at // 2,
        )
        for at in range(0, len(signature) // 2, 2)
    ]


def _in_order(scheme: Scheme, pages: int, slots: int) -> Plan:
    numbers: list[Slot] = list(range(1, pages + 1))
    numbers += [None] * (-pages % (2 * slots))
    sheets = tuple(
        Sheet(Side(tuple(numbers[at : at + slots])), Side(tuple(numbers[at + slots : at + 2 * slots])))
        for at in range(0, len(numbers), 2 * slots)
    )
    return Plan(scheme, pages, sheets)
