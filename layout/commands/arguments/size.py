"""Takes a size as people write it on a command line, gives bytes."""

from __future__ import annotations

import click

from layout.model.patterns import late_pattern

_UNITS = {"": 1, "B": 1, "KB": 1000, "K": 1000, "MB": 1_000_000, "M": 1_000_000}
_SHAPE = late_pattern(r"(\d{1,9}(?:[.,]\d{1,3})?)\s*([kKmM]?[bB]?)")


class Size(click.ParamType[int]):
    """`2MB`, `500 kB` or a number of bytes."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        found = _SHAPE.fullmatch(str(value).strip())
        size = int(float(found[1].replace(",", ".")) * _UNITS[found[2].upper()]) if found else 0
        if size < 1:
            self.fail(f"{value!r} is no size: write it like 2MB or 500kB", param, ctx)
        return size
