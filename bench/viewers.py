"""Takes two editions of a brochure, compares their pages in Chromium's viewer and in poppler; reads no text.

Both programs must be installed: neither comes from PyPI. Chromium is driven through its DevTools protocol by
a pipe, since its command line takes a screenshot before the viewer has drawn a page.
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from pypdf import PdfReader

WINDOW = (700, 1000)
PPI = 100
MOST_DIFFERENCE = 1.5
"""Mean of 256 levels a page: pictures have fewer pixels and drawings rounded points, nothing else changes."""
PATIENCE = 30.0
"""Seconds until a page must stand still."""
STEP = 0.4


class Chromium:
    """A headless Chromium, a tab for each page shown."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands = os.fdopen(commands, "wb", buffering=0)
        self._answers = os.fdopen(answers, "rb", buffering=0)
        self._waiting = b""
        self._numbers = count(1)

    def call(self, method: str, session: str = "", **parameters: object) -> dict[str, Any]:
        """What a method of the protocol answers; raises RuntimeError where it is refused or nothing comes."""
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self._commands.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = json.loads(self._read())
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result

    def _read(self) -> bytes:
        while b"\0" not in self._waiting:
            ready, _, _ = select.select([self._answers], [], [], PATIENCE)
            read = self._answers.read(65536) if ready else b""
            if not read:
                raise RuntimeError("Chromium says nothing")
            self._waiting += read
        message, _, self._waiting = self._waiting.partition(b"\0")
        return message

    def show(self, file: Path, page: int) -> Image.Image:
        """The viewer's window with page `page` (from 1), once it stands still."""
        address = f"{file.resolve().as_uri()}#toolbar=0&navpanes=0&view=Fit&page={page}"
        tab = self.call("Target.createTarget", url=address)["targetId"]
        session = self.call("Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
        try:
            return self._watch(session)
        finally:
            self.call("Target.closeTarget", targetId=tab)

    def _watch(self, session: str) -> Image.Image:
        before, end = b"", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(STEP)
            shot = base64.b64decode(self.call("Page.captureScreenshot", session, format="png")["data"])
            if shot == before and _is_drawn(shot):
                return Image.open(io.BytesIO(shot)).convert("RGB")
            before = shot
        raise RuntimeError("a page is not shown")


def _is_drawn(shot: bytes) -> bool:
    """Whether more than the viewer's empty ground is seen."""
    colours = Image.open(io.BytesIO(shot)).convert("L").getcolors()
    return colours is None or len(colours) > 20


@contextmanager
def start_chromium() -> Iterator[Chromium]:
    """A Chromium of a profile of its own, ended with the block."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("no Chromium is installed")
    to_read, commands = os.pipe()
    answers, to_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        size = ",".join(map(str, WINDOW))
        options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
        call = [program, *options, f"--window-size={size}", f"--user-data-dir={profile}"]
        shell = f'exec "$@" --remote-debugging-pipe about:blank 3<&{to_read} 4>&{to_write}'
        running = subprocess.Popen(
            ["sh", "-c", shell, "sh", *call], pass_fds=(to_read, to_write), stderr=subprocess.DEVNULL
        )
        os.close(to_read)
        os.close(to_write)
        try:
            yield Chromium(commands, answers)
        finally:
            running.terminate()
            running.wait()


def draw_with_poppler(file: Path, page: int) -> Image.Image:
    """One page (from 1) as `pdftoppm` draws it."""
    call = ["pdftoppm", "-r", str(PPI), "-png", "-f", str(page), "-l", str(page), str(file)]
    return Image.open(io.BytesIO(subprocess.run(call, check=True, capture_output=True).stdout)).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures of one size, of 256 levels."""
    pixels = [np.asarray(picture, dtype=np.int16) for picture in (one, other)]
    return float(np.abs(pixels[0] - pixels[1]).mean())


def main() -> None:
    """Prints how far each page differs in each viewer; ends with 1 where one looks different."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mail", type=Path)
    parser.add_argument("screen", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for Chromium's screenshots")
    arguments = parser.parse_args()
    files = (arguments.mail, arguments.screen)
    worst = 0.0
    with start_chromium() as chromium:
        for page in range(1, len(PdfReader(arguments.mail).pages) + 1):
            shown = [chromium.show(file, page) for file in files]
            drawn = [draw_with_poppler(file, page) for file in files]
            figures = (differ(*shown), differ(*drawn))
            worst = max(worst, *figures)
            print(f"page {page:3}   Chromium {figures[0]:6.3f}   poppler {figures[1]:6.3f}")
            if arguments.keep:
                arguments.keep.mkdir(parents=True, exist_ok=True)
                shown[0].save(arguments.keep / f"page-{page}.png")
    print(f"worst {worst:.3f}, at most {MOST_DIFFERENCE} is right")
    sys.exit(int(worst > MOST_DIFFERENCE))


if __name__ == "__main__":
    main()
