"""Mutated real files never crash the judge: each ends in a report or in a refusal that can be said."""

from __future__ import annotations

import random
import re
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import StreamObject

from layout.model.diagnostic import Rejected
from layout.preflight import PROFILES, Limits, inspect_file, judge, report_json, report_text
from layout.resources.messages import explain
from tests.faults.paper import ROOT, Paper, Ref
from tests.faults.seeds import FORM, PRINT_SEEDS, xobject
from tests.faults.sound import mail_paper

CASES = 300
LIMITS = Limits(
    seconds=5,
    operators=500_000,
    stream_bytes=4 << 20,
    total_bytes=32 << 20,
    records=50_000,
    objects=10_000,
)
TOKENS = (
    b"null 0 -1 1e9 99999999999999999999 [] <<>> /X (x) <ff> true 0_0_R 1_0_R 5_0_R 12_0_R 1.5 [1_2_3] "
    b"/DeviceRGB /Identity-H 2147483648 -0.00000001 q Q BI ID EI /FlateDecode stream endstream endobj /Kids"
).split()


@cache
def originals() -> tuple[bytes, ...]:
    """Small files of several producers, as they are and with their streams unpacked."""
    found = [path.read_bytes() for path in sorted((ROOT / "tests/faults/producers").glob("*.pdf"))]
    seeds = ("content-recursion", "colour-rgb", "spot-policy", "pdf-transfer")
    found += [PRINT_SEEDS[name]() for name in seeds]
    found.append(mail_paper().build())
    return (*found, *map(unpack, found))


def unpack(data: bytes) -> bytes:
    """The file with its packed streams laid open, so that mutations reach contents."""
    writer = PdfWriter(clone_from=BytesIO(data))
    for held in writer._objects:
        if isinstance(held, StreamObject) and held.get("/Filter") == "/FlateDecode":
            opened = held.get_data()
            if len(opened) < 60_000:
                held._data, held.decoded_self = opened, None
                del held["/Filter"]
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def mutate(chance: random.Random, data: bytes) -> bytes:
    """The file with one to thirty changes: bytes, cuts, copies, values, names and references."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        _CHANGES[chance.randrange(len(_CHANGES))](chance, changed, chance.randrange(max(len(changed), 1)))
    return bytes(changed)


def _flip(chance: random.Random, data: bytearray, at: int) -> None:
    data[at : at + 1] = bytes((chance.randrange(256),))


def _cut(chance: random.Random, data: bytearray, at: int) -> None:
    del data[at : at + chance.choice((1, 2, 5, 50, 1000))]


def _copy(chance: random.Random, data: bytearray, at: int) -> None:
    start = chance.randrange(max(len(data), 1))
    data[at:at] = data[start : start + chance.choice((1, 10, 200, 3000))]


def _end(chance: random.Random, data: bytearray, at: int) -> None:
    if chance.random() < 0.3:
        del data[at:]


def _replace(chance: random.Random, data: bytearray, at: int) -> None:
    near = list(re.finditer(rb"-?\d+(?:\.\d+)?|/\w+", bytes(data[at : at + 400])))
    if near:
        found = chance.choice(near)
        token = chance.choice(TOKENS).replace(b"_", b" ")
        data[at + found.start() : at + found.end()] = token


def _redirect(chance: random.Random, data: bytearray, at: int) -> None:
    references = list(re.finditer(rb"\d+ 0 R", bytes(data)))
    if references:
        found = chance.choice(references)
        data[found.start() : found.end()] = b"%d 0 R" % chance.randrange(60)


def _rename(chance: random.Random, data: bytearray, at: int) -> None:
    names = list(re.finditer(rb"/[A-Z]\w+", bytes(data)))
    if names:
        found = chance.choice(names)
        data[found.start() : found.end()] = chance.choice(names).group()


_CHANGES = (_flip, _cut, _copy, _end, _replace, _replace, _redirect, _rename)


@pytest.mark.parametrize("batch", range(10))
def test_a_mutated_file_is_judged_or_refused(batch: int) -> None:
    for case in range(CASES // 10):
        chance = random.Random(1000 * batch + case)
        data = mutate(chance, chance.choice(originals()))
        try:
            facts = inspect_file(data, LIMITS, render=False)
        except Rejected as rejected:
            assert all(explain(one, "pl") for one in rejected.diagnostics)
            continue
        for profile in ("print", "print-x1a", "mail", "screen"):
            report = judge(facts, PROFILES[profile])
            assert report_text(report, "cs")
            assert report_json(report, "en")


def test_content_that_hangs_on_the_root_itself_is_no_leaf_of_an_element() -> None:
    """Found by mutating: a tree of no elements whose root holds marked content and a link."""
    tagged = mail_paper()

    def write_bare_tree(paper: Paper, pages: list[Ref]) -> None:
        mark = {"Type": "/MCR", "Pg": pages[0], "MCID": 0}
        link = {"Type": "/OBJR", "Pg": pages[0], "Obj": tagged.links[0][1]}
        paper.catalog["StructTreeRoot"] = paper.add({"Type": "/StructTreeRoot", "K": [mark, link]})

    tagged.paper.before.append(write_bare_tree)
    report = judge(inspect_file(tagged.paper.build(), LIMITS, render=False), PROFILES["mail"])
    assert {"access-parent-tree", "access-links"} & {finding.rule for finding in report.findings}


def test_a_filter_that_is_a_dictionary_makes_contents_undecodable() -> None:
    """Found by mutating: pypdf raised on a stream whose Filter was no name."""
    data = xobject({**FORM, "Filter": {"A": b"b"}}, b"q Q")()
    report = judge(inspect_file(data, LIMITS, render=False), PROFILES["print"])
    assert "content-undecodable" in {finding.rule for finding in report.findings}
