"""Takes a command line, runs it, prints its seconds, peak memory and status as JSON; run as a small process.

A child starts with the peak memory of the process that forked it, so a large process cannot measure a small
one: the benchmark starts this file with `python -I -S`, and this file starts the program.
"""

import json
import resource
import subprocess
import sys
import time


def main() -> None:
    """Runs the command in the arguments; its errors pass through, its standard output is dropped."""
    start = time.perf_counter()
    status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured = {
        "seconds": seconds,
        "processor_seconds": used.ru_utime + used.ru_stime,
        "peak_mib": used.ru_maxrss / 1024,
        "status": status,
    }
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    main()
