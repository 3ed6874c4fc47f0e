"""People that the work demands, against those who are free and their certificates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.checks.staff_certificates import count_of
from tender_kit.analysis.wording import say_figure
from tender_kit.core.fold import fold
from tender_kit.core.readings import evidence_of
from tender_kit.models.demands import Measure, Requirement
from tender_kit.models.profile import Profile
from tender_kit.vocab.certificates import Skill, level_in, skills_in

_TOPICS = (
    "staff.team",
    "staff.lead",
    "staff.social_worker",
    "staff.onsite",
    "staff.psych_cert",
    "staff.care_cert",
    "staff.supervisor",
)
_UNITS = {"人", "名", "位"}
# 其中 is a part of a total that stands beside it; 每站 is a figure of each of several.
_PART = re.compile("其中|以上不少于|持有|持证")
_EACH = re.compile("每(?:个|间|所|名|户|班|站|镇|街|村|社区|包|次|处)|各(?:站|点|中心|包)|单个")
_TOTAL = re.compile("团队|总人数|项目组|工作人员|服务人员|专职人员|作业人员|配备$|人员$")
_SEVERAL = re.compile("[或及和、/]")
_HIRE = ("投标前落实人员或招聘计划", "Find or hire the people before bidding")
Asked = tuple[Requirement, Measure]


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    asked = [
        (c, m)
        for c, m in bid.measures(*_TOPICS)
        if (m.unit in _UNITS or m.mask) and not m.per and m.comparator in ("at_least", "exactly", "between", "about")
    ]
    if not asked:
        if hidden := bid.hidden("staff."):
            yield unsure("人员要求被遮蔽。", "The people asked for are hidden.", evidence_of(hidden))
        return
    yield _people(asked, profile)
    yield from _skilled(asked, profile)


def _people(asked: Sequence[Asked], profile: Profile) -> Answer:
    """People in all: the largest figure that can be a total; where each of several sites has its own, it is no total."""
    evidence = tuple(dict.fromkeys(evidence_of(m for _, m in asked)))
    if any(measure.mask or measure.value is None for _, measure in asked):
        return unsure("人员数量被遮蔽。", "The number of people is hidden.", evidence)
    whole = [(m.value, m) for _, m in asked if m.value is not None and not _PART.search(m.subject + _quote(m))]
    if any(_EACH.search(m.subject + _quote(m)) for _, m in whole):
        return unsure("人员按站点(包、户)配备,总人数请自行计算。", "People are asked for by site; work out the total.", evidence)
    if not whole:
        return unsure("总人数未能推算。", "The number of people could not be worked out.", evidence)
    need, measure = max(whole, key=lambda pair: pair[0])
    posts = sum(_posts(whole).values(), Decimal(0))
    evidence = evidence if posts > need else measure.evidence
    need = max(need, posts)
    free = profile.capacity.people
    if free is None:
        what = (f"至少需{say_figure(need)}人", f"At least {say_figure(need)} people are needed")
        return not_filled("capacity.people", *what, evidence)
    zh, en = f"至少需{say_figure(need)}人,可投入{free}人。", f"At least {say_figure(need)} people are needed; {free} are free."
    return meets(zh, en, evidence) if need <= free else fails(zh, en, evidence, to_do=_HIRE)


def _posts(whole: Sequence[tuple[Decimal, Measure]]) -> dict[tuple[str, str], Decimal]:
    """People by post; a post that is named again (in a table, in a score) is the same post."""
    found: dict[tuple[str, str], Decimal] = {}
    for value, measure in whole:
        if not _TOTAL.search(measure.subject):
            key = (measure.topic or "", measure.subject[-2:])
            found[key] = max(found.get(key, Decimal(0)), value)
    return found


def _quote(measure: Measure) -> str:
    return "".join(piece.quote for piece in measure.evidence)


def _skilled(asked: Sequence[Asked], profile: Profile) -> Iterator[Answer]:
    """For each certificate that a figure speaks of, those who hold it against the largest figure."""
    needs: dict[tuple[str, str | None], tuple[Skill, Measure]] = {}
    for _, measure in asked:
        words = fold(measure.subject + _quote(measure))
        for skill in skills_in(words):
            key = (skill.name, level_in(skill, words))
            if measure.value is not None and (key not in needs or (needs[key][1].value or 0) < measure.value):
                needs[key] = (skill, measure)
    for (name, level), (skill, measure) in needs.items():
        if profile.staff is None:
            yield not_filled("staff", f"需{name}", f"{name} are needed", measure.evidence)
            continue
        have, need = count_of(skill, level, profile.staff), measure.value or 0
        zh, en = f"需{name}{say_figure(need)}人,现有{have}人。", f"{name}: {say_figure(need)} needed, {have} there."  # type: ignore[arg-type]  # a Decimal
        if have < need and _SEVERAL.search(measure.subject):
            yield unsure(f"{zh[:-1]},但可由几种人员满足。", f"{en[:-1]}, but others may do.", measure.evidence, to_do=_HIRE)
        elif have < need:
            yield fails(zh, en, measure.evidence, to_do=_HIRE)
        elif _EACH.search(measure.subject):
            yield unsure(f"{zh[:-1]},但要求按站点计算。", f"{en[:-1]}, but by site.", measure.evidence)
        else:
            yield meets(zh, en, measure.evidence)


def _notice(clause: str) -> str:
    return f"青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n采购需求\n一、人员要求\n1.{clause}\n2.建立台账。"


CHECK = ScreenCheck(
    code="staffing",
    title="人员配置",
    title_en="Staffing",
    why="承诺的人员不到位是违约;人手不够须先招聘。",
    source="公告载明的服务要求",
    fields=("capacity.people", "staff"),
    look=_look,
    decisive=False,
    examples=(
        Example(("meets",), text=_notice("配备不少于4人的项目团队。")),
        Example(("fails",), text=_notice("项目团队总人数不少于17人。")),
        Example(("cannot_tell",), text=_notice("项目团队总人数不少于**人。")),
        Example(("cannot_tell",), text=_notice("配备不少于4人的项目团队。"), profile={"capacity.people": None}),
        Example((), text="青石县社工站项目竞争性磋商公告\n项目编号:QS-1"),
    ),
)
