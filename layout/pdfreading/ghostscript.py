"""Takes a PostScript picture, gives it as a PDF that Ghostscript makes of it; looks at neither."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAMS = ("gs", "gswin64c")
MEMORY = 2_000_000
"""Kilobytes Ghostscript may take."""
SECONDS = 60.0
"""How long a picture's program may run: PostScript may run for ever."""

_OPTIONS = (
    "-q",
    "-dSAFER",
    "-dBATCH",
    "-dNOPAUSE",
    "-dEPSCrop",
    "-sDEVICE=pdfwrite",
    "-dCompatibilityLevel=1.4",
    "-dAutoRotatePages=/None",
    "-dEmbedAllFonts=true",
    "-sColorConversionStrategy=LeaveColorUnchanged",
    "-dDownsampleColorImages=false",
    "-dDownsampleGrayImages=false",
    "-dDownsampleMonoImages=false",
    "-dAutoFilterColorImages=false",
    "-dAutoFilterGrayImages=false",
    "-dColorImageFilter=/FlateEncode",
    "-dGrayImageFilter=/FlateEncode",
    f"-K{MEMORY}",
)
_EVERY_FONT = "<< /NeverEmbed [ ] >> setdistillerparams"


class UnmadeError(Exception):
    """No PDF was made; `reason` is no-ghostscript, too-slow or failed."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def find_renderer() -> str | None:
    """The path of Ghostscript; None where there is none."""
    return next((path for path in map(shutil.which, PROGRAMS) if path), None)


@lru_cache(maxsize=16)
def distil(data: bytes) -> bytes:
    """An EPS as a PDF whose page is its bounding box, its fonts embedded, its colours as they are.

    The program in the file may read and write nothing (-dSAFER). Raises `UnmadeError`.
    """
    program = find_renderer()
    if program is None:
        raise UnmadeError("no-ghostscript")
    with TemporaryDirectory() as folder:
        made, source = Path(folder) / "made.pdf", Path(folder) / "given.eps"
        source.write_bytes(data)
        command = [program, *_OPTIONS, f"-sOutputFile={made}", "-c", _EVERY_FONT, "-f", str(source)]
        try:
            ran = subprocess.run(command, cwd=folder, timeout=SECONDS, capture_output=True, check=False)
        except subprocess.TimeoutExpired:
            raise UnmadeError("too-slow") from None
        except OSError:
            raise UnmadeError("failed") from None
        if ran.returncode != 0 or not made.is_file():
            raise UnmadeError("failed")
        return made.read_bytes()
