"""What is typed stands in the file where it was typed and nowhere else; nothing newer is written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from layout.live.edit.editor import Editor
from layout.live.edit.journal import NAME
from layout.model.diagnostic import Rejected

SECTION = """\
# A remark that stays.
- paragraph:
    pl: Pierwszy akapit.   # behind
    cs: První odstavec.
- paragraph: {pl: Drugi, cs: Druhý}
- paragraph:
    pl: "Trzeci"
    cs: 'Třetí'
"""
FILE = "sections/a.yaml"


class Heard:
    """What an editor told last."""

    def __init__(self) -> None:
        self.unsaved: Mapping[str, bytes] = {}

    def __call__(self, unsaved: Mapping[str, bytes]) -> None:
        self.unsaved = unsaved


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sections").mkdir()
    (tmp_path / FILE).write_text(SECTION, encoding="utf-8")
    (tmp_path / "brochure.yaml").write_text("title: {pl: A, cs: B}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path.parent)
    return tmp_path


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def editor(folder: Path, heard: Heard) -> Editor:
    return Editor(folder, heard)


def file_of(folder: Path) -> str:
    return f"{folder.name}/{FILE}"


def on_disk(folder: Path) -> str:
    return (folder / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(("line", "words"), [(3, "Pierwszy akapit."), (5, "Drugi"), (7, "Trzeci")])
def test_a_passage_is_found_with_both_its_sides(folder: Path, editor: Editor, line: int, words: str) -> None:
    column = SECTION.splitlines()[line - 1].index(words.split()[0]) + (0 if words == "Trzeci" else 1)
    passage = editor.find(file_of(folder), line, column)
    assert [side.language for side in passage.sides] == ["pl", "cs"]
    assert passage.sides[0].words == words


def test_typing_changes_nothing_on_the_disk_until_it_is_saved(
    folder: Path, editor: Editor, heard: Heard
) -> None:
    editor.type(file_of(folder), (0, "paragraph", "pl"), "Nowy: akapit #1", "Pierwszy akapit.")
    assert on_disk(folder) == SECTION
    assert "Nowy: akapit #1" in heard.unsaved[file_of(folder)].decode()
    editor.save()
    wanted = SECTION.replace("Pierwszy akapit.", "'Nowy: akapit #1'")
    assert on_disk(folder) in (wanted, wanted.replace("'Nowy: akapit #1'", '"Nowy: akapit #1"'))
    assert not heard.unsaved and not (folder / NAME).exists()


def test_undo_and_redo_walk_over_savings_too(folder: Path, editor: Editor) -> None:
    file = file_of(folder)
    editor.type(file, (1, "paragraph", "cs"), "Jiný")
    editor.save()
    editor.remove(file, (2,))
    editor.save()
    assert "Trzeci" not in on_disk(folder)
    editor.undo()
    editor.undo()
    editor.save()
    assert on_disk(folder) == SECTION
    editor.redo()
    editor.save()
    assert "Jiný" in on_disk(folder) and "Trzeci" in on_disk(folder)


def test_typing_on_in_one_passage_is_one_step(folder: Path, editor: Editor) -> None:
    for words in ("D", "Dr", "Dru", "Drug"):
        editor.type(file_of(folder), (1, "paragraph", "pl"), words)
    editor.undo()
    assert editor.read(file_of(folder), (1, "paragraph", "pl")).sides[0].words == "Drugi"


def test_a_change_of_another_passage_elsewhere_and_mine_both_stay(folder: Path, editor: Editor) -> None:
    editor.type(file_of(folder), (0, "paragraph", "pl"), "Mój tekst")
    theirs = SECTION.replace("Třetí", "Cizí")
    (folder / FILE).write_text(theirs, encoding="utf-8")
    with pytest.raises(Rejected):
        editor.save()
    assert on_disk(folder) == theirs
    editor.look()
    assert editor.conflicts == ()
    editor.save()
    assert on_disk(folder) == theirs.replace("Pierwszy akapit.", "Mój tekst")


@pytest.mark.parametrize(("mine", "kept"), [(True, "Mój tekst"), (False, "Cizí tekst")])
def test_a_passage_changed_on_both_sides_shows_both(
    folder: Path, editor: Editor, mine: bool, kept: str
) -> None:
    editor.type(file_of(folder), (0, "paragraph", "pl"), "Mój tekst")
    (folder / FILE).write_text(SECTION.replace("Pierwszy akapit.", "Cizí tekst"), encoding="utf-8")
    editor.look()
    (conflict,) = editor.conflicts
    assert (conflict.mine, conflict.theirs) == ("Mój tekst", "Cizí tekst")
    editor.settle(file_of(folder), mine=mine)
    editor.save()
    assert on_disk(folder) == SECTION.replace("Pierwszy akapit.", kept)
    assert editor.conflicts == ()


def test_what_was_not_saved_comes_back_after_a_crash(folder: Path, editor: Editor, heard: Heard) -> None:
    editor.type(file_of(folder), (1, "paragraph", "pl"), "Niezapisane")
    again = Editor(folder, heard)
    again.restore()
    assert "Niezapisane" in heard.unsaved[file_of(folder)].decode()
    again.save()
    assert on_disk(folder) == SECTION.replace("Drugi", "Niezapisane")


def test_a_journal_that_is_older_than_the_file_writes_over_nothing(
    folder: Path, editor: Editor, heard: Heard
) -> None:
    editor.type(file_of(folder), (1, "paragraph", "pl"), "Niezapisane")
    theirs = SECTION.replace("Drugi", "Nowszy")
    (folder / FILE).write_text(theirs, encoding="utf-8")
    again = Editor(folder, heard)
    again.restore()
    assert again.conflicts and "Nowszy" in again.conflicts[0].theirs
    again.settle(file_of(folder), mine=False)
    again.save()
    assert on_disk(folder) == theirs


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1]", b'{"a": 1}', b"\xff" * 100, b'{"../x.yaml": {"digest": "", "text": "a: b"}}']
)
def test_a_spoiled_journal_is_no_harm(folder: Path, editor: Editor, data: bytes) -> None:
    (folder / NAME).write_bytes(data)
    editor.restore()
    assert editor.unsaved == {}
