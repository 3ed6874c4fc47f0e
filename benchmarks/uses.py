"""Measure what is built on facts: comparing and screening 200 notices, as a share of the time that parsing them takes.

``make bench`` runs it. The notices are those of corpus/, each several times with other figures, so that no two are alike.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

import tender_kit as tk

ROOT = Path(__file__).parent.parent
COUNT = 200
MAX_COMPARE = 3.0
MAX_SCREEN = 0.3
DIGITS = [bytes.maketrans(b"123456789", b"123456789"[turn:] + b"123456789"[:turn]) for turn in range(9)]


def sources() -> list[tuple[bytes, str]]:
    """The plain sources of the corpus, again and again, each time with other digits."""
    paths = sorted(path for path in (ROOT / "corpus").glob("*/source.*") if path.suffix in (".html", ".txt", ".md"))
    turns = [(path, turn) for turn in range(COUNT // len(paths) + 1) for path in paths]
    return [
        (path.read_bytes().translate(DIGITS[turn]), f"{path.parent.name}-{turn}{path.suffix}") for path, turn in turns[:COUNT]
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    found = sources()
    profile = tk.load_profile(ROOT / "examples" / "org.toml")
    tk.screen([tk.parse(found[0][0])], profile)
    notices: list[tk.Notice] = []
    parsing = seconds(lambda: notices.extend(tk.parse(data, uri=name) for data, name in found))
    rows = (
        ("compare", seconds(lambda: tk.compare(notices, versions=False)), MAX_COMPARE),
        ("screen", seconds(lambda: tk.screen(notices, profile, on=date(2026, 3, 20))), MAX_SCREEN),
    )
    table = Table(
        "what", "seconds", "to parsing", "limit", title=f"{len(notices)} notices, parsed in {parsing:.1f} s", title_justify="left"
    )
    for name, spent, limit in rows:
        ratio = spent / parsing
        verdict = f"[green]≤ {limit:g}[/green]" if ratio <= limit else f"[red]> {limit:g}[/red]"
        table.add_row(name, f"{spent:.2f}", f"{ratio:.2f} ×", verdict)
    Console(width=None if sys.stdout.isatty() else 120).print(table)


if __name__ == "__main__":
    main()
