"""An import writes all of its files or none, and leaves the others alone."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from layout.source.import_text.import_folder import import_text
from layout.source.write.store_files import FolderInUse, store_files

FILES = {"sections/a.yaml": "a", "sections/b.yaml": "b", "brochure.yaml": "c"}


def tree_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_new_folder(tmp_path: Path) -> None:
    store_files(tmp_path / "deep" / "new", FILES, force=False)
    assert tree_of(tmp_path) == {f"deep/new/{name}": text for name, text in FILES.items()}
    assert (tmp_path / "deep/new").stat().st_mode & 0o700 == 0o700
    assert (tmp_path / "deep/new").stat().st_mode & 0o050 == (tmp_path / "deep").stat().st_mode & 0o050


def test_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    store_files(tmp_path / "new", FILES, force=False)
    assert tree_of(tmp_path / "new") == FILES


def test_current_folder_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store_files(Path(), FILES, force=False)
    assert tree_of(tmp_path) == FILES


def test_a_file_that_is_only_to_be_read_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store_files(tmp_path / "new", {"brochure.yaml": "old"}, force=False)
    kept = tmp_path / "new/brochure.yaml"
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != kept or not mode & os.W_OK)
    with pytest.raises(PermissionError):
        store_files(tmp_path / "new", FILES, force=True)
    assert tree_of(tmp_path / "new") == {"brochure.yaml": "old"}


def test_folder_in_use_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(FolderInUse):
        store_files(tmp_path, FILES, force=False)
    assert tree_of(tmp_path) == {"notes.txt": "mine"}


def test_force_replaces_only_files_of_the_same_names(tmp_path: Path) -> None:
    mine = {"notes.txt": "mine", "sections/old.yaml": "old", "sections/a.yaml": "before", "images/x.svg": "x"}
    for name, text in mine.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    store_files(tmp_path, FILES, force=True)
    assert tree_of(tmp_path) == {**mine, **FILES}


@pytest.mark.parametrize("failing", range(3))
def test_failure_puts_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    before = {"sections/a.yaml": "before", "brochure.yaml": "before", "notes.txt": "mine"}
    for name, text in before.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    whole, calls = Path.replace, []

    def fail(path: Path, target: Path) -> Path:
        if "new" in path.parts:
            calls.append(path)
            if len(calls) == failing + 1:
                raise OSError(28, "No space left on device")
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        store_files(tmp_path, FILES, force=True)
    assert tree_of(tmp_path) == before


def test_failure_leaves_no_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="No space"):
        store_files(tmp_path / "new", FILES, force=False)
    assert list(tmp_path.iterdir()) == []


def test_folder_where_a_file_must_stand_is_kept(tmp_path: Path) -> None:
    (tmp_path / "brochure.yaml").mkdir()
    (tmp_path / "brochure.yaml/mine.txt").write_text("mine")
    with pytest.raises(IsADirectoryError):
        store_files(tmp_path, FILES, force=True)
    assert tree_of(tmp_path) == {"brochure.yaml/mine.txt": "mine"}


def test_link_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/brochure.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    store_files(tmp_path / "out", FILES, force=True)
    assert (tmp_path / "elsewhere.yaml").read_text() == "mine"
    assert tree_of(tmp_path / "out") == FILES


def test_refusals_are_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.txt").write_text("Mosty / Mosty přes řeku\n\nMost jest długi.\n\nMost je dlouhý.\n", "utf-8")
    Path("used").mkdir()
    Path("used/notes.txt").write_text("mine")
    for folder, code in (("used", "import-folder-in-use"), ("in.txt", "import-not-written")):
        with pytest.raises(Rejected) as caught:
            import_text([Path("in.txt")], Path(folder), False, date(2026, 11, 22))
        (diagnostic,) = caught.value.diagnostics
        assert (diagnostic.code, str(diagnostic.where)) == (code, folder)
        assert all(explain(diagnostic, language) for language in LANGUAGES)
    import_text([Path("in.txt")], Path("used"), True, date(2026, 11, 22))
    assert tree_of(Path("used"))["notes.txt"] == "mine"
