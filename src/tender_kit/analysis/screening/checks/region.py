"""Is it where the organisation works."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_read, unsure
from tender_kit.analysis.wording import say_region
from tender_kit.models.profile import Profile
from tender_kit.models.values import Region
from tender_kit.vocab.divisions import find_divisions

Path = tuple[str | None, ...]


@lru_cache(maxsize=256)
def division_of(name: str) -> Path | None:
    """Give province, prefecture and county of a place; None where the name is of no division.

    >>> division_of("浙江省杭州市"), division_of("仙居县")
    (('浙江省', '杭州市', None), ('浙江省', '台州市', '仙居县'))
    """
    found = find_divisions(name)
    return found[-1].division.path if found else None


def lies_in(region: Region, place: str) -> bool | None:
    """Tell whether a region lies in a place; None where it is not known closely enough."""
    path = division_of(place)
    if path is None:
        return True if place in say_region(region) else None
    for ours, theirs in zip((region.province, region.city, region.district), path, strict=True):
        if theirs is None:
            return True
        if ours is None:
            return None
        if ours != theirs:
            return False
    return True


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    wanted, reading = profile.wishes.regions, bid.notice.region
    if not wanted:
        return
    if reading.value is None:
        yield not_read("项目所在地区", "The region", reading)
        return
    where = say_region(reading.value)
    inside = [lies_in(reading.value, place) for place in wanted]
    names = "、".join(wanted)
    if any(inside):
        yield meets(f"{where},在意向地区内。", f"{where} is among the regions wanted.", reading.evidence)
    elif None in inside:
        yield unsure(f"{where},不能确定是否在 {names} 内。", f"{where} may lie in {names} or not.", reading.evidence)
    else:
        yield fails(f"{where},不在 {names} 内。", f"{where} is not in {names}.", reading.evidence)


def _notice(buyer: str) -> str:
    return f"社工站项目竞争性磋商公告\n项目编号:QS-1\n采购人:{buyer}"


CHECK = ScreenCheck(
    code="region",
    title="地区",
    title_en="Region",
    why="档案中写明的意向地区。",
    source="机构档案",
    fields=("wishes.regions",),
    look=_look,
    of_lot=False,
    examples=(
        Example(("meets",), text=_notice("浙江省台州市仙居县民政局")),
        Example(("fails",), text=_notice("辽宁省沈阳市大东区民政局")),
        Example(("cannot_tell",), text=_notice("民政局")),
        Example((), text=_notice("浙江省台州市仙居县民政局"), profile={"wishes.regions": []}),
    ),
)
