"""Takes what YAML's parser says of a text that it cannot read, gives the slip behind it and its place.

The parser stops where it has to give up, which is often a line after the slip. So the lines from there up to
the beginning of the block are looked at for what people type by mistake; what is found is told with the line
as it should be, to be copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from layout.model.diagnostic import Diagnostic, Span
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.values import Count

LONGEST_LINE = 200
"""Characters of a line that a message repeats as it should be; of a longer one its end is left out."""

_UNTOLD = {"yaml-colon": "yaml-indent", "yaml-character": "yaml-syntax", "yaml-tab": "yaml-syntax"}
"""What is said instead of messages that tell more than the parser does, where that was not found."""
_PROBLEMS = (
    ("scanning an alias", "yaml-alias", True),
    ("scanning an anchor", "yaml-anchor", True),
    ("scanning a tag", "yaml-tag", True),
    ("parsing a tag", "yaml-tag", True),
    ("mapping values are not allowed", "yaml-colon", False),
    ("violates indentation", "yaml-tab", False),
    ("cannot start any token", "yaml-character", False),
    ("mapping keys are not allowed", "yaml-character", False),
    ("scanning a directive", "yaml-character", True),
    ("sequence entries are not allowed", "yaml-dash", False),
    ("scanning a block scalar", "yaml-block-text", True),
    ("unexpected end of stream", "yaml-unclosed-quote", True),
    ("while scanning a quoted scalar", "yaml-unclosed-quote", True),
    ("parsing a flow", "yaml-bracket", True),
    ("expected node content", "yaml-character", False),
    ("could not find expected ':'", "yaml-no-colon", True),
    ("unknown escape character", "yaml-escape", False),
    ("block collection", "yaml-indent", False),
    ("block mapping", "yaml-indent", False),
    ("<document start>", "yaml-indent", False),
)
"""What the parser says (a part of it), the message that tells a writer what to do about it, and whether its
place is where the wrong construct begins (True) or where the parser gave up."""

SPACE_AT_START = late_pattern("^[ ]*(?:-[ ]*)?(?P<bad>[\u00a0\u2000-\u200a\u202f\u205f\u3000])")
"""A space that is none to YAML where a line begins, as word processors and chat programs give."""
_TAB = late_pattern(r"^[ ]*(?:- *)?(?P<bad>\t)")
_HEAD = r"(?P<head>[ ]*(?:- +)*)"
_KEY = r"(?P<key>[a-z][a-z0-9-]*)"
_NO_SPACE = late_pattern(rf"^{_HEAD}(?!https?:|mailto:|tel:|geo:){_KEY}:(?![ \n]|$)(?P<rest>.+)$")
_EQUALS = late_pattern(rf"^{_HEAD}{_KEY} *=[ ]*(?P<rest>.*)$")
_DASH_STUCK = late_pattern(r"^(?P<head>[ ]*)-(?P<rest>[a-z][a-z0-9-]*:.*)$")
_BARE_KEY = late_pattern(rf"^{_HEAD}{_KEY}$")
_SIDE = late_pattern(rf"^{_HEAD}(?P<key>{'|'.join(PAIR)})(?:[ ]+(?P<rest>.*))?$")
_ENTRY = late_pattern(rf"^{_HEAD}{_KEY}:(?: .*|)$")
_VALUE = late_pattern(r"^(?P<head>[ ]*(?:- +)*(?:[^\s:#'\"\[{][^:#]*: +)?)(?P<text>\S.*?)[ ]*$")
"""A line with a text in it: what stands before the text, and the text."""
_QUOTED = late_pattern(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*\S""")
_COMMENT = late_pattern(r"[ ](?P<bad>#)|(?<=[:,\[{])(?P<hard>#)")
_PIECE = late_pattern(r"(?<=[:,\[{])[ ]*(?P<text>[^\s:,\[\]{}][^:,\[\]{}]*)")
"""What a value in brackets may be: from a sign that begins it to the next sign."""


