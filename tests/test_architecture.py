"""The house itself: layers, small files and functions, a sentence at the head of each module."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Writer = Callable[..., Path]
ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "layout").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
TABLES = {
    "layout/model/theme.py",
}
"""Files of data, exempt from the limit of length."""


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_imports_run_downward() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_is_small_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module opens with one sentence"
    if name(path) not in TABLES:
        assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


UNNEEDED = (
    "pypdf",
    "fontTools",
    "idna",
    "segno",
    "charset_normalizer",
    "markdown_it",
    "tinycss2",
    "PIL.ImageCms",
    "layout.mail",
    "layout.preflight",
    "layout.output",
    "layout.images.raster",
)
"""Modules that a page of plain text is made without."""


def test_a_one_page_build_does_not_import_what_it_does_not_need(write_folder: Writer) -> None:
    folder = write_folder()
    arguments = ["build", str(folder), "-e", "screen", "-o", str(folder / "out")]
    script = (
        "import sys\nfrom layout.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        f"print([m for m in {UNNEEDED!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert list((folder / "out").glob("*-screen.pdf"))


LATE = {
    "layout/__main__.py": "Ctrl-C is told also while the program loads",
    "layout/commands/preflight.py": "only publicity needs what draws logos",
    "layout/compose/covers/photograph.py": "only a photograph on the cover is looked at",
    "layout/draw/compact_outlines.py": "few brochures have fonts of these kinds",
    "layout/images/checks.py": "content without drawings or photographs needs no reader of them",
    "layout/images/marks/qr.py": "few brochures have a code",
    "layout/images/svg/document/cascade.py": "few drawings have a style sheet",
    "layout/images/svg/painting/paint.py": "nearly every colour is hexadecimal",
    "layout/pipeline/building.py": "only who has products judged needs the judge",
    "layout/pipeline/checking.py": "few brochures show pages of documents",
    "layout/pipeline/checks/listing.py": "content without photographs or documents needs no reader of them",
    "layout/pipeline/composing.py": "only a handout is set anew",
    "layout/pipeline/covers.py": "only a designer's cover is judged",
    "layout/pipeline/drawing.py": "a brochure without covers needs no reader of PDF",
    "layout/pipeline/pictures.py": "a brochure without photographs needs no decoder",
    "layout/pipeline/product.py": "only who names a programme needs its judge",
    "layout/preflight/inspection.py": "only publicity has pages rendered by PDFium",
    "layout/preflight/text/programs.py": "few files have fonts in CFF",
    "layout/resources/messages.py": "most builds have nothing to say",
    "layout/resources/spoken.py": "most builds have nothing to say",
    "layout/source/fields/inline.py": "words without a sign of markup are not parsed",
    "layout/source/import_text/plain/decode_text.py": "nearly every text is explained without it",
}
"""Modules that import inside a function, and why; everything else is imported at a module's head."""


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_what_is_imported_late_is_so_for_a_reason(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    late = [n.lineno for f in functions for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)]
    assert bool(late) == (name(path) in LATE)
