"""Mutants are one changed line each, that a program can be made of; listed equivalents are still there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bench import mutants
from bench.mutants import STAGES, Mutant, Workshop, choose, judge, list_mutants, tabulate
from bench.mutations import Mutation, find_mutations, mutate

ROOT = mutants.ROOT


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("x = a + b", ["x = a - b"]),
        ("x = a // b", ["x = a * b"]),
        ("x = 'ś' if a < b else c", ["x = 'ś' if not (a < b) else c", "x = 'ś' if a <= b else c"]),
        ("x = a is not b", ["x = a is b"]),
        ("x = a and b", ["x = a or b"]),
        ("x = 3", ["x = 0", "x = 4"]),
        ("x = 0.0", ["x = 1", "x = 0.0"]),
        ("x = 1.5", ["x = 0", "x = 3.0"]),
        ("x = True", ["x = False"]),
        ("x: tuple[3] = y", []),
        ("assert x == 1", []),
        ("import x", []),
        ('x = f"{a + 1}"', []),
        ('"""Words 1 + 1."""', []),
        ("@f(1)\ndef g(a: int) -> None: ...", []),
        ("def g(): return a", ["def g(): return None"]),
        ("x = (a +\n b)", []),
    ],
)
def test_each_change_is_made_by_itself(line: str, changed: list[str]) -> None:
    assert [found.after for found in find_mutations(line)] == [text for text in changed if text != line]


def test_every_mutant_of_the_stages_can_be_compiled() -> None:
    found = list_mutants(list(STAGES))
    assert {mutant.stage for mutant in found} == set(STAGES)
    for mutant in found[::37]:
        source = (ROOT / mutant.file).read_text(encoding="utf-8")
        changed = mutate(source, mutant.mutation)
        compile(changed, mutant.file, "exec")
        pairs = zip(source.splitlines(), changed.splitlines(), strict=True)
        assert sum(before != after for before, after in pairs) == 1


def test_every_listed_equivalent_is_a_mutant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listed = tomllib.loads(mutants.EQUIVALENTS.read_text(encoding="utf-8"))["mutant"]
    none = tmp_path / "none.toml"
    none.write_text("mutant = []", encoding="utf-8")
    left = len(list_mutants(list(STAGES)))
    monkeypatch.setattr(mutants, "EQUIVALENTS", none)
    every = list_mutants(list(STAGES))
    lines = {(one.file, one.mutation.before.strip(), one.mutation.after.strip()) for one in every}
    assert all((entry["file"], entry["before"], entry["after"]) in lines for entry in listed)
    assert all(entry["reason"] for entry in listed)
    assert len(every) >= left + len(listed)


def test_the_same_seed_chooses_the_same_mutants_of_each_stage() -> None:
    found = list_mutants(["text", "draw"])
    chosen = choose(found, 9, 5)
    assert [mutant.stage for mutant in chosen] == ["text"] * 4 + ["draw"] * 5
    assert chosen == choose(found, 9, 5) != choose(found, 9, 6)


def test_what_tests_notice_is_killed_and_the_rest_survives(tmp_path: Path) -> None:
    """A stage of one function, of which one line is tested."""
    (tmp_path / "ten.py").write_text("TEN = 10\nSPARE = 3\n", encoding="utf-8")
    for name, test in {"own": "TEN", "wide": "TEN and SPARE < 4"}.items():
        text = f"from ten import SPARE, TEN\n\n\ndef test():\n    assert {test}\n"
        (tmp_path / f"test_{name}.py").write_text(text, encoding="utf-8")
    changes = [Mutation(1, "TEN = 10", "TEN = 0"), Mutation(2, "SPARE = 3", "SPARE = 4")]
    made = [Mutant("text", "ten.py", change) for change in (*changes, Mutation(2, "SPARE = 3", "SPARE = 0"))]
    suites = {"text": (["test_own.py"], ["test_wide.py"])}
    results = list(judge(Workshop(tmp_path, 1), made, suites))
    assert [killer for _, killer in results] == [0, 1, -1]
    assert tabulate(results)[1] == ["text", "3", "1", "1", "1"]
    assert (tmp_path / "ten.py").read_text(encoding="utf-8") == "TEN = 10\nSPARE = 3\n"
    assert str(made[0]) == "ten.py:1: `TEN = 10` → `TEN = 0`"


def test_tests_that_fail_without_a_mutant_judge_none(tmp_path: Path) -> None:
    (tmp_path / "test_own.py").write_text("def test():\n    assert False\n", encoding="utf-8")
    mutant = Mutant("text", "test_own.py", Mutation(1, "def test():", "def test(): # 1"))
    with pytest.raises(SystemExit, match=r"test_own\.py"):
        list(judge(Workshop(tmp_path, 1), [mutant], {"text": (["test_own.py"],)}))
