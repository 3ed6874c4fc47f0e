"""Can the documents still be had: who has not obtained them may not bid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tender_kit.analysis.checks.check import day_of
from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_read
from tender_kit.analysis.wording import say_moment
from tender_kit.core.readings import Evidence
from tender_kit.models.profile import Profile

_OBTAINED = ("若已在期限内获取文件,可不理会本项", "Ignore this if you obtained them in time")
_ON_TIME = ("按时获取文件", "Obtain them in time")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    first, last = bid.notice.schedule.documents_from, bid.notice.schedule.documents_until
    if last.value is None:
        if last.state != "absent":
            yield not_read("文件获取截止时间", "The last day to obtain the documents", last)
        elif first.value is not None and day_of(first.value) > bid.on:
            yield _not_yet(first.value, first.evidence)
        return
    if day_of(last.value) < bid.on:
        said = say_moment(last.value)
        zh, en = f"文件获取已于 {said} 截止。", f"The documents could be had until {said}."
        yield fails(zh, en, last.evidence, to_do=_OBTAINED)
    elif first.value is not None and day_of(first.value) > bid.on:
        yield _not_yet(first.value, (*first.evidence, *last.evidence))
    else:
        said = say_moment(last.value)
        yield meets(f"{said} 前可以获取文件。", f"The documents can be had until {said}.", last.evidence, to_do=_ON_TIME)


def _not_yet(first: date, evidence: tuple[Evidence, ...]) -> Answer:
    said = say_moment(first)
    return meets(f"{said} 起可以获取文件。", f"The documents can be had from {said}.", evidence, to_do=_ON_TIME)


def _notice(window: str) -> str:
    return f"青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n三、获取采购文件\n时间:{window}\n地点:县政务中心"


CHECK = ScreenCheck(
    code="documents",
    title="获取采购文件",
    title_en="Obtaining the documents",
    why="未按公告获取采购文件的,不具备投标资格,也不能对文件提出质疑。",
    source="财政部令第94号第十一条;财政部令第87号第十八条",
    fields=(),
    look=_look,
    of_lot=False,
    examples=(
        Example(("meets",), text=_notice("2026年2月27日至2026年3月6日,每天上午9:00至11:30")),
        Example(("meets",), text=_notice("2026年3月4日至2026年3月11日,每天上午9:00至11:30")),
        Example(("fails",), text=_notice("2026年2月9日至2026年2月13日,每天上午9:00至11:30")),
        Example((), text="青石县社工站项目竞争性磋商公告\n项目编号:QS-1"),
    ),
)
