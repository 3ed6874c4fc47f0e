"""What the time of a full parse goes into, stage by stage: processor time, the least of some rounds for each document."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import tender_kit
from tender_kit import pipeline
from tender_kit.document import build
from tender_kit.extractors import registry

# The functions that are stages, by the module that calls them.
PARTS: tuple[tuple[Any, str, str], ...] = (
    (build, "read_layout", "reading: decoding, mark-up to paragraphs and grids, page noise"),
    (build, "find_text_tables", "tables in plain lines"),
    (build, "join_fragments", "paragraphs cut into lines"),
    (build, "build_sections", "sections"),
    (build, "find_pairs", "labels and values"),
    (pipeline, "build_document", "document, all of it with the above"),
    (pipeline, "Notice", "model of the notice"),
    (pipeline, "measure_coverage", "coverage"),
    (pipeline, "find_findings", "findings"),
)


def stage_table(documents: Sequence[bytes], rounds: int) -> list[dict[str, Any]]:
    """Give each stage with its milliseconds for 10,000 characters of text and its share of the whole."""
    spent: dict[str, float] = {}
    with _watched(spent):
        chars = sum(tender_kit.parse(data).source.chars for data in documents)
        least = [_least(spent, data, rounds) for data in documents]
    names = list(dict.fromkeys(name for each in least for name in each))
    totals = {name: sum(each.get(name, 0.0) for each in least) for name in names}
    return [
        {"stage": name, "ms_per_10k_chars": round(seconds * 1e7 / chars, 2), "share": round(seconds / totals["whole"], 3)}
        for name, seconds in sorted(totals.items(), key=lambda total: -total[1])
    ]


def _least(spent: dict[str, float], data: bytes, rounds: int) -> dict[str, float]:
    least: dict[str, float] = {}
    for _ in range(rounds):
        spent.clear()
        start = time.process_time()
        tender_kit.parse(data)
        spent["whole"] = time.process_time() - start
        for name, seconds in spent.items():
            least[name] = min(seconds, least.get(name, seconds))
    return least


@contextmanager
def _watched(spent: dict[str, float]) -> Iterator[None]:
    """Put a clock around each stage, and take it away again."""
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in PARTS] + [(pipeline, "FAMILIES", pipeline.FAMILIES)]
    for owner, name, label in PARTS:
        setattr(owner, name, _clocked(getattr(owner, name), label, spent))
    clocked = tuple((name, _clocked(family, f"facts: {name}", spent)) for name, family in registry.FAMILIES)
    pipeline.FAMILIES = clocked  # type: ignore[misc]
    try:
        yield
    finally:
        for owner, name, value in kept:
            setattr(owner, name, value)


def _clocked(work: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    def clocked(*values: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return work(*values, **named)
        finally:
            spent[label] = spent.get(label, 0.0) + time.process_time() - start

    return clocked
