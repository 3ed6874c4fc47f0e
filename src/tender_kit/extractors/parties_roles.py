"""Whose a label is: by its own words, the heading or the cell beside it, or the party named last before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tender_kit.document.model import Document, Pair, Section
from tender_kit.extractors.organisations import ORGANISATION
from tender_kit.vocab.labels import owner_of

_ROLES = (
    ("project", re.compile(r"项目联系")),
    ("agency", re.compile(r"代理|集中采购|集采|采购机构|采购中心信息|招标机构|招标公司")),
    (
        "buyer",
        re.compile(
            r"采购人|采购单位|招标人|招标单位|业主|建设单位|发包人|甲方|比选人|遴选人|征集人|询价人|询价单位|购买主体|需求单位|采购方|委托单位"
        ),
    ),
    ("supplier", re.compile(r"供应商|中标|成交|乙方|候选|投标人|承接|中选|入围|施工单位")),
    ("supervisor", re.compile(r"监督|监管|财政部门|投诉|质疑|纪检|主管部门|异议")),
    ("other", re.compile(r"专家|评审|附件|平台|技术支持|CA|银行|保证金|开户")),
)
_DETAILS = re.compile(r"信息|联系方式|名称|地址")
_NO_DETAILS = re.compile(r"询问|成交信息|中标信息|项目信息")
_PARTY_FIELDS = frozenset({"buyer", "agency", "supplier", "supervisor"})
_NUMBER_LINE = re.compile(r"^[\d*() -]{7,24}$")


@lru_cache(4096)
def role_of(text: str) -> str:
    """Tell whose a label or a heading is; "" where it does not say.

    >>> role_of("采购代理机构信息(如有)"), role_of("采购人地址"), role_of("地址")
    ('agency', 'buyer', '')
    """
    for role, words in _ROLES:
        if words.search(text):
            return role
    return ""


def assign_roles(document: Document) -> Iterator[tuple[str, Pair]]:
    """Give each pair with the party that it belongs to ("" for none)."""
    header = list(_upside_down(document))
    yield from header
    everyone = {"buyer", "agency"} <= {owner_of(p.label) for p in document.pairs if "contact" in p.fields}
    current, top = "", None
    line: tuple[int, str] = (-1, "")
    columns: dict[tuple[int, int], str] = {}
    abreast = _Abreast(document.pairs[len(header) :])
    for pair in document.pairs[len(header) :]:
        chapter = _chapter(pair.section)
        if chapter is not top:
            current, top = "", chapter
        party = next((f for f in pair.fields if f in _PARTY_FIELDS), "")
        place = _column(pair)
        if party:
            current = columns[place] = party
            line = (pair.block.index, party)
            abreast.name(pair, party)
            yield party, pair
            continue
        owner = owner_of(pair.label) or _row_role(pair) or abreast.role_of(pair)
        if owner:
            line = (pair.block.index, owner)
        elif line[0] == pair.block.index and pair.form == "line":
            owner = line[1]
        if pair.label.startswith(("项目联系", "采购项目联系")) and (not current or pair.form == "cell" or everyone):
            yield owner or _section_role(pair.section) or "project", pair
            continue
        current = columns.get(place, current) if pair.form == "cell" else current
        yield owner or _section_role(pair.section) or current or role_of(pair.label), pair


_BELOW = 6


class _Abreast:
    """Parties side by side in plain lines: 采购人:甲    代理机构:乙, and below 电话:1    电话:2."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._twins: dict[tuple[int, str], list[int]] = {}
        for pair in pairs:
            self._twins.setdefault((pair.block.index, pair.label), []).append(id(pair))
        self._line = -1
        self._parties: list[str] = []

    def name(self, pair: Pair, party: str) -> None:
        """Take note of a party; those of one line are side by side."""
        if pair.block.index != self._line or pair.form != "line":
            self._line, self._parties = pair.block.index, []
        self._parties.append(party)

    def role_of(self, pair: Pair) -> str:
        """Tell whose detail it is where a line has the same label for each party; "" where it has not."""
        twins = self._twins[pair.block.index, pair.label]
        is_below = 0 < pair.block.index - self._line <= _BELOW
        if not is_below or len(self._parties) < 2 or len(twins) != len(self._parties):
            return ""
        return self._parties[twins.index(id(pair))]


def _row_role(pair: Pair) -> str:
    """Tell whose details a cell holds by the cells left of it: 采购代理机构 | 名称:… 地址:…"""
    cell = pair.block.cell
    if cell is None or cell.row >= len(cell.table.rows):
        return ""
    if pair.form == "cell":
        group = cell.table.rows[cell.row][0]
        return role_of(group.text) if cell.column == 1 and len(group.text) <= 14 else ""
    left = [c.text for c in cell.table.rows[cell.row] if c.column < cell.column and 2 < len(c.text) <= 14]
    return next((role for role in map(role_of, reversed(left)) if role), "")


def _column(pair: Pair) -> tuple[int, int]:
    """Give table and column of a label: beside each other, buyer and agency each have a column of labels."""
    cell = pair.block.cell
    return (id(cell.table), cell.column) if cell and pair.form == "cell" else (0, 0)


def _upside_down(document: Document) -> Iterator[tuple[str, Pair]]:
    """Read the header of an aggregator that puts the party below its number: 024-… / 联系人:于* / 招标人."""
    header = [p for p in document.pairs if not p.section.heading]
    turned = [p for p in header if p.form == "next_line" and _PARTY_FIELDS & set(p.fields) and _NUMBER_LINE.match(p.value.text)]
    if not turned and not any(_is_last_role(p) for p in header):
        return
    waiting: list[Pair] = []
    for pair in header:
        party = next((f for f in pair.fields if f in _PARTY_FIELDS), "")
        if party and pair.form == "next_line":
            yield from ((party, contact) for contact in waiting)
            waiting = [_as_contact(pair)] if _NUMBER_LINE.match(pair.value.text) else []
            continue
        if party:
            yield party, pair
        elif {"contact", "contact_person", "phone"} & set(pair.fields):
            waiting.append(pair)
        else:
            yield "", pair


def _is_last_role(pair: Pair) -> bool:
    """Whether a lone 招标人 stands at the end of such a header, before the wall or the body."""
    return pair.form == "next_line" and pair.label in {"招标人", "代理人", "采购人"} and not ORGANISATION.search(pair.value.text)


def _as_contact(pair: Pair) -> Pair:
    return Pair("联系方式", ("contact",), "", pair.label_span, pair.value, pair.block, pair.section, pair.form)


def _chapter(section: Section) -> Section:
    while section.parent and section.parent.heading:
        section = section.parent
    return section


def _section_role(section: Section) -> str:
    """Tell whose details stand under a heading: the nearest heading that says so, except the outermost."""
    node: Section | None = section
    while node and node.heading:
        if len(node.title) <= 30 and ((node.parent and node.parent.heading) or _details(node.title)):
            role = role_of(node.title)
            if role and not _names_both(node.title):
                return role
        node = node.parent
    return ""


def _names_both(title: str) -> bool:
    """Whether a heading opens the details of buyer and agency together."""
    return all(words.search(title) for role, words in _ROLES if role in {"buyer", "agency"})


def _details(title: str) -> bool:
    return bool(_DETAILS.search(title)) and not _NO_DETAILS.search(title)
