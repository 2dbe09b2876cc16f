"""Takes passages and what was approved, gives each one's state: there, changed since, approved by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum

from layout.model.content.approval import Approval, ApprovedPair, digest_texts
from layout.model.content.translation import TypedPair
from layout.model.diagnostic import Diagnostic
from layout.model.languages import PAIR
from layout.model.records import Struct, field

UNTRANSLATED = frozenset({"placeholder", "same", "language"})
"""Rules by which a side has no translation yet."""
_ALIKE = 0.6
"""Likeness (difflib's, 0…1) from which words are an older form of others."""
_MOST_COMPARED = 200
"""Older forms of a file that are compared with one passage."""


class Status(Enum):
    """Where a passage stands on its way."""

    MISSING = "missing"
    TRANSLATED = "translated"
    CHANGED = "changed"
    APPROVED_ONE = "approved-one"
    APPROVED = "approved-both"


class PairState(Struct, frozen=True, kw_only=True):
    """A passage with the approvals of its present words, by language.

    `before` has what an office approved when it said something else, `findings` what looks untranslated.
    """

    pair: TypedPair
    approvals: Mapping[str, Approval]
    before: Mapping[str, ApprovedPair]
    findings: tuple[Diagnostic, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The languages whose words an office has not seen as they are now."""
        texts = texts_of(self.pair)
        return tuple(
            language
            for language in texts
            if any(old.texts.get(language) != texts[language] for old in self.before.values())
        )

    @property
    def offices(self) -> tuple[str, ...]:
        """The languages whose offices have to approve: both, or the one of a passage that stands alone."""
        return tuple(self.pair.sides) if self.pair.single else PAIR

    @property
    def status(self) -> Status:
        """The one word for it."""
        rules = {str(found.values["rule"]) for found in self.findings}
        if rules & UNTRANSLATED or (len(self.pair.sides) < 2 and not self.pair.single):
            return Status.MISSING
        if self.before:
            return Status.CHANGED
        given = sum(language in self.approvals for language in self.offices)
        if given == len(self.offices):
            return Status.APPROVED
        return Status.APPROVED_ONE if given else Status.TRANSLATED


def status_name(state: PairState) -> str:
    """Its status with the office that has approved alone: `approved-pl`."""
    if state.status is not Status.APPROVED_ONE:
        return str(state.status.value)
    return f"approved-{next(one for one in state.offices if one in state.approvals)}"


def texts_of(pair: TypedPair) -> dict[str, str]:
    """The words of a passage by language."""
    return {language: side.text for language, side in pair.sides.items()}


class _Gone(Struct):
    """Approved words that stand nowhere any more, by office; each is an older form of one passage at most."""

    entries: list[ApprovedPair]
    by_side: dict[tuple[str, str], list[ApprovedPair]] = field(default_factory=lambda: defaultdict(list))
    by_file: dict[str, list[ApprovedPair]] = field(default_factory=lambda: defaultdict(list))
    used: set[tuple[int, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for entry in self.entries:
            self.by_file[entry.file].append(entry)
            for language, text in entry.texts.items():
                self.by_side[language, text].append(entry)

    def find(self, pair: TypedPair, office: str, alike: bool) -> ApprovedPair | None:
        """The form of a passage that an office approved: with one side as it is now, or both `alike`."""
        texts = texts_of(pair)
        found = self._alike(texts, pair.file) if alike else self._same_side(texts, pair.file)
        for entry in found:
            if office in entry.approvals and (id(entry), office) not in self.used:
                self.used.add((id(entry), office))
                return entry
        return None

    def _same_side(self, texts: Mapping[str, str], file: str) -> Sequence[ApprovedPair]:
        found = [entry for side in texts.items() for entry in self.by_side.get(side, ())]
        return sorted(found, key=lambda entry: entry.file != file)

    def _alike(self, texts: Mapping[str, str], file: str) -> Sequence[ApprovedPair]:
        likeness = {
            id(entry): max(_likeness(texts.get(language, ""), text) for language, text in entry.texts.items())
            for entry in self.by_file.get(file, ())[:_MOST_COMPARED]
            if entry.texts
        }
        found = [entry for entry in self.by_file.get(file, ()) if likeness.get(id(entry), 0.0) >= _ALIKE]
        return sorted(found, key=lambda entry: -likeness[id(entry)])


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def list_states(
    pairs: Sequence[TypedPair],
    approved: Iterable[ApprovedPair],
    findings: Iterable[Diagnostic],
) -> tuple[PairState, ...]:
    """The state of every passage, in their order; `findings` are of the same passages."""
    by_place: dict[object, list[Diagnostic]] = defaultdict(list)
    for found in findings:
        by_place[found.where].append(found)
    approved = tuple(approved)
    given = _approvals_by_digest(approved)
    digests = [digest_texts(texts_of(pair)) for pair in pairs]
    gone = _Gone([entry for entry in approved if entry.digest not in set(digests)])
    before = _find_older(pairs, digests, given, gone)
    return tuple(
        PairState(
            pair=pair,
            approvals=given.get(digest, {}),
            before=before[number],
            findings=tuple(found for side in pair.sides.values() for found in by_place.get(side.where, ())),
        )
        for number, (pair, digest) in enumerate(zip(pairs, digests, strict=True))
    )


def _approvals_by_digest(approved: Iterable[ApprovedPair]) -> dict[str, dict[str, Approval]]:
    given: dict[str, dict[str, Approval]] = defaultdict(dict)
    for entry in approved:
        given[entry.digest].update(entry.approvals)
    return given


def _find_older(
    pairs: Sequence[TypedPair],
    digests: Sequence[str],
    given: Mapping[str, Mapping[str, Approval]],
    gone: _Gone,
) -> list[dict[str, ApprovedPair]]:
    """For each passage and office the words it approved before, first where one side has not changed."""
    before: list[dict[str, ApprovedPair]] = [{} for _ in pairs]
    for alike in (False, True):
        for number, (pair, digest) in enumerate(zip(pairs, digests, strict=True)):
            for office in PAIR:
                if office in given.get(digest, {}) or office in before[number]:
                    continue
                found = gone.find(pair, office, alike) if gone.entries else None
                if found is not None:
                    before[number][office] = found
    return before
