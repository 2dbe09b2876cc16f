"""Takes a scalar of inline Markdown and gives Prose; never changes a letter of it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from layout.model.content.prose import INSIDE, UNKNOWN_NUMBER, Note, Prose, Run, RunStyle
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field, replace
from layout.model.units import LINE_BREAK
from layout.model.values import Count, Value
from layout.source.fields.inline import LONE, MARKUP, InlineMark, parse_inline
from layout.source.fields.scalars import Schema, is_empty, is_unseen, warn_of_comment
from layout.source.nodes.parsing import Node, Scalar, find_forbidden, name_character
from layout.source.nodes.reading import Reading, Refused, SoughtKey

LONGEST_PASSAGE = 20_000
"""Characters of one paragraph in one language; an A4 page of text has about 5,000."""

LINK_SCHEMES = ("http:", "https:", "mailto:", "tel:")

_PLAIN = RunStyle()
_BREAK = late_pattern(r"(?<!\\)((?:\\\\)*)\\[ \t]*(?:\n|[ \t])\s*")
_LINE_ENDS = late_pattern(r"(?<![ \t])[ \t]*\n[ \t]*")
_SPACES = late_pattern(r"[ \t]{2,}|\t")
_EMPTY_LINE = {"|": late_pattern(r"\n[ \t]*\n")}
_ANY_LINE = late_pattern(r"\n")
KEY = late_pattern(r"[^\W_][\w.-]{0,59}")
"""What a key looks like by which a place is found."""
LONGEST_ENTRY = 100
"""Characters of an entry of the index."""
_STYLES: dict[str, Callable[[RunStyle, str], RunStyle]] = {
    "em": lambda style, _: replace(style, emphasis=True),
    "strong": lambda style, _: replace(style, strong=True),
    "small": lambda style, _: replace(style, small_caps=True),
    "unknown": lambda style, _: style,
    "link": lambda style, address: replace(style, link=_spell(address)),
    "foreign": lambda style, language: replace(style, language=language),
    "anchor": lambda style, key: replace(style, anchor=key),
    "entry": lambda style, entry: replace(style, entry=entry),
}


class PassageReader(Struct, frozen=True):
    """One paragraph in one language; a `title` has no notes, keys or entries of the index."""

    title: bool = False

    def read(self, node: Node, reading: Reading) -> Prose:
        where = reading.span(node)
        if not isinstance(node, Scalar):
            reading.refuse("expected-text", where)
        text = node.text.strip()
        if is_unseen(text) or is_empty(node):
            reading.refuse("empty-side", where)
        if len(text) > LONGEST_PASSAGE:
            reading.refuse("text-too-long", where, count=Count(len(text)), most=Count(LONGEST_PASSAGE))
        warn_of_comment(node, reading)
        _refuse_empty_line(node, text, reading)
        if not MARKUP.search(text):
            return Prose((Run(_join_spaces(_join_lines(text, " "))),), where)
        if "\\" in text:
            text = _BREAK.sub("\\1\\\\\n", text)
        runs = _Runs(scalar=node, reading=reading, title=self.title, where=where).read(
            _join_lines(text, "\n")
        )
        if all(is_unseen(run.text) for run in runs):
            reading.refuse("empty-side", where)
        return Prose(runs, where)

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "minLength": 1, "maxLength": LONGEST_PASSAGE}


def _spell(address: str) -> str:
    """A link's address; a key inside the brochure as it was typed, not as addresses are written."""
    return unquote(address) if address.startswith(INSIDE) else address


def _join_lines(text: str, between: str) -> str:
    return _LINE_ENDS.sub(between, text) if "\n" in text else text


def _join_spaces(text: str) -> str:
    return _SPACES.sub(" ", text) if "  " in text or "\t" in text else text


def _refuse_empty_line(scalar: Scalar, text: str, reading: Reading) -> None:
    """An empty line means a second paragraph; what stood below it would silently be joined."""
    found = _EMPTY_LINE.get(scalar.style, _ANY_LINE).search(text)
    if found:
        offset = scalar.text.index(text) + found.end()
        reading.refuse("two-paragraphs", reading.place_inside(scalar, offset))


class _OpenNote(Struct, frozen=True):
    """A note whose words are being read, and what stands before it."""

    before: list[Run]
    lone: bool


