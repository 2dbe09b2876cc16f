"""Every door of a content folder takes a regular file inside it, links followed, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.pipeline.composing import compose_folder
from layout.source.recipients.mailing import read_mailing
from tests.unit.mail.mail_files import write_mail

MAIL = ("mail.yaml", "pl.txt", "cs.txt", "pl.html", "cs.html")


def codes(read: Callable[[], object]) -> set[str]:
    """The codes of what is refused."""
    with pytest.raises(Rejected) as rejected:
        read()
    return {one.code for one in rejected.value.diagnostics}


@pytest.mark.parametrize("name", MAIL)
def test_words_of_mail_that_lead_out(name: str, tmp_path: Path) -> None:
    folder = write_mail(tmp_path / "in")
    outside = (folder / "mail" / name).rename(tmp_path / "secret")
    (folder / "mail" / name).symlink_to(outside)
    assert "leads-outside" in codes(lambda: read_mailing(folder))


@pytest.mark.parametrize("name", MAIL)
def test_words_of_mail_that_are_links_inside(name: str, tmp_path: Path) -> None:
    folder = write_mail(tmp_path / "in")
    real = (folder / "mail" / name).rename(folder / "mail" / f"real-{name}")
    (folder / "mail" / name).symlink_to(real)
    assert read_mailing(folder).file_name.left


@pytest.mark.parametrize("name", MAIL)
def test_words_of_mail_that_are_no_files(name: str, tmp_path: Path) -> None:
    folder = write_mail(tmp_path / "in")
    (folder / "mail" / name).unlink()
    os.mkfifo(folder / "mail" / name)
    assert "unreadable-file" in codes(lambda: read_mailing(folder))


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/stdin"])
def test_words_of_mail_that_are_devices(device: str, tmp_path: Path) -> None:
    folder = write_mail(tmp_path / "in")
    (folder / "mail" / "pl.txt").unlink()
    (folder / "mail" / "pl.txt").symlink_to(device)
    assert codes(lambda: read_mailing(folder)) == {"leads-outside"}


@pytest.mark.parametrize("name", ["mail", "fonts", "sections", "themes"])
def test_folders_that_lead_out(name: str, tmp_path: Path, write_folder: Callable[..., Path]) -> None:
    theme = "base: two-banks\n"
    folder = write_folder(fonts__fonts_yaml="{}\n", themes__own_yaml=theme)
    settings = (folder / "brochure.yaml").read_text("utf-8").replace("theme: two-banks", "theme: own")
    write_folder(fonts__fonts_yaml="{}\n", themes__own_yaml=theme, brochure_yaml=settings)
    write_mail(folder) if not (folder / "mail").exists() else None
    outside = (folder / name).rename(tmp_path / f"outside-{name}")
    (folder / name).symlink_to(outside)
    found = codes(lambda: read_mailing(folder) if name == "mail" else compose_folder(folder))
    assert found & {"leads-outside", "outside-folder"}
