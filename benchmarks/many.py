"""Measure many files: how well two processes share the work, and whether memory stays flat. ``make bench-many``.

The files are variants of the corpus (other figures), made in a folder that is removed at the end. Times are of the clock, so
other programs on the machine count: runs with one process and with two follow each other, and the ratio of each
pair is shown. The time of the processors tells what the machine alone would not: how much work two processes add.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

CORPUS = Path(__file__).parent.parent / "corpus"
MIN_EFFICIENCY = 0.8
# What the bounded caches of a process take until they are full; a result kept for each file would be fifty times as much.
MAX_MORE_MEGABYTES = 16
# One run from a cold start, in a process of its own so that its memory is its own.
RUN = """
import json, resource, sys, time
from functools import partial
from pathlib import Path
from tender_kit.batch.lines import write_lines
from tender_kit.batch.many import parse_many

folder, workers, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
files = sorted(map(str, folder.glob("*.*")))[:count]
start = time.perf_counter()
for step in write_lines(files, folder / "notices.jsonl", partial(parse_many, workers=workers)):
    assert step.failure is None, step.failure
wall = time.perf_counter() - start
own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "wall": wall,
    "processor": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
    "caller": own.ru_maxrss / 1024,
    "process": children.ru_maxrss / 1024,
}))
"""


def make_files(folder: Path, count: int) -> int:
    """Write variants of the text and HTML notices of the corpus; give their size in bytes."""
    sources = [path for path in sorted(CORPUS.glob("*/source.*")) if path.suffix in (".txt", ".html", ".md")]
    texts = [(path.suffix, path.read_bytes()) for path in sources]
    size = 0
    for number in range(count):
        suffix, data = texts[number % len(texts)]
        # Another number in place of the years: no two files are the same, and none is shorter or longer.
        data = re.sub(rb"202[0-9]", str(2000 + number // len(texts) % 1000).encode(), data)
        (folder / f"{number:05}{suffix}").write_bytes(data)
        size += len(data)
    return size


def run(folder: Path, workers: int, count: int) -> dict[str, float]:
    printed = subprocess.check_output([sys.executable, "-c", RUN, str(folder), str(workers), str(count)])
    return json.loads(printed)  # type: ignore[no-any-return]


def spread(values: list[float], form: str) -> str:
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:{form}} ({low:{form}} – {high:{form}})"


def verdict(is_good: bool, limit: str) -> str:
    return f"[green]{limit}[/green]" if is_good else f"[red]{limit}[/red]"


def efficiency_rows(folder: Path, count: int, rounds: int) -> list[tuple[str, str, str]]:
    pairs = [(run(folder, 1, count), run(folder, 2, count)) for _ in range(rounds)]
    efficiency = [one["wall"] / two["wall"] / 2 for one, two in pairs]
    added = [two["processor"] / one["processor"] - 1 for one, two in pairs]
    best = min(one["wall"] for one, _ in pairs) / min(two["wall"] for _, two in pairs) / 2
    return [
        (f"{count} files, one process", spread([count / one["wall"] for one, _ in pairs], ".0f") + " files/s", ""),
        (f"{count} files, two processes", spread([count / two["wall"] for _, two in pairs], ".0f") + " files/s", ""),
        ("efficiency of each pair: speed-up ÷ 2", spread(efficiency, ".2f"), ""),
        ("efficiency of the best runs", f"{best:.2f}", verdict(best >= MIN_EFFICIENCY, f"≥ {MIN_EFFICIENCY}")),
        ("processor time that two processes add", spread(added, "+.1%"), ""),
    ]


def memory_rows(folder: Path, counts: tuple[int, int]) -> list[tuple[str, str, str]]:
    few, many = (run(folder, 2, count) for count in counts)
    rows = []
    for who, name in (("caller", "the caller"), ("process", "the largest process")):
        is_flat = many[who] - few[who] <= MAX_MORE_MEGABYTES
        shown = f"{few[who]:.0f} MB → {many[who]:.0f} MB"
        rows.append(
            (f"memory of {name}, {counts[0]} → {counts[1]} files", shown, verdict(is_flat, f"≤ + {MAX_MORE_MEGABYTES} MB"))
        )
    return rows


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--files", type=int, default=10_000, help="files for the memory; a tenth of them is what it is compared with"
    )
    options.add_argument("--rounds", type=int, default=5, help="pairs of runs for the efficiency, each over a fifth of the files")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        size = make_files(folder, chosen.files)
        table = Table("measure", "value", "limit", title=f"{chosen.files} files, {size / 1e6:.0f} MB", title_justify="left")
        for row in efficiency_rows(folder, chosen.files // 5, chosen.rounds):
            table.add_row(*row)
        for row in memory_rows(folder, (chosen.files // 10, chosen.files)):
            table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 120).print(table)


if __name__ == "__main__":
    main()
