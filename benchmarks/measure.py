"""Timers: processor time of reading documents, peak memory and time of whole processes."""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Timing:
    """Processor seconds of one program on some documents: for each the first time, and the least of all rounds."""

    first: tuple[float, ...]
    least: tuple[float, ...]

    @property
    def seconds(self) -> float:
        return sum(self.least)

    @property
    def first_seconds(self) -> float:
        return sum(self.first)


def time_each(read: Callable[[Any], object], documents: Sequence[Any], rounds: int) -> Timing:
    """Time a program on each document. The least of several rounds is what it needs when nothing else disturbs it."""
    seen: list[list[float]] = [[] for _ in documents]
    for _ in range(rounds):
        gc.collect()
        for number, document in enumerate(documents):
            start = time.process_time()
            read(document)
            seen[number].append(time.process_time() - start)
    return Timing(tuple(times[0] for times in seen), tuple(map(min, seen)))


def median_run(*command: str, runs: int = 7) -> float:
    """Seconds by the clock of a whole process, the median of some."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def import_seconds() -> float:
    """Seconds of ``import tender_kit`` alone, without the start of the interpreter: the median of several processes."""
    code = "import time; t = time.perf_counter(); import tender_kit; print(time.perf_counter() - t)"
    return statistics.median(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(7))


def read_alone(*arguments: str) -> dict[str, Any]:
    """Read one document in a process of its own: ``bytes``, processor ``seconds``, ``peak_mb`` of the whole process."""
    output = subprocess.check_output([sys.executable, str(HERE / "alone.py"), *arguments])
    result: dict[str, Any] = json.loads(output)
    return result
