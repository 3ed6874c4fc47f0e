"""Score items by the points at stake, with what earns them in words and the papers that their rules ask for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tender_kit.analysis.checklist.case import Case, bare, make_row
from tender_kit.analysis.checklist.papers_in import find_papers
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.demands import ScoreGroup, ScoreItem, ScoreTable
from tender_kit.models.notice import Notice


def scoring_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give the items of bid evaluation, then those of performance; most points first, hidden points last."""
    rows = [
        (table.purpose, row)
        for notice in case.notices
        for table in notice.score_tables
        for group in table.groups
        for row in _group_rows(case, notice, table, group)
    ]
    order = sorted(rows, key=lambda entry: (entry[0] != "evaluation", -_points(entry[1])))
    yield from (row for _, row in order)


def _points(row: ChecklistRow) -> Decimal:
    return row.points.value if row.points is not None and row.points.value is not None else Decimal(-1)


def _group_rows(case: Case, notice: Notice, table: ScoreTable, group: ScoreGroup) -> Iterator[ChecklistRow]:
    """A group without rows of its own (价格部分 20 分) is at stake as a whole."""
    if not group.items and group.name:
        whole = ScoreItem(text=group.name, points=group.points, evidence=group.evidence)
        yield _row(case, notice, table, group, whole)
    yield from (_row(case, notice, table, group, item) for item in group.items)


def _row(case: Case, notice: Notice, table: ScoreTable, group: ScoreGroup, item: ScoreItem) -> ChecklistRow:
    words = case.words
    return make_row(
        case,
        notice,
        "scoring",
        "\n".join(filter(None, (item.text, item.criterion))),
        item.evidence,
        kind=table.purpose,
        clause_number=item.number,
        lots=table.lots,
        path=tuple(filter(None, (table.title, group.name if group.name != item.text else ""))),
        points=item.points,
        rules=_rules(item),
        answer=words.say("todo_score_hidden" if item.points.mask else f"todo_score_{table.purpose}"),
        proofs=find_papers(item.criterion or item.text),
        due=case.reading("schedule.bid_deadline").value if table.purpose == "evaluation" else None,
        reading="masked" if item.points.mask else "known",
    )


def _rules(item: ScoreItem) -> tuple[str, ...]:
    """Give the words of the rules, those left out that another one of them already holds."""
    texts = list(dict.fromkeys(rule.text for rule in item.rules))
    return tuple(text for text in texts if not any(text != other and bare(text) in bare(other) for other in texts))