class _Runs(Struct, kw_only=True):
    """Turns the marks of one passage into runs, and finds the places of what is wrong in it."""

    scalar: Scalar
    reading: Reading
    title: bool
    where: Span
    styles: list[RunStyle] = field(default_factory=lambda: [_PLAIN])
    runs: list[Run] = field(default_factory=list)
    opened: _OpenNote | None = None
    """The note that is being read."""
    cursor: int = 0
    sound: bool = True

    def read(self, text: str) -> tuple[Run, ...]:
        for mark in parse_inline(text):
            _TAKE[mark.kind](self, mark)
            if mark.kind in ("text", "code"):
                self.pass_over(mark.content)
        if not self.sound:
            raise Refused
        return tuple(self.runs)

    def take_text(self, mark: InlineMark) -> None:
        content = _join_spaces(mark.content)
        self.check_characters(content)
        if not mark.style:
            self.check_lone(content)
        self.append(content, self.styles[-1])

    def close_up(self) -> None:
        """Takes spaces off the end of what was read so far."""
        if self.runs and (kept := self.runs[-1].text.rstrip(" ")):
            self.runs[-1] = replace(self.runs[-1], text=kept)

    def take_break(self, mark: InlineMark) -> None:
        self.close_up()
        self.append(LINE_BREAK, self.styles[-1])

    def take_code(self, mark: InlineMark) -> None:
        self.check_characters(mark.content)
        self.append(mark.content, replace(self.styles[-1], protected=True))

    def take_open(self, mark: InlineMark) -> None:
        if mark.style in _NOT_IN_TITLES and self.title:
            self.report("mark-in-title", _NOT_IN_TITLES[mark.style])
        if mark.style == "note":
            self.open_note(mark)
            return
        if check := _CHECKS.get(mark.style):
            check(self, mark.content)
        self.styles.append(_STYLES[mark.style](self.styles[-1], mark.content))

    def take_close(self, mark: InlineMark) -> None:
        if mark.style == "note":
            self.close_note()
            return
        closed = self.styles.pop()
        if mark.style == "link" and closed.link:
            self.pass_over(closed.link)
        elif mark.style == "entry" and not closed.entry:
            self.name_entry()

    def open_note(self, mark: InlineMark) -> None:
        """The words of a note have none of the styles around it."""
        if self.opened is not None:
            self.report("note-in-note", "^[")
            self.runs = [*self.opened.before, *self.runs]
        self.opened = _OpenNote(self.runs, mark.content == LONE)
        self.styles.append(_PLAIN)
        self.runs = []

    def close_note(self) -> None:
        self.styles.pop()
        if self.opened is None:
            return
        opened, words = self.opened, tuple(self.runs)
        self.runs, self.opened = opened.before, None
        if all(is_unseen(run.text) for run in words):
            self.report("empty-note", "^[")
            return
        note = Note(Prose(words, self.where), opened.lone)
        style = replace(self.styles[-1], note=note, raised=True, link=INSIDE, language=None, entry=None)
        self.close_up()
        self.runs.append(Run(UNKNOWN_NUMBER, style))

    def take_page(self, mark: InlineMark) -> None:
        if self.title:
            self.report("mark-in-title", "{")
        self.check_target(INSIDE + mark.content)
        self.append(UNKNOWN_NUMBER, replace(self.styles[-1], link=INSIDE + mark.content, page=True))

    def name_entry(self) -> None:
        """An entry without words of its own is called by its phrase."""
        phrase: list[Run] = []
        while self.runs and self.runs[-1].style.entry == "":
            phrase.insert(0, self.runs.pop())
        name = _join_spaces("".join(run.text for run in phrase)).strip()
        self.check_entry(name)
        self.runs += [replace(run, style=replace(run.style, entry=name)) for run in phrase]

    def refuse_mark(self, mark: InlineMark) -> None:
        self.report(_MISTAKES[mark.kind], mark.content)

    def append(self, text: str, style: RunStyle) -> None:
        if self.runs and self.runs[-1].style == style:
            text = self.runs.pop().text + text
        if text:
            self.runs.append(Run(text, style))

    def check_characters(self, content: str) -> None:
        bad = find_forbidden(content)
        if bad is not None:
            self.report("forbidden-entity", "&", character=name_character(content[bad]))

    def check_lone(self, content: str) -> None:
        """Marks left over in the text have no partner; these four are hardly ever meant to be printed."""
        for mark in _LONE:
            if mark in content:
                self.reading.warn("lone-mark", self.find(mark), mark=mark)

    def check_link(self, address: str) -> None:
        if address.startswith(INSIDE):
            self.check_target(address)
        elif not address.lower().startswith(LINK_SCHEMES):
            self.report("bad-link", address)

    def check_target(self, address: str) -> None:
        key = _spell(address).removeprefix(INSIDE)
        reading, offset = self.reading, self.offset_of(key)
        reading.targets.append(SoughtKey(key, self.scalar, offset, reading.text, reading.file))

    def check_anchor(self, key: str) -> None:
        if not KEY.fullmatch(key):
            self.report("bad-key", key)
        self.reading.keys.add(key)

    def check_entry(self, entry: str) -> None:
        if len(entry) > LONGEST_ENTRY:
            self.report("text-too-long", entry, count=Count(len(entry)), most=Count(LONGEST_ENTRY))

    def report(self, code: str, content: str, **values: Value) -> None:
        self.sound = False
        self.reading.report(code, self.find(content), value=content, **values)

    def find(self, content: str) -> Span:
        """The place of the next `content` in what was typed, as near as can be told."""
        return self.reading.place_inside(self.scalar, self.offset_of(content))

    def offset_of(self, content: str) -> int:
        """The same in characters from the start of the scalar."""
        return max(self.scalar.text.find(content, self.cursor), self.cursor)

    def pass_over(self, content: str) -> None:
        """What was typed is behind: the next mistake stands after it."""
        offset = self.scalar.text.find(content, self.cursor) if content.strip() else -1
        if offset >= 0:
            self.cursor = offset + len(content)


_LONE = ("**", "`", "](", "\\")
_NOT_IN_TITLES = {"note": "^[", "anchor": "{", "entry": "{"}
"""What no title takes, and how it begins."""
_CHECKS: dict[str, Callable[[_Runs, str], None]] = {
    "link": _Runs.check_link,
    "anchor": _Runs.check_anchor,
    "entry": _Runs.check_entry,
}
_MISTAKES = {"html": "raw-html", "image": "inline-image", "attribute": "bad-attribute"}
_TAKE: dict[str, Callable[[_Runs, InlineMark], None]] = {
    "text": _Runs.take_text,
    "break": _Runs.take_break,
    "code": _Runs.take_code,
    "open": _Runs.take_open,
    "close": _Runs.take_close,
    "page": _Runs.take_page,
    **dict.fromkeys(_MISTAKES, _Runs.refuse_mark),
}
