"""Takes the bytes of a content file, gives its text with its nodes, and the same with a part exchanged."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Union

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected, Span
from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.source.fields.scalars import is_empty
from layout.source.nodes.parsing import Entries, Items, Node, Scalar, begin_of, compose_nodes, decode_yaml

_LINE_END = late_pattern("\r\n|\r|\n")
_MARK = "\ufeff"
"""The byte order mark that a file may begin with."""


class ContentText(Struct, frozen=True, kw_only=True):
    """A content file: `raw` has every character of it, `text` what its nodes count their places in.

    In `text` there is no byte order mark, and each line ends with a line feed.
    """

    file: str
    raw: str
    text: str
    root: Node

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.raw.encode()


def parse_content(data: bytes, file: str) -> ContentText:
    """The text of a file called `file`; raises Rejected with all that makes it unreadable."""
    text = decode_yaml(data, file)
    root = compose_nodes(text, file)
    if root is None:
        raise Rejected.one("empty-file", Span(file))
    return ContentText(file=file, raw=data.decode(), text=text, root=root)


Splice = tuple[int, int, str]
"""Where characters of a text begin and end, and what is to stand in their place."""


def splice(source: ContentText, start: int, end: int, words: str) -> ContentText:
    """The file with `words` in place of its text from `start` to `end`; see `splice_all`."""
    return splice_all(source, [(start, end, words)])


def splice_all(source: ContentText, splices: Iterable[Splice]) -> ContentText:
    """The file with several stretches exchanged, none of which lie in each other.

    Every other byte stays; new lines end as most lines of the file do. Raises Rejected if it is unreadable
    then.
    """
    mark = source.raw.startswith(_MARK)
    doubles = [found.start() - mark - before for before, found in enumerate(re.finditer("\r\n", source.raw))]
    line_end = _usual_end(source.raw)
    pieces: list[str] = []
    reached = 0
    for start, end, words in sorted(splices):
        first, last = (offset + mark + bisect_left(doubles, offset) for offset in (start, end))
        pieces += [source.raw[reached:first], words.replace("\n", line_end)]
        reached = last
    raw = "".join([*pieces, source.raw[reached:]])
    return parse_content(raw.encode(), source.file)


def _usual_end(raw: str) -> str:
    ends = Counter(_LINE_END.findall(raw)).most_common(1)
    return ends[0][0] if ends else "\n"


def walk_scalars(node: Node, route: Route = ()) -> Iterator[tuple[Route, Scalar]]:
    """Every value that is a scalar with its route, in the order of the file."""
    if isinstance(node, Scalar):
        yield route, node
    elif isinstance(node, Items):
        for number, inner in enumerate(node.nodes):
            yield from walk_scalars(inner, (*route, number))
    else:
        for key, inner in node.values.items():
            yield from walk_scalars(inner, (*route, key))


def node_at(source: ContentText, route: Route) -> Node:
    """The node that `route` leads to; raises Rejected where it leads to none."""
    node = source.root
    for step in route:
        inner: Node | None = None
        if isinstance(node, Entries) and isinstance(step, str):
            inner = node.values.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.nodes):
            inner = node.nodes[step]
        if inner is None:
            raise Rejected.one("edit-no-place", Span(source.file), place=" › ".join(map(str, route)))
        node = inner
    return node


def find_route(source: ContentText, line: int, column: int) -> Route:
    """The route to the scalar that begins at a place; raises Rejected where none does.

    A block of text begins where its first words do, as diagnostics and passages tell it.
    """
    for route, scalar in walk_scalars(source.root):
        begin = begin_of(scalar, source.text, source.file)
        if (line, column) in ((begin.line, begin.column), (scalar.line, scalar.column)):
            return route
    raise Rejected.one("edit-no-place", Span(source.file), place=f"{line}:{column}")


Plain = Union[str, list["Plain"], dict[str, "Plain"], None]
"""A node as bare values: what a file says, wherever it stands there and however it is quoted."""


def bare(node: Node) -> Plain:
    """What a node says: its words without spaces around them, None where nothing is written."""
    if isinstance(node, Scalar):
        return None if is_empty(node) else node.text.strip()
    if isinstance(node, Items):
        return [bare(inner) for inner in node.nodes]
    return {key: bare(inner) for key, inner in node.values.items()}
