"""Is it the work that the organisation does."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, unsure
from tender_kit.core.readings import Evidence
from tender_kit.models.profile import Profile

_SHOWN = 5
# Clauses of these groups stand in the requirements of any service.
_ANYWHERE = ("com", "law", "qa", "rep", "staff")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    wishes, names = profile.wishes, bid.named_by
    for word in wishes.avoid:
        for name, evidence in names:
            if word in name:
                yield fails(f"项目名称含“{word}”。", f"The name of the project holds “{word}”.", evidence)
                return
    if not wishes.topics:
        return
    found = _found(bid, wishes.topics)
    if found:
        word, evidence = found
        yield meets(f"属于“{word}”。", f"It is about “{word}”.", evidence)
        return
    category, where = bid.notice.project.category, names[0][1] if names else ()
    if category.value in ("goods", "works"):
        zh, en = {"goods": ("货物", "goods"), "works": ("工程", "works")}[category.value]
        yield fails(f"是{zh}采购,与服务领域无关。", f"It buys {en} and is about none of the topics.", category.evidence or where)
    else:
        listed = "、".join(wishes.topics[:_SHOWN]) + ("等" if len(wishes.topics) > _SHOWN else "")
        yield unsure(f"名称和需求中没有找到:{listed}。", f"None of these was found: {listed}.", where)


def _found(bid: Bid, topics: tuple[str, ...]) -> tuple[str, tuple[Evidence, ...]] | None:
    """A topic by the project's name, else by what its clauses are about."""
    for word in topics:
        for name, evidence in bid.named_by:
            if word in name:
                return word, evidence
    for word in topics:
        for clause in bid.requirements:
            if clause.topic and clause.topic.startswith(word) and clause.topic.split(".")[0] not in _ANYWHERE:
                return word, clause.evidence
    for word in topics:
        clauses = [clause for clause in bid.requirements if word in clause.text]
        if len(clauses) > 1:
            return word, clauses[0].evidence
    return None


def _notice(name: str, more: str = "") -> str:
    return f"{name}竞争性磋商公告\n项目编号:QS-1\n项目名称:{name}\n{more}"


CHECK = ScreenCheck(
    code="topic",
    title="服务领域",
    title_en="Field of service",
    why="档案中写明的服务领域;不相干的项目不必细看。",
    source="机构档案",
    fields=("wishes.topics", "wishes.avoid"),
    look=_look,
    examples=(
        Example(("meets",), text=_notice("青石县社工站运营服务")),
        Example(("fails",), text=_notice("青石县敬老院改造施工")),
        Example(("cannot_tell",), text=_notice("青石县车辆清障服务")),
        Example((), text=_notice("青石县车辆清障服务"), profile={"wishes.topics": []}),
    ),
)
