"""One fault inside an SVG file, raised where it is found and gathered by the reader."""

from __future__ import annotations


class Flaw(ValueError):
    """A code of `images.toml` with its values; the reader adds the file and the line."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = {name: str(value)[:60] for name, value in values.items()}
