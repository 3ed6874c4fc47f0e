"""How lots are named: 01包, 合同包1, 采购包1、采购包2, 标项一, 第二标段, A包, 分标2, 02、03包."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.core.scan import find_from
from tender_kit.core.spans import Flow
from tender_kit.quantities.numerals import parse_number

# 10 in A包10万元 and 3 in A包3,960,000元 begin a sum.
_NUMBER = r"(?:\d{1,3}(?![\d.年月日%个万千元]|,\d{3})|[一二三四五六七八九十]{1,3}(?!个?[年月天周])|[A-Z](?![A-Za-z]))"
_AND = r"(?:[、,/]|和|及|与|至|~|-)(?:合同包|采购包|子包|标项|标段|包)?"
_LIST = rf"{_NUMBER}(?:(?:号?(?:包|标段|标项|分标))?{_AND}{_NUMBER}(?:号?(?:包|标段|标项|分标)(?![装含括]))?){{0,20}}"
_WORD = r"(?:合同包|采购包|子包|标包|分包|包组|标段|标项|分标|包件|包(?<![面书钱背荷打发红]包))"
_BEFORE = re.compile(rf"{_WORD}(?:编号|号)?[: ]?\(?(?P<numbers>{_LIST})")
_BEHIND = re.compile(
    rf"(?:(?<![共分为计等划约\d.])|(?<=\d\.)(?=[A-Z]))第?(?P<numbers>{_LIST})号?(?:合同包|采购包|子包|标包|包组|标段|标项|分标|包件|包)(?![装含括干裹容办公揽揭销机厢式围修装]|名称|数)"
)
_FIRST = re.compile(r"[第\d一二三四五六七八九十A-Z]")
_ONE = re.compile(_NUMBER)
_RANGE = re.compile(rf"({_NUMBER})(?:包|标段|标项|分标)?(?:至|~|-)(?:合同包|采购包|标项|标段|包)?({_NUMBER})")


def normal_number(number: str) -> str:
    """Give a lot number as it is compared: Chinese numerals as figures, the rest as written.

    >>> normal_number("二"), normal_number("02"), normal_number("A")
    ('2', '02', 'A')
    """
    if re.fullmatch(r"[一二三四五六七八九十]{1,3}", number):
        value = parse_number(number)
        return str(int(value)) if value is not None else number
    return number.strip()


def plain_number(number: str) -> str:
    """Give a lot number as it is looked up: 01 and 1 are one.

    >>> plain_number("01"), plain_number("A"), plain_number("0")
    ('1', 'A', '0')
    """
    return number.lstrip("0") or number


def find_lot_numbers(text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Find the mentions of lots in a folded text: (start, end, numbers).

    >>> find_lot_numbers("02、03包要求")
    [(0, 6, ('02', '03'))]
    >>> find_lot_numbers("采购包1、采购包2")
    [(0, 9, ('1', '2'))]
    >>> find_lot_numbers("本项目共3包,包括2包装箱")
    []
    >>> find_lot_numbers("A包3,960,000元")
    [(0, 2, ('A',))]
    """
    found: list[tuple[int, int, tuple[str, ...]]] = []
    if "包" not in text and "标" not in text:
        return found
    for mentions in (_BEFORE.finditer(text), find_from(_FIRST, _BEHIND, text)):
        for mention in mentions:
            if any(start < mention.end() and mention.start() < end for start, end, _ in found):
                continue
            found.append((*mention.span(), _numbers(mention["numbers"])))
    return sorted(found)


def shares(value: Flow) -> Iterator[tuple[tuple[str, ...], Flow]]:
    """Part a value among the lots that it names: each with what stands behind it, up to the next."""
    mentions = find_lot_numbers(value.text[:_SHARED])
    limits = (*(start for start, _, _ in mentions[1:]), len(value.text))
    for (_, end, numbers), limit in zip(mentions, limits, strict=False):
        yield numbers, value.slice(end, limit)


_SHARED = 300


def leading_lot(text: str) -> tuple[str, int]:
    """Give the one lot that a text begins with, and where its mention ends; ``("", 0)`` where there is none.

    >>> leading_lot("E包房地产评估"), leading_lot("1、2包"), leading_lot("房地产评估")
    (('E', 2), ('', 0), ('', 0))
    """
    mention = next(iter(find_lot_numbers(text)), None)
    if mention is None or mention[0] or len(mention[2]) != 1:
        return "", 0
    return mention[2][0], mention[1]


def _numbers(text: str) -> tuple[str, ...]:
    span = _RANGE.fullmatch(text)
    if span:
        first, last = normal_number(span[1]), normal_number(span[2])
        if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 40:
            return tuple(str(n).zfill(len(first)) for n in range(int(first), int(last) + 1))
    return tuple(dict.fromkeys(normal_number(one.group()) for one in _ONE.finditer(text)))
