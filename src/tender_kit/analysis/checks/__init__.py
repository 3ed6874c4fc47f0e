"""The checks of a notice against itself and against the law: one file per check, one table.

They find what a reader has to know before trusting a notice: sums that are off, dates out of order,
periods shorter than the law allows, figures that are hidden, unread or contradictory. A check gives
findings, never an exception, and nothing where the notice does not say enough.
"""

from __future__ import annotations

from tender_kit.analysis.checks import (
    ambiguous,
    amount_words,
    award_above_ceiling,
    bonds,
    budget_sanity,
    ceiling_above_budget,
    dates_order,
    documents_on_offer,
    header_body,
    item_rows,
    item_sum,
    lot_sum,
    masked,
    notice_period,
    payment_shares,
    points,
    statutory_deadline,
    unread,
)
from tender_kit.analysis.checks.check import Check
from tender_kit.core.readings import Finding
from tender_kit.models.notice import Notice

# In the order in which their findings are shown: what decides about a bid first.
CHECKS: tuple[Check, ...] = (
    dates_order.CHECK,
    statutory_deadline.CHECK,
    documents_on_offer.CHECK,
    notice_period.CHECK,
    ceiling_above_budget.CHECK,
    award_above_ceiling.CHECK,
    amount_words.CHECK,
    budget_sanity.CHECK,
    lot_sum.CHECK,
    item_rows.CHECK,
    item_sum.CHECK,
    points.CHECK,
    payment_shares.CHECK,
    bonds.CHECK,
    ambiguous.CHECK,
    unread.CHECK,
    masked.CHECK,
    header_body.CHECK,
)


def find_findings(notice: Notice) -> tuple[Finding, ...]:
    """Put all checks to a notice; the findings with their evidence, in the order of ``CHECKS``."""
    return tuple(finding for check in CHECKS for finding in check.find(notice))
