"""Sums of money: ``50万元``, ``壹佰贰拾万元整(¥1200000.00)``, ``5000元/个``, and bare figures under a head with the unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tender_kit.quantities.masks import MASK, bounds, fits
from tender_kit.quantities.numerals import ARABIC, CHINESE, parse_number


@dataclass(frozen=True, slots=True)
class Amount:
    """One sum: ``yuan``, or ``mask`` as written where digits are hidden; both None where the figure makes no sense.

    ``unit`` is the unit as written (``万元``, ``元``, ``元/个``: a unit price), or that of the head, or ``""``.
    """

    start: int
    end: int
    yuan: Decimal | None
    mask: str | None
    unit: str


_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_PER = (
    "人·天|人天|人次|户次|工作日|平方米|立方米|平方公里|公里|平方|公斤|千克|街道|社区|季度|学年|学期|学生|小时|工时|课时|站点|标段|分钟|千字|公顷"
    "|个|人|户|次|场|例|天|日|月|季|年|家|所|村|项|套|台|份|张|只|件|吨|米|㎡|m2|m²|名|位|床|间|栋|期|节|篇|条|本|册|辆|包|批|镇|站|点|片|盒"
    "|瓶|亩|株|字|页|班|生|餐|h"
)
_FIGURE = rf"[0-9]{{1,3}}(?: [0-9]{{3}}){{2,4}}(?:\.[0-9]+)?|{ARABIC}亿{ARABIC}万(?=\s?元)|{MASK}|{ARABIC}|{CHINESE}"
_SIGN = r"(?:[¥￥]|人民币|RMB|CNY|(?<![A-Za-z])y(?=[0-9]))\s?(?:\(?[大小]写\)?)?\s?:?\s?"
# 元旦, 元素 and the like are words; 万美元 is no sum in yuan; 一元 is a sum only where no word goes on (一元化, 三元村).
_YUAN = r"(?:百万|千万|[十百千万亿])?\s?[元圆](?!旦|宵|素|器件|件|宇宙|数据|月)|[万亿](?![美港欧日韩英]|[一-龥])"
_AMOUNT = re.compile(
    rf"(?:(?P<sign>{_SIGN})|(?<![0-9A-Za-z.*第]))(?P<figure>{_FIGURE})"
    rf"(?:\s{{0,2}}(?P<unit>\(\s?(?:人民币)?(?:{_YUAN})\s?\)|(?:人民币)?(?:{_YUAN}))"
    r"(?P<small>\s?(?:[0-9零壹贰叁肆伍陆柒捌玖一二三四五六七八九]\s?角)?(?:零?[0-9零壹贰叁肆伍陆柒捌玖一二三四五六七八九]\s?分(?!之))?)?"
    rf"(?P<whole>\s?[整正](?![一-龥]))?(?P<per>(?:\s?/\s?(?:{_PER}))+)?(?:\s?\((?:人民币|含税)\))?)?"
)
_LEFT = re.compile(rf"(?<![0-9A-Za-z.*-])(?P<figure>{ARABIC})\s?(?:[-~—–]{{1,2}}|至|到)\s?$")
_BETWEEN = re.compile(r"[\s(:,;/]*(?:(?:人民币|大写|小写|合计|即|计|为|RMB)[\s():,;]*){0,3}")
_FREE = re.compile(r"\s*(?:免费(?:获取|领取|发放|提供|下载)?|不收(?:取)?(?:任何)?费用?|无偿(?:提供)?)[。,;]?\s*")
# Behind a figure a colon makes a time of day, not a sum: 售价(元):2026年2月3日 14:30.
_BARE_BEFORE = re.compile(r"(?:^|[\s(,;、|/=≤<>。~]|(?<![0-9]):|[为约共计即过是金额价])$")
_BARE_AFTER = re.compile(r"\s*(?:$|[\s,。;、|)(~]|[整正](?![一-龥]))")


def find_amounts(text: str, unit: str = "") -> list[Amount]:
    """Find the sums of money in a folded text, in order.

    ``unit`` is the unit of the label or column head (``万元``, ``元``, ``""`` for unknown): a bare figure is a
    sum only under such a head, and only where no figure of the text brings a unit of its own; a unit
    that stands with the figure wins. A sum in words and the same in digits are one amount; two that
    disagree stay two. Free of charge (``免费``), as the whole text, is 0.

    >>> [(str(a.yuan), a.unit) for a in find_amounts("壹佰贰拾万元整(¥1200000.00),每例5000元/个")]
    [('1200000', '元'), ('5000', '元/个')]
    >>> [str(a.yuan) for a in find_amounts("87.5", "万元")], find_amounts("87.5")
    (['875000.0'], [])
    """
    if _FREE.fullmatch(text):
        return [Amount(0, len(text), Decimal(0), None, "")]
    found = list(_AMOUNT.finditer(text))
    marked = [amount for match in found if match["unit"] or match["sign"] for amount in _marked(text, match, unit)]
    if marked or not unit:
        return _merged(text, marked)
    bare = [amount for match in found for amount in _bare(text, match, unit)]
    return bare[1:] if bare and _is_ordinal(text, bare[0]) else bare


def fits_amount(mask: str, yuan: Decimal, unit: str = "") -> bool:
    """Tell whether a sum can be what a masked amount hides: digits agree, one for each asterisk.

    ``unit`` is that of the head where the mask has none. Decimals that the mask does not show must be 0.

    >>> fits_amount("**万元", Decimal("500000")), fits_amount("******", Decimal("500000"), "元")
    (True, True)
    >>> fits_amount("**万元", Decimal("5000"))
    False
    """
    found = re.match(MASK, mask.strip("¥￥ "))
    if found is None or bounds(found.group()) is None:
        return False
    figure = found.group().replace(",", "")
    written = mask[mask.find(found.group()) + len(found.group()) :]
    value = yuan / _factor(written if re.search(r"[元圆万亿]", written) else unit)
    places = len(figure.partition(".")[2])
    return value == round(value, places) and fits(figure, f"{value:.{places}f}")


def _marked(text: str, match: re.Match[str], head: str) -> Iterator[Amount]:
    """The amount of a figure with its own unit or sign, and before it the lower end of a range (``5-8万元``)."""
    figure, written = match["figure"], (match["unit"] or "").strip("() ").replace("人民币", "").replace(" ", "")
    if _is_word(text, match, written):
        return
    used = written or head or "元"
    left = _LEFT.search(text, max(0, match.start() - 24), match.start())
    per = re.sub(r"\s", "", match["per"] or "")
    if left is not None and not match["sign"]:
        yield Amount(left.start(), left.end("figure"), _yuan(left["figure"], used), None, used + per)
    start, end = match.start(), match.end()
    if "*" in figure or "#" in figure:
        yield Amount(start, end, None, re.sub(r"\s", "", text[match.start("figure") : end]), used + per)
        return
    value = _yuan(figure, used)
    if value is not None:
        yield Amount(start, end, value + _small(match["small"] or ""), None, used + per)


def _is_word(text: str, match: re.Match[str], written: str) -> bool:
    """``三元区``, ``一元化``, ``二元``: a lone numeral with 元 and a word going on."""
    figure = match["figure"]
    lone = len(figure) == 1 and not figure.isascii() and written[:1] in "元圆" and not match["sign"]
    return lone and not match["whole"] and bool(re.match(r"[一-龥]", text[match.end() :]))


def _factor(unit: str) -> int:
    factor = 1
    for letter in unit.partition("/")[0]:
        factor *= _POWERS.get(letter, 1)
    return factor


def _yuan(figure: str, unit: str) -> Decimal | None:
    value = parse_number(figure)
    return None if value is None else value * _factor(unit)


def _small(text: str) -> Decimal:
    """角 and 分 behind 元."""
    total = Decimal(0)
    for digit, name in re.findall(r"(\S)\s?([角分])", text):
        total += (parse_number(digit) or 0) * (Decimal("0.1") if name == "角" else Decimal("0.01"))
    return total


def _bare(text: str, match: re.Match[str], head: str) -> Iterator[Amount]:
    """A figure alone under a head that gives the unit."""
    start, end = match.span("figure")
    figure = text[start:end]
    if not (figure[0].isascii() and _BARE_BEFORE.search(text[max(0, start - 2) : start]) and _BARE_AFTER.match(text, end)):
        return
    if "*" in figure or "#" in figure:
        yield Amount(start, end, None, figure, head)
    elif (value := _yuan(figure, head)) is not None:
        yield Amount(start, end, value, None, head)


def _is_ordinal(text: str, amount: Amount) -> bool:
    """``1、500000``: the first bare figure is a list number."""
    return (
        amount.end - amount.start <= 2
        and text[amount.end : amount.end + 1] in ("、", ")", "|")
        and not text[: amount.start].strip()
    )


def _merged(text: str, amounts: list[Amount]) -> list[Amount]:
    """Make one of a sum in words and the same sum in digits that stand side by side."""
    kept: list[Amount] = []
    for amount in amounts:
        last = kept[-1] if kept else None
        agree = last is not None and last.yuan is not None and last.yuan == amount.yuan
        if last is not None and agree and _BETWEEN.fullmatch(text, last.end, amount.start):
            closing = amount.end + (text[amount.end : amount.end + 1] == ")" and "(" in text[last.end : amount.start])
            kept[-1] = replace(last, end=closing)
        else:
            kept.append(amount)
    return kept
