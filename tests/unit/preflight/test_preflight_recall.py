"""Pages that come again are known again, and only those; plain operators are read as all others are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from layout.preflight import PROFILES, inspect_file, judge
from layout.preflight.gathering.recall import Recall
from layout.preflight.reading.operators import WrittenPieces, from_hex, read_content
from tests.faults.paper import Paper, show
from tests.faults.sound import print_paper


def changed(change: Callable[[Paper], None]) -> bytes:
    paper = print_paper(2)
    change(paper)
    return paper.build()


def leave(paper: Paper) -> None:
    return


def retitle(paper: Paper) -> None:
    paper.info["Title"] = "Another"


def recolour(paper: Paper) -> None:
    paper.sheets[1].content = paper.sheets[1].content.replace("0 0 0 1 K", "1 0 0 1 K")


def trim(paper: Paper) -> None:
    paper.sheets[1].entries["TrimBox"] = [40, 40, 400, 600]


def overprint(paper: Paper) -> None:
    paper.sheets[0].resources["ExtGState"]["Over"] = paper.add({"Type": "/ExtGState", "OP": False})


def reword(paper: Paper) -> None:
    paper.sheets[0].content += show("Dwa brzegi", 80, 300)


@pytest.mark.parametrize(
    ("change", "walks"),
    [(leave, 1), (retitle, 1), (recolour, 2), (trim, 2), (overprint, 2), (reword, 2)],
)
def test_only_the_very_same_pages_are_known_again(change: Callable[[Paper], None], walks: int) -> None:
    recall = Recall(keeping=True)
    inspect_file(changed(leave), render=False, recall=recall)
    data = changed(change)
    found = inspect_file(data, render=False, recall=recall)
    assert len(recall.walks) == walks
    assert judge(found, PROFILES["print"]) == judge(inspect_file(data, render=False), PROFILES["print"])
    texts = [run.text for page in inspect_file(data, render=False).pages for run in page.texts]
    assert [run.text for page in found.pages for run in page.texts] == texts


def test_few_files_are_remembered() -> None:
    recall = Recall(keeping=True)
    for change in (leave, recolour, trim, reword):
        inspect_file(changed(change), render=False, recall=recall)
    assert len(recall.walks) == 2


def test_nothing_is_kept_unless_asked() -> None:
    recall = Recall()
    inspect_file(changed(leave), render=False, recall=recall)
    assert not recall.walks


@pytest.mark.parametrize("what", ["<4142>", "<4142>-20<43>", "<4>", "<>", " <41> 3.5\n<42>", ".5<41>"])
def test_shown_strings_are_read_alike_with_a_comment_between(what: str) -> None:
    """The comment keeps the array from being read at one look."""
    ((_, plain),) = read_content(f"[{what}]TJ".encode())
    ((_, slow),) = read_content(f"[%\n{what}]TJ".encode())
    (pieces,) = plain
    assert isinstance(pieces, WrittenPieces)
    assert [float(move) if move else from_hex(digits) for digits, move in pieces.pairs] == slow[0]


@pytest.mark.parametrize(
    "written", ["1 2 3 4 5 6 c", "1 2 3 4 5 6 7 8 re", "+1.5 -.5 m", "q", "12345678 w", "5. w", "0 0 l"]
)
def test_plain_operators_are_read_alike_with_a_comment_before(written: str) -> None:
    assert list(read_content(written.encode())) == list(read_content(f"%\n{written}".encode()))
