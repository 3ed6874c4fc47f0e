"""A part of a comparison: some groups of rows, or only the rows in which the columns differ."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import get_args

from tender_kit.models.comparison import Comparison, Row, RowGroup
from tender_kit.vocab.words import LANGUAGES, load_words

ROW_GROUPS: tuple[RowGroup, ...] = get_args(RowGroup)


def select_rows(comparison: Comparison, *, only: Collection[RowGroup] = (), diff: bool = False) -> Comparison:
    """Keep the rows of some groups, or those that differ; the columns stay.

    A row that others hang under is kept with them: 每场不少于1小时 says nothing without its 活动. What rows say of columns
    (who asks most, who does not ask) holds as before, because no column goes.

    Args:
        comparison: what to take the rows from.
        only: groups to keep; empty: all.
        diff: keep only rows whose columns say different things.
    """
    wanted = [(not only or row.group in only) and (row.differs or not diff) for row in comparison.rows]
    above = _above(comparison.rows)
    for index, is_wanted in enumerate(wanted):
        while is_wanted and (parent := above[index]) is not None:
            wanted[parent], index = True, parent
    rows = tuple(row for row, is_wanted in zip(comparison.rows, wanted, strict=True) if is_wanted)
    return comparison.model_copy(update={"rows": rows})


def _above(rows: Sequence[Row]) -> list[int | None]:
    """For each row the one before it that it hangs under."""
    places: dict[str, int] = {}
    above: list[int | None] = []
    for index, row in enumerate(rows):
        above.append(places.get(row.parent) if row.parent else None)
        places[row.key] = index
    return above


def find_group(name: str) -> RowGroup | None:
    """Give the group of rows of that id or name, in any language; None for an unknown one.

    >>> find_group("staffing"), find_group("人员配备"), find_group(" Money "), find_group("staf")
    ('staffing', 'staffing', 'money', None)
    """
    return _groups_by_name().get(name.strip().lower())


def near_groups(name: str) -> list[str]:
    """Give the names of groups that are most like a wrong one, else all of them.

    >>> near_groups("moneys"), near_groups("人员")
    (['money'], ['人员配备'])
    """
    names = _groups_by_name()
    wrong = name.strip().lower()
    holding = [known for known in names if wrong and wrong in known]
    return holding or get_close_matches(wrong, names, n=3, cutoff=0.5) or list(ROW_GROUPS)


def _groups_by_name() -> dict[str, RowGroup]:
    named = {load_words(language)("row", group).lower(): group for language in LANGUAGES for group in ROW_GROUPS}
    return {**{group: group for group in ROW_GROUPS}, **named}
