"""Person-days that the work demands, against the capacity and, at the profile's wage, against the ceiling price."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, not_read, unsure
from tender_kit.analysis.screening.wording import is_by_site
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import Evidence, evidence_of
from tender_kit.models.demands import Measure, Requirement
from tender_kit.models.profile import Profile

_WORKDAYS_PER_MONTH = Decimal(248) / 12
_PERSON_DAY = re.compile(r"^人[·•.\-]?天$|^人[·•.\-]?日$|^工日$|^个?工作日·人$")
_PEOPLE_A_DAY = re.compile(r"^[人名][/每]天$")
_FULL_TIME = re.compile("专职|全职|驻点|常驻|驻站|坐班|驻场")
_LESS = ("核算报价,低于成本不要投标", "Work out the price; do not bid below cost")
Demand = tuple[Decimal, tuple[Evidence, ...], str, str]


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    clauses = [(clause, m) for clause in bid.requirements for m in clause.measures]
    if any(_is_effort(measure) and (measure.mask or measure.value is None) for _, measure in clauses):
        hidden = [m for _, m in clauses if _is_effort(m)]
        yield unsure("工作量被遮蔽。", "The effort is hidden.", evidence_of(hidden))
        return
    demand = _stated(clauses) or _of_full_time(clauses, bid)
    if demand is None:
        return
    if isinstance(demand, Answer):
        yield demand
        return
    yield _against_capacity(demand, bid, profile)
    yield _against_price(demand, bid, profile)


def _is_effort(measure: Measure) -> bool:
    return bool(measure.unit and (_PERSON_DAY.match(measure.unit) or _PEOPLE_A_DAY.match(measure.unit)))


def _stated(clauses: Sequence[tuple[Requirement, Measure]]) -> Demand | None:
    """Person-days as stated, and people a day times the days that stand behind them in a service list (8人/天, 80天)."""
    total = Decimal(0)
    evidence: list[Evidence] = []
    for place, (_, measure) in enumerate(clauses):
        if measure.value is None or not measure.unit:
            continue
        if _PERSON_DAY.match(measure.unit):
            total += measure.value
            evidence += measure.evidence
        elif _PEOPLE_A_DAY.match(measure.unit) and place + 1 < len(clauses):
            days = clauses[place + 1][1]
            if days.unit == "天" and days.value is not None:
                total += measure.value * days.value
                evidence += [*measure.evidence, *days.evidence]
    return (total, tuple(dict.fromkeys(evidence)), "按公告所列", "as listed") if total else None


def _of_full_time(clauses: Sequence[tuple[Requirement, Measure]], bid: Bid) -> Demand | Answer | None:
    """Full-time people for the whole term, at 248 working days a year; by site they give no total."""
    if bid.months is None:
        return None
    people = [
        (clause, m)
        for clause, m in clauses
        if (m.topic or "").startswith("staff.")
        and m.unit in ("人", "名")
        and m.value is not None
        and not m.per
        and _FULL_TIME.search(m.subject + "".join(e.quote for e in m.evidence))
    ]
    if not people:
        return None
    if any(is_by_site(clause.text, m.evidence[0].quote) for clause, m in people):
        evidence = evidence_of(m for _, m in people)
        return unsure("专职人员按站点配备,总工作量请自行计算。", "Full-time people are asked for by site; work it out.", evidence)
    most = max((m for _, m in people), key=lambda m: m.value or Decimal(0))
    days = ((most.value or Decimal(0)) * bid.months * _WORKDAYS_PER_MONTH).quantize(Decimal(1))
    zh, en = f"按专职{say_figure(most.value or Decimal(0))}人、{say_figure(bid.months)}个月推算", "derived from full-time people"
    return days, (*most.evidence, *bid.period.evidence), zh, en


def _against_capacity(demand: Demand, bid: Bid, profile: Profile) -> Answer:
    days, evidence, how, how_en = demand
    yearly = days if bid.months is None or bid.months <= 12 else (days * 12 / bid.months).quantize(Decimal(1))
    zh, en = f"约需{say_figure(yearly)}人天/年({how})", f"Some {say_figure(yearly)} person-days a year ({how_en})"
    have = profile.capacity.person_days_per_year
    if have is None:
        return not_filled("capacity.person_days_per_year", zh, en, evidence)
    zh, en = f"{zh},可投入{have}人天。", f"{en}; {have} are free."
    return meets(zh, en, evidence) if yearly <= have else fails(zh, en, evidence)


def _against_price(demand: Demand, bid: Bid, profile: Profile) -> Answer:
    days, evidence, how, how_en = demand
    wage, most = profile.finance.wage_yuan_per_day, bid.most
    if wage is None:
        what = (f"约需{say_figure(days)}人天", f"Some {say_figure(days)} person-days")
        return not_filled("finance.wage_yuan_per_day", *what, evidence)
    cost = days * wage
    if most.value is None:
        return not_read(
            f"人工成本约{say_figure(cost)}元({how}),限价", f"Labour costs some {say_figure(cost)} yuan; the ceiling", most
        )
    zh = (
        f"人工成本约{say_figure(cost)}元({say_figure(days)}人天×{say_figure(wage)}元,{how}),限价{say_figure(most.value.yuan)}元。"
    )
    en = (
        f"Labour costs some {say_figure(cost)} yuan ({say_figure(days)} person-days at {say_figure(wage)}, {how_en}); "
        f"the ceiling is {say_figure(most.value.yuan)}."
    )
    where = (*evidence, *most.evidence)
    return meets(zh, en, where) if cost <= most.value.yuan else fails(zh, en, where, to_do=_LESS)


def _notice(clause: str) -> str:
    head = "青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n预算金额:50万元\n服务期限:一年\n"
    return f"{head}采购需求\n一、人员要求\n1.{clause}\n2.建立台账。"


CHECK = ScreenCheck(
    code="person_days",
    title="工作量与成本",
    title_en="Effort and cost",
    why="人工成本高于限价的项目必亏;工作量超过能力会违约。",
    source="按公告所列人天,或专职人数×服务期(每年248个工作日)推算",
    fields=("capacity.person_days_per_year", "finance.wage_yuan_per_day"),
    look=_look,
    decisive=False,
    examples=(
        Example(("meets", "meets"), text=_notice("配备专职社工不少于2名。")),
        Example(("fails", "fails"), text=_notice("配备专职社工不少于9名。")),
        Example(("cannot_tell", "cannot_tell"), text=_notice("配备专职社工不少于2名。"), profile={
            "capacity.person_days_per_year": None, "finance.wage_yuan_per_day": None,
        }),
        Example(("cannot_tell",), text=_notice("每个站点配备专职社工不少于2名。")),
        Example((), text=_notice("建立服务档案。")),
    ),
)  # fmt: skip
