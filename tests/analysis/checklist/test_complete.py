"""Nothing in a notice that binds is left out: counted over the corpus by the places that rows quote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import tender_kit
from tender_kit.core.readings import Evidence, Reading
from tender_kit.document.model import Document
from tender_kit.models.checklist import Checklist
from tender_kit.models.notice import Notice

CASES = sorted((Path(__file__).parents[3] / "corpus").glob("*/source.*"))
CLAUSES = {"mandatory", "requirement", "payment", "scoring"}
FACTS = {
    "dates": ("documents_from", "documents_until", "questions_until", "bid_deadline", "opening"),
    "papers": ("submission.copies", "submission.place", "submission.documents_way", "submission.documents_place"),
    "payment": ("budget", "ceiling", "service.period"),
    "qualification": ("consortium", "set_aside"),
}
# Words that bind, as a reader would list them; the checklist has a longer list of its own.
BINDING = re.compile(r"必须|应当|不得|严禁|无效|否决|(?<!必)须(?!知)")
CLOSED = {"award", "contract", "acceptance", "termination"}

pytestmark = pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])


@cache
def read(path: Path) -> tuple[Notice, Checklist]:
    notice = tender_kit.parse(path)
    return notice, tender_kit.checklist(notice, on=date(2026, 4, 1))


def places(made: Checklist, sections: set[str]) -> set[tuple[int, int]]:
    return {(piece.start, piece.end) for row in made.rows if row.section in sections for piece in row.evidence}


def missing(facts: Iterable[tuple[Evidence, ...]], found: set[tuple[int, int]]) -> list[str]:
    """The quotes that no row quotes in full."""
    pieces = [piece for evidence in facts for piece in evidence]
    # A full stop behind the words of a row is no loss.
    return [p.quote for p in pieces if not any(s <= p.start and p.start + len(p.quote.rstrip("。")) <= e for s, e in found)]


def test_every_clause_has_a_row(path: Path) -> None:
    notice, made = read(path)
    # A signature under a table is no demand, though the reader gives it as a clause.
    signed = re.compile(
        r"[\d〇-鿿*]{4}年\S{1,3}月\S{1,3}日|\S{2,20}(?:局|处|中心|公司)|(?:采购单位|采购人|项目名称|项目编号|更正事项):.*"
    )
    names = {notice.title.value, notice.project.name.value}
    real = [clause for clause in notice.requirements if clause.text not in names]
    clauses = [clause for clause in real if clause.measures or not signed.fullmatch(clause.text)]
    assert missing((clause.evidence for clause in clauses), places(made, CLAUSES)) == []
    measures = [measure for clause in clauses for measure in clause.measures]
    assert missing((measure.evidence for measure in measures), places(made, CLAUSES)) == []


def test_every_substantive_clause_stands_first(path: Path) -> None:
    notice, made = read(path)
    mandatory = [clause.evidence for clause in notice.requirements if clause.mandatory]
    assert missing(mandatory, places(made, {"mandatory"})) == []


def test_every_marked_line_is_a_substantive_row(path: Path) -> None:
    notice, made = read(path)
    assert isinstance(notice.document, Document)
    found = places(made, {"mandatory"})
    marked = [block for block in notice.document.content if block.flow.text[:1] == "★" and len(block.flow.text) > 2]
    unlisted = [b.flow.text for b in marked if not b.heading and not any(s < b.end and b.start < e for s, e in found)]
    assert unlisted == []


def test_every_condition_paper_and_payment_has_a_row(path: Path) -> None:
    notice, made = read(path)
    assert missing((clause.evidence for clause in notice.qualifications), places(made, {"qualification"})) == []
    assert missing((paper.evidence for paper in notice.submission.papers), places(made, {"papers"})) == []
    assert missing((payment.evidence for payment in notice.payments), places(made, {"payment"})) == []


def test_every_score_item_has_a_row_with_its_points(path: Path) -> None:
    notice, made = read(path)
    items = [item for table in notice.score_tables for group in table.groups for item in group.items]
    assert missing((item.evidence for item in items), places(made, {"scoring"})) == []
    rows = [row for row in made.rows if row.section == "scoring"]
    assert sum(row.points.value or 0 for row in rows if row.points) >= sum(item.points.value or 0 for item in items)


def test_every_finding_is_a_risk(path: Path) -> None:
    notice, made = read(path)
    said = [row.clause for row in made.rows if row.kind.startswith("finding.")]
    assert len(said) == len(notice.findings)
    assert all(any(finding.message in clause for clause in said) for finding in notice.findings)


def test_every_date_sum_and_bond_that_is_stated_has_a_row(path: Path) -> None:
    notice, made = read(path)
    for section, names in FACTS.items():
        readings = [tender_kit_fact(notice, name if "." in name or section != "dates" else f"schedule.{name}") for name in names]
        stated = [reading.evidence for reading in readings if reading.state != "absent"]
        assert missing(stated, places(made, {section})) == []
    for bond, section in ((notice.submission.bid_bond, "papers"), (notice.submission.performance_bond, "payment")):
        given = [reading.evidence for reading in (bond.amount, bond.percent) if reading.state != "absent"]
        assert missing(given, places(made, {section})) == []


def tender_kit_fact(notice: Notice, path: str) -> Reading[object]:
    value: object = notice
    for name in path.split("."):
        value = getattr(value, name)
    assert isinstance(value, Reading)
    return value


def test_every_word_that_binds_stands_in_a_row(path: Path) -> None:
    """Of a sentence with a binding word some row quotes that word; headings stand over rows, results bind nobody any more."""
    notice, made = read(path)
    assert isinstance(notice.document, Document)
    if notice.kind.value in CLOSED:
        return
    found = places(made, {row.section for row in made.rows})
    lost = [
        notice.document.text[max(0, place - 30) : place + 30]
        for block in notice.document.content
        if not block.heading
        for word in BINDING.finditer(notice.document.text, block.start, block.end)
        if not any(start <= (place := word.start()) < end for start, end in found)
    ]
    assert lost == []


def test_every_figure_that_no_fact_has_used_is_listed(path: Path) -> None:
    notice, made = read(path)
    assert notice.document is not None
    found = places(made, {row.section for row in made.rows})
    if notice.kind.value in CLOSED:
        return
    for unused in (u for u in notice.coverage.unused if u.what != "mandatory"):
        (piece,) = unused.evidence
        is_clock = re.search(r"[时点:：]\s?$|发布.{0,4}$", notice.document.text[: piece.start][-6:])
        heading = any(b.heading and b.start <= piece.start < b.end for b in notice.document.content)  # type: ignore[attr-defined]
        assert is_clock or heading or any(s < piece.end and piece.start < e for s, e in found), piece.quote


def test_the_net_catches_little(path: Path) -> None:
    """What is not classified must stay short enough to be read."""
    _, made = read(path)
    assert sum(row.section == "unclassified" for row in made.rows) <= 0.1 * len(made.rows) + 4
