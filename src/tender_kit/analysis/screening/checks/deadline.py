"""Is there time: the deadline has not passed, and the days that a bid takes are left."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import day_of
from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_read, unsure
from tender_kit.analysis.wording import say_moment
from tender_kit.models.profile import Profile
from tender_kit.quantities.workdays import workdays_between


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    deadline = bid.notice.schedule.bid_deadline
    if deadline.value is None:
        yield not_read("投标截止时间", "The bid deadline", deadline)
        return
    said, day = say_moment(deadline.value), day_of(deadline.value)
    if day < bid.on:
        yield fails(f"已于 {said} 截止。", f"It closed on {said}.", deadline.evidence)
        return
    left, least = workdays_between(bid.on, day), profile.wishes.least_workdays
    zh = f"{said} 截止,从 {bid.on} 起还有 {left} 个工作日"
    en = f"It closes on {said}: {left} working days from {bid.on}"
    if day == bid.on:
        to_do = ("立即核对截止钟点", "Check the hour at once")
        yield unsure(f"今天({said})截止。", f"It closes today ({said}).", deadline.evidence, to_do=to_do)
    elif least is not None and left < least:
        yield fails(f"{zh},少于所需的 {least} 个。", f"{en}, fewer than the {least} needed.", deadline.evidence)
    else:
        yield meets(f"{zh}。", f"{en}.", deadline.evidence)


def _notice(deadline: str) -> str:
    return f"青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n采购人:青石县民政局\n响应文件提交截止时间:{deadline}"


CHECK = ScreenCheck(
    code="deadline",
    title="截止时间",
    title_en="Deadline",
    why="逾期送达的投标文件拒收;时间不够编不出合格的投标文件。",
    source="财政部令第87号第三十三条;工作日按国务院公布的放假安排计算",
    fields=("wishes.least_workdays",),
    look=_look,
    of_lot=False,
    examples=(
        Example(("meets",), text=_notice("2026年3月20日9:30")),
        Example(("fails",), text=_notice("2026年2月20日9:30")),
        Example(("fails",), text=_notice("2026年3月5日9:30")),
        Example(("cannot_tell",), text=_notice("2026年3月2日17:00")),
        Example(("cannot_tell",), text=_notice("2026年**月**日")),
        Example(("meets",), text=_notice("2026年3月5日9:30"), profile={"wishes.least_workdays": 2}),
    ),
)
