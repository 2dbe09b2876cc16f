"""What keeps one element of an SVG from becoming shapes, raised where it is found; the reader decides."""

from __future__ import annotations

from layout.model.values import Value


class Flaw(ValueError):
    """A code of `images.toml` with its values; the reader adds the file and the line."""

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = {
            name: value[:60] if isinstance(value, str) else value for name, value in values.items()
        }


class NoShapes(Exception):
    """What plain shapes cannot say, `what` (SVG's own word): the element becomes a picture.

    One that `blends` takes its colours from what lies below it, which a group of its own would hide.
    """

    def __init__(self, what: str, blends: bool = False) -> None:
        super().__init__(what)
        self.what = what
        self.blends = blends
