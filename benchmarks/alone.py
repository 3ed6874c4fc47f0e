"""Read one document in this process alone and tell what it took: ``alone.py SHAPE BYTES`` or ``alone.py FILE``."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from shapes import make

import tender_kit
from tender_kit.document.sources.limits import Limits

WIDE = Limits(elements=20_000_000, table_cells=5_000_000)  # the default refuses the table of 10 MB
WARM = "某中心助浴服务采购公告\n一、项目编号:ZX-2026-01\n预算金额:50万元\n二、服务要求\n每月上门不少于2次,每次不少于40分钟。\n"


def peak_megabytes() -> float:
    """The most that this process has held. ``ru_maxrss`` would count what its parent held when it was started."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    data = make(sys.argv[1], int(sys.argv[2])) if len(sys.argv) > 2 else Path(sys.argv[1]).read_bytes()
    tender_kit.parse(WARM)
    before = peak_megabytes()
    start = time.process_time()
    tender_kit.parse(data, limits=WIDE)
    seconds = time.process_time() - start
    print(json.dumps({"bytes": len(data), "seconds": seconds, "peak_mb": peak_megabytes(), "before_mb": before}))


if __name__ == "__main__":
    main()
