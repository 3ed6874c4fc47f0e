"""What has to hold of every source, however broken; a breach is said in one line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.fuzz.cases import Case

import tender_kit
from tender_kit.analysis.support import find_unsupported
from tender_kit.core.errors import BrokenReader, TenderKitError
from tender_kit.core.model import Model
from tender_kit.core.readings import Evidence

# A broken document may cost so many times what the whole one costs at its length. Linear work stays far below.
MOST_TIMES = 25
TRIES = 4
TOO_QUICK = 0.2  # seconds below which no document is asked how long it takes when it is whole
# One case in so many is also compared with its original, made into a checklist and written as JSON and read again.
DEEP_EVERY = 20


def breaches(case: Case, number: int) -> list[str]:
    """Read a case and tell what does not hold of it."""
    try:
        notice, seconds = _read(case.source)
    except BrokenReader as error:
        return [_where(error.__cause__ if isinstance(error.__cause__, Exception) else error)]
    except TenderKitError as error:
        return [] if len(error.message) > 10 and error.english else [f"an error without a word on it: {error!r}"]
    except Exception as error:
        return [_where(error)]
    said = [f"unread: {finding.message_en}" for finding in notice.findings if finding.code == "part_unread"]
    said += _untrue(notice, notice.document)
    said += [f"unsupported: {each}" for each in find_unsupported(notice)] if case.is_faithful else []
    said += [f"takes {seconds:.1f} s"] if _is_slow(case, seconds) else []
    try:
        return said + (list(_deep(notice, case)) if number % DEEP_EVERY == 0 else [])
    except Exception as error:
        return [*said, _where(error)]


def _read(source: bytes | str) -> tuple[tender_kit.Notice, float]:
    begun = time.process_time()
    notice = tender_kit.parse(source if isinstance(source, bytes) else source + "\n")
    return notice, time.process_time() - begun


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "nowhere"
    return f"{type(error).__name__} at {place}: {str(error)[:200]}"


def _untrue(value: Any, document: Any) -> Iterator[str]:
    """Tell the evidence that is not the document's."""
    for piece in evidence_in(value):
        if document.text[piece.start : piece.end] != piece.quote:
            yield f"untrue: {piece}"


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Every evidence anywhere in a value."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from evidence_in(each)
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            if name not in ("document", "columns"):
                yield from evidence_in(getattr(value, name))


def left_out(notice: tender_kit.Notice, todo: tender_kit.Checklist) -> list[str]:
    """What binds for certain, qualifications and figures, and stands in no row of a checklist."""
    places = [(piece.start, piece.end) for row in todo.rows for piece in row.evidence]
    measured = [clause for clause in notice.requirements if clause.measures]
    pieces = [piece for clause in (*notice.qualifications, *measured) for piece in clause.evidence]
    return [p.quote for p in pieces if not any(start < p.end and p.start < end for start, end in places)]


def _deep(notice: tender_kit.Notice, case: Case) -> Iterator[str]:
    """Set the notice beside the whole one, make its checklist, write it as JSON and read that."""
    whole = _whole(case.origin)
    beside = tender_kit.compare([notice, whole])
    for row in beside.rows:
        for cell, column in zip(row.cells, beside.columns, strict=True):
            yield from _untrue(cell, column.document)
    todo = tender_kit.checklist(notice)
    yield from _untrue(todo, notice.document)
    yield from (f"the checklist leaves out {quote!r}" for quote in left_out(notice, todo))
    again = tender_kit.Notice.model_validate_json(notice.model_dump_json())
    if again != notice.model_copy(update={"document": None}):
        yield "JSON does not give the notice back"


@cache
def _whole(origin: bytes) -> tender_kit.Notice:
    return tender_kit.parse(origin)


@cache
def _usual(origin: bytes) -> float:
    """Seconds that the whole document takes; the first reading may load what later ones find in memory."""
    return min(_read(origin)[1] for _ in range(3))


def _is_slow(case: Case, seconds: float) -> bool:
    """Whether a case costs beyond its length, again and again; no clock of another machine is asked."""
    if seconds < TOO_QUICK:
        return False
    longer = max(1.0, len(case.source) / len(case.origin))
    most = MOST_TIMES * longer * _usual(case.origin)
    return seconds > most and all(_read(case.source)[1] > most for _ in range(TRIES))
