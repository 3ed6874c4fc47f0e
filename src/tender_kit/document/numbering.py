"""List numbers at the beginning of a paragraph: 第一章, 一、, (一), 1., 1.1, (1), ①, and masked ones.

A number is a prefix and a style; the style has a rank (smaller is higher in the tree). Numbers jump,
restart and lose their digits in real notices, so nothing here depends on their order. A figure such as 1.1 at the
beginning of a paragraph is a number even where a unit seems to follow (1.1日常管理, 5.4个案管理, 2.1人员),
or a lot does (3.3 1标段投标人).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHINESE = "一二三四五六七八九十百零〇两"

# (style, rank, pattern of the number itself); tried in this order on folded text.
_STYLES: tuple[tuple[str, int, str], ...] = (
    ("chapter", 1, rf"第[{_CHINESE}\d*]{{1,4}}[章篇]"),
    ("part", 2, rf"第[{_CHINESE}\d*]{{1,4}}(?:部分|节)"),
    ("lot", 5, r"(?:第?[\d一二三四五六七八九十、,和及至~-]{1,16}(?:包|标段|分包|标项)(?=(?:采购)?(?:要求|需求|内容|服务)))"),
    ("chinese", 4, rf"(?:[{_CHINESE}]{{1,4}}|[壹贰叁肆伍陆柒捌玖拾]{{1,3}})(?:[、.．,:]|(?=[是]))"),
    ("article", 4, rf"第[{_CHINESE}\d*]{{1,4}}条(?=[^款规项的之所第])"),
    ("chinese_bracket", 6, rf"\([{_CHINESE}]{{1,4}}\)[、.]?"),
    ("decimal3", 11, r"\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.、]?(?!\d|[年月日%]|-)"),
    (
        "decimal2",
        9,
        r"\d{1,2}[.-]\d{1,2}[.、](?!\d)"
        r"|\d{1,2}\.\d{1,2}(?![\d%.‰]|$|[日号][前起止至]|[元万亿米吨倍折㎡㎏]|公[里顷斤]|平方|千[克瓦米]|小时"
        r"| ?\d(?!\d?(?:标[段项]|分标|号?包(?!装))))",
    ),
    ("bracket", 10, r"[(\[]\d{1,2}[)\]][、.]?"),
    ("half_bracket", 10, r"\d{1,2}\)[、.]?"),
    ("arabic", 8, r"\d{1,2}(?:[、.．](?!\d)|,(?!\d))"),
    ("circled", 12, r"[①-⑳⑴-⒇㈠-㈩]"),
    ("letter", 12, r"[A-Za-z][.、)](?![A-Za-z])"),
    ("masked_bracket", 10, r"\(\*{1,2}\)"),
    ("masked_comma", 7, r"\*{1,2}(?:、(?!\*)|,(?![\d*]))"),  # *、 hides 一、 or 1、, and stands above *. where both are
    ("masked", 8, r"\*{1,2}\.(?!\*)"),
    ("lost", 4, r"、(?=[^\d\s])"),
)
_NUMBER = re.compile(
    r"(?P<lead>(?:#{1,6} ?|[-+•·●○◆■▪➢*>](?= )|[★☆▲△※*#]{1,2}(?=[\d(一二三四五六七八九十第])){0,2} ?)"
    + "(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, _, pattern in _STYLES)
    + ")?"
)
_RANK = {name: rank for name, rank, _ in _STYLES}
_DAY = re.compile(r" ?\d{1,2}[日号]")
# The signs that a list number, or a mark in front of one, can begin with: most paragraphs begin with another.
_FIRST = frozenset(
    f"#-+•·●○◆■▪➢*>★☆▲△※ 第{_CHINESE}壹贰叁肆伍陆柒捌玖拾0123456789(["
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz、,和及至~"
)


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The list number that a text begins with: ``length`` characters, a style and its rank.

    ``marks`` are the stars in front of it (★ ▲ *), ``hashes`` the level of a Markdown heading.
    """

    text: str
    style: str
    rank: int
    length: int
    marks: str = ""
    hashes: int = 0


NO_NUMBER = ListNumber("", "", 99, 0)


def read_number(text: str) -> ListNumber:
    """Read the list number at the beginning of a flow; length 0 where there is none.

    >>> read_number("(一)项目名称").text, read_number("3.1服务要求").style, read_number("二〇二五年").length
    ('(一)', 'decimal2', 0)
    >>> read_number("*三.商务要求").marks, read_number("## 一、合同包1").hashes
    ('*', 2)
    """
    if text[:1] not in _FIRST and not text[:1].isdecimal():
        return NO_NUMBER
    found = _NUMBER.match(text)
    if found is None or not found.end():
        return NO_NUMBER
    lead = found["lead"]
    style = found.lastgroup if found.lastgroup and found.lastgroup != "lead" else ""
    number = found[style] if style else ""
    if style == "arabic" and _is_date_or_time(text, found.end()):
        return NO_NUMBER
    hashes = lead.count("#") if lead.startswith("#") else 0
    marks = "".join(c for c in lead if c in "★☆▲△※*#") if not hashes else ""
    if style == "lot":
        return ListNumber("", style, _RANK[style], 0, marks, hashes)
    if not style and not hashes and not lead.strip(" "):
        return NO_NUMBER
    return ListNumber(number, style, _RANK.get(style, 99), found.end(), marks, hashes)


def _is_date_or_time(text: str, end: int) -> bool:
    """Whether what looks like ``3.`` begins a date such as ``3. 17日``."""
    return bool(_DAY.match(text, end, end + 5))
