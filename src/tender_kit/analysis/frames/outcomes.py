"""What follows from notices, as tables: which to bid for and why, and what a bid has to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tender_kit.analysis.frames.flatten import columns_of
from tender_kit.analysis.frames.table import Column, Figures, Group, Sheet, make_frame
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.models.screening import CheckResult, Screening

if TYPE_CHECKING:
    import pandas as pd

_KEYS: Group = (
    Column("notice", "text", lambda screening: screening.name),
    Column("sha256", "text", lambda screening: screening.sha256),
)
_SCREENING = columns_of(Screening, leave_out=("name", "sha256", "results"))
_DECIDES: Group = (Column("decides", "flag", lambda pair: pair[1] in pair[0].deciding),)


def screenings_frame(screenings: Sequence[Screening], *, figures: Figures = "decimal") -> pd.DataFrame:
    """A line for each notice, in the order given: outcome, fit, deadline, budget."""
    return make_frame(Sheet((_KEYS, _SCREENING), ((one, one) for one in screenings)), figures=figures)


def results_frame(screenings: Sequence[Screening]) -> pd.DataFrame:
    """A line for each check of each notice: verdict, reason, what to do, the sentence, and whether the outcome rests on it."""
    outcome = tuple(column for column in _SCREENING if column.name == "outcome")
    rows = ((one, one, (one, result), result) for one in screenings for result in one.results)
    return make_frame(Sheet((_KEYS, outcome, _DECIDES, columns_of(CheckResult)), rows))


def checklist_frame(checklist: Checklist, *, figures: Figures = "decimal") -> pd.DataFrame:
    """A line for each row of a checklist, with the hash of its notice."""
    key = (Column("sha256", "text", lambda whole: whole.sha256),)
    rows = ((checklist, row) for row in checklist.rows)
    return make_frame(Sheet((key, columns_of(ChecklistRow)), rows), figures=figures)
