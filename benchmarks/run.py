"""Measure the parser on the corpus: speed, its ratio to bare text extraction, memory, import time, growth. ``make bench``.

Every number is of one run on this machine; the ratios compare two programs on the same documents in the same run.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import lxml.html
from bs4 import BeautifulSoup
from rich.console import Console
from rich.table import Table

import tender_kit

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
ROUNDS = 5
MAX_TO_SOUP = 4.0
MAX_GROWTH = 12.0
MAX_IMPORT = 0.4
MAX_HELP = 0.6


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Processor time, the best of some rounds: what the program needs when nothing else disturbs it."""
    found = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def on_each(read: Callable[[bytes], object], documents: Sequence[bytes]) -> Callable[[], None]:
    def work() -> None:
        for data in documents:
            read(data)

    return work


def soup_text(html: str) -> str:
    return BeautifulSoup(html, "lxml").get_text()


def lxml_text(html: str) -> str:
    return str(lxml.html.document_fromstring(html).text_content())


def decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def inflated(html: str, times: int) -> str:
    """A page whose body stands several times: a long notice with the markup of a real one."""
    start, end = html.find("<body"), html.rfind("</body")
    if start < 0 or end < 0:
        return html * times
    inside = html[html.find(">", start) + 1 : end]
    return html[: html.find(">", start) + 1] + inside * times + html[end:]


def median_run(*command: str) -> float:
    times = []
    for _ in range(7):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def import_time() -> float:
    """Seconds of ``import tender_kit`` alone, without the start of the interpreter: the median of several processes."""
    code = "import time; t = time.perf_counter(); import tender_kit; print(time.perf_counter() - t)"
    return statistics.median(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(7))


def peak_megabytes(documents: Sequence[bytes]) -> float:
    """The most that Python holds beyond what it held before, while one of the documents is read."""
    peaks = []
    tracemalloc.start()
    for data in documents:
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        tender_kit.parse(data)
        peaks.append(tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()
    return max(peaks) / 1e6


def speed_rows(documents: Sequence[bytes]) -> list[tuple[str, str, str]]:
    spent = seconds(on_each(tender_kit.parse, documents))
    size = sum(map(len, documents)) / 1e6
    return [
        ("documents", f"{len(documents)}, {size:.2f} MB", ""),
        ("full parse", f"{len(documents) / spent:.1f} documents/s", ""),
        ("", f"{size / spent:.2f} MB/s", ""),
    ]


def ratio_rows(pages: Sequence[str], name: str) -> list[tuple[str, str, str]]:
    ours = seconds(lambda: [tender_kit.parse(page.encode()) for page in pages], 3)
    soup = seconds(lambda: [soup_text(page) for page in pages], 3)
    bare = seconds(lambda: [lxml_text(page) for page in pages], 3)
    return [
        (f"{name}: time to BeautifulSoup get_text", f"{ours / soup:.2f} ×", verdict(ours / soup, MAX_TO_SOUP)),
        (f"{name}: time to lxml.html text_content", f"{ours / bare:.2f} ×", ""),
    ]


def real_rows() -> list[tuple[str, str, str]]:
    """The same on pages of real portals, where some lie beside the clone: more markup around each fact than in the corpus."""
    pages = [decoded(path.read_bytes()) for path in sorted((ROOT.parent / "shared" / "real").glob("*.html"))]
    return ratio_rows(pages, f"{len(pages)} real pages") if pages else []


def growth_row(page: str) -> tuple[str, str, str]:
    once = seconds(lambda: tender_kit.parse(page.encode()))
    tenfold = seconds(lambda: tender_kit.parse(inflated(page, 10).encode()), 3)
    return (
        f"growth: a page of {len(page)} characters × 10",
        f"{tenfold / once:.1f} × the time",
        verdict(tenfold / once, MAX_GROWTH),
    )


def verdict(value: float, limit: float) -> str:
    return f"[green]≤ {limit:g}[/green]" if value <= limit else f"[red]> {limit:g}[/red]"


def main() -> None:
    paths = sorted(path for path in CORPUS.glob("*/source.*"))
    documents = [path.read_bytes() for path in paths]
    pages = [decoded(data) for path, data in zip(paths, documents, strict=True) if path.suffix == ".html"]
    start, help_time = import_time(), median_run(str(Path(sys.executable).parent / "tender-kit"), "--help")
    rows = [
        *speed_rows(documents),
        *ratio_rows(pages, f"{len(pages)} HTML pages"),
        *ratio_rows([inflated(page, 8) for page in pages], "the same, bodies × 8"),
        *real_rows(),
        growth_row(max(pages, key=len)),
        ("peak memory of one document", f"{peak_megabytes(documents):.1f} MB", ""),
        ("import tender_kit", f"{start:.2f} s", verdict(start, MAX_IMPORT)),
        ("tender-kit --help, whole process", f"{help_time:.2f} s", verdict(help_time, MAX_HELP)),
    ]
    table = Table(
        "measure", "value", "limit", title=f"tender_kit on corpus/ (Python {sys.version.split()[0]})", title_justify="left"
    )
    for row in rows:
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 120).print(table)


if __name__ == "__main__":
    main()
