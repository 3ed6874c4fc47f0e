"""Read Chinese procurement notices into facts with evidence, and set them side by side.

    import tender_kit as tk

    notice = tk.parse("announcement.html")      # a path, bytes or text
    notice.budget.value.yuan                     # Decimal('500000')
    notice.budget.evidence[0].quote              # '预算金额:50万元'
    for parsed in tk.parse_many("folder"): ...   # many files, on all cores, in their order
    table = tk.compare([notice, another])        # requirements side by side, in comparable units
    profile = tk.load_profile("org.toml")        # what your organisation is, has and wants
    tk.screen([notice, another], profile)        # which of them you may bid for, and why
    todo = tk.checklist(notice)                  # what the bid must answer, prove and hand in
    tk.export(todo, "checklist.docx")            # by suffix
    tk.Notices.read("folder").to_frame()         # pandas, for notebooks

The verbs and the models, nothing else. Each name is loaded when it is first asked for, so that
``import tender_kit`` costs nothing to a program that may not need it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tender_kit.core.lending import lend

if TYPE_CHECKING:
    from tender_kit.analysis.checklist import checklist
    from tender_kit.analysis.compare import compare
    from tender_kit.analysis.screening.profile_file import load_profile
    from tender_kit.analysis.screening.screen import screen
    from tender_kit.batch.many import parse_many
    from tender_kit.batch.results import Failure, Parsed
    from tender_kit.core.errors import LimitExceeded, TenderKitError, UnreadableSource
    from tender_kit.core.readings import Candidate, Evidence, Finding, Reading
    from tender_kit.document.sources.limits import Limits
    from tender_kit.export import export
    from tender_kit.export.filled import merge_checklist, read_checklist
    from tender_kit.models.checklist import Checklist, ChecklistRow
    from tender_kit.models.comparison import Comparison
    from tender_kit.models.demands import Measure, Payment, Qualification, Requirement, ScoreTable
    from tender_kit.models.notice import Lot, Notice
    from tender_kit.models.parties import Party
    from tender_kit.models.profile import Profile
    from tender_kit.models.results import Award, Item
    from tender_kit.models.screening import Screening, ScreeningTable
    from tender_kit.models.values import Duration, Method, Money, NoticeKind, Period, Region
    from tender_kit.notices import Notices
    from tender_kit.pipeline import read_notice as parse

_HOMES = {
    "tender_kit.analysis.compare": ("compare",),
    "tender_kit.analysis.checklist": ("checklist",),
    "tender_kit.analysis.screening.profile_file": ("load_profile",),
    "tender_kit.analysis.screening.screen": ("screen",),
    "tender_kit.batch.many": ("parse_many",),
    "tender_kit.batch.results": ("Failure", "Parsed"),
    "tender_kit.export": ("export",),
    "tender_kit.export.filled": ("merge_checklist", "read_checklist"),
    "tender_kit.core.errors": ("LimitExceeded", "TenderKitError", "UnreadableSource"),
    "tender_kit.core.readings": ("Candidate", "Evidence", "Finding", "Reading"),
    "tender_kit.document.sources.limits": ("Limits",),
    "tender_kit.models.checklist": ("Checklist", "ChecklistRow"),
    "tender_kit.models.comparison": ("Comparison",),
    "tender_kit.models.demands": ("Measure", "Payment", "Qualification", "Requirement", "ScoreTable"),
    "tender_kit.models.notice": ("Lot", "Notice"),
    "tender_kit.models.parties": ("Party",),
    "tender_kit.models.profile": ("Profile",),
    "tender_kit.models.results": ("Award", "Item"),
    "tender_kit.models.screening": ("Screening", "ScreeningTable"),
    "tender_kit.models.values": ("Duration", "Method", "Money", "NoticeKind", "Period", "Region"),
    "tender_kit.notices": ("Notices",),
}
_HOME_OF = {name: (home, name) for home, names in _HOMES.items() for name in names}
_HOME_OF["parse"] = ("tender_kit.pipeline", "read_notice")

# What the models offer and rooms above them do.
lend("html", "tender_kit.export.snippet", "show_html")
for _frame in ("comparison_frame", "screenings_frame", "results_frame", "checklist_frame"):
    lend(_frame, "tender_kit.analysis.frames", _frame)

__all__ = [
    "Award",
    "Candidate",
    "Checklist",
    "ChecklistRow",
    "Comparison",
    "Duration",
    "Evidence",
    "Failure",
    "Finding",
    "Item",
    "LimitExceeded",
    "Limits",
    "Lot",
    "Measure",
    "Method",
    "Money",
    "Notice",
    "NoticeKind",
    "Notices",
    "Parsed",
    "Party",
    "Payment",
    "Period",
    "Profile",
    "Qualification",
    "Reading",
    "Region",
    "Requirement",
    "ScoreTable",
    "Screening",
    "ScreeningTable",
    "TenderKitError",
    "UnreadableSource",
    "checklist",
    "compare",
    "export",
    "load_profile",
    "merge_checklist",
    "parse",
    "parse_many",
    "read_checklist",
    "screen",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load a public name from where it lives."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home[0]), home[1])
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
