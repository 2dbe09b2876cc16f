"""The clause tables in docs/standards and the judge's table of rules say the same of each other."""

from __future__ import annotations

import re

import pytest

from layout.preflight import PROFILES, RULES
from tests.clauses import TABLES, clauses_of, meets, ordered, read_table

BY_CODE = {rule.code: rule for rule in RULES}
REASON = re.compile(r"(not checked|no machine): \S|binds readers")


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
    authorities, profile = TABLES[name]
    for rule in RULES:
        sources = [source for source in rule.sources if source.authority in authorities]
        if not sources:
            continue
        assert rule.applies(PROFILES[profile]), rule.code
        holding = clauses_of(name, rule.code)
        assert holding, rule.code
        for cited in (clause.number for source in sources for clause in source.clauses):
            assert any(meets(cited, clause) for clause in holding), (rule.code, cited)
