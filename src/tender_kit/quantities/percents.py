"""Shares: ``40%``, ``百分之三十``, ``千分之五``, ``5‰``, ``三成``, ``三分之二``; all in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tender_kit.core.scan import find_from
from tender_kit.quantities.masks import MASK
from tender_kit.quantities.numerals import ARABIC, CHINESE, parse_number


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent, or ``mask`` as written (asterisks and digits alone) where it is hidden."""

    start: int
    end: int
    percent: Decimal | None
    mask: str | None


_OF = {"百": 1, "千": 10, "万": 100}
_SIGNS = {"%": 1, "‰": 10}
_FIRST = re.compile(r"[0-9*#百千万一二两三四五六七八九十]")
_SHARE = re.compile(
    rf"(?:(?<![0-9A-Za-z.*-])(?P<left>{ARABIC}|{MASK})\s?[%]?\s?[-~—–至到]{{1,2}}\s?)?"
    rf"(?<![0-9A-Za-z.])(?P<figure>{MASK}|{ARABIC})\s{{0,2}}(?P<sign>[%‰])"
    rf"|(?P<of>[百千万])分之\s?(?P<parts>{MASK}|{ARABIC}|百|{CHINESE})"
    rf"|(?P<full>百分百)"
    rf"|(?P<below>[二三四五六七八九十]{{1,3}})分之(?P<above>[一二两三四五六七八九]{{1,2}})"
    # 三成 is a share, 一成立 and 一成不变 are words: only where a clause ends or goes on as after a share.
    rf"|(?<![达完组构形])(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?(?=以[上下内]|左右|的|[、,。;)]|$)"
)


def find_shares(text: str) -> Iterator[Share]:
    """Give the shares one by one; the lower end of a range (``10-20%``) comes as a share of its own."""
    if "%" not in text and "分" not in text and "成" not in text and "‰" not in text:
        return
    for match in find_from(_FIRST, _SHARE, text):
        left = match["left"]
        if left and match["sign"]:
            yield _share(match.start("left"), match.end("left"), left, _SIGNS[match["sign"]])
            yield _share(match.start("figure"), match.end(), match["figure"], _SIGNS[match["sign"]])
        elif match["sign"]:
            yield _share(match.start(), match.end(), match["figure"], _SIGNS[match["sign"]])
        elif match["parts"]:
            yield _share(match.start(), match.end(), "100" if match["parts"] == "百" else match["parts"], _OF[match["of"]])
        else:
            yield Share(match.start(), match.end(), _worded(match), None)


def find_percents(text: str) -> list[Share]:
    """Find the shares of a folded text, in order, in percent (rounded to 0.01 where a fraction does not come out even).

    >>> [str(share.percent) for share in find_percents("40%、百分之三十、百分之零点五、5‰、三成、三分之二")]
    ['40', '30', '0.5', '0.5', '30', '66.67']
    >>> find_percents("**%")[0].mask
    '**'
    """
    return list(find_shares(text))


def _share(start: int, end: int, figure: str, of: int) -> Share:
    if "*" in figure or "#" in figure:
        return Share(start, end, None, figure)
    value = parse_number(figure)
    return Share(start, end, None if value is None else value if of == 1 else value / of, None)


def _worded(match: re.Match[str]) -> Decimal | None:
    """``百分百``, ``三成半``, ``三分之二``."""
    if match["full"]:
        return Decimal(100)
    if match["tenths"]:
        return (parse_number(match["tenths"]) or Decimal(0)) * 10 + (5 if match["half"] else 0)
    below, above = parse_number(match["below"]), parse_number(match["above"])
    if not below or above is None:
        return None
    return (above * 100 / below).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0
