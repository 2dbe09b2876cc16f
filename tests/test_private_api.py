"""Private attributes of other libraries stand in few named files; a new version is answered there alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "layout").rglob("*.py"))
NAMED = {
    "layout/output/pdf/store.py": "pypdf",
    "layout/draw/reportlab_store.py": "reportlab",
}
"""The files that may reach into a library, and the library."""
PUBLISHED = {"_replace", "_fields", "_asdict", "_make"}
"""Methods of named tuples, which have an underscore to keep clear of fields."""


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_private(word: str) -> bool:
    return word.startswith("_") and not word.endswith("__") and word not in PUBLISHED


def own_names(tree: ast.AST) -> set[str]:
    """What the code defines itself: functions, names that are assigned, attributes set on self."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and is_self(node.value):
            found.add(node.attr)
    return found


def is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def foreign_names(tree: ast.Module) -> set[str]:
    """Names imported from outside the program."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("layout"):
            found.update(alias.asname or alias.name for alias in node.names)
    return found


def find_private(tree: ast.Module) -> Iterator[str]:
    """Each use of what another module keeps to itself: attributes, imports, and names a base class has."""
    own = own_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            if not is_self(node.value) and node.attr not in own:
                yield f"{node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            words = [alias.name for alias in node.names]
            words.append(getattr(node, "module", None) or "")
            if any(is_private(part) for word in words for part in word.split(".")):
                yield f"{node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.ClassDef):
            yield from inherited(node, foreign_names(tree))


def inherited(node: ast.ClassDef, foreign: set[str]) -> Iterator[str]:
    """Private names that a class takes over from a base of another library: used, and never set by itself."""
    if not any(isinstance(base, ast.Name) and base.id in foreign for base in node.bases):
        return
    own = own_names(node)
    for part in ast.walk(node):
        if not isinstance(part, ast.Attribute) or not is_self(part.value):
            continue
        if is_private(part.attr) and part.attr not in own:
            yield f"{part.lineno}: {ast.unparse(part)}"


@pytest.mark.parametrize("path", [path for path in MODULES if name(path) not in NAMED], ids=name)
def test_no_private_attribute_of_another_library(path: Path) -> None:
    assert list(find_private(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("file", NAMED)
def test_named_files_reach_into_their_library_and_no_other(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    tree = ast.parse(text)
    libraries = {"pypdf", "reportlab"} & {
        (node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }
    assert libraries == {NAMED[file]}
    assert list(find_private(tree)), "a file that reaches into nothing need not be named"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("writer._add_object(page)", True),
        ("self._writer._objects[0]", True),
        ("from pypdf._codecs import adobe_glyphs", True),
        ("import pypdf._codecs", True),
        ("from pypdf import _codecs", True),
        ("from pypdf import PdfReader\nclass A(PdfReader):\n    def f(self): return self._info", True),
        ("class A:\n    def f(self): return self._info", False),
        ("class A:\n    def __init__(self): self._x = 1\ndef f(a): return a._x", False),
        ("from __future__ import annotations", False),
        ("row._replace(x=1)", False),
    ],
)
def test_the_search_finds_what_it_should(code: str, found: bool) -> None:
    assert bool(list(find_private(ast.parse(code)))) is found
