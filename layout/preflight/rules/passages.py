"""Takes a file's facts, gives what each leaf of its structure tree says and where; guesses its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layout.lang.languages import LANGUAGES
from layout.model.geometry import Rect, join
from layout.model.languages import OWN_LETTERS
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.preflight.facts import Inspection, Structure, TaggedLeaf, TextRun

INLINE = frozenset(
    {"Span", "Link", "Reference", "Em", "Strong", "Lbl", "Annot", "Quote", "Note", "NonStruct"}
)
"""Structure types that stand inside a passage (ISO 32000-1, 14.8.4.4)."""

Key = tuple[int, int, int]
"""Page, owner, MCID."""


class TaggedPassage(Struct, frozen=True):
    """The text of one block element on one page in one language, in reading order."""

    element: int
    page: int
    language: str
    text: str
    box: Rect


def leaf_runs(facts: Inspection) -> Mapping[Key, list[TextRun]]:
    """The runs of text that stand in each marked content."""
    runs: dict[Key, list[TextRun]] = {}
    for page in facts.pages:
        for run in page.texts:
            if run.tag.mcid >= 0 and not run.tag.artifact:
                runs.setdefault((page.number, run.tag.owner, run.tag.mcid), []).append(run)
    return runs


def read_passages(facts: Inspection, structure: Structure) -> list[TaggedPassage]:
    """The passages of a file in the order in which its structure has them read."""
    runs = leaf_runs(facts)
    found: list[TaggedPassage] = []
    for leaf in structure.leaves:
        for run in runs.get((leaf.page, leaf.owner, leaf.mcid), ()):
            language = run.tag.language or _language_of(structure, leaf)
            _add(found, TaggedPassage(block_of(structure, leaf), leaf.page, language, run.text, run.box))
    return found


def _add(found: list[TaggedPassage], new: TaggedPassage) -> None:
    last = found[-1] if found else None
    same = last and (last.element, last.page, last.language) == (new.element, new.page, new.language)
    if last and same:
        text, box = f"{last.text} {new.text}", join(last.box, new.box)
        found[-1] = TaggedPassage(last.element, last.page, last.language, text, box)
    else:
        found.append(new)


def _language_of(structure: Structure, leaf: TaggedLeaf) -> str:
    """What its element is tagged with; nothing for a leaf that hangs on the root itself."""
    return structure.elements[leaf.element].language if leaf.element >= 0 else ""


def block_of(structure: Structure, leaf: TaggedLeaf) -> int:
    """The index of the nearest element around a leaf that is not inline; −1 for a leaf of the root."""
    index = leaf.element
    while index >= 0 and structure.elements[index].kind in INLINE and structure.elements[index].parent >= 0:
        index = structure.elements[index].parent
    return index


def ancestors(structure: Structure, index: int) -> Iterator[int]:
    """An element and all it stands in."""
    while index >= 0:
        yield index
        index = structure.elements[index].parent


_WORDS = {tag: frozenset(language.frequent_words.split()) for tag, language in LANGUAGES.items()}
"""Frequent words; those that several languages have count for none."""
_WORD = late_pattern(r"[^\W\d_]+")
_DIVISION = late_pattern("\u00ad\\s*")
"""Where a word was divided at a line's end."""


def guess_language(text: str) -> str:
    """The tag of the language of which letters and frequent words leave no doubt, else an empty text."""
    words = [word.lower() for word in _WORD.findall(_DIVISION.sub("", text))]
    if len(words) < 4:
        return ""
    scores = {language: _score(words, language) for language in _WORDS}
    for language, score in scores.items():
        others = max(scores[other] for other in scores if other != language)
        clear = score >= 3 and score > 3 * others
        if clear and (_own_words(words, language) or len(words) >= 12):
            return language
    return ""


def _own_words(words: list[str], language: str) -> int:
    own = _WORDS[language].difference(*(_WORDS[other] for other in _WORDS if other != language))
    return sum(word in own for word in words)


def _score(words: list[str], language: str) -> int:
    letters = sum(any(letter in OWN_LETTERS[language] for letter in word) for word in words)
    return letters + 2 * _own_words(words, language)
