"""veraPDF finds the seeded faults of the mail edition at the clauses at which the tables name their rules."""

from __future__ import annotations

from pathlib import Path

from tests.clauses import clauses_of, meets
from tests.faults.mail_seeds import MAIL_SEEDS
from tests.faults.sound import mail_paper
from tests.validators.validators import Result, verapdf

TABLES = {"2a": "pdf-a-2a", "ua1": "pdf-ua-1"}

BLIND = {
    "access-language",
    "access-title-words",
    "access-title-languages",
    "access-passage",
    "access-parent-tree",
    "access-leaf",
    "access-order",
    "access-alternative",
    "access-alternative-words",
    "access-contrast",
    "access-target",
}
"""Rules whose seeds veraPDF passes: a language for another, crossed references, an alternative of blanks."""


def found_at(result: Result, rule: str) -> set[str]:
    """The clauses of a file's failures at which a table names a rule."""
    return {
        f"{failure.flavour} {failure.clause}"
        for failure in result.failures
        if any(meets(failure.clause, clause) for clause in clauses_of(TABLES[failure.flavour], rule))
    }


def test_each_fault_is_found_where_the_tables_put_its_rule(tmp_path: Path) -> None:
    paths = {}
    for rule, seed in {"sound": lambda: mail_paper().build(), **MAIL_SEEDS}.items():
        paths[rule] = tmp_path / f"{rule}.pdf"
        paths[rule].write_bytes(seed())
    results = verapdf(paths.values(), TABLES)
    assert not results[paths["sound"]].failures
    unfound = {rule for rule in MAIL_SEEDS if not found_at(results[paths[rule]], rule)}
    assert unfound == BLIND
