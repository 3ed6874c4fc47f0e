"""Bid and performance bonds: what they tie up, and the limits of the law."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tender_kit.analysis.checks.bonds import BID_MOST, PERFORMANCE_MOST
from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, Said, ScreenCheck, fails, meets, not_filled, not_read, unsure
from tender_kit.analysis.screening.statements import lots_in
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import Evidence
from tender_kit.models.demands import Bond
from tender_kit.models.profile import Profile

_QUESTION = ("超过法定上限,可以要求更正或质疑", "Above the limit of the law: ask for a correction, or challenge it")
_NON_CASH = ("可以用保函等非现金形式缴纳", "A guarantee will do instead of cash")
_NAMES: tuple[tuple[str, Said, Decimal], ...] = (
    ("bid_bond", ("投标保证金", "The bid bond"), BID_MOST),
    ("performance_bond", ("履约保证金", "The performance bond"), PERFORMANCE_MOST),
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for field, name, most in _NAMES:
        bond: Bond = getattr(bid.notice.submission, field)
        evidence = (*bond.amount.evidence, *bond.percent.evidence, *bond.required.evidence)
        if bond.required.value is False:
            yield meets(f"不收取{name[0]}。", f"{name[1]} is not asked for.", evidence)
        elif bid.is_split and any(len(lots_in(piece.quote)) > 1 for piece in evidence):
            yield unsure(f"{name[0]}各包不同。", f"{name[1]} differs between the lots.", evidence)
        elif bond.amount.value is not None or bond.percent.value is not None:
            yield _judge(bond, name, most, bid, profile, evidence)
        else:
            unclear = next((r for r in (bond.amount, bond.percent, bond.required) if r.state not in ("absent", "known")), None)
            if unclear is not None:
                yield not_read(name[0], name[1], unclear)
            elif bond.required.value:
                yield not_read(
                    f"{name[0]}的金额", f"The sum of {name[1][4:]}", bond.amount.model_copy(update={"evidence": evidence})
                )


def _judge(bond: Bond, name: Said, most: Decimal, bid: Bid, profile: Profile, evidence: tuple[Evidence, ...]) -> Answer:
    budget, limit = bid.most.value, profile.finance.liquidity_yuan
    percent = bond.percent.value
    if bond.amount.value is not None:
        yuan: Decimal | None = bond.amount.value.yuan
    else:
        yuan = budget.yuan * percent / 100 if budget is not None and percent is not None else None
    shown = f"{say_figure(yuan)}元" if yuan is not None else f"{say_figure(percent or Decimal(0))}%"
    share = percent if percent is not None else _share(yuan, budget.yuan if budget else None)
    if share is not None and share > most:
        zh, en = f"{name[0]}{shown},超过{most}%的上限。", f"{name[1]} of {shown} is above the limit of {most} %."
        return fails(zh, en, evidence, to_do=_QUESTION, challengeable=True)
    if limit is None:
        return not_filled("finance.liquidity_yuan", f"{name[0]}{shown}", f"{name[1]} is {shown}", evidence)
    if yuan is None:
        return not_read(f"{name[0]}按比例收取,预算", f"{name[1]} is a share; the budget", bid.most)
    zh, en = (
        f"{name[0]}{shown},可垫付{say_figure(limit)}元。",
        f"{name[1]} is {shown}; it can pre-finance {say_figure(limit)} yuan.",
    )
    return meets(zh, en, evidence, to_do=_NON_CASH) if yuan <= limit else fails(zh, en, evidence, to_do=_NON_CASH)


def _share(yuan: Decimal | None, budget: Decimal | None) -> Decimal | None:
    return yuan * 100 / budget if yuan is not None and budget else None


def _notice(line: str) -> str:
    return f"青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n预算金额:50万元\n{line}"


CHECK = ScreenCheck(
    code="bonds",
    title="保证金",
    title_en="Bonds",
    why="投标保证金不得超过预算的2%,履约保证金不得超过合同金额的10%;保证金占用流动资金。",
    source="政府采购法实施条例第三十三条、第四十八条",
    fields=("finance.liquidity_yuan",),
    look=_look,
    decisive=False,
    examples=(
        Example(("meets",), text=_notice("投标保证金:5000元")),
        Example(("fails",), text=_notice("投标保证金:50000元")),
        Example(("fails",), text=_notice("投标保证金:5000元"), profile={"finance.liquidity_yuan": 3000}),
        Example(("cannot_tell",), text=_notice("投标保证金:5000元"), profile={"finance.liquidity_yuan": None}),
        Example((), text=_notice("")),
    ),
)
