"""Real documents beside the clone, where there are any: no crash, true quotes, clauses all on the checklist."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fuzz.invariants import left_out

import tender_kit

SHARED = Path(__file__).parents[2] / "shared"
DOCUMENTS = sorted(
    path
    for part in ("seeds", "real", "practice")
    for path in (SHARED / part).glob("*")
    if path.suffix in (".txt", ".html", ".docx", ".pdf")
)


# Without such documents the parameters are empty, which pytest reports as a skipped test.
@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_a_real_document_is_read_truly(path: Path) -> None:
    notice = tender_kit.parse(path)
    assert notice.document is not None
    text = notice.document.text
    facts = [*notice.requirements, *notice.qualifications, *notice.payments, *notice.items, *notice.awards, *notice.findings]
    measures = [measure for clause in notice.requirements for measure in clause.measures]
    evidence = [piece for fact in (*facts, *measures) for piece in fact.evidence]
    assert [piece for piece in evidence if text[piece.start : piece.end] != piece.quote] == []
    assert left_out(notice, tender_kit.checklist(notice)) == []
