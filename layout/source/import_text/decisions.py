"""Takes doubtful sections and what a person decided of them, gives their pairs; decides nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.records import Struct, replace
from layout.model.values import Count, Value
from layout.source.fields.files import read_yaml, shown_path
from layout.source.fields.scalars import Integer, WordsField
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.import_text.pair_text import Doubt, PairedText, take_pairs
from layout.source.import_text.passages import Paragraph, TextSection
from layout.source.import_text.place_languages import place_of
from layout.source.nodes.parsing import Entries, show_text
from layout.source.nodes.reading import Reading, Refused

_MOST_LINES = 10_000_000
_HEADER = """\
# Which passages stand beside each other: each pair names the line where its Polish and its Czech passage
# begins (in a document: which paragraph it is). Change the numbers, then run the same import again.
# A passage with no partner stands alone; a placeholder takes the place of its translation.
"""


class Settling(Struct, frozen=True):
    """How doubts are to be settled: by a file, which is written if it is not there, else by the proposals."""

    accept: bool = False
    file: Path | None = None


UNSETTLED = Settling()


class _Decision(Struct, frozen=True):
    """Lines where the passages of a pair begin, by language."""

    lines: dict[str, int]
    where: Span


def settle_doubts(
    sections: Sequence[TextSection], paired: Sequence[PairedText], wishes: Settling, file: str
) -> list[PairedText]:
    """The pairs of each section once its doubt is settled; one that nobody settled keeps its findings.

    Raises Rejected for decisions that do not fit the text, OSError for a file that cannot be written.
    """
    settled = list(paired)
    if wishes.file and wishes.file.exists():
        decided = _decide(
            sections, _read_decisions(wishes.file, digest_sections(sections)), file, wishes.file
        )
        for index, doubt in decided.items():
            settled[index] = _take(paired[index], doubt, file)
    if wishes.accept:
        settled = [_take(one, one.doubt, file) if one.doubt else one for one in settled]
    doubts = [one.doubt for one in settled if one.doubt]
    if wishes.file and doubts and not wishes.file.exists():
        with wishes.file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(write_decisions(doubts, digest_sections(sections)))
        count = Count(sum(len(doubt.partners) for doubt in doubts))
        shown = shown_path(wishes.file)
        told = Diagnostic("decisions-written", Span(shown), {"count": count, "file": shown}, Severity.NOTE)
        settled[-1] = replace(settled[-1], findings=(*settled[-1].findings, told))
    return settled


def _take(paired: PairedText, doubt: Doubt, file: str) -> PairedText:
    taken = take_pairs(doubt, file)
    kept = (one for one in paired.findings if one.severity is not Severity.ERROR)
    return PairedText(taken.pairs, (*kept, *taken.findings))


def write_decisions(doubts: Sequence[Doubt], digest: str) -> str:
    """The proposals of all doubts as a file to be edited."""
    pairs = (line for doubt in doubts for line in _write_pairs(doubt))
    return f"{_HEADER}text: {digest}\npairs:\n" + "".join(pairs)


def _write_pairs(doubt: Doubt) -> Iterator[str]:
    for places in doubt.partners:
        chosen = [
            side[place] if place is not None else None
            for side, place in zip((doubt.polish, doubt.czech), places, strict=True)
        ]
        lines = [f"{tag}: {one.line}" for tag, one in zip(PAIR, chosen, strict=True) if one]
        words = " | ".join(show_text(one.text) if one else "?" for one in chosen)
        yield f"  - {{{', '.join(lines)}}}  # {words}\n"


def digest_sections(sections: Sequence[TextSection]) -> str:
    """What tells the words of a text from any others, however they were saved."""
    words = "\n".join(one.text for section in sections for one in section.paragraphs)
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def _build_decision(given: Given, where: Span, reading: Reading) -> _Decision:
    return _Decision({tag: given[tag] for tag in PAIR if tag in given}, where)


def _names_any(given: Given, node: Entries, reading: Reading) -> bool:
    if any(tag in node.values for tag in PAIR):
        return True
    reading.report("decisions-nobody", reading.span(node))
    return False


_LINE = Integer(1, _MOST_LINES)
_DECISIONS = Record(
    lambda given, where, reading: (given["text"], given["pairs"]),
    {
        "text": Field(WordsField(), "What tells the text that was decided on from others.", True),
        "pairs": Field(
            ListOf(
                Record(
                    _build_decision,
                    {tag: Field(_LINE, "Where the passage in this language begins.") for tag in PAIR},
                    check=_names_any,
                )
            ),
            "Which passages stand beside each other.",
            True,
        ),
    },
)


def _read_decisions(path: Path, digest: str) -> tuple[_Decision, ...]:
    reading = Reading(folder=path.parent)
    try:
        node = read_yaml(path, reading)
        text, pairs = _DECISIONS.read(node, reading) if node is not None else ("", ())
    except Refused:
        raise Rejected(reading.mistakes) from None
    if node is None:
        raise Rejected(reading.mistakes)
    if text != digest:
        raise Rejected.one("decisions-other-text", Span(shown_path(path), 1, 1))
    return pairs


def _decide(
    sections: Sequence[TextSection], decisions: Sequence[_Decision], file: str, path: Path
) -> dict[int, Doubt]:
    """The reading of each section that the decisions speak of; raises Rejected where they do not fit."""
    chosen: dict[int, list[dict[str, Paragraph]]] = {}
    used: set[int] = set()
    mistakes: list[Diagnostic] = []
    for decision in decisions:
        found: dict[str, tuple[int, Paragraph]] = {}
        for language, line in decision.lines.items():
            passage = _find(sections, language, line)
            values: dict[str, Value] = {"line": line}
            if passage is None:
                mistakes.append(Diagnostic("decisions-no-passage", decision.where, values))
            elif id(passage[1]) in used:
                mistakes.append(Diagnostic("decisions-twice", decision.where, values))
            else:
                used.add(id(passage[1]))
                found[language] = passage
        if found:
            index = next(iter(found.values()))[0]
            chosen.setdefault(index, []).append({tag: one for tag, (_, one) in found.items()})
    for index in chosen:
        for one in sections[index].paragraphs:
            if id(one) not in used:
                told: dict[str, Value] = {"start": show_text(one.text), "file": shown_path(path)}
                mistakes.append(Diagnostic("decisions-left-out", place_of(one, file), told))
    if mistakes:
        raise Rejected(mistakes)
    return {index: _join(pairs) for index, pairs in chosen.items()}


def _find(sections: Sequence[TextSection], language: str, line: int) -> tuple[int, Paragraph] | None:
    """The passage that begins in a line, with the number of its section; a told language must agree."""
    for index, section in enumerate(sections):
        for one in section.paragraphs:
            if one.line == line and one.language in (None, language):
                return index, one
    return None


def _join(pairs: Sequence[dict[str, Paragraph]]) -> Doubt:
    sides: dict[str, list[Paragraph]] = {tag: [] for tag in PAIR}
    partners = []
    for pair in pairs:
        places: list[int | None] = []
        for tag in PAIR:
            places.append(len(sides[tag]) if tag in pair else None)
            sides[tag] += [pair[tag]] if tag in pair else []
        partners.append((places[0], places[1]))
    polish, czech = (tuple(sides[tag]) for tag in PAIR)
    return Doubt(polish, czech, tuple(partners), ())
