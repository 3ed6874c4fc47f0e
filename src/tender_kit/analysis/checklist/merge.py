"""Bring the answers of a filled checklist over to a new one: same clause, same answers; what has changed is marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from tender_kit.analysis.checklist.build import arrange
from tender_kit.analysis.checklist.case import bare
from tender_kit.analysis.checklist.matching import best_match
from tender_kit.analysis.checks.check import lot_key
from tender_kit.analysis.wording import say_moment
from tender_kit.models.checklist import Checklist, ChecklistRow

FILLED = ("response", "deviation", "state", "responsible", "remarks")
Name = Callable[[ChecklistRow], tuple[str, ...]]
_ROOMS = {"mandatory": "clause", "requirement": "clause", "payment": "clause"}


def merge(filled: Checklist, fresh: Checklist) -> Checklist:
    """Give ``fresh`` with the answers of ``filled``.

    A row is the same when its key is, or section, lots and wording are. A reworded one is found by its likeness, where
    exactly one old row is near exactly one new row; two that are equally near are both left alone. Rows that are
    not in ``filled`` are marked ``new``, reworded ones ``changed`` with the old wording. Old rows with answers that
    nothing takes are kept in the section ``dropped``; those without answers go.
    """
    old = [row for row in filled.rows if row.section != "dropped"]
    pairs = _pairs(old, fresh.rows)
    rows = [_taken(row, old[pairs[index]] if index in pairs else None) for index, row in enumerate(fresh.rows)]
    used = set(pairs.values())
    gone = [row for index, row in enumerate(old) if index not in used and is_filled(row)]
    kept = [row for row in filled.rows if row.section == "dropped" and is_filled(row)]
    # Their places are in a text that is not this one.
    update = {"section": "dropped", "change": "dropped", "evidence": (), "due": None, "days_left": None, "workdays_left": None}
    dropped = [row.model_copy(update=update) for row in (*gone, *kept)]
    return fresh.model_copy(update={"rows": arrange([*rows, *dropped], fresh.on)})


def is_filled(row: ChecklistRow) -> bool:
    """Whether somebody has written something into a row."""
    return bool(row.response or row.deviation or row.responsible or row.remarks or row.state != "open")


def _taken(row: ChecklistRow, old: ChecklistRow | None) -> ChecklistRow:
    """Give a new row what was written into the old one; a row that a correction has marked keeps its mark."""
    if old is None or row.change == "dropped":
        row = row if old is None else row.model_copy(update={name: getattr(old, name) for name in FILLED})
        return row.model_copy(update={"change": row.change or "new"})
    answers = {name: getattr(old, name) for name in FILLED}
    if _says(row) == _says(old):
        # The same words twice: what changed before the last merge is no news any more.
        return row.model_copy(update={**answers, "change": "", "former": ""})
    return row.model_copy(update={**answers, "change": "changed", "former": _shown(old)})


def _says(row: ChecklistRow) -> tuple[str, str]:
    # The due day of a date row is its content; elsewhere it follows from the deadline and is told there.
    return bare(row.clause), str(row.due or "") if row.section == "dates" else ""


def _shown(row: ChecklistRow) -> str:
    return f"{row.clause} {say_moment(row.due)}" if row.section == "dates" and row.due else row.clause


def _pairs(old: Sequence[ChecklistRow], new: Sequence[ChecklistRow]) -> dict[int, int]:
    """Match new rows with old ones: by identity first, then by likeness. Gives old index by new index."""
    pairs: dict[int, int] = {}
    for name in (_by_key, _by_words):
        _match_equal(old, new, pairs, name)
    _match_near(old, new, pairs)
    return pairs


def _by_key(row: ChecklistRow) -> tuple[str, ...]:
    return (row.section if row.section in ("dates", "risk", "question") else "", row.key) if row.key else ()


def _by_words(row: ChecklistRow) -> tuple[str, ...]:
    return (_ROOMS.get(row.section, row.section), *map(lot_key, row.lots), "|", bare(row.clause))


def _match_equal(old: Sequence[ChecklistRow], new: Sequence[ChecklistRow], pairs: dict[int, int], name: Name) -> None:
    """Pair rows of one name; of several, in their order, but only where old and new have as many of them."""
    ours, theirs = _named(old, name, set(pairs.values())), _named(new, name, set(pairs))
    for key, indexes in theirs.items():
        if len(indexes) == len(ours.get(key, ())):
            pairs.update(zip(indexes, ours[key], strict=True))


def _named(rows: Sequence[ChecklistRow], name: Name, done: set[int]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if index not in done and name(row):
            found[name(row)].append(index)
    return found


def _match_near(old: Sequence[ChecklistRow], new: Sequence[ChecklistRow], pairs: dict[int, int]) -> None:
    """Pair rows that are each other's only near one within a section and its lots."""
    used = set(pairs.values())
    left = [index for index in range(len(old)) if index not in used]
    for index, row in enumerate(new):
        if index in pairs:
            continue
        rivals = [i for i in left if _may_be(old[i], row)]
        found = best_match(bare(row.clause), [bare(old[i].clause) for i in rivals])
        if found is not None:
            pairs[index] = rivals[found]
    _drop_shared(pairs, used)


def _may_be(old: ChecklistRow, new: ChecklistRow) -> bool:
    same_lots = set(map(lot_key, old.lots)) == set(map(lot_key, new.lots))
    return same_lots and _ROOMS.get(old.section, old.section) == _ROOMS.get(new.section, new.section)


def _drop_shared(pairs: dict[int, int], sure: set[int]) -> None:
    """An old row that two new rows are near to is nobody's."""
    takers: dict[int, list[int]] = defaultdict(list)
    for index, target in pairs.items():
        if target not in sure:
            takers[target].append(index)
    for indexes in takers.values():
        if len(indexes) > 1:
            for index in indexes:
                del pairs[index]
