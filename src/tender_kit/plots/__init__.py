"""Plots of notices and comparisons with Chinese labels. matplotlib is loaded on the first call (extra ``notebook``).

What is hidden, unread or not stated is written where its bar would be: a plot never leaves a notice out, and never draws
a figure that nobody stated.
"""

from __future__ import annotations

from tender_kit.plots.comparisons import plot_indicators, plot_staffing
from tender_kit.plots.font import use_chinese_font
from tender_kit.plots.notices import plot_budgets, plot_payments

__all__ = ["plot_budgets", "plot_indicators", "plot_payments", "plot_staffing", "use_chinese_font"]
