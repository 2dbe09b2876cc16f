"""Takes a PDF on disk, has Ghostscript write its separations beside it; never looks into them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from layout.pdfreading.ghostscript import MEMORY


def separate(program: str, source: Path, pages: tuple[int, int], ppi: float, seconds: float) -> str:
    """Writes the plates of the first to the last of `pages`; gives a problem's code, empty where all is well.

    The files `p1(Cyan).tif` and so on, counted from the first page, come beside `source`: grey TIFFs, 8 bits,
    of the whole media box, turned as the page is.
    """
    command = [
        program,
        "-q",
        "-dSAFER",
        "-dBATCH",
        "-dNOPAUSE",
        "-dNOINTERPOLATE",
        "-dOverrideICC=true",
        f"-K{MEMORY}",
        "-sDEVICE=tiffsep",
        "-sCompression=none",
        f"-r{ppi:.4f}",
        f"-dFirstPage={pages[0]}",
        f"-dLastPage={pages[1]}",
        "-sOutputFile=p%d.tif",
        source.name,
    ]
    try:
        ran = subprocess.run(
            command, cwd=source.parent, timeout=max(seconds, 0.1), capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return "render-timeout"
    except OSError:
        return "render-failed"
    return "" if ran.returncode == 0 else "render-failed"


def plates_of(page: int, folder: Path) -> dict[str, Path]:
    """The plates `separate` wrote of the page that is `page`-th in its run, by their inks' names."""
    before, after = f"p{page}(", ").tif"
    return {
        path.name[len(before) : -len(after)]: path
        for path in sorted(folder.glob("*.tif"))
        if path.name.startswith(before) and path.name.endswith(after)
    }
