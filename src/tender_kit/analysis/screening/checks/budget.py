"""Is the sum within the range that the organisation looks for."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_read
from tender_kit.analysis.wording import say_figure
from tender_kit.models.profile import Profile


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    least, most = profile.wishes.budget_from_yuan, profile.wishes.budget_to_yuan
    if least is None and most is None:
        return
    reading = bid.budget
    if reading.value is None:
        yield not_read("预算金额", "The budget", reading)
        return
    yuan = reading.value.yuan
    zh, en = f"预算{say_figure(yuan)}元", f"The budget is {say_figure(yuan)} yuan"
    if least is not None and yuan < least:
        yield fails(f"{zh},低于{say_figure(least)}元。", f"{en}, below {say_figure(least)}.", reading.evidence)
    elif most is not None and yuan > most:
        yield fails(f"{zh},高于{say_figure(most)}元。", f"{en}, above {say_figure(most)}.", reading.evidence)
    else:
        yield meets(f"{zh},在意向范围内。", f"{en}, within the range.", reading.evidence)


def _notice(budget: str) -> str:
    return f"青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n预算金额:{budget}"


CHECK = ScreenCheck(
    code="budget",
    title="预算范围",
    title_en="Budget range",
    why="档案中写明的预算范围;太小不够成本,太大超出承接能力。",
    source="机构档案",
    fields=("wishes.budget_from_yuan", "wishes.budget_to_yuan"),
    look=_look,
    examples=(
        Example(("meets",), text=_notice("50万元")),
        Example(("fails",), text=_notice("2万元")),
        Example(("fails",), text=_notice("1800万元")),
        Example(("cannot_tell",), text=_notice("**万元")),
        Example((), text=_notice("50万元"), profile={"wishes.budget_from_yuan": None, "wishes.budget_to_yuan": None}),
    ),
)
