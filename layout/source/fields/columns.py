"""Takes a word or a number, gives how the width of both columns is shared."""

from __future__ import annotations

from layout.model.theme import ColumnShare
from layout.source.fields.scalars import Choice, Number, Schema
from layout.source.nodes.parsing import Node, Scalar
from layout.source.nodes.reading import Reading


class ColumnShareField:
    """`equal`, `by-length`, or the left column's part as a number."""

    NAMED = Choice({"equal": ColumnShare(0.5), "by-length": ColumnShare(None)})
    SHARE = Number(0.3, 0.7)

    def read(self, node: Node, reading: Reading) -> ColumnShare:
        if isinstance(node, Scalar) and node.text[:1].isdigit():
            return ColumnShare(self.SHARE.read(node, reading))
        return self.NAMED.read(node, reading)

    def schema(self) -> Schema:
        return {"anyOf": [self.NAMED.schema(), self.SHARE.schema()]}
