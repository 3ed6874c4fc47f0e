"""Measure the parser beside other programs on the same files in one run: ``make bench``.

    python benchmarks/run.py [--rounds 5] [--up-to 10000000] [FOLDER ...]

Without folders it reads ``corpus/`` and, where they lie beside the clone, real notices. Prints tables, writes
``results.json`` and ``speed.png`` beside this file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from machine import describe
from measure import HERE, Timing, import_seconds, median_run, read_alone, time_each
from peers import PEERS, Peer, decoded, lxml_text
from picture import draw
from report import show
from rich.console import Console
from shapes import SHAPES
from stages import stage_table

import tender_kit

ROOT = HERE.parent
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
BASE_MB, MB_PER_MB = 60, 12
SLOW_BYTES = 100_000


def groups(folders: Sequence[Path]) -> dict[str, list[Path]]:
    """The files of each folder, pages and texts apart; other forms count with neither."""
    found = {}
    for folder in folders:
        paths = sorted(p for p in folder.rglob("*") if p.suffix in {".html", ".txt", ".md"} and p.name != "README.md")
        found[f"{folder.name}: pages"] = [p for p in paths if p.suffix == ".html"]
        found[f"{folder.name}: texts"] = [p for p in paths if p.suffix != ".html"]
    return {name: paths for name, paths in found.items() if paths}


def compare(name: str, paths: Sequence[Path], rounds: int) -> dict[str, Any]:
    """Time a full parse and every peer on the files of a group."""
    documents = [path.read_bytes() for path in paths]
    pages = name.endswith("pages")
    texts = [lxml_text(page) if pages else page for page in map(decoded, documents)]
    size, characters = sum(map(len, documents)) / 1e6, sum(map(len, texts))
    ours = time_each(tender_kit.parse, documents, rounds)
    slowest = max(range(len(paths)), key=ours.least.__getitem__)
    return {
        "group": name,
        "documents": len(paths),
        "mb": round(size, 3),
        "text_mb": round(sum(len(text.encode()) for text in texts) / 1e6, 3),
        "characters": characters,
        "documents_per_s": round(len(paths) / ours.seconds, 1),
        "mb_per_s": round(size / ours.seconds, 2),
        "first_reading_mb_per_s": round(size / ours.first_seconds, 2),
        "slowest": {
            "document": _label(paths[slowest]),
            "ms": round(ours.least[slowest] * 1e3, 1),
            "bytes": len(documents[slowest]),
        },
        "peers": [row for peer in PEERS if (row := _beside(peer, name, documents, texts, ours, rounds))],
    }


def _label(path: Path) -> str:
    """Name a document of the project; of others only the size is told."""
    if not path.resolve().is_relative_to(ROOT):
        return f"{path.suffix[1:]} of {path.stat().st_size:,} bytes"
    return path.parent.name if path.stem == "source" else path.stem


def _beside(
    peer: Peer, name: str, documents: Sequence[bytes], texts: Sequence[str], ours: Timing, rounds: int
) -> dict[str, Any] | None:
    """Time one peer; a row that says so where it is not installed."""
    if peer.takes == "html" and not name.endswith("pages"):
        return None
    if peer.slow and sum(len(text.encode()) for text in texts) > SLOW_BYTES:
        return None
    try:
        read = peer.load()
    except ImportError:
        return {"peer": peer.name, "installed": False}
    given = {"bytes": documents, "html": list(map(decoded, documents)), "text": texts}[peer.takes]
    theirs = time_each(_forgiving(read), given, 1 if peer.slow else rounds)
    return {
        "peer": peer.name,
        "installed": True,
        "ms": round(theirs.seconds * 1e3, 2),
        "our_time_to_theirs": round(ours.seconds / theirs.seconds, 3),
        "their_time_to_ours": round(theirs.seconds / ours.seconds, 3),
    }


def _forgiving(read: Any) -> Any:
    """A peer that fails on a document has still spent its time on it."""

    def reading(document: object) -> None:
        try:
            read(document)
        except Exception as error:
            print(f"  {type(error).__name__} of a peer: {error}"[:100], file=sys.stderr)

    return reading


def growth(up_to: int) -> list[dict[str, Any]]:
    """Read each shape at each size, each in a process of its own."""
    rows = []
    for shape in SHAPES:
        for size in (size for size in SIZES if size <= up_to):
            row = read_alone(shape, str(size))
            limit = BASE_MB + MB_PER_MB * row["bytes"] / 1e6
            rows.append({"shape": shape, **{k: round(v, 4) for k, v in row.items()}, "limit_mb": round(limit)})
            print(f"  {shape} {size:>10,}: {row['seconds']:.3f} s, {row['peak_mb']:.0f} MB", file=sys.stderr)
    return rows


def measure(folders: Sequence[Path], rounds: int, up_to: int) -> dict[str, Any]:
    found = groups(folders)
    biggest = [max(paths, key=lambda path: path.stat().st_size) for paths in found.values()]
    tender_kit.parse("某中心采购公告\n预算金额:50万元\n每月上门不少于2次。\n")
    documents = [path.read_bytes() for paths in found.values() for path in paths]
    return {
        "machine": describe(),
        "groups": [compare(name, paths, rounds) for name, paths in found.items()],
        "stages": stage_table(documents, rounds),
        "memory": [{"document": _label(path), **read_alone(str(path))} for path in biggest],
        "import_s": round(import_seconds(), 3),
        "help_s": round(median_run(str(Path(sys.executable).parent / "tender-kit"), "--help"), 3),
        "growth": growth(up_to),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--up-to", type=int, default=SIZES[-1])
    options = parser.parse_args()
    real = ROOT.parent / "shared" / "real"
    folders = options.folders or [ROOT / "corpus", *([real] if real.is_dir() else [])]
    result = measure(folders, options.rounds, options.up_to)
    (HERE / "results.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    show(result, Console(width=None if sys.stdout.isatty() else 130))
    draw(result, HERE / "speed.png")


if __name__ == "__main__":
    main()
