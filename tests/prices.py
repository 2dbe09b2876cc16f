"""The prices and limits a module decides by, found in its source, and how to try it without one of them."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

import pytest


class Price(NamedTuple):
    """A constant of a module, or the entry `key` of one that is a table or a row of them."""

    name: str
    key: int | None = None


def find_prices(module: ModuleType) -> set[Price]:
    """Every number that `module` gives a name in capitals to; of tables those entries that are not 0."""
    return {price for name in _names(module) for price in _prices(name, getattr(module, name))}


def _names(module: ModuleType) -> Iterator[str]:
    for node in ast.parse(inspect.getsource(module)).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            if isinstance(target, ast.Name) and target.id.lstrip("_").isupper():
                yield target.id


def _prices(name: str, value: object) -> Iterator[Price]:
    if isinstance(value, dict):
        yield from (Price(name, key) for key, price in value.items() if price)
    elif isinstance(value, tuple):
        yield from (Price(name, key) for key in range(len(value)))
    elif isinstance(value, (int, float)):
        yield Price(name)


def set_price(monkeypatch: pytest.MonkeyPatch, module: ModuleType, price: Price, value: float) -> None:
    """Sets the price wherever the package has it by its name; of a row of entries it takes the entry out."""
    old = getattr(module, price.name)
    new: object = value
    if isinstance(old, dict):
        new = {**old, price.key: value}
    elif isinstance(old, tuple):
        new = tuple(entry for key, entry in enumerate(old) if key != price.key)
    for known in [known for name, known in sys.modules.items() if name.startswith("layout.")]:
        if getattr(known, price.name, None) is old:
            monkeypatch.setattr(known, price.name, new)
