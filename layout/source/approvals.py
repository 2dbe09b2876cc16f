"""Takes a content folder, gives what its approvals.yaml says, and that file's text anew; writes no file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from layout.model.content.approval import Approval, ApprovedPair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span, has_errors
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.source.fields.files import read_yaml
from layout.source.fields.prose import LONGEST_PASSAGE
from layout.source.fields.scalars import DayField, Pattern, Schema, WordsField, take_scalar
from layout.source.fields.tables import LANGUAGE, Field, Given, ListOf, Record
from layout.source.nodes.parsing import Node
from layout.source.nodes.reading import Reading, Refused

APPROVALS_FILE = "approvals.yaml"
LONGEST_NAME = 100
"""Characters of the name of somebody who approves."""
_HEAD = """\
# What each office has approved, word for word. Written by `szpalta approve`: see docs/translation.md.
# Co zatwierdził każdy urząd i w jakim brzmieniu. / Co který úřad schválil a v jakém znění.
"""


class Approvals(Struct, frozen=True):
    """All that was approved in a content folder, and what is wrong with the file that says so."""

    pairs: tuple[ApprovedPair, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()


class _TypedText:
    """Words as they were typed in a passage."""

    def read(self, node: Node, reading: Reading) -> str:
        text = take_scalar(node, reading, "expected-text").text
        if len(text) > LONGEST_PASSAGE:
            reading.refuse("expected-text", reading.span(node))
        return text

    def schema(self) -> Schema:
        return {"type": "string", "maxLength": LONGEST_PASSAGE}


def _build_approval(given: Given, where: Span, reading: Reading) -> tuple[str, Approval]:
    return given["language"], Approval(given["by"], given["on"], given.get("spelling"))


_APPROVAL = Record(
    _build_approval,
    {
        "language": Field(LANGUAGE, "The language of the office.", True),
        "by": Field(WordsField(LONGEST_NAME), "Who approved.", True),
        "on": Field(DayField(), "The day.", True),
        "spelling": Field(WordsField(LONGEST_NAME), "Who has let a change of spelling through since."),
    },
)


def _build_pair(given: Given, where: Span, reading: Reading) -> ApprovedPair | None:
    texts = {language: given[language] for language in PAIR if language in given}
    pair = ApprovedPair(file=given["file"], texts=texts, approvals=dict(given["approved"]))
    if given["digest"] == pair.digest:
        return pair
    reading.warn("approval-altered", where)
    return None


_PAIR = Record(
    _build_pair,
    {
        "file": Field(WordsField(), "The file of the passage, in the content folder.", True),
        "digest": Field(Pattern("[0-9a-f]{16}", "bad-approval-digest"), "The digest of its words.", True),
        **{language: Field(_TypedText(), "The words approved.") for language in PAIR},
        "approved": Field(ListOf(_APPROVAL), "By whom.", True),
    },
)


def read_approvals(folder: Path) -> Approvals:
    """What `folder` has approved; nothing where there is no file. Words changed by hand are told and void.

    Raises Rejected with all that makes the file unreadable.
    """
    path = folder / APPROVALS_FILE
    if not path.exists() and not path.is_symlink():
        return Approvals()
    reading = Reading(folder=folder)
    node = read_yaml(path, reading)
    pairs: tuple[ApprovedPair | None, ...] = ()
    if node is not None:
        try:
            pairs = ListOf(_PAIR, 0).read(node, reading)
        except Refused:
            pairs = ()
    if has_errors(reading.mistakes):
        raise Rejected(reading.mistakes)
    warnings = tuple(one for one in reading.mistakes if one.severity is Severity.WARNING)
    return Approvals(tuple(pair for pair in pairs if pair is not None), warnings)


def write_approvals(pairs: Iterable[ApprovedPair]) -> str:
    """The text of an approvals.yaml: a passage an item, its words on a line a language, made for diffs."""
    lines = [line for pair in pairs for line in _write_pair(pair)]
    return _HEAD + ("\n".join(lines) if lines else "[]") + "\n"


def _write_pair(pair: ApprovedPair) -> Iterator[str]:
    yield f"- file: {_quote(pair.file)}"
    yield f'  digest: "{pair.digest}"'
    for language in PAIR:
        if language in pair.texts:
            yield f"  {language}: {_quote(pair.texts[language])}"
    yield "  approved:"
    for language in PAIR:
        if language in pair.approvals:
            yield f"    - {_write_approval(language, pair.approvals[language])}"


def _write_approval(language: str, approval: Approval) -> str:
    through = "" if approval.spelling is None else f", spelling: {_quote(approval.spelling)}"
    return f"{{language: {language}, by: {_quote(approval.by)}, on: {_day(approval.on)}{through}}}"


def _day(day: date) -> str:
    return day.isoformat()


def _quote(text: str) -> str:
    """A text in quotes that JSON and YAML read alike."""
    return json.dumps(text, ensure_ascii=False)
