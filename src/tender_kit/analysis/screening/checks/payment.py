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
from tender_kit.quantities.numerals import parse_number

_REGULAR = (("月", 12), ("季", 4), ("半年", 2))
_REGULARLY = re.compile("按(?:月|季|季度|半年)|每(?:个)?(?:月|季度|半年)")
_RHYTHMS = {sign: re.compile(f"按{sign}|每(?:个)?{sign}") for sign, _ in _REGULAR}
_BEHIND = re.compile("验收|考核|考评|评估|期满|届满|服务满|完成|过半|结束|达标|终期|末期")
_START = re.compile("签订|签约|生效|预付|首付|首期|首笔|第一[笔期]|开工|进场|启动")
_MONTHS = re.compile(r"满([0-9一二三四五六七八九十]{1,3})个月")
_HALF = re.compile("中期|过半|半年|年中")
_END = re.compile("(?<!中期)验收|期满|届满|终期|末期|年终|年度|总体|完成后|结束")
_TO_DO = (
    "谈预付款,或凭中标(成交)通知书办理合同融资",
    "Ask for an advance, or for credit against the award",
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    payments = bid.payments
    if not payments:
        return
    if any(payment.mask for payment in payments):
        yield unsure("付款比例被遮蔽。", "The payment shares are hidden.", evidence_of(payments))
        return
    if profile.finance.least_first_percent is not None:
        yield _first_instalment(payments, profile.finance.least_first_percent)
    yield _pre_financed(payments, bid, profile.finance.liquidity_yuan)


def _first_instalment(payments: Sequence[Payment], least: Decimal) -> Answer:
    first, evidence = _first_percent(payments), payments[0].evidence
    if first is None:
        return unsure("首付款的比例或时间未能判断。", "Share or time of the first instalment was not understood.", evidence)
    zh = f"首付款{say_figure(first)}%,要求不低于{say_figure(least)}%。"
    en = f"The first instalment is {say_figure(first)} %; at least {say_figure(least)} % is wanted."
    return meets(zh, en, evidence) if first >= least else fails(zh, en, evidence, to_do=_TO_DO)


def _pre_financed(payments: Sequence[Payment], bid: Bid, liquidity: Decimal | None) -> Answer:
    evidence, gap = evidence_of(payments), _gap(payments, bid)
    if gap is None:
        return unsure("付款安排不能推算垫付金额。", "What has to be pre-financed cannot be computed.", evidence)
    share = say_figure(gap)
    if liquidity is None:
        what = (f"最多须垫付合同额的{share}%", f"Up to {share} % has to be pre-financed")
        return not_filled("finance.liquidity_yuan", *what, evidence)
    if bid.most.value is None:
        return not_read(f"最多须垫付合同额的{share}%,预算", "The budget, for what has to be pre-financed", bid.most)
    need = (bid.most.value.yuan * gap / 100).quantize(Decimal(1))
    zh = f"按工作均匀推进推算,最多须垫付合同额的{share}%,约{say_figure(need)}元;可垫付{say_figure(liquidity)}元。"
    en = f"With even work up to {share} %, {say_figure(need)} yuan, is pre-financed; it can do {say_figure(liquidity)}."
    return meets(zh, en, evidence) if need <= liquidity else fails(zh, en, evidence, to_do=_TO_DO)


def _first_percent(payments: Sequence[Payment]) -> Decimal | None:
    """The share paid at the start; none where the first instalment comes behind work done."""
    first = payments[0]
    if _REGULARLY.search(first.trigger + "".join(piece.quote for piece in first.evidence)):
        return Decimal(0)
    if first.percent is None:
        return None
    if _START.search(first.trigger + "".join(piece.quote for piece in first.evidence)):
        return first.percent
    return Decimal(0) if _BEHIND.search(first.trigger) else None


def _words(payment: Payment, bid: Bid) -> str:
    return payment.trigger + bid.words_of(payment.evidence)


def _gap(payments: Sequence[Payment], bid: Bid) -> Decimal | None:
    """The largest share of the work that is done and not yet paid, in percent, were the work spread evenly over the term."""
    months = bid.months or Decimal(12)
    first = _first_percent(payments) or Decimal(0)
    regular = next((n for sign, n in _REGULAR if any(_RHYTHMS[sign].search(_words(p, bid)) for p in payments)), None)
    if regular is not None:
        # Paid behind the period, so two periods are open when the first payment comes in.
        periods = max(months * regular / 12, Decimal(1))
        return max(Decimal(0), min(Decimal(100), Decimal(200) / periods) - first).quantize(Decimal(1))
    shares = [payment.percent for payment in payments]
    if any(share is None for share in shares) or sum(share for share in shares if share is not None) != 100:
        return None
    paid, most = Decimal(0), Decimal(0)
    for place, payment in enumerate(payments):
        most = max(most, _done(payment, place, len(payments), months) - paid)
        paid += payment.percent or Decimal(0)
    return most.quantize(Decimal(1))


def _done(payment: Payment, place: int, count: int, months: Decimal) -> Decimal:
    """How much of the work is done when an instalment falls due, in percent: by its trigger, else by its place."""
    after = _MONTHS.search(payment.trigger)
    number = parse_number(after[1]) if after else None
    if number is not None:
        return min(Decimal(100), 100 * number / months)
    if _HALF.search(payment.trigger):
        return Decimal(50)
    if _END.search(payment.trigger):
        return Decimal(100)
    at_start = place == 0 and not _BEHIND.search(payment.trigger)
    return Decimal(0) if at_start else Decimal(100) * (place + 1) / count if place + 1 == count else Decimal(100) * place / count


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
        Example(("meets", "meets"), text=_notice("合同签订后10个工作日内支付40%;中期考核合格后支付30%;期满验收合格后支付30%。")),
        Example(("fails", "fails"), text=_notice("服务期满验收合格后支付100%。")),
        Example(("fails", "meets"), text=_notice("按月支付,次月10日前支付上月费用。")),
        Example(("cannot_tell",), text=_notice("合同签订后支付**%;验收合格后支付**%。")),
        Example((), text="青石县社工站项目竞争性磋商公告\n项目编号:QS-1"),
    ),
)
