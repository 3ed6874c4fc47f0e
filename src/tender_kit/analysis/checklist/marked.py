"""Lines that carry a mark of substance and that the reader has not made a substantive clause of."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checklist.case import Case, make_row
from tender_kit.analysis.checklist.papers_in import papers_for_the_bid
from tender_kit.analysis.checklist.places import is_covered, joined_runs
from tender_kit.document.model import Block, Document
from tender_kit.extractors.requirements.marks import Marks, read_marks
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.demands import Requirement
from tender_kit.models.notice import Notice

_SHORTEST_CELL, _LONGEST_MARK = 4, 3


def marked_rows(case: Case, notice: Notice, clauses: list[Requirement]) -> Iterator[ChecklistRow]:
    """Give the marked lines that none of ``clauses`` quotes; a marked heading only where nothing under it is listed."""
    document = notice.document
    if not isinstance(document, Document):
        return
    marks = read_marks(document)
    if not any(sign in document.folded for sign in marks.signs):
        return
    rows: dict[tuple[int, int], bool] = {}
    runs = joined_runs(piece for clause in clauses for piece in clause.evidence)
    for block in document.content:
        # A heading binds through what stands under it.
        end = block.section.end if block.heading else block.end
        if not block.body.text or is_covered(block.start, end, runs) or not _is_marked(marks, block, rows):
            continue
        evidence = (document.evidence(block.flow.whole, "checklist.marked"),)
        yield make_row(
            case,
            notice,
            "mandatory",
            document.words(block.body),
            evidence,
            kind="marked",
            clause_number=block.number,
            answer=case.words.say("todo_marked"),
            proofs=papers_for_the_bid(block.body.text),
            due=case.reading("schedule.bid_deadline").value,
        )


def _is_marked(marks: Marks, block: Block, rows: dict[tuple[int, int], bool]) -> bool:
    """Whether a line, or the row of a table that it stands in, carries a mark; ``rows`` keeps what is known of rows."""
    cell = block.cell
    if cell is None or len(block.body.text) < _SHORTEST_CELL or cell.row >= len(cell.table.rows):
        return cell is None and marks.mandatory(block, None)
    place = (cell.table.start, cell.row)
    if place not in rows:
        texts = (other.text for other in cell.table.rows[cell.row])
        rows[place] = any(text[:1] in marks.signs for text in texts if 0 < len(text) <= _LONGEST_MARK)
    return rows[place] or marks.mandatory(block, None)
