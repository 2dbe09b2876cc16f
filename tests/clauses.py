"""Reads the clause tables of docs/standards; knows nothing of the program under test."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

STANDARDS = Path(__file__).resolve().parent.parent / "docs" / "standards"
TABLES = {
    "pdf-x-4": (("pdf-x", "pdf-x-4"), "print"),
    "pdf-x-1a": (("pdf-x", "pdf-x-1a"), "print-x1a"),
    "pdf-ua-1": (("pdf-ua",), "mail"),
    "pdf-a-2a": (("pdf-a",), "mail"),
}
"""Table -> the authorities that name its standard in rules, and the profile that holds a file to it."""

HEAD = ("Clause", "What it asks", "Rule", "Note")
CLAUSE = re.compile(r"(?:Annex [A-Z]|\d+(?:\.\d+)*)")


@dataclass(frozen=True)
class Row:
    """One row: what the standard's clauses ask, the rules that check it, or the reason why none does."""

    clauses: tuple[str, ...]
    asks: str
    rules: tuple[str, ...]
    note: str


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))


def read_table(name: str) -> list[Row]:
    """The rows of a clause table; a line of it that is no row fails here."""
    lines = (STANDARDS / f"{name}.md").read_text(encoding="utf-8").splitlines()
    table = [_cells(line) for line in lines if line.startswith("|")]
    assert table[0] == HEAD
    assert set(table[1]) == {"---"}
    rows = []
    for line in table[2:]:
        assert len(line) == len(HEAD), line
        clauses = tuple(line[0].split(", "))
        assert all(CLAUSE.fullmatch(clause) for clause in clauses), line
        rules = tuple(re.findall(r"`([a-z0-9-]+)`", line[2]))
        assert line[2] == (", ".join(f"`{rule}`" for rule in rules) or "–"), line
        rows.append(Row(clauses, line[1], rules, line[3]))
    return rows


def ordered(clause: str) -> tuple[int, ...]:
    """A clause's number as a key to sort by; annexes come last."""
    return (99,) if clause.startswith("Annex") else tuple(map(int, clause.split(".")))


def meets(clause: str, other: str) -> bool:
    """Whether one clause is the other, or lies in it."""
    first, second = ordered(clause), ordered(other)
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def clauses_of(name: str, rule: str) -> set[str]:
    """The clauses at which a table names a rule."""
    return {clause for row in read_table(name) if rule in row.rules for clause in row.clauses}
