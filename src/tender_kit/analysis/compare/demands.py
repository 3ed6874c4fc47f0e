"""Rows of qualification clauses by kind, and of payments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tender_kit.analysis.compare.cells import ABSENT, make_cell, make_row
from tender_kit.analysis.compare.columns import View
from tender_kit.analysis.topics import kind_label
from tender_kit.analysis.wording import say_share
from tender_kit.models.comparison import Cell, Entry, Row
from tender_kit.models.demands import Payment, Qualification
from tender_kit.vocab.words import Words


def qualification_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    """Give a row for each kind of qualification clause."""
    for kind in dict.fromkeys(clause.kind for view in views for clause in view.qualifications):
        cells = [make_cell([_clause(clause) for clause in view.qualifications if clause.kind == kind]) for view in views]
        label, label_en = kind_label(kind)
        yield Row(group="qualification", key=f"qualification.{kind}", label=label, label_en=label_en, cells=tuple(cells))


def _clause(clause: Qualification) -> Entry:
    return Entry(text=clause.text, number=clause.number, evidence=clause.evidence)


def payment_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    """Give the instalments, and the share of the first one: what the supplier need not pay in advance."""
    if not any(view.payments for view in views):
        return
    yield make_row("payment", "payments", [_instalments(view.payments, words) for view in views])
    first = [_first(view.payments, words) for view in views]
    if any(cell.state != "absent" for cell in first):
        yield make_row("payment", "payments.first", first, unit="%")


def _entry(part: Payment, words: Words) -> Entry:
    text = " · ".join(filter(None, (say_share(part, words), part.trigger)))
    return Entry(text=text, figure=part.percent, uncompared="masked" if part.mask else None, evidence=part.evidence)


def _instalments(parts: Sequence[Payment], words: Words) -> Cell:
    cell = make_cell([_entry(part, words) for part in parts])
    hidden = bool(parts) and all(part.mask for part in parts)
    return cell.model_copy(update={"state": "masked"}) if hidden else cell


def _first(parts: Sequence[Payment], words: Words) -> Cell:
    if not parts or (parts[0].percent is None and not parts[0].mask):
        return ABSENT
    return Cell(state="masked" if parts[0].mask else "known", entries=(_entry(parts[0], words),), figure=parts[0].percent)
