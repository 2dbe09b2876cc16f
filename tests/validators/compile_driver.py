"""Compiles VeraPdf.java into verapdf-driver.jar and notes the sums of both; run by hand, with a JDK.

The tests need no compiler: they run the jar, and see that source and jar still have the sums noted then.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.validators.validators import DRIVER, SOURCE, SUMS, find_verapdf

OLDEST_JAVA = "17"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def compile_driver() -> None:
    """Writes the jar, whose bytes depend on the classes alone, and the sums."""
    with tempfile.TemporaryDirectory() as work:
        command = ["javac", "--release", OLDEST_JAVA, "-g:none", "-encoding", "UTF-8", "-d", work]
        subprocess.run([*command, "-cp", str(find_verapdf()), str(SOURCE)], check=True)
        with zipfile.ZipFile(DRIVER, "w") as jar:
            for path in sorted(Path(work).glob("*.class")):
                entry = zipfile.ZipInfo(path.name, LONG_AGO)
                jar.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    SUMS.write_text(sums(), encoding="ascii")


def sums() -> str:
    """The sums of source and jar, as `sha256sum` writes them."""
    digests = ((path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in (SOURCE, DRIVER))
    return "".join(f"{digest}  {name}\n" for name, digest in digests)


if __name__ == "__main__":
    compile_driver()
