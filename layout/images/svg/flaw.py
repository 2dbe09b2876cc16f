"""One fault inside an SVG file, raised where it is found and gathered by the reader."""

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
