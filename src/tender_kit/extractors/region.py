"""Where it is bought: the administrative division of the buyer and the project.

A notice seldom says it outright. The buyer's name and address say it best, then what the portal states,
the project's name, the head of a copy (浙江/台州), the place of service, and at last the text itself. A
weaker place may make it more exact, never another: the agency sits elsewhere, and its place is not asked.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tender_kit.core.readings import Evidence, Reading
from tender_kit.core.spans import Flow, make_flow
from tender_kit.document.model import Block, Document
from tender_kit.models.notice import Project, Service
from tender_kit.models.parties import Party
from tender_kit.models.values import Region
from tender_kit.vocab.divisions import Division, divisions, find_divisions
from tender_kit.vocab.labels import owner_of

_HEADER_BLOCKS = 14
_HEADER_LENGTH = 60
_BODY_CHARACTERS = 6000
# What a portal writes beside the place in the head of a copy, and nothing of which tells of another place.
_HEADER_WORDS = re.compile(
    r"招标采购|招标公告|采购公告|中标公告|结果公告|公告|公示|招标|采购|中标|政府|信息|地区|区域|所属|省份|城市|发布|时间|日期|来源|首页|当前位置|更新"
    r"|[\d\s:：|/\\·>»\-—\[\]【】()年月日.,、分类服务工程货物]"
)
_OTHERS = re.compile(
    r"[^,。;、()\s]{0,16}?(?:公司|代理|交易中心|平台|采购网|服务网|信息网|法院|银行|仲裁|检察院|事务所|分公司|户籍|本地)"
)
_NOT_OF_THE_BUYER = frozenset(
    (
        "agency",
        "supplier",
        "experts",
        "submission_place",
        "opening_place",
        "documents_place",
        "supervisor",
        "complaint",
        "bid_bond",
        "items",
    )
)
# Where papers are had or handed in, and who to call, is where the agency sits.
_ERRANDS = re.compile(
    r"(?:获取|领取|申领|购买|发售|报名|报价|谈判|磋商|询价|比选|评审|评标|开标|开启|递交|提交|投标|响应|收件|邮寄|联系|代理机构?)[^:。]{0,12}(?:地点|地址|方式)"
    r"|^[(\d)、.]{0,5}(?:联系|通讯|办公|单位)?地址"
)
_CODE = re.compile(r"(?<!\d)(\d{6})(?!\d)")
_MAJORITY = 2 / 3


class Hint(NamedTuple):
    """A run of text that may name the region, and the rule that says so; the strongest come first."""

    rule: str
    flow: Flow


def extract_region(
    document: Document, buyer: Party | None, project: Project, service: Service, agency: Party | None = None
) -> Reading[Region]:
    """Read the region of the buyer and the project; where no agency runs the procedure, its places are the buyer's."""
    hints = list(_hints(document, buyer, project, service))
    if buyer and not agency:
        hints.extend(_street_addresses(document))
    return resolve_region(document, hints, codes=_codes(project))


_STREET = re.compile(r"[路街道巷弄][一-龥]{0,6}\d{1,5}号")
_LONGEST_STREET = 40
_MOST_STREETS = 4


def _street_addresses(document: Document) -> Iterator[Hint]:
    """Find addresses with street and number, of a place where papers are handed in or a session is held."""
    skipped = {pair.block.index for pair in document.pairs if owner_of(pair.label) in ("agency", "supplier", "supervisor")}
    blocks = (block for block in document.content if block.index not in skipped and block.cell is None)
    found = (Hint("region.street", street) for block in blocks for street in _streets(block.flow))
    yield from itertools.islice(found, _MOST_STREETS)


def _streets(flow: Flow) -> Iterator[Flow]:
    """The words up to each number of a house: …,某市某区学府路88号."""
    for house in _STREET.finditer(flow.text) if "号" in flow.text else ():
        first = max(0, house.start() - _LONGEST_STREET)
        clause = re.split(r"[^一-龥]", flow.text[first : house.start()])[-1]
        if re.search(r"[市区县]", clause):
            yield flow.slice(house.start() - len(clause), house.end())


def resolve_region(document: Document, hints: Sequence[Hint], *, codes: Iterable[Division] = ()) -> Reading[Region]:
    """Decide the region from hints in order of their strength, and from the text where none of them says it.

    A later hint adds a level to an earlier one; where it contradicts, the earlier one holds. ``codes`` are
    divisions whose code stands in the project number: they only tell places of one name apart.
    """
    known = list(codes)
    region, evidence = _refine(document, hints, None, known)
    # Again with what is known now: 朝阳区 of the buyer's name under 北京 of the page's head.
    region, more = _refine(document, hints, region, known)
    if region is None:
        region, evidence, more = _from_body(document, known)
    if region is None:
        return Reading()
    province, city, district = region.path
    value = Region(province=province, city=city, district=district, code=region.code)
    return Reading(state="known", value=value, evidence=tuple(dict.fromkeys((*evidence, *more))))


Found = tuple[Division | None, list[Evidence]]


def _refine(document: Document, hints: Sequence[Hint], region: Division | None, known: list[Division]) -> Found:
    evidence: list[Evidence] = []
    for hint in hints:
        stated = _stated(hint.flow, [*known, region] if region else known)
        if stated is None:
            continue
        division, span = stated
        if region is None or (division is not region and division.lies_in(region)):
            region = division
            evidence.append(document.evidence(hint.flow.span(*span), hint.rule))
    return region, evidence


