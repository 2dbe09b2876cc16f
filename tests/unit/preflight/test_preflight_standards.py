"""The clause tables in docs/standards and the judge's table of rules say the same of each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from layout.preflight import PROFILES, RULES

STANDARDS = Path(__file__).resolve().parents[3] / "docs" / "standards"
TABLES = {
    "pdf-x-4": ("ISO 15930-7:2010", "print"),
    "pdf-x-1a": ("ISO 15930-4:2003", "print-x1a"),
    "pdf-ua-1": ("ISO 14289-1:2014", "mail"),
    "pdf-a-2a": ("ISO 19005-2:2011", "mail"),
}
"""Table -> the standard as sources of rules name it, and the profile that holds a file to it."""

BY_CODE = {rule.code: rule for rule in RULES}
HEAD = ("Clause", "What it asks", "Rule", "Note")
CLAUSE = re.compile(r"(?:Annex [A-Z]|\d+(?:\.\d+)*)")
REASON = re.compile(r"(not checked|no machine): \S|binds readers")


@dataclass(frozen=True)
class Row:
    """One row: what the standard's clauses ask, the rules that check it, or the reason why none does."""

    clauses: tuple[str, ...]
    asks: str
    rules: tuple[str, ...]
    note: str


def cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def read_table(name: str) -> list[Row]:
    """The rows of a clause table; a line of it that is no row fails here."""
    lines = (STANDARDS / f"{name}.md").read_text(encoding="utf-8").splitlines()
    table = [cells(line) for line in lines if line.startswith("|")]
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
    return (99,) if clause.startswith("Annex") else tuple(map(int, clause.split(".")))


def meets(clause: str, other: str) -> bool:
    """Whether one clause is the other, or lies in it."""
    first, second = ordered(clause), ordered(other)
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


@pytest.mark.parametrize("name", TABLES)
def test_every_clause_has_a_rule_or_a_reason(name: str) -> None:
    rows = read_table(name)
    assert rows
    for row in rows:
        assert row.asks
        assert row.rules or REASON.match(row.note), row
    first = [ordered(row.clauses[0]) for row in rows]
    assert first == sorted(first)
    assert len({(row.clauses, row.asks) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", TABLES)
def test_every_rule_named_is_asked_of_such_a_file(name: str) -> None:
    _, profile = TABLES[name]
    for row in read_table(name):
        for code in row.rules:
            assert code in BY_CODE, row
            assert BY_CODE[code].applies(PROFILES[profile]), row
        for code in re.findall(r"`([a-z0-9]+-[a-z0-9-]+)`", row.note):
            assert code in BY_CODE, row


@pytest.mark.parametrize("name", TABLES)
def test_every_rule_of_a_standard_is_in_its_table_at_the_clause_it_cites(name: str) -> None:
    standard, profile = TABLES[name]
    rows = read_table(name)
    for rule in RULES:
        if standard not in rule.source or not rule.applies(PROFILES[profile]):
            continue
        holding = {clause for row in rows if rule.code in row.rules for clause in row.clauses}
        assert holding, rule.code
        for cited in re.findall(rf"{standard}(?: \([^)]*\))?, (\d+(?:\.\d+)*)", rule.source):
            assert any(meets(cited, clause) for clause in holding), (rule.code, cited)


def test_a_rule_that_cites_a_standard_is_asked_of_its_files() -> None:
    for standard, profile in TABLES.values():
        for rule in RULES:
            if standard in rule.source and profile == "mail":
                assert rule.applies(PROFILES[profile]), rule.code
