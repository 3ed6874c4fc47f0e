"""The administrative divisions of China, and where a text names them.

Codes and names are those of GB/T 2260 (data/divisions.csv; see data/README.md for its sources). Names are
words too: 和平, 资源, 公安; 鼓楼区 stands four times. So a name counts only where it can be meant: in full,
short where no word is like it, or beside the name of what it lies in.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from tender_kit.vocab.load import read_text

Level = Literal["province", "city", "county"]
_MUNICIPALITIES = ("110000", "120000", "310000", "500000")
# Behind a short name, these make another word of it: 北京时间, 南京路, 上海银行.
_NOT_BEHIND_SHORT = (
    "时间",
    "路",
    "街",
    "大道",
    "大街",
    "大厦",
    "银行",
    "证券",
    "广场",
    "酒店",
    "饭店",
    "宾馆",
    "中路",
    "东路",
    "西路",
    "南路",
    "北路",
)
_ZONES = (
    "新区",
    "新城",
    "高新",
    "经开",
    "经济",
    "开发",
    "工业",
    "产业",
    "国际",
    "集团",
    "公路",
    "高速",
    "医院",
    "大学",
    "学院",
    "机场",
)
_BESIDE = frozenset(" ·|/\\-—>、,.:()[]【】")
_BESIDE_REACH = 3


class Division(NamedTuple):
    """A division of province, prefecture or county level with its official name."""

    code: str
    name: str
    level: Level
    parent: str

    @property
    def ancestors(self) -> tuple[Division, ...]:
        """The divisions that it lies in, the nearest first."""
        above = divisions().get(self.parent)
        return (above, *above.ancestors) if above else ()

    @property
    def path(self) -> tuple[str, str | None, str | None]:
        """Official names of province, prefecture and county.

        A municipality is province and city both; a county-level division that is under its province
        directly has no city.

        >>> divisions()["331024"].path
        ('浙江省', '台州市', '仙居县')
        >>> divisions()["310000"].path, divisions()["429004"].path
        (('上海市', '上海市', None), ('湖北省', None, '仙桃市'))
        """
        line = (self, *self.ancestors)
        at: dict[Level, str] = {division.level: division.name for division in line}
        if line[-1].code in _MUNICIPALITIES:
            at["city"] = at["province"]
        return at["province"], at.get("city"), at.get("county")

    def lies_in(self, other: Division) -> bool:
        """Whether it is ``other`` or a part of it."""
        return other is self or other in self.ancestors


class DivisionMatch(NamedTuple):
    """A division that ``text[start:end]`` names."""

    start: int
    end: int
    division: Division


@dataclass(slots=True)
class _Name:
    """The divisions that a name may mean: ``alone`` anywhere, ``beside`` only behind one that they lie in."""

    short: bool = False
    alone: list[Division] = field(default_factory=list)
    beside: list[Division] = field(default_factory=list)


@cache
def _table() -> tuple[Mapping[str, Division], Mapping[str, _Name]]:
    by_code: dict[str, Division] = {}
    names: dict[str, _Name] = {}
    rows = csv.reader(read_text("divisions.csv").splitlines()[1:])
    for code, name, level, parent, alone, beside, former in rows:
        division = by_code[code] = Division(code, name, level, parent)  # type: ignore[arg-type]
        loose = beside.split("|") if beside else []
        for short in loose:
            names.setdefault(short, _Name(short=short != name)).beside.append(division)
        if name not in loose:
            names.setdefault(name, _Name()).alone.append(division)
        for other in (alone.split("|") if alone else []) + (former.split("|") if former else []):
            names.setdefault(other, _Name(short=other == name[: len(other)])).alone.append(division)
    return by_code, names


def divisions() -> Mapping[str, Division]:
    """Load all divisions by code."""
    return _table()[0]


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """For the first two characters of all names: the lengths of the names, the longest first."""
    found: dict[str, set[int]] = {}
    for name in _table()[1]:
        found.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


def _names_in(text: str) -> Iterator[tuple[int, int, _Name]]:
    names, lengths = _table()[1], _lengths()
    position, last = 0, len(text) - 1
    while position < last:
        for length in lengths.get(text[position : position + 2], ()):
            name = names.get(text[position : position + length])
            if name and _can_be_meant(text, position, position + length, name):
                yield position, position + length, name
                position += length
                break
        else:
            position += 1


def _can_be_meant(text: str, start: int, end: int, name: _Name) -> bool:
    if end - start > len(text) - start:
        return False
    if name.short:
        # 深圳市龙华新区 was never the district of that name; 成都高新区 is in 成都 all the same.
        zone = not name.alone and text.startswith(_ZONES, end)
        return not zone and not text.startswith(_NOT_BEHIND_SHORT, end)
    # 示范县 ends with 范县, 小康县 with 康县: a name of two characters needs a beginning.
    two = end - start == 2
    return not two or start == 0 or not text[start - 1].isalpha() or text[start - 1] in "省市州盟区县于在为是向由"


def find_divisions(text: str, within: Iterable[Division] = ()) -> list[DivisionMatch]:
    """Find the divisions that a text names, in their order, the longest name first at each place.

    A name that several divisions bear (鼓楼区) counts only where the text, or ``within``, names one that
    just one of them lies in. Development zones (高新区, 经开区) are no divisions. Linear in the length of the text.

    >>> [m.division.path for m in find_divisions("辽宁省沈阳市大东区社会工作服务站")][-1]
    ('辽宁省', '沈阳市', '大东区')
    >>> [m.division.name for m in find_divisions("江苏 | 南京 | 鼓楼区")]
    ['江苏省', '南京市', '鼓楼区']
    >>> find_divisions("鼓楼区高新区示范县")
    []
    """
    found = list(_names_in(text))
    known = {division.code for division in within}
    known.update(name.alone[0].code for _, _, name in found if len(name.alone) == 1)
    matches: list[DivisionMatch] = []
    for start, end, name in found:
        before = _just_before(text, start, matches)
        division = _meant(name, before, known)
        if division and not _contradicts(division, start, matches):
            matches.append(DivisionMatch(start, end, division))
    return matches


def _contradicts(division: Division, start: int, matches: list[DivisionMatch]) -> bool:
    """Whether a county stands right behind a place that it does not lie in: 潍坊滨海新区 is not the one of 天津."""
    before = matches[-1] if matches else None
    joined = before is not None and before.end == start and before.division.level != "county"
    return bool(joined and before and division.level == "county" and not division.lies_in(before.division))


def _just_before(text: str, start: int, matches: list[DivisionMatch]) -> Division | None:
    if not matches or start - matches[-1].end > _BESIDE_REACH:
        return None
    return matches[-1].division if _BESIDE.issuperset(text[matches[-1].end : start]) else None


def _meant(name: _Name, before: Division | None, known: set[str]) -> Division | None:
    if before:
        inside = [d for d in (*name.alone, *name.beside) if before in d.ancestors]
        if len(inside) == 1:
            return inside[0]
    if len(name.alone) == 1:
        return name.alone[0]
    fitting = [d for d in name.alone if not known.isdisjoint(a.code for a in (d, *d.ancestors))]
    return fitting[0] if len(fitting) == 1 else None