def _stated(flow: Flow, within: list[Division]) -> tuple[Division, tuple[int, int]] | None:
    """Give the one division that a run of text is about: the deepest, or what several have in common."""
    matches = [m for m in find_divisions(flow.text, within) if not _OTHERS.match(flow.text, m.end)]
    if not matches:
        return None
    named = [m.division for m in matches]
    deepest = {d.code: d for d in named if not any(d in other.ancestors for other in named)}
    common = _common(list(deepest.values()))
    if common is None:
        return None
    within_common = [m for m in matches if m.division.lies_in(common) or common.lies_in(m.division)]
    return common, (within_common[0].start, within_common[-1].end)


def _common(found: list[Division]) -> Division | None:
    for division in (found[0], *found[0].ancestors):
        if all(other.lies_in(division) for other in found):
            return division
    return None


def _hints(document: Document, buyer: Party | None, project: Project, service: Service) -> Iterator[Hint]:
    if buyer:
        yield from _of_reading(document, "region.buyer", buyer.name)
        yield from _of_reading(document, "region.buyer_address", buyer.address)
        yield from _beside_its_name(document, buyer)
    for pair in document.pairs:
        if "region" in pair.fields and owner_of(pair.label) not in ("agency", "supplier") and pair.value.text:
            yield Hint("region.label", pair.value.slice(0, _HEADER_LENGTH))
    yield from _of_reading(document, "region.project", project.name)
    yield from _headers(document)
    yield from _of_reading(document, "region.service_place", service.place)


def _beside_its_name(document: Document, buyer: Party) -> Iterator[Hint]:
    """Find addresses that say whose they are: 地址:某某学校(某市某区某路3号)."""
    name = buyer.name.value
    for pair in document.pairs:
        if name and "address" in pair.fields and name in pair.value.text[:_HEADER_LENGTH]:
            yield Hint("region.buyer_address", pair.value.slice(0, 2 * _HEADER_LENGTH))


def _of_reading(document: Document, rule: str, reading: Reading[str]) -> Iterator[Hint]:
    if reading.is_known:
        for evidence in reading.evidence:
            yield Hint(rule, make_flow(document.folded[evidence.start : evidence.end], evidence.start))


_TITLE_LINE = re.compile(r"公告$|公示$|公告\(|公示\(|项目$")


def _headers(document: Document) -> Iterator[Hint]:
    """Find the title, and lines near the top that hold a place and nothing else to speak of."""
    blocks = document.content[:_HEADER_BLOCKS]
    for block in blocks:
        if _TITLE_LINE.search(block.flow.text[:120]):
            yield Hint("region.title", block.flow.slice(0, 120))
    for block in blocks:
        if 2 <= len(block.flow.text) <= _HEADER_LENGTH and _is_place(block.flow.text):
            yield Hint("region.header", block.flow)


def _is_place(text: str) -> bool:
    matches = find_divisions(text)
    if not 1 <= len(matches) <= 3 or any(not b.division.lies_in(a.division) for a, b in itertools.pairwise(matches)):
        return False
    rest = text
    for match in reversed(matches):
        rest = rest[: match.start] + rest[match.end :]
    return len(_HEADER_WORDS.sub("", rest)) <= 2


def _codes(project: Project) -> list[Division]:
    found = _CODE.findall(project.number.value or "")
    named = [divisions()[code] for code in found if code in divisions()]
    return [*named, *(d.ancestors[0] for d in named if d.level == "county")]


def _from_body(document: Document, known: list[Division]) -> tuple[Division | None, list[Evidence], list[Evidence]]:
    """Ask the text: the province that two thirds of all names lie in, then the city, then the county."""
    votes = list(_votes(document, known))
    region: Division | None = None
    for level in ("province", "city", "county"):
        choices = [_at(d, level) for d, _ in votes if region is None or d.lies_in(region)]
        counts = Counter(d for d in choices if d)
        best = counts.most_common(1)
        if not best or best[0][1] < _MAJORITY * counts.total():
            if level == "province":
                break
            continue
        region = best[0][0]
    if region is None:
        return None, [], []
    first = next(evidence for division, evidence in votes if division.lies_in(region))
    return region, [first], []


def _at(division: Division, level: str) -> Division | None:
    return next((d for d in (division, *division.ancestors) if d.level == level), None)


def _votes(document: Document, known: list[Division]) -> Iterator[tuple[Division, Evidence]]:
    skipped = {pair.block.index for pair in document.pairs if _is_of_others(pair.fields, pair.label)}
    read = 0
    for block in document.content:
        if block.index in skipped or _ERRANDS.search(block.flow.text[:60]):
            continue
        read += len(block.flow.text)
        if read > _BODY_CHARACTERS:
            return
        yield from _block_votes(document, block, known)


def _is_of_others(fields: tuple[str, ...], label: str) -> bool:
    return not _NOT_OF_THE_BUYER.isdisjoint(fields) or owner_of(label) in ("agency", "supplier", "supervisor")


def _block_votes(document: Document, block: Block, known: list[Division]) -> Iterator[tuple[Division, Evidence]]:
    text = block.flow.text[:_BODY_CHARACTERS]
    for clause in re.finditer(r"[^。;,\n]+", text):
        stated = _stated(block.flow.slice(*clause.span()), known)
        if stated:
            division, (start, end) = stated
            span = block.flow.span(clause.start() + start, clause.start() + end)
            yield division, document.evidence(span, "region.body")
