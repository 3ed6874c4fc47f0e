"""Facts as DataFrames for analysts: tidy, one type for each column, states beside values. pandas loads on the first call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from tender_kit.analysis.frames import lists, notices
from tender_kit.analysis.frames.comparison import Wide, comparison_frame
from tender_kit.analysis.frames.outcomes import checklist_frame, results_frame, screenings_frame
from tender_kit.analysis.frames.table import Figures, Named, Sheet, make_frame

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "SHEETS",
    "Figures",
    "Named",
    "Wide",
    "checklist_frame",
    "comparison_frame",
    "notices_frame",
    "results_frame",
    "screenings_frame",
]

SHEETS: Mapping[str, Callable[[Iterable[Named]], Sheet]] = {
    "notices": notices.notices_sheet,
    "facts": notices.facts_sheet,
    "lots": lists.lots_sheet,
    "qualifications": lists.qualifications_sheet,
    "requirements": lists.requirements_sheet,
    "measures": lists.measures_sheet,
    "score": lists.score_sheet,
    "score_rules": lists.score_rules_sheet,
    "payments": lists.payments_sheet,
    "items": lists.items_sheet,
    "awards": lists.awards_sheet,
    "findings": lists.findings_sheet,
    "evidence": notices.evidence_sheet,
}


def notices_frame(kind: str, named: Iterable[Named], *, figures: Figures = "decimal") -> pd.DataFrame:
    """Give one of the frames of ``SHEETS``; its columns and their types do not depend on the notices."""
    return make_frame(SHEETS[kind](named), figures=figures)
