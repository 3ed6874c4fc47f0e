"""Qualification clauses: what each rests on, what it is about, for which lots, and the papers that prove it."""

from __future__ import annotations

import re

from tender_kit.extractors.context import Context
from tender_kit.extractors.lot_numbers import find_lot_numbers
from tender_kit.extractors.qualification_clauses import Clause, find_clauses
from tender_kit.models.demands import Basis, Proof, Qualification
from tender_kit.vocab.qualifications import kind_of_clause

_STATUTORY = re.compile(
    r"独立承担民事责任|业?法人资格|商业信誉|财务(?:会计|管理)制度|履行合同所必需|依法缴纳税|缴纳税收|社会保障资金|重大违法|违法记录|法律、?行政法规(?:、规章)?规定的其他"
)
_LEADING = re.compile(
    r"(?:供应商|投标人|申请人|报名单位|机构)?(?:须|应当?|必须)?(?:具有|具备|能够?|有)?(?:良好的?)?"
    r"(?:独立承担民事责任的?能力|商业信誉[^,。;]{0,20}|依法缴纳税[^,。;]{0,20})(?=[,;。]|$)"
    r"|(?:参加[^,。;]{0,16})?(?:前|近|最近)[三3]年内?[^,。;]{0,16}(?:没有|无)[^,。;]{0,8}重大违法记录"
)
_MORE = re.compile(
    r"登记(?:的|注册)|注册|许可|资质|证书|评估等级|成立|企业|社会组织|社会服务机构|民办非|联合体|分包|信用中国|名单|年检|年度检查"
)
_ARTICLE = re.compile(r"政府采购法》?(?:\([^()]{1,20}\))?第二十二条")
_DEFINITION = re.compile(r"吊销许可证(?:或者?执照)?|在经营活动中|法人资格|事业单位法人")
# 具有独立承担民事责任能力的社会组织、企业或其他组织: forms that are named beside "any other" limit nobody.
_ANYBODY = re.compile(r"独立承担民事责任[^。;]{0,60}(?:其他组织|自然人)|(?:其他组织|自然人)[^。;]{0,60}独立承担民事责任")
_FORMS = re.compile(
    rf"{_DEFINITION.pattern}|(?:依法)?(?:登记|注册)?(?:成立)?的?(?:企业|社会组织|社会团体|社会服务机构|民办非企业)(?:单位)?(?:法人)?|(?:登记|注册)证书?"
)
_POLICY = re.compile(r"中小企业|小微企业|中小微|监狱企业|残疾人福利性单位|节能|环境标志|本国产品|专门面向|预留")
_ASKED = re.compile(
    r"(?:须|需|应|应当|必须|并)?(?:同时)?(?:提供|提交|出具|附|递交)(?:有效的|相应的|相关的?|加盖[^,。;]{0,8}的)?(?P<paper>[^,。;:\n]{2,60})"
)
_PAPER = re.compile(r"证|照|书|函|表|报告|材料|复印件|扫描件|截图|凭证|合同|协议|证明|名单|承诺|声明|记录")
_CREDIT = re.compile(r"失信|信用中国|信用记录|严重违法失信|经营异常|异常名录")


def extract_qualifications(context: Context) -> tuple[Qualification, ...]:
    """Read the clauses in order; a clause printed twice counts once."""
    found: list[Qualification] = []
    seen: set[str] = set()
    for clause in find_clauses(context.document):
        context.claim(clause.block, "qualification")
        text = clause.flow.text
        if text in seen:
            continue
        seen.add(text)
        found.append(_qualification(context, clause))
    return tuple(found)


def _qualification(context: Context, clause: Clause) -> Qualification:
    document = context.document
    return Qualification(
        number=clause.number,
        basis=_basis(clause),
        kind=kind_of_clause(clause.flow.text).id,
        text=document.words(clause.flow),
        lots=_lots(context, clause),
        proofs=_proofs(context, clause),
        evidence=(document.evidence(clause.flow.whole, "qualifications.clause"),),
    )


def _proofs(context: Context, clause: Clause) -> tuple[Proof, ...]:
    """Give the papers that the clause asks for; where it names none, those that law or custom knows for its kind."""
    text = clause.flow.text
    stated = []
    for asked in _ASKED.finditer(text):
        start, end = asked.span("paper")
        part = clause.flow.slice(start, end).strip(" ,、:;。()“”")
        if _PAPER.search(part.text):
            evidence = (context.document.evidence(part.whole, "qualifications.proof"),)
            stated.append(Proof(text=part.text, stated=True, evidence=evidence))
    if stated:
        return tuple(stated)
    return tuple(Proof(text=usual.text, stated=False, source=usual.source) for usual in kind_of_clause(text).proofs)


def _basis(clause: Clause) -> Basis:
    """Tell what a clause rests on: its heading first, then its own words.

    Clauses on credit records, consortia and heads in common are specific wherever they stand alone;
    one that repeats article 22 is statutory unless it asks for more.
    """
    text = clause.flow.text
    if _ARTICLE.search(text):
        return "statutory"
    if clause.basis == "statutory":
        return "statutory"
    if clause.basis == "policy":
        return "policy"
    if clause.basis == "specific":
        return "specific"
    if _LEADING.match(text):
        return "statutory"
    demanded = (_FORMS if _ANYBODY.search(text) else _DEFINITION).sub("", text)
    if _STATUTORY.search(text) and not (_MORE.search(demanded) or _CREDIT.search(text)):
        return "statutory"
    if _POLICY.search(text) and re.search(r"政策|声明函|面向|预留|享受", text):
        return "policy"
    return "specific"


def _lots(context: Context, clause: Clause) -> tuple[str, ...]:
    mention = [m for m in find_lot_numbers(clause.flow.text[:24]) if m[0] <= 2]
    return context.named_lots(mention[0][2] if mention else ()) or context.lots_at(clause.flow.whole.start)
