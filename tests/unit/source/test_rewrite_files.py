"""Files are exchanged all or none, and never one that somebody else has changed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.source.write.rewrite_files import Rewrite, digest_of, read_for_change, rewrite_files

OLD, NEW = b"- paragraph: {pl: A, cs: B}\n", b"- paragraph: {pl: C, cs: B}\n"


def rewrite(path: Path, old: bytes = OLD) -> Rewrite:
    return Rewrite(path, digest_of(old), NEW)


def code_of(rewrites: list[Rewrite]) -> str:
    with pytest.raises(Rejected) as refused:
        rewrite_files(rewrites)
    return refused.value.diagnostics[0].code


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")]
    for path in paths:
        path.write_bytes(OLD)
    return paths


def test_all_files_are_exchanged_and_keep_their_rights(files: list[Path]) -> None:
    files[0].chmod(0o640)
    rewrite_files([rewrite(path) for path in files])
    assert [path.read_bytes() for path in files] == [NEW] * 3
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o640
    assert len(list(files[0].parent.iterdir())) == 3


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_change_by_somebody_else_keeps_all_as_they_are(files: list[Path], number: int) -> None:
    files[number].write_bytes(b"- other: 1\n")
    before = [path.read_bytes() for path in files]
    assert code_of([rewrite(path) for path in files]) == "edit-changed-meanwhile"
    assert [path.read_bytes() for path in files] == before
    assert len(list(files[0].parent.iterdir())) == 3


def test_a_file_that_is_gone_or_has_come_is_a_change(files: list[Path]) -> None:
    files[1].unlink()
    assert code_of([rewrite(path) for path in files]) == "edit-changed-meanwhile"
    assert code_of([Rewrite(files[0], None, NEW)]) == "edit-changed-meanwhile"
    rewrite_files([Rewrite(files[1], None, NEW)])
    assert files[1].read_bytes() == NEW


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_only_to_be_read_keeps_all_as_they_are(files: list[Path]) -> None:
    files[2].chmod(0o444)
    assert code_of([rewrite(path) for path in files]) == "edit-not-written"
    assert [path.read_bytes() for path in files] == [OLD] * 3


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    assert code_of([Rewrite(tmp_path / "no" / "a.yaml", None, NEW)]) == "edit-not-written"
    (tmp_path / "d.yaml").mkdir()
    assert code_of([Rewrite(tmp_path / "d.yaml", None, NEW)]) == "edit-not-written"


def test_a_link_stays_and_what_it_leads_to_is_exchanged(files: list[Path]) -> None:
    link = files[0].with_name("link.yaml")
    link.symlink_to(files[0])
    rewrite_files([rewrite(link)])
    assert link.is_symlink()
    assert files[0].read_bytes() == NEW


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.yaml").write_bytes(OLD)
    (tmp_path / "in" / "a.yaml").symlink_to(tmp_path / "out.yaml")
    with pytest.raises(Rejected) as refused:
        read_for_change(tmp_path / "in" / "a.yaml", tmp_path / "in")
    assert refused.value.diagnostics[0].code == "leads-outside"
