"""Masks: figures whose digits an aggregator has replaced by asterisks (or ``#``)."""

from __future__ import annotations

import re
from decimal import Decimal

from tender_kit.core.scan import find_from

MASK = r"(?<![0-9*#])(?![0-9]{1,4}\*[0-9])[0-9]{0,12}(?:\*|#{2})[0-9*#]*(?:,[0-9*#]{3})*(?:\.[0-9*#]+)?"
"""Fragment: one masked figure (``**``, ``5*``, ``*,***.**``, ``##``); not ``5*8``, which is a product."""

_STAR = re.compile(r"[*#]")
_SHAPE = re.compile(r"[0-9A-Za-z*#.,:/()\[\]〔〕¥%‰年月日时点分秒百千万亿元号前止 \n~-]+")
_PRODUCT = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:\*[0-9]+(?:\.[0-9]+)?)+")
_FIGURE = re.compile(r"¥?([0-9*#,]+)(?:\.([0-9*#]+))?([百千万亿]{0,2})(?:元.{0,8}|%)?")
_POWERS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

# Where asterisks can only stand for digits. Words that may open a bold run of Markdown (**年度…**, **人员…**)
# count only with a figure, a mask or a limit behind or before them.
_CONTEXTS = re.compile(
    rf"{MASK}\s?(?:万元|亿元|元|%|‰|个|小时|分钟|日历天|工作日|人次|周岁)"
    rf"|{MASK}\s?[年月日时点]\s?(?=[0-9*#前至到起止内后(,。])"
    r"|(?<![*#0-9A-Za-z])[*#]{2,4}\s?[-/.:]\s?[*#]{2}"
    r"|[0-9A-Za-z]-?[*#]{4,}"
    r"|[:(]\s?[*#]{5,}"
    r"|\(\*{1,2}\)|(?:^|\n)[ \t]*\*[.、]"
    r"|(?:不少于|不低于|不得少于|不得低于|至少|不超过|不多于|不高于|得|扣|加|共|为|≥|≤|>|<)\s?\*{1,4}(?=[^*\s])"
    r"|第\*{1,2}[章节条款]"
    r"|(?<!\*)\*{3,}点击查看"
)
_CONTEXT_FIRST = re.compile(r"[*#0-9A-Za-z:(\n不至得扣加共为≥≤><第]|\A")
_BOLD = re.compile(r"(?<![*\w])\*\*(?![\s*])[^*\n]{2,80}(?<![\s*])\*\*(?![*\w])")


def is_mask(text: str) -> bool:
    """Tell whether a whole text is a masked figure, code, date or sum and nothing else.

    >>> [is_mask(text) for text in ("**万元", "JH**-******-*****", "****年**月**日", "5*8", "**重要**", "50万元")]
    [True, True, True, False, False, False]
    """
    text = text.strip()
    return bool(_STAR.search(text) and _SHAPE.fullmatch(text) and not _PRODUCT.fullmatch(text) and text.strip("#"))


def fits(mask: str, value: str) -> bool:
    """Tell whether ``value`` can be what ``mask`` hides: each asterisk one digit, all else the same.

    >>> fits("JH**-******-*****", "JH25-210104-00073"), fits("**", "120"), fits("5*", "60")
    (True, False, False)
    """
    shape, plain = "".join(mask.split()), "".join(value.split())
    if not _STAR.search(shape) or len(shape) != len(plain):
        return False
    return all(p in "0123456789" if s in "*#" else s == p for s, p in zip(shape, plain, strict=True))


def bounds(mask: str) -> tuple[Decimal, Decimal] | None:
    """Give the least and the greatest figure that a mask can hide; None where it is no masked figure.

    A figure does not begin with 0, so ``**`` is 10 to 99. A power or 元 behind it counts: ``**万元``.

    >>> [str(limit) for limit in bounds("******.73") or ()]
    ['100000.73', '999999.73']
    """
    found = _FIGURE.fullmatch("".join(mask.split()))
    if found is None or not _STAR.search(mask) or _PRODUCT.fullmatch(mask):
        return None
    whole, fraction, powers = found.group(1).replace(",", ""), found.group(2), found.group(3)
    if not whole:
        return None
    factor = 1
    for letter in powers:
        factor *= _POWERS[letter]
    first = "1" if whole[0] in "*#" else whole[0]
    tail = whole[1:] + ("." + fraction if fraction else "")
    low, high = (Decimal(_STAR.sub(fill, head + tail)) for fill, head in (("0", first), ("9", whole[0])))
    return low * factor, high * factor


def looks_masked(text: str) -> bool:
    """Tell whether a document is a masked copy: asterisks stand for digits in three places or more.

    Bold runs of Markdown, ``5*8小时`` and the star before a substantive clause are no masks.

    >>> looks_masked("预算**万元,****年**月**日前完成,不少于*次"), looks_masked("**服务要求** 5*8小时 *三.商务要求")
    (True, False)
    """
    if "*" not in text and "##" not in text:
        return False
    contexts = find_from(_CONTEXT_FIRST, _CONTEXTS, _BOLD.sub(" ", text))
    return sum(1 for _, _found in zip(range(3), contexts, strict=False)) == 3
