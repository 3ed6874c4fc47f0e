"""Turn a notice into what a bid has to answer, prove and hand in: one file per section, one table of sections.

A section is a function from the case (the notice, its corrections, the day, the lot) to rows; ``build.MAKERS`` lists
them. What none of them takes and what binds by its words ends in ``unclassified``. A filled checklist is brought
over to a new one by ``merge``.
"""

from __future__ import annotations

from tender_kit.analysis.checklist.build import checklist
from tender_kit.analysis.checklist.merge import merge

__all__ = ["checklist", "merge"]
