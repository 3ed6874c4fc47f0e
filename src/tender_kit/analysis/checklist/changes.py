"""What a correction says it changes: item, wording before, wording after; and the rows that it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tender_kit.analysis.checklist.case import Case, bare, make_row
from tender_kit.analysis.checklist.matching import best_match
from tender_kit.analysis.checklist.places import is_covered, joined_runs, sentences_of
from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence
from tender_kit.document.model import Document, Table
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind

_BEFORE = re.compile(r"(?:更正|变更|修改|调整|改动|修订|更改)之?前|原公告|原内容|原文|^原")
_AFTER = re.compile(r"(?:更正|变更|修改|调整|改动|修订|更改)之?后|更正为|变更为|现内容|^现")
_ITEM = re.compile(r"项|目|内容|条款|位置|名称")
_PROSE = re.compile(
    r"(?:原(?:公告|文件|招标文件|采购文件|磋商文件)?(?:中|为|内容为?)?[“\"『:]?)(?P<before>[^。]{4,200}?)[”\"』]?[,;、]?\s?(?:现)?"
    r"(?:变更|更正|修改|修订|调整|更改|改)(?:为|成)[“\"『:]?(?P<after>[^。”\"』]{2,200})"
)
_SAYS_SO = re.compile(r"(?:变更|更正|修改|修订|调整|更改|顺延|延期|推迟|改)(?:为|成|至|到)|删除|增加|新增|取消")
_DELETED = re.compile(r"^(?:删除|取消|删去|不再要求|无)(?:此项|该项|本项|此条|该条|本条)?。?$")
_SHORTEST = 4
_MOST_SETTLED = 500


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a correction changes; ``before`` is "" where it does not say what stood there."""

    notice: Notice
    source: str
    item: str
    before: str
    after: str
    evidence: tuple[Evidence, ...]

    @property
    def is_deletion(self) -> bool:
        """Whether the thing is struck out."""
        return bool(_DELETED.match(self.after))


def changes_of(case: Case) -> list[Change]:
    """Give all changes of all corrections, in their order; a correction that stands alone tells its own."""
    telling = [n for n in case.notices if n is not case.notice or n.kind.value is NoticeKind.CORRECTION]
    return [change for notice in telling for change in _changes_in(notice, case.source(notice))]


def _changes_in(notice: Notice, source: str) -> Iterator[Change]:
    document = notice.document
    if not isinstance(document, Document):
        return
    tables = [table for table in document.tables if _columns(table)]
    for table in tables:
        yield from _in_table(notice, source, document, table)
    for block, flow in sentences_of(notice):
        if block.heading or (block.cell is not None and block.cell.table in tables) or not _SAYS_SO.search(flow.text):
            continue
        found = _PROSE.search(flow.text)
        evidence = (document.evidence(flow.whole, "checklist.change"),)
        before, after = (found["before"], found["after"]) if found else ("", document.words(flow))
        yield Change(notice, source, "", before, after, evidence)


def _columns(table: Table) -> tuple[int, int, int] | None:
    """Find the columns of the item, of what stood before and of what stands now."""
    heads = table.heads
    after = next((i for i, head in enumerate(heads) if _AFTER.search(head)), None)
    before = next((i for i, head in enumerate(heads) if _BEFORE.search(head) and i != after), None)
    if after is None or before is None:
        return None
    item = next((i for i, head in enumerate(heads) if i not in (before, after) and _ITEM.search(head)), before)
    return item, before, after


def _in_table(notice: Notice, source: str, document: Document, table: Table) -> Iterator[Change]:
    columns = _columns(table)
    for row in table.body if columns else ():
        item, before, after = (row[column] if column < len(row) else None for column in columns or ())
        if item is None or before is None or after is None or not after.flow.text:
            continue
        cells = {id(cell): cell for cell in (item, before, after) if cell.flow.text}
        evidence = tuple(document.evidence(cell.flow.whole, "checklist.change") for cell in cells.values())
        name = "" if item is before else item.text
        yield Change(notice, source, name, document.words(before.flow), document.words(after.flow), evidence)


def change_rows(case: Case, changes: Sequence[Change]) -> Iterator[ChecklistRow]:
    """List every change that the corrections announce, as they announce it."""
    for change in changes:
        wording = " → ".join(filter(None, (change.before, change.after)))
        clause = f"{change.item}:{wording}" if change.item else wording
        said = case.words.say("todo_correction")
        yield make_row(case, change.notice, "correction", clause, change.evidence, kind="correction", answer=said)


def settle(rows: Sequence[ChecklistRow], changes: Sequence[Change]) -> list[ChecklistRow]:
    """Bring the rows up to date: reworded, struck out, or new by a correction; a clause that is repeated stands once."""
    settled = list(rows)
    done: list[Evidence] = []
    # Each change is held against each row; a correction with more changes than that is a new notice, and they are all listed.
    for change in changes[:_MOST_SETTLED]:
        index = _concerned(settled, change)
        if index is not None:
            settled[index] = _changed(settled, settled[index], change)
            done.extend(change.evidence)
    keys = {row.key for row in settled if not row.source}
    runs = joined_runs(done)
    kept = (row for row in settled if not _is_repeated(row, keys, runs))
    return [row.model_copy(update={"change": "new"}) if _is_added(row) else row for row in kept]


def _is_added(row: ChecklistRow) -> bool:
    return bool(row.source) and not row.change and row.section not in ("correction", "risk", "question", "unclassified", "dates")


def _is_repeated(row: ChecklistRow, keys: set[str], done: list[tuple[int, int]]) -> bool:
    """Whether a row of a correction says again what the notice says, or what a changed row already holds."""
    if not row.source or row.change or row.section in ("correction", "risk", "dates"):
        return False
    inside = bool(row.evidence) and all(is_covered(piece.start, piece.end, done) for piece in row.evidence)
    return inside or row.key in keys


def _concerned(rows: Sequence[ChecklistRow], change: Change) -> int | None:
    """Find the one row whose wording a change speaks of: it holds the words before, or is nearly the same."""
    before = bare(change.before).strip("。;,")
    if len(before) < _SHORTEST:
        return None
    ours = [(i, row) for i, row in enumerate(rows) if not row.source and row.section in _CLAUSES]
    holding = [i for i, row in ours if before in bare(row.clause)]
    if holding:
        return holding[0] if len(holding) == 1 else None
    found = best_match(before, [bare(row.clause) for _, row in ours])
    return None if found is None else ours[found][0]


_CLAUSES = ("mandatory", "qualification", "requirement", "payment", "papers", "scoring")


def _changed(rows: Sequence[ChecklistRow], row: ChecklistRow, change: Change) -> ChecklistRow:
    if change.is_deletion:
        return row.model_copy(update={"section": "dropped", "change": "dropped", "evidence": (*row.evidence, *change.evidence)})
    # Folding keeps the length, so a place in the one is a place in the other.
    place = fold(row.clause).find(fold(change.before).strip("。;, "))
    length = len(change.before.strip("。；，;, "))
    runs = sorted((piece.start, piece.end) for piece in change.evidence)
    measures = tuple(
        measure
        for other in rows
        if other.source == change.source
        for measure in other.measures
        if any(is_covered(piece.start, piece.end, runs) for piece in measure.evidence)
    )
    return row.model_copy(
        update={
            "clause": f"{row.clause[:place]}{change.after}{row.clause[place + length :]}" if place >= 0 else change.after,
            "former": row.clause,
            "change": "changed",
            "measures": measures or row.measures,
            "source": change.source,
            "evidence": change.evidence,
        }
    )
