"""What a page costs in work, not in time: a slow-down is seen on any machine, however busy.

Each row says what was counted when it was last looked at; more by a sixth, or less by half, fails. Who makes
the program do more says in the commit why it is worth that, who makes it do less takes the gain down.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpus import write_corpus

ROOT = Path(__file__).resolve().parent.parent

COUNTING = """
import cProfile, json, os, pstats, sys
read = {}
def hear(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not arguments[0].endswith((".py", ".pyc")):
        if os.path.isfile(arguments[0]) and "w" not in str(arguments[1]) and "x" not in str(arguments[1]):
            read[arguments[0]] = os.path.getsize(arguments[0])
sys.addaudithook(hear)
profile = cProfile.Profile()
profile.enable()
from layout.cli import main
main(sys.argv[1:], standalone_mode=False)
profile.disable()
stats = pstats.Stats(profile)
calls = {}
for (file, line, name), (_, count, *_rest) in stats.stats.items():
    key = "/".join(file.replace(os.sep, "/").split("/")[-2:]) + ":" + name
    calls[key] = calls.get(key, 0) + count
print(json.dumps({
    "calls": calls,
    "function calls": stats.total_calls,
    "modules imported": len(sys.modules),
    "modules of the program": sum(name.partition(".")[0] == "layout" for name in sys.modules),
    "bytes read": sum(read.values()),
}))
"""

BUDGET = {
    "modules imported": 491,
    "modules of the program": 286,
    "classes made": 856,
    "dataclasses made": 0,
    "regular expressions compiled": 192,
    "words shaped": 308,
    "words divided": 299,
    "breakpoints tried": 1773,
    "pages broken": 1,
    "bytes read": 64_504,
    "function calls": 478_603,
}
"""How much of it a page of plain text took, the work of libraries and interpreter among it."""

CALLS = {
    "classes made": "~:<built-in method builtins.__build_class__>",
    "dataclasses made": "dataclasses.py:_process_class",
    "regular expressions compiled": "re/_compiler.py:compile",
    "words shaped": "text/faces.py:_shape",
    "words divided": "hyphenation/divide.py:_divide",
    "breakpoints tried": "text/justify.py:arrive",
    "pages broken": "compose/paginate.py:paginate",
}
"""What is counted by the calls of a function."""
MORE, LESS = 7 / 6, 1 / 2


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    folder = tmp_path_factory.mktemp("budget")
    write_corpus(folder / "content", 1)
    command = [sys.executable, "-c", COUNTING, "build", str(folder / "content"), "-e", "screen"]
    done = subprocess.run(
        [*command, "-o", str(folder / "out")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return found | {what: _calls(found["calls"], function) for what, function in CALLS.items()}


def _calls(counted: dict[str, int], function: str) -> int:
    return sum(count for name, count in counted.items() if name.endswith(function))


@pytest.mark.parametrize("what", BUDGET)
def test_a_page_takes_no_more_work_than_it_did(what: str, counts: dict[str, int]) -> None:
    assert counts[what] <= BUDGET[what] * MORE, "the program does more than it did"
    assert counts[what] >= BUDGET[what] * LESS, "the program does less: take the gain down in the table"
