"""Takes a PDF of one page, gives its look as pixels on white, by PDFium within limits; reads no file."""

from __future__ import annotations

import subprocess
import sys

from layout.output.artwork.extract import Artwork

SECONDS = 60
"""How long one picture may take."""
MOST_PIXELS = 36_000_000
"""Pixels of one picture: A4 at 600 ppi has 35 million."""
_MEMORY = 3_000_000_000
"""Bytes it may take."""

_SCRIPT = """
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
except (ImportError, ValueError, OSError):
    pass
import pypdfium2
page = pypdfium2.PdfDocument(sys.stdin.buffer.read())[0]
bitmap = page.render(scale=float(sys.argv[2]), rev_byteorder=True, force_bitmap_format=3)
width, height, stride = bitmap.width, bitmap.height, bitmap.stride
rows = bytes(bitmap.buffer)
sys.stdout.buffer.write(width.to_bytes(4, "big") + height.to_bytes(4, "big"))
blue = bytearray().join(rows[at * stride : at * stride + 4 * width] for at in range(height))
samples = bytearray(3 * width * height)
for channel in range(3):
    samples[channel::3] = blue[channel::4]
sys.stdout.buffer.write(samples)
"""


class UnrenderedError(Exception):
    """PDFium gave up: it took too long, too much memory, or met what it cannot read."""


def render_artwork(artwork: Artwork, ppi: float) -> tuple[bytes, int, int]:
    """Rows of sRGB samples of 8 bits, their width and height. Raises `UnrenderedError`.

    The renderer is a process of its own with a deadline and a limit of memory.
    """
    width, height = artwork.size
    scale = min(ppi / 72, (MOST_PIXELS / (width * height)) ** 0.5)
    command = [sys.executable, "-c", _SCRIPT, str(_MEMORY), repr(scale)]
    try:
        ran = subprocess.run(command, input=artwork.pdf, capture_output=True, timeout=SECONDS, check=False)
    except (subprocess.TimeoutExpired, OSError):
        raise UnrenderedError from None
    if ran.returncode != 0 or len(ran.stdout) < 8:
        raise UnrenderedError
    across, down = (int.from_bytes(ran.stdout[at : at + 4], "big") for at in (0, 4))
    if len(ran.stdout) != 8 + 3 * across * down or not across * down:
        raise UnrenderedError
    return ran.stdout[8:], across, down
