"""Qualification clauses as statements: one demand each, with the words that it stands in.

``成立满2年,且最近一个年度的年度检查结论为合格`` are two demands, and a check that knows one of them must not
make the other vanish. So a clause is cut at its commas, but not before 或者 (that is one demand with two ways to meet it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tender_kit.analysis.checks.check import lot_key
from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence
from tender_kit.core.runs import Apart
from tender_kit.core.spans import make_flow
from tender_kit.models.demands import Basis, Qualification
from tender_kit.models.profile_values import Form
from tender_kit.quantities.numerals import parse_number
from tender_kit.vocab.characters import looks_traditional, simplify

# Which organisations a word names. 非企业 is none; 中小企业 speaks of size, not of form.
FORMS: tuple[tuple[re.Pattern[str], frozenset[Form]], ...] = (
    (re.compile("民办非企业|社会服务机构"), frozenset({Form.PRIVATE_NON_ENTERPRISE})),
    (re.compile("社会团体|社团|行业协会"), frozenset({Form.SOCIAL_ASSOCIATION})),
    (re.compile("基金会"), frozenset({Form.FOUNDATION})),
    (re.compile("社会组织"), frozenset({Form.PRIVATE_NON_ENTERPRISE, Form.SOCIAL_ASSOCIATION, Form.FOUNDATION})),
    (re.compile("事业单位|事业法人|[(（]事[)）]业"), frozenset({Form.PUBLIC_INSTITUTION})),
    (re.compile("(?<![非型微])企(?:业|[(（]事[)）]业)(?!单位)|公司"), frozenset({Form.COMPANY})),
    (re.compile("个体(?:工商户|户)"), frozenset({Form.SOLE_TRADER})),
    (re.compile("集体经济组织|群众性自治组织"), frozenset({Form.COLLECTIVE})),
)
_CUT = re.compile(r"[;。\n]|,(?!(?:或|以及|及|和|并))")
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]{0,300}[)）\]]")
_ONE_FORM = "(?:国有企业|事业单位|军队单位|社会团体|企业|公司|社会组织|基金会)"
_LOOSE = re.compile(f"^{_ONE_FORM}(?:、{_ONE_FORM})*$")
# A piece that only leads into the next one (参加政府采购活动前三年内,…), or ends the one before (…,不得参加本项目).
_LEAD = re.compile(
    "^(?!.*(?:须|应|不得|具[有备]|提供))(?:(?:根据|按照|依据|截[至止]|凡|有意愿).*|除.*外|(?:从事|申报|参与|提供|涉及|采用).*的|.*(?:期间|[内前后时]|之日起?|截止日|标段的|包的|标项的))$"
)
_TAIL = re.compile("^(?:不得(?:再|同时|参加|作为|参与|投标)|均?不(?:能|可|予)|拒绝|谢绝|取消|否则|视为|并|且|以便|以及|因此)")
_EDGES = ' \n\t,;。:、“”"|'
_IF = re.compile(r"(?:为|是|属于?)([^,;]{2,40}?)的$")
_LOT = re.compile(
    r"(?:标项|合同包|采购包|分标|包组|标段|包件|分包)([0-9A-H一二三四五六七八九十]{1,3})(?![0-9])|"
    r"(?<![同每各])第?([0-9A-H一二三四五六七八九十]{1,3})(?:号?包|标段|标项|分标)"
)
_CASE = re.compile("^(?:如|若|涉及|从事|当)|[^目]的,(?:还?应|还?须|需)|无需|不需要?|不要求|免于")
_OR = re.compile("或(?!有(?:负债|债务))|之一")


@dataclass(frozen=True, slots=True)
class Statement:
    """One demand of a qualification clause. ``text`` is folded and without the blanks of the layout."""

    text: str
    evidence: tuple[Evidence, ...]
    clause: int
    basis: Basis
    kind: str
    lots: frozenset[str] = frozenset()
    forms: frozenset[Form] = frozenset()
    """Where it is asked of some forms only (供应商为企业的,…); empty: of all."""

    @property
    def is_alternative(self) -> bool:
        """Whether it names several ways of which one will do."""
        return bool(_OR.search(self.text))

    @property
    def is_conditional(self) -> bool:
        """Whether it is asked in some case only (涉及食品的,须…), or names what is not asked."""
        return not self.lots and bool(_CASE.search(self.text))


def named_forms(text: str) -> frozenset[Form]:
    """Tell which legal forms a text names.

    >>> sorted(named_forms("依法登记的社会服务机构或企业"))
    [<Form.COMPANY: 'company'>, <Form.PRIVATE_NON_ENTERPRISE: 'private_non_enterprise'>]
    >>> named_forms("民办非企业单位") == {Form.PRIVATE_NON_ENTERPRISE}
    True
    """
    found: frozenset[Form] = frozenset()
    for pattern, forms in FORMS:
        if pattern.search(text):
            found |= forms
    return found


def cut_clauses(clauses: Sequence[Qualification], lots: Iterable[str] = ()) -> tuple[Statement, ...]:
    """Cut all qualification clauses of a notice into statements, in their order; ``lots`` are its lot numbers."""
    known = frozenset(lot_key(lot) for lot in lots)
    return tuple(statement for number, clause in enumerate(clauses) for statement in _cut(number, clause, known))


def _cut(number: int, clause: Qualification, known: frozenset[str]) -> Iterator[Statement]:
    lots = frozenset(lot_key(lot) for lot in clause.lots)
    forms: frozenset[Form] = frozenset()
    for text, evidence in _pieces(clause):
        condition = _IF.search(text)
        if condition and named_forms(condition[1]):
            forms = named_forms(condition[1])
            continue
        # A number that is of no lot here (同一分标, 第三包 of two) must not hide the demand from all of them.
        own = (lots_in(text) & known) or lots
        yield Statement(text, evidence, number, clause.basis, clause.kind, own, forms)


def _pieces(clause: Qualification) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The pieces of a clause, each with its own place where the clause stands in one piece of text."""
    whole = clause.evidence[0] if len(clause.evidence) == 1 else None
    words = whole.quote if whole else clause.text
    flow = make_flow(fold(simplify(words) if looks_traditional(words) else words), whole.start if whole else 0)
    for start, end in _joined(flow.text, list(_spans(flow.text))):
        piece = flow.slice(start, end).strip(_EDGES)
        if piece.text:
            yield piece.text, (_part(whole, *piece.whole),) if whole else clause.evidence


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The pieces between semicolons, full stops and commas; what stands in brackets is not cut."""
    inside = Apart((found.start(), found.end()) for found in _BRACKETS.finditer(text))
    start = 0
    for mark in _CUT.finditer(text):
        if not inside.covers(mark.start()):
            yield start, mark.start()
            start = mark.end()
    yield start, len(text)


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Put a piece that is no demand of its own to the one that it belongs to."""
    begin: int | None = None
    for place, (start, end) in enumerate(spans):
        begin = start if begin is None else begin
        words = text[start:end].strip(_EDGES)
        following = text[slice(*spans[place + 1])].strip(_EDGES) if place + 1 < len(spans) else ""
        by_comma = text[end : end + 1] == ","
        leads = by_comma and (_LEAD.match(words) or _TAIL.match(following))
        if following and (leads or _LOOSE.match(text[begin:end].strip(_EDGES).replace(";", "、"))):
            continue
        yield begin, end
        begin = None


def _part(whole: Evidence, start: int, end: int) -> Evidence:
    """Give the part of an evidence between two places of the document."""
    return Evidence(start=start, end=end, quote=whole.quote[start - whole.start : end - whole.start], rule=whole.rule)


def lots_in(text: str) -> frozenset[str]:
    """Give the keys of the lots that a text names itself.

    >>> sorted(lots_in("标项2:投标人年检合格")), sorted(lots_in("1包20000元,2包10000元")), sorted(lots_in("申报第二标段的"))
    (['2'], ['1', '2'], ['2'])
    """
    found = set()
    for match in _LOT.finditer(text):
        figure = match[1] or match[2]
        number = parse_number(figure)
        found.add(lot_key(str(number)) if number is not None else lot_key(figure))
    return frozenset(found)
