"""A branch, an office or premises at the place: a 民办非企业单位 may not have branches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, unsure
from tender_kit.analysis.screening.checks.region import division_of
from tender_kit.analysis.screening.statements import Statement
from tender_kit.models.profile import Profile
from tender_kit.models.profile_values import Form
from tender_kit.models.values import Region

_HERE = "本地|本市|本区|本县|本省|当地|辖区内?|市内|区内|县内|省内|项目所在地"
_CLAIMS = re.compile(
    f"(?:{_HERE})[^,]{{0,16}}(?:注册|登记|机构|场所|场地|办公|分支|门店|分公司)|"
    "分支机构|分公司|固定(?:的)?[^,]{0,8}(?:场所|地点|场地)|办公场所|服务场[所地]|(?:市|县|区|省)(?:内)?(?:注册|登记)"
)
_BRANCH = re.compile("(?:须|应|必须|需)[^,]{0,12}(?:设|有|成立)[^,]{0,12}(?:分支机构|分公司|办事处|分部)")
_NO = re.compile("不得|不接受|除外|无需|不限")
_CITY = re.compile("本市|市内|市(?:注册|登记)")
_PREMISES = re.compile("场所|场地|地点|办公")
_LOCAL = re.compile(f"{_HERE}|[市县区省]内?(?:注册|登记)")
_QUESTION = (
    "以本地机构或注册地作为条件涉嫌差别待遇,可以询问或质疑",
    "A condition of place may be unlawful: ask, or challenge it in time",
)
_LEASE = ("产权证或租赁合同复印件", "Copy of the deed or the lease")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("local_presence"):
        yield _judge(said, bid, profile)


def _judge(said: Statement, bid: Bid, profile: Profile) -> Answer:
    who, region = profile.organisation, bid.notice.region.value
    places = (who.place, *who.branches, *profile.capacity.sites)
    is_local = bool(_LOCAL.search(said.text))
    if is_local and not _NO.search(said.text) and _is_here(said.text, region, places):
        return meets("登记地、分支机构或场所在当地。", "It is registered, or has an office, there.", said.evidence, to_do=_LEASE)
    if _BRANCH.search(said.text) and not _NO.search(said.text) and who.form is Form.PRIVATE_NON_ENTERPRISE:
        return fails(
            "要求在当地设分支机构,民办非企业单位不得设立分支机构。",
            "A local branch is asked for; a private non-enterprise may not have branches.",
            said.evidence,
            to_do=_QUESTION,
            challengeable=True,
        )
    if is_local or _BRANCH.search(said.text):
        zh, en = "对当地的机构或场所有要求,档案中没有对应的。", "A local body or office is asked for; the profile names none."
        return unsure(zh, en, said.evidence, to_do=_QUESTION, challengeable=True)
    if _PREMISES.search(said.text) and profile.capacity.sites:
        names = "、".join(profile.capacity.sites)
        return meets(f"有场所:{names}。", f"It has premises: {names}.", said.evidence, to_do=_LEASE)
    return unsure("对机构或场所的要求请自行对照。", "Compare the body or the premises asked for.", said.evidence)


def _is_here(text: str, region: Region | None, places: tuple[str, ...]) -> bool:
    """Whether a place of the organisation lies in the region of the notice; in its city where the notice says 本市."""
    if region is None or region.province is None:
        return False
    paths = [path for path in map(division_of, filter(None, places)) if path is not None]
    wanted = (region.province, region.city, region.district)
    depth = 2 if _CITY.search(text) and region.city else max(n for n, name in enumerate(wanted, start=1) if name)
    return any(path[:depth] == wanted[:depth] for path in paths)


CHECK = ScreenCheck(
    code="local_presence",
    title="本地机构或场所",
    title_en="Local body or premises",
    why="民办非企业单位不得设立分支机构;限定注册地或本地机构属于差别待遇,可以质疑。",
    source="民办非企业单位登记管理暂行条例第十三条;政府采购法实施条例第二十条",
    fields=("organisation.place", "organisation.branches", "organisation.form", "capacity.sites"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("fails",), clause="供应商须在本市设有分支机构。"),
        Example(("cannot_tell",), clause="供应商须在本市设有分支机构。", profile={"organisation.form": "企业"}),
        Example(("cannot_tell",), clause="须为本市注册的机构。"),
        Example(("cannot_tell",), clause="分支机构不得参加本项目。"),
        Example(("meets",), clause="有固定办公场所。"),
        Example(("cannot_tell",), clause="有固定办公场所。", profile={"capacity.sites": []}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
