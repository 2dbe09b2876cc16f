"""Every edition's row names the module that makes it, and every such module is named."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

from layout.model.products.edition import EDITIONS
from layout.pipeline import products


def test_rows_and_modules_name_each_other() -> None:
    (folder,) = products.__path__
    modules = {path.stem for path in Path(folder).glob("*.py")} - {"__init__"}
    assert modules == {edition.product for edition in EDITIONS.values()}


def test_each_product_is_one_function_of_pages_edition_and_wishes() -> None:
    for edition in EDITIONS.values():
        maker = import_module(f"{products.__name__}.{edition.product}").make
        assert list(inspect.signature(maker).parameters) == ["composed", "edition", "wishes"]
