"""Payments: the shares of one contract add up to 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tender_kit.analysis.checks.check import Check, Matter, lot_key
from tender_kit.analysis.wording import say_figure
from tender_kit.models.demands import Payment
from tender_kit.models.notice import Notice


def _look(notice: Notice) -> Iterator[Matter]:
    groups: dict[tuple[str, ...], list[Payment]] = {}
    for payment in notice.payments:
        groups.setdefault(tuple(sorted(lot_key(lot) for lot in payment.lots)), []).append(payment)
    shared = groups.get((), [])
    for lots, payments in groups.items():
        # A lot may have its own schedule, or instalments on top of those that all lots share.
        if lots and _adds_up(payments + shared):
            continue
        yield from _compare(lots, payments)


def _added(payments: list[Payment]) -> Decimal:
    return sum((p.percent for p in payments if p.percent is not None), Decimal(0))


def _adds_up(payments: list[Payment]) -> bool:
    return all(p.percent is not None for p in payments) and _added(payments) == 100


# 每季度考核后支付25%, 其余三期每满三个月各付25%: one instalment that is paid several times.
_RECURS = re.compile(r"[每按各](?:满|隔)?[\d一二两三四五六七八九十]{0,3}个?(?:月|季|半年|年|周|期|批|次|阶段)|各付|各支付")


def _recurs(payment: Payment) -> bool:
    return any(_RECURS.search(text) for text in (payment.trigger, *(piece.quote for piece in payment.evidence)))


def _compare(lots: tuple[str, ...], payments: list[Payment]) -> Iterator[Matter]:
    """All shares known: exactly 100; some hidden, given as a sum, or paid several times: not more than 100."""
    added = _added(payments)
    complete = all(p.percent is not None and not _recurs(p) for p in payments)
    if added == 100 or (not complete and added < 100):
        return
    where = f"{'、'.join(lots)}包" if lots else ""
    where_en = f" of lot {', '.join(lots)}" if lots else ""
    yield Matter(
        "warning",
        f"{where}付款比例合计{say_figure(added)}%,不是100%。",
        f"The payment shares{where_en} add up to {say_figure(added)} %, not to 100 %.",
        tuple(e for p in payments for e in p.evidence),
    )


CHECK = Check(
    code="payment_shares",
    title="付款比例合计",
    title_en="Sum of the payment shares",
    why="比例不足或超过100%时,尾款何时支付不明,影响资金垫付的测算。",
    source="政府采购法实施条例第五十一条(采购人应当按照合同约定及时支付)",
    look=_look,
)
