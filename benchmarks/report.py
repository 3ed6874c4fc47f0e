"""The results as tables in a terminal, each figure beside what is asked of it."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table

MAX_TO_SOUP, MIN_TEXT_SPEED, MIN_JIONLP = 1.0, 5.0, 20.0
MAX_IMPORT, MAX_HELP = 0.25, 0.35


def show(result: dict[str, Any], console: Console) -> None:
    for group in result["groups"]:
        console.print(_peers(group))
    console.print(_stages(result["stages"]))
    console.print(_growth(result["growth"]))
    for row in result["memory"]:
        console.print(f"process that reads {row['document']} ({row['bytes']} bytes): at most {row['peak_mb']:.0f} MB")
    console.print(f"import tender_kit: {result['import_s']} s {_mark(result['import_s'] <= MAX_IMPORT, f'≤ {MAX_IMPORT}')}")
    console.print(f"tender-kit --help: {result['help_s']} s {_mark(result['help_s'] <= MAX_HELP, f'≤ {MAX_HELP}')}")


def _mark(kept: bool, limit: str) -> str:
    return f"[green]{limit}[/green]" if kept else f"[red]not {limit}[/red]"


def _peers(group: dict[str, Any]) -> Table:
    speed, slowest = group["mb_per_s"], group["slowest"]
    title = (
        f"{group['group']}: {group['documents']} documents, {group['mb']} MB\n"
        f"full parse: {group['documents_per_s']} documents/s, {speed} MB/s, first reading {group['first_reading_mb_per_s']} MB/s"
        + ("" if group["group"].endswith("pages") else " " + _mark(speed >= MIN_TEXT_SPEED, f"≥ {MIN_TEXT_SPEED} MB/s"))
        + f"\nslowest: {slowest['document']}, {slowest['ms']} ms"
    )
    table = Table("beside", "its time, ms", "our time ÷ its", "its time ÷ ours", "asked", title=title, title_justify="left")
    for row in group["peers"]:
        if not row["installed"]:
            table.add_row(row["peer"], "not installed: pip install -e '.[bench]'", "", "", "")
            continue
        ours, theirs = row["our_time_to_theirs"], row["their_time_to_ours"]
        asked = ""
        if row["peer"].startswith("BeautifulSoup"):
            asked = _mark(ours <= MAX_TO_SOUP, f"≤ {MAX_TO_SOUP}")
        if row["peer"].startswith("JioNLP"):
            asked = _mark(theirs >= MIN_JIONLP, f"≥ {MIN_JIONLP}")
        table.add_row(row["peer"], f"{row['ms']}", f"{ours:.3g}", f"{theirs:.3g}", asked)
    return table


def _stages(rows: list[dict[str, Any]]) -> Table:
    table = Table("stage", "ms for 10,000 characters", "share", title="what the time goes into", title_justify="left")
    for row in rows:
        table.add_row(row["stage"], str(row["ms_per_10k_chars"]), f"{row['share']:.1%}")
    return table


def _growth(rows: list[dict[str, Any]]) -> Table:
    table = Table("shape", "bytes", "seconds", "MB/s", "peak MB", "asked", title="one document by itself", title_justify="left")
    for row in rows:
        size, seconds, peak, limit = row["bytes"], row["seconds"], row["peak_mb"], row["limit_mb"]
        speed = size / 1e6 / seconds
        table.add_row(
            row["shape"], f"{size:,}", f"{seconds:.3f}", f"{speed:.2f}", f"{peak:.0f}", _mark(peak <= limit, f"≤ {limit}")
        )
    return table