def find_unspaced(text: str, keys: Iterable[str]) -> str | None:
    """`key: value` where a text is a key, a colon and a value without the space between them; else None."""
    found = _NO_SPACE.match(" ".join(text.split("\n")))
    return _entry(found) if found and found["key"] in keys else None


def explain_syntax(error: Any, text: str, file: str) -> Diagnostic:
    """What a writer did, and where, from an error of the parser (`yaml.MarkedYAMLError`)."""
    said = f"{error.context or ''} {error.problem or ''}"
    known = ((code, begins) for part, code, begins in _PROBLEMS if part in said)
    code, begins = next(known, ("yaml-syntax", False))
    stop = error.problem_mark
    if stop is None:
        return Diagnostic(code, Span(file))
    mark = (error.context_mark if begins else None) or stop
    stuck = _Stuck(
        code=code,
        lines=text.split("\n"),
        file=file,
        line=mark.line,
        column=mark.column,
        stop=(stop.line, stop.column),
        item=error.context_mark.column if "'-' indicator" in said else None,
    )
    return next(_slips(stuck), None) or stuck.tell(_UNTOLD.get(code, code))


class _Stuck(Struct, frozen=True, kw_only=True):
    """Where the parser is stuck: lines and columns count from 0.

    `line` and `column` are the place that the message of `code` is about, `stop` is where the parser gave up,
    `item` the column of the list whose next item it looked for.
    """

    code: str
    lines: list[str]
    file: str
    line: int
    column: int
    stop: tuple[int, int]
    item: int | None

    def tell(
        self, code: str, line: int | None = None, column: int | None = None, **values: Any
    ) -> Diagnostic:
        where = Span(
            self.file,
            (self.line if line is None else line) + 1,
            (self.column if column is None else column) + 1,
        )
        return Diagnostic(code, where, values)

    def read(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def nearby(self) -> Iterator[tuple[int, str]]:
        """The line where the parser gave up, then those above it up to the beginning of the block."""
        for line in range(self.stop[0], -1, -1):
            text = self.read(line)
            if text.strip():
                yield line, text
                if line < self.stop[0] and text.startswith("- "):
                    return

    def above(self, line: int) -> int | None:
        """The next line above that says something."""
        return next((one for one in range(line - 1, -1, -1) if _says(self.read(one))), None)

    def goes_on(self, line: int, head: str) -> bool:
        """Whether the text of a line is continued on the next one."""
        after = self.read(line + 1)
        depth = len(head) - len(head.lstrip(" -"))
        return _says(after) and _depth(after) > depth and not _ENTRY.match(after)


def _says(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _depth(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _slips(stuck: _Stuck) -> Iterator[Diagnostic]:
    for find in _FINDERS:
        yield from find(stuck)


def _find_spaces(stuck: _Stuck) -> Iterator[Diagnostic]:
    """Indentation that is not made of spaces, wherever it begins; told with how many lines have it."""
    for code, pattern in (("yaml-strange-space", SPACE_AT_START), ("yaml-tab", _TAB)):
        found = [(line, match) for line, text in enumerate(stuck.lines) if (match := pattern.match(text))]
        if found and found[0][0] <= stuck.stop[0]:
            line, first = found[0]
            yield stuck.tell(code, line, first.start("bad"), lines=Count(len(found)))


def _find_keys(stuck: _Stuck) -> Iterator[Diagnostic]:
    """A key that is not written as one: without its space, its colon, or the space after its dash."""
    if stuck.code not in ("yaml-colon", "yaml-no-colon", "yaml-indent"):
        return
    for line, text in stuck.nearby():
        if found := _NO_SPACE.match(text):
            yield stuck.tell("yaml-colon-space", line, found.end("key"), meant=_entry(found))
        elif found := _EQUALS.match(text):
            yield stuck.tell("yaml-equals", line, found.end("key"), meant=_entry(found))
        elif found := _DASH_STUCK.match(text):
            yield stuck.tell("yaml-dash-space", line, found.end("head"), meant=f"- {_cut(found['rest'])}")


def _find_missing_dash(stuck: _Stuck) -> Iterator[Diagnostic]:
    """A block or an item of a list without the dash that begins it."""
    text = stuck.read(stuck.line)
    words = text.strip()
    if stuck.item is not None:
        missing = stuck.column == stuck.item or words[:1] in "{["
    else:
        above = stuck.above(stuck.line)
        missing = words[:1] in "{[" and above is not None and stuck.read(above).lstrip().startswith("- ")
        missing = missing and stuck.code == "yaml-no-colon"
    if missing and words and not words.startswith("-"):
        yield stuck.tell("yaml-no-dash", meant=f"- {_cut(words)}")


def _find_bare_key(stuck: _Stuck) -> Iterator[Diagnostic]:
    """A key whose colon is missing, and entries below it."""
    above = stuck.above(stuck.stop[0])
    if stuck.code != "yaml-colon" or above is None:
        return
    text = stuck.read(above)
    if (found := _BARE_KEY.match(text)) and _depth(stuck.read(stuck.stop[0])) > _depth(text):
        meant = f"{found['head'].lstrip()}{found['key']}:"
        yield stuck.tell("yaml-bare-key", above, found.start("key"), meant=meant)


def _find_loose_line(stuck: _Stuck) -> Iterator[Diagnostic]:
    """A line without a key: a side of a pair without its colon, or text that does not stand deep enough."""
    if stuck.code != "yaml-no-colon":
        return
    text = stuck.read(stuck.line)
    if found := _SIDE.match(text):
        meant = f"{found['head'].lstrip()}{found['key']}: {_cut(found['rest'] or '')}".rstrip()
        yield stuck.tell("yaml-bare-key", stuck.line, found.start("key"), meant=meant)
        return
    above = (line for line in range(stuck.line - 1, -1, -1) if _ENTRY.match(stuck.read(line)))
    key = _ENTRY.match(stuck.read(next(above, -1)))
    yield stuck.tell("yaml-no-colon", wanted=Count((len(key["head"]) if key else 0) + 2))


def _find_comment(stuck: _Stuck) -> Iterator[Diagnostic]:
    """A number sign in brackets that makes a comment of the rest of its line."""
    if stuck.code not in ("yaml-bracket", "yaml-character"):
        return
    for line, text in reversed(list(stuck.nearby())):
        found = _COMMENT.search(text)
        if found and (_is_flow(text[: found.end()]) or stuck.line < line < stuck.stop[0]):
            start = found.end() - 1
            yield stuck.tell(
                "yaml-comment", line, start, rest=_cut(text[start:].strip()), meant=_quote_at(text, start)
            )


def _find_bracket(stuck: _Stuck) -> Iterator[Diagnostic]:
    """Inside of brackets a text that must stand in quotes; after them a bracket too many."""
    line, column = stuck.stop
    text = stuck.read(line)
    sign, before = text[column : column + 1], text[:column].rstrip()
    if sign in ("]", "}") and stuck.code == "yaml-indent":
        yield stuck.tell("yaml-bracket-extra", line, column, sign=sign)
    elif stuck.code == "yaml-bracket" and before.endswith(("]", "}")) and sign:
        start = _opening_of(before)
        yield stuck.tell("yaml-bracket-text", line, start, meant=_quote_piece(text, start, column))
    elif stuck.code == "yaml-bracket" and sign == ":" and ": " in before:
        yield stuck.tell("yaml-colon", line, column, meant=_quote_at(text, column))
    elif (
        stuck.code == "yaml-character"
        and stuck.column
        and before.endswith((":", ",", "{", "["))
        and _is_flow(before)
    ):
        yield stuck.tell("yaml-character", line, column, sign=sign, meant=_quote_piece(text, column, column))


def _find_text(stuck: _Stuck) -> Iterator[Diagnostic]:
    """A text that must stand in quotes for what it begins with, or for a colon in it."""
    line, column = (stuck.line, stuck.column) if stuck.code == "yaml-character" else stuck.stop
    text = stuck.read(line)
    found = _VALUE.match(text)
    if found is None:
        return
    code = _code_of(stuck, found["text"], column > found.start("text"))
    if code is None:
        return
    if stuck.goes_on(line, found["head"]):
        meant = f"{found['head'].strip()} >-".lstrip()
        yield stuck.tell("yaml-text-below", line, found.start("text"), meant=meant)
        return
    meant = f"{found['head'].lstrip()}{_quote(found['text'])}"
    signs = {"sign": found["text"][0]} if code == "yaml-character" else {}
    yield stuck.tell(
        code, line, column if code == "yaml-colon" else found.start("text"), meant=meant, **signs
    )


def _code_of(stuck: _Stuck, value: str, inside: bool) -> str | None:
    if stuck.code == "yaml-character":
        return stuck.code
    if stuck.code == "yaml-colon" and inside:
        return "yaml-colon"
    if stuck.code != "yaml-indent":
        return None
    if value[0] in "[{" and inside:
        return "yaml-bracket-text"
    return "yaml-quoted-start" if _QUOTED.match(value) else None


def _find_depth(stuck: _Stuck) -> Iterator[Diagnostic]:
    """A line with too many or too few spaces before it: told with a line that has as many as it needs."""
    line = stuck.stop[0]
    text = stuck.read(line)
    if stuck.code == "yaml-colon" and not _ENTRY.match(text):
        above = stuck.above(line)
        head = _VALUE.match(stuck.read(above)) if above is not None else None
        if above is not None and head is not None and head["head"].strip() not in ("", "-"):
            meant = f"{head['head'].strip()} >-"
            yield stuck.tell("yaml-text-below", above, head.start("text"), meant=meant)
        return
    if stuck.code not in ("yaml-colon", "yaml-indent") or not _says(text):
        return
    likes = [(one, _depth_of_key(other, text)) for one, other in stuck.nearby() if one < line]
    own = _depth(text)
    near = [
        (abs(depth - own), line - one, one, depth)
        for one, depth in likes
        if depth is not None and depth != own
    ]
    if near:
        _, _, like, depth = min(near)
        yield stuck.tell("yaml-depth", line, own, spaces=Count(own), wanted=Count(depth), like=like + 1)


def _depth_of_key(other: str, text: str) -> int | None:
    """Where a line like `text` would have to begin to stand under `other`."""
    if text.lstrip().startswith("- "):
        return _depth(other) if other.lstrip().startswith("- ") else None
    found = _ENTRY.match(other)
    return len(found["head"]) if found else None


_FINDERS = (
    _find_spaces,
    _find_keys,
    _find_missing_dash,
    _find_bare_key,
    _find_loose_line,
    _find_comment,
    _find_bracket,
    _find_text,
    _find_depth,
)


def _entry(found: Any) -> str:
    """A key and its value as they should stand."""
    return _cut(f"{found['head'].lstrip()}{found['key']}: {found['rest'].strip()}".rstrip())


def _quote_at(text: str, offset: int) -> str:
    """The line with the value around `offset`, which stands in brackets, put in quotes."""
    pieces = (found.start("text") for found in _PIECE.finditer(text) if found.end("text") >= offset)
    start = next(pieces, offset)
    return _quote_piece(text, min(start, offset), offset)


def _quote_piece(text: str, start: int, offset: int) -> str:
    """The line with the value from `start` to the end of that around `offset` put in quotes."""
    end = _end_of_piece(text, offset)
    return _cut(f"{text[:start]}{_quote(text[start:end].rstrip())}{text[end:]}".strip())


def _opening_of(text: str) -> int:
    """Where the bracket opens that `text` ends with."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in "]}") - (text[place] in "[{")
        if not depth:
            return place
    return 0


def _is_flow(text: str) -> bool:
    return sum(text.count(sign) for sign in "[{") > sum(text.count(sign) for sign in "]}")


def _end_of_piece(text: str, offset: int) -> int:
    ends = [place for sign in ",}]" if (place := text.find(sign, offset)) >= 0]
    return min(ends, default=len(text))


def _quote(text: str) -> str:
    """A text in quotes that YAML reads as it stands."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LINE else f"{text[: LONGEST_LINE - 1]}…"
