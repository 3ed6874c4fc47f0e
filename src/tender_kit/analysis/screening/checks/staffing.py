"""People that the work demands, against those who are free and their certificates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.checks.staff_certificates import count_of
from tender_kit.analysis.screening.wording import is_by_site
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
    "staff.ratio",
)
_UNITS = {"人", "名", "位"}
# 其中 is a part of a total that stands beside it; 各一名 is a figure of each of several posts.
_PART = re.compile("其中|以上不少于|持有|持证|各[0-9一二两]?[名人]|各$")
_TOTAL = re.compile("团队|总人数|项目组|工作人员|服务人员|专职人员|作业人员|配备$|人员$")
_SEVERAL = re.compile("[或及和、/]")
_HIRE = ("投标前落实人员或招聘计划", "Find or hire the people before bidding")
Asked = tuple[Requirement, Measure]


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    asked = [
        (clause, measure)
        for clause, measure in bid.measures(*_TOPICS)
        if (measure.unit in _UNITS or measure.mask) and not measure.per and measure.comparator != "at_most"
    ]
    if not asked:
        if hidden := bid.hidden("staff."):
            yield unsure("人员要求被遮蔽。", "The people asked for are hidden.", evidence_of(hidden))
        return
    yield _people(asked, profile)
    yield from _skilled(asked, profile)


def _people(asked: Sequence[Asked], profile: Profile) -> Answer:
    """People in all: a total that is stated, else the posts added up; by site or by household they give no total."""
    evidence = tuple(dict.fromkeys(evidence_of(m for _, m in asked)))
    if any(measure.mask or measure.value is None for _, measure in asked):
        return unsure("人员数量被遮蔽。", "The number of people is hidden.", evidence)
    ours = [(clause, m) for clause, m in asked if not _PART.search(m.subject + _quote(m))]
    stated = [m for clause, m in ours if _TOTAL.search(m.subject + _quote(m)) and not is_by_site(clause.text, _quote(m))]
    if not stated and any(is_by_site(clause.text, _quote(m)) for clause, m in asked):
        return unsure("人员按站点(包、户)配备,总人数请自行计算。", "People are asked for by site; work out the total.", evidence)
    posts = _posts([m for _, m in ours if (m.topic or "") != "staff.ratio"])
    if not posts and not stated:
        return unsure("总人数未能推算。", "The number of people could not be worked out.", evidence)
    added = sum((m.value or Decimal(0) for m in posts), Decimal(0))
    need = max([added, *(m.value or Decimal(0) for m in stated)])
    evidence = evidence_of(m for m in (posts if need == added else stated) if need == added or m.value == need)
    free = profile.capacity.people
    if free is None:
        what = (f"至少需{say_figure(need)}人", f"At least {say_figure(need)} people are needed")
        return not_filled("capacity.people", *what, evidence)
    zh, en = f"至少需{say_figure(need)}人,可投入{free}人。", f"At least {say_figure(need)} people are needed; {free} are free."
    return meets(zh, en, evidence) if need <= free else fails(zh, en, evidence, to_do=_HIRE)


def _posts(measures: Sequence[Measure]) -> list[Measure]:
    """The posts with their figures; a post that is named again (in a table, in a score) is the same post."""
    found: dict[tuple[str, str], Measure] = {}
    for measure in measures:
        if not _TOTAL.search(measure.subject):
            key = (measure.topic or "", measure.subject[-2:])
            if key not in found or (found[key].value or 0) < (measure.value or 0):
                found[key] = measure
    return list(found.values())


def _quote(measure: Measure) -> str:
    return "".join(piece.quote for piece in measure.evidence)


def _skilled(asked: Sequence[Asked], profile: Profile) -> Iterator[Answer]:
    """For each certificate that a figure speaks of, those who hold it against the largest figure."""
    needs: dict[tuple[str, str | None], tuple[Skill, Measure, Requirement]] = {}
    for clause, measure in asked:
        words = fold(measure.subject + _quote(measure))
        for skill in skills_in(words):
            key = (skill.name, level_in(skill, words))
            if measure.value is not None and (key not in needs or (needs[key][1].value or 0) < measure.value):
                needs[key] = (skill, measure, clause)
    for (name, level), (skill, measure, clause) in needs.items():
        if profile.staff is None:
            yield not_filled("staff", f"需{name}", f"{name} are needed", measure.evidence)
            continue
        have, need = count_of(skill, level, profile.staff), measure.value or 0
        zh, en = f"需{name}{say_figure(need)}人,现有{have}人。", f"{name}: {say_figure(need)} needed, {have} there."  # type: ignore[arg-type]  # a Decimal
        if have < need and _SEVERAL.search(measure.subject):
            yield unsure(f"{zh[:-1]},但可由几种人员满足。", f"{en[:-1]}, but others may do.", measure.evidence, to_do=_HIRE)
        elif have < need:
            yield fails(zh, en, measure.evidence, to_do=_HIRE)
        elif is_by_site(clause.text, _quote(measure)):
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
        Example(("cannot_tell",), text=_notice("每个站点安排社工不少于2人,另设主管1名。")),
        Example(("meets",), text=_notice("每个站点安排社工不少于2人;项目团队总人数不少于8人。")),
        Example(("cannot_tell",), text=_notice("配备不少于4人的项目团队。"), profile={"capacity.people": None}),
        Example((), text="青石县社工站项目竞争性磋商公告\n项目编号:QS-1"),
    ),
)
