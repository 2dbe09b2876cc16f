"""Writes lists of recipients and mail folders for the tests, and says what was refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from layout.mail.outbox import Dispatch
from layout.model.diagnostic import Diagnostic, Rejected
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES

DATE = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1)))
DISPATCH = Dispatch(DATE)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40

SETTINGS = """\
from: {name: {pl: Urząd, cs: Úřad}, address: urzad@example.org}
subject: {pl: "Broszura dla {name}", cs: "Brožura pro {name}"}
file: Wspólna brożura.pdf
"""
TEMPLATES = {
    "mail.yaml": SETTINGS,
    "pl.txt": "Dzień dobry, {name}!\n",
    "cs.txt": "Dobrý den, {name}!\n",
    "pl.html": "<p>Dzień dobry, <b>{name}</b>!</p>\n",
    "cs.html": "<p>Dobrý den, <b>{name}</b>!</p>\n",
}
LIST = "e-mail;nazwa;język\njan@example.org;Jan Žák;cs\nola@example.org;Ola Łoś;pl\n"


def write_mail(folder: Path, **changed: str) -> Path:
    """A content folder with a mail folder in it; `pl_txt="…"` replaces the file pl.txt."""
    files = TEMPLATES | {name.replace("_", ".", 1): text for name, text in changed.items()}
    (folder / "mail").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / "mail" / name).write_text(text, encoding="utf-8")
    return folder


def write_list(folder: Path, text: str = LIST, encoding: str = "utf-8") -> Path:
    """A list of recipients, its line ends as given."""
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def refusals(call: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """What a call is refused with, each of it sayable in every language."""
    with pytest.raises(Rejected) as caught:
        call()
    return sayable(caught.value.diagnostics)


def sayable(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, after saying each in every language."""
    told = tuple(diagnostics)
    for diagnostic in told:
        for language in LANGUAGES:
            assert explain(diagnostic, language).startswith(f"{diagnostic.where}: ")
    return told


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.code for diagnostic in diagnostics]


def place(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.where.line, diagnostic.where.column
