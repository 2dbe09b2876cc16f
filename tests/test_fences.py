"""Fences of the house: libraries and their rooms, records, full folders, names that stand once."""

from __future__ import annotations

import ast
import gc
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from sys import stdlib_module_names

import pytest

from layout.model.patterns import LatePattern

ROOT = Path(__file__).resolve().parent.parent
LAYOUT = ROOT / "layout"
MODULES = sorted(LAYOUT.rglob("*.py"))

LIBRARIES: dict[str, tuple[str, ...]] = {
    "PIL": (
        "images",
        "preflight/gathering/plate_pictures.py",
        "preflight/gathering/rendering.py",
        "preflight/gathering/views.py",
        "preflight/graphics/samples.py",
    ),
    "charset_normalizer": ("source/import_text/plain",),
    "cssselect2": ("images/svg/document",),
    "click": ("cli.py", "commands", "reporting.py"),
    "fontTools": ("draw/compact_outlines.py", "preflight/text", "images/svg"),
    "idna": ("source/recipients",),
    "markdown_it": ("source/fields",),
    "msgspec": ("model/records.py", "live"),
    "pypdfium2": ("preflight/gathering", "live/view/pictures.py"),
    "starlette": ("live/web",),
    "uvicorn": ("live/web",),
    "watchfiles": ("live",),
    "pypdf": ("output", "pdfreading", "preflight"),
    "reportlab": ("draw",),
    "segno": ("images",),
    "tinycss2": ("images/svg",),
    "uharfbuzz": ("text", "draw"),
    "yaml": ("source/nodes",),
}
"""Each library, and the only rooms of `layout/` that may import it."""

MOST_FILES = 15
"""A folder holds about a dozen files: one chapter of the field."""

POSITIONAL = {
    "CurveTo": "its six numbers are the operands of PDF's operator c, in their order",
    "JudgeRule": "a row of the judge's tables, whose columns are read downward",
}
"""Records of six fields and more that may be built by place, with the reason."""
FROM_SIX = 6

HOMONYMS: dict[str, str] = {}
"""Public classes that may share a name across stages, with the reason."""


def name(path: Path) -> str:
    return path.relative_to(LAYOUT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The first part of every imported name, inside functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written from the top"
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_library_is_imported_in_its_rooms_alone(path: Path) -> None:
    for library in set(imported(path)) - stdlib_module_names - {"layout"}:
        assert library in LIBRARIES, f"{library} has no row in the table of libraries"
        rooms = LIBRARIES[library]
        assert any(name(path) == room or name(path).startswith(f"{room}/") for room in rooms), library


def test_every_row_of_the_table_of_libraries_is_used() -> None:
    used = {library for path in MODULES for library in imported(path)}
    assert set(LIBRARIES) <= used


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=name)
def test_a_folder_holds_about_a_dozen_files(folder: Path) -> None:
    assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= MOST_FILES


def records(path: Path) -> Iterator[tuple[ast.ClassDef, bool]]:
    """Each struct of a module, and whether it is built by keywords alone."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Struct" for base in node.bases):
            yield node, any(keyword.arg == "kw_only" for keyword in node.keywords)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_records_of_six_fields_are_built_by_keywords(path: Path) -> None:
    for node, by_keyword in records(path):
        fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
        if len(fields) >= FROM_SIX and node.name not in POSITIONAL:
            assert by_keyword, node.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_records_are_structs(path: Path) -> None:
    """A dataclass costs half a millisecond at every start of the program, a struct a hundredth of one."""
    assert name(path) == "model/records.py" or "dataclasses" not in imported(path)


def compiled_at_import(node: ast.AST) -> Iterator[int]:
    """Lines that compile a regular expression while the module is imported."""
    for one in ast.iter_child_nodes(node):
        if not isinstance(one, ast.FunctionDef | ast.Lambda):
            if isinstance(one, ast.Call) and ast.unparse(one.func) in ("re.compile", "compile"):
                yield one.lineno
            yield from compiled_at_import(one)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_regular_expression_is_compiled_at_import(path: Path) -> None:
    """`late_pattern` of `model/patterns.py` compiles what is met: a page of text meets few expressions."""
    assert list(compiled_at_import(tree(path))) == []


def test_every_late_pattern_can_be_compiled() -> None:
    """A mistake in an expression that few texts meet would show itself to a user alone."""
    for path in MODULES:
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    written = [one for one in gc.get_objects() if isinstance(one, LatePattern)]
    assert len(written) > 250
    for one in written:
        one.search  # noqa: B018


def test_no_public_class_has_a_namesake() -> None:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(name(path))
    assert {one for one, where in homes.items() if len(where) > 1} == set(HOMONYMS)


def test_every_path_of_the_plan_is_there() -> None:
    """Paths are written from the top of the checkout or of `layout/`; a bare name stands somewhere in it."""
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w./-]+(?:/|\.(?:py|toml|md)))`", plan))
    assert len(named) > 60
    missing = [
        one for one in named if not any((top / one).exists() for top in (ROOT, LAYOUT)) and not _stands(one)
    ]
    assert missing == []


def _stands(path: str) -> bool:
    """Whether a bare name is that of a file or folder of the program."""
    bare = path.rstrip("/")
    return "/" not in bare and any(LAYOUT.rglob(bare))


def test_no_files_import_each_other_in_a_circle() -> None:
    """Inside functions too: whoever imports late imports all the same."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES}
    arrows = {module: set(_imported_modules(path, modules)) for module, path in modules.items()}
    while ends := {module for module, met in arrows.items() if not met & arrows.keys()}:
        arrows = {module: met for module, met in arrows.items() if module not in ends}
    assert sorted(arrows) == []


def _imported_modules(path: Path, modules: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules else node.module
