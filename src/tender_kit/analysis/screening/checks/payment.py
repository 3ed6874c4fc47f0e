"""Payment terms: the first instalment, and how much has to be pre-financed until the next ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, not_read, unsure
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import evidence_of
from tender_kit.models.demands import Payment
from tender_kit.models.profile import Profile

_REGULAR = (("月", 12), ("季", 4), ("半年", 2))
_REGULARLY = re.compile("按(?:月|季|季度|半年)|每(?:个)?(?:月|季度|半年)")
_BEHIND = re.compile("验收|考核|考评|评估|期满|届满|服务满|完成|过半|结束|达标|终期|末期")
_TO_DO = (
    "谈预付款,或凭中标(成交)通知书办理合同融资",
    "Ask for an advance, or for credit against the award",
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    payments, finance = bid.payments, profile.finance
    if not payments:
        return
    evidence = evidence_of(payments)
    if any(payment.mask for payment in payments):
        yield unsure("付款比例被遮蔽。", "The payment shares are hidden.", evidence)
        return
    first = _first_percent(payments)
    least = finance.least_first_percent
    if least is not None and first is not None:
        zh, en = f"首付款{say_figure(first)}%", f"The first instalment is {say_figure(first)} %"
        limit, limit_en = f",要求不低于{say_figure(least)}%。", f"; at least {say_figure(least)} % is wanted."
        yield (fails if first < least else meets)(zh + limit, en + limit_en, payments[0].evidence)
    gap = _gap(payments, bid)
    if gap is None:
        yield unsure("付款安排不能推算垫付金额。", "What has to be pre-financed cannot be computed.", evidence)
    elif finance.liquidity_yuan is None:
        what = (f"最多须垫付合同额的{say_figure(gap)}%", f"Up to {say_figure(gap)} % has to be pre-financed")
        yield not_filled("finance.liquidity_yuan", *what, evidence)
    elif bid.most.value is None:
        yield not_read(f"最多须垫付合同额的{say_figure(gap)}%,预算", "The budget, for what has to be pre-financed", bid.most)
    else:
        need = (bid.most.value.yuan * gap / 100).quantize(Decimal(1))
        zh = f"按各期均匀推算,最多须垫付合同额的{say_figure(gap)}%,约{say_figure(need)}元;可垫付{say_figure(finance.liquidity_yuan)}元。"
        en = (
            f"With even instalments up to {say_figure(gap)} %, some {say_figure(need)} yuan, has to be pre-financed; "
            f"it can do {say_figure(finance.liquidity_yuan)}."
        )
        yield meets(zh, en, evidence) if need <= finance.liquidity_yuan else fails(zh, en, evidence, to_do=_TO_DO)


def _first_percent(payments: Sequence[Payment]) -> Decimal | None:
    """The share paid at the start; none where the first instalment comes behind work done."""
    first = payments[0]
    if first.percent is None:
        return Decimal(0) if _REGULARLY.search(_words(first)) else None
    return Decimal(0) if _BEHIND.search(first.trigger) and not first.trigger.startswith("合同签") else first.percent


def _words(payment: Payment) -> str:
    return payment.trigger + "".join(piece.quote for piece in payment.evidence)


def _gap(payments: Sequence[Payment], bid: Bid) -> Decimal | None:
    """The largest share of the work that is done and not paid, in percent, were instalments spread evenly over the term."""
    months = bid.months or Decimal(12)
    regular = next((n for sign, n in _REGULAR if any(_REGULARLY.search(_words(p)) and sign in _words(p) for p in payments)), None)
    if regular is not None:
        # Paid behind the period, so two periods are open when the first payment comes in.
        periods = max(months * regular / 12, Decimal(1))
        return min(Decimal(100), Decimal(200) / periods).quantize(Decimal(1))
    shares = [payment.percent for payment in payments]
    if any(share is None for share in shares) or sum(share for share in shares if share is not None) != 100:
        return None
    starts_paid = _first_percent(payments) != 0
    steps = len(shares) - starts_paid
    paid, most = Decimal(0), Decimal(0)
    for place, share in enumerate(shares):
        done = Decimal(100) * (place + (not starts_paid)) / max(steps, 1)
        most = max(most, done - paid)
        paid += share or 0
    return most.quantize(Decimal(1))


def _notice(terms: str) -> str:
    return f"青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n预算金额:50万元\n服务期限:一年\n付款方式:{terms}"


CHECK = ScreenCheck(
    code="payment",
    title="付款与垫付",
    title_en="Payment and pre-financing",
    why="付款靠后时机构要先垫工资;垫付超过承受能力会断薪。",
    source="公告载明的付款条件;保障中小企业款项支付条例(国务院令第802号)",
    fields=("finance.liquidity_yuan", "finance.least_first_percent"),
    look=_look,
    decisive=False,
    examples=(
        Example(
            ("meets", "meets"), text=_notice("合同签订后10个工作日内支付40%;中期考核合格后支付30%;期满验收合格后支付30%。")
        ),
        Example(("fails", "fails"), text=_notice("服务期满验收合格后支付100%。")),
        Example(("cannot_tell",), text=_notice("合同签订后支付**%;验收合格后支付**%。")),
        Example((), text="青石县社工站项目竞争性磋商公告\n项目编号:QS-1"),
    ),
)
