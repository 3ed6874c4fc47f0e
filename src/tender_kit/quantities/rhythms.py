"""Rhythms: how often something is due (``每季度``, ``按月``, ``全年``, ``服务期内``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Per = Literal["day", "week", "month", "quarter", "half_year", "year", "project"]


@dataclass(frozen=True, slots=True)
class RhythmMatch:
    """Words of a rhythm."""

    start: int
    end: int
    per: Per


_ONE = r"(?:每|按|逐|每隔?一)(?:一)?(?:个)?"
_WORDS: dict[Per, str] = {
    # 半年 before 年: 每半年 is no 每年. 上半年 and 下半年 are dates.
    "half_year": rf"{_ONE}半年(?:度)?|(?<![上下])半年度|半年(?=[一1]次|不少于|至少)",
    # Only with 内, 间 or 中: 服务期限 alone is the name of the term.
    "project": (
        r"(?:整个|全)?(?:服务|项目|合同|协议|实施|采购|履约|承包)(?:执行|实施|服务|履行|履约|有效)?"
        r"(?:(?:周期|期限|期)(?:之?内|中)|期间(?:之?内)?)"
    ),
    "quarter": rf"{_ONE}季(?:度)?|季度性|季均|(?<![一二三四1234第该本当上下两个])季度(?!末|初|首|内)",
    "month": rf"{_ONE}月(?!嫂|饼|份证)|月度|月均|逐月|(?<![0-9])月(?=(?:通报|简报|例会|报表|报告|考核|访视|小结|计划))",
    "week": rf"{_ONE}(?:周(?![岁边转年])|星期|礼拜)|周度|周均",
    "day": rf"{_ONE}(?:天|日|工作日)(?![间常])|日均|(?<![节假])日(?=巡查|报告制)",
    "year": (
        rf"{_ONE}年(?:度)?(?!龄|级|轻|长)|全年(?:度)?|(?<![0-9〇零一二三四五六七八九年本上整财该当跨半下往历])年度"
        r"|年均|一年(?=不少于|至少|不低于|[0-9两二三四]{1,3}次)"
    ),
}
_RHYTHM = re.compile("|".join(f"(?P<{per}>{words})" for per, words in _WORDS.items()))


def find_rhythms(text: str) -> list[RhythmMatch]:
    """Find the words of rhythm in a folded text, in order.

    ``每半年`` is half a year, never a year; ``每两周`` and ``第三季度`` are none. The term as a whole
    (``服务期内``) counts as ``project`` only where the words say within.

    >>> [match.per for match in find_rhythms("每季度1次,按月报送,每半年评估,全年8场,服务期内12例,每周更新,服务期限一年")]
    ['quarter', 'month', 'half_year', 'year', 'project', 'week']
    """
    # The groups are named after the rhythms.
    return [RhythmMatch(match.start(), match.end(), match.lastgroup) for match in _RHYTHM.finditer(text)]  # type: ignore[arg-type]
