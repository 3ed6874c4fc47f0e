"""The project: its name, number, plan number and category."""

from __future__ import annotations

import re

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow, Span, make_flow
from tender_kit.document.model import Document, Pair
from tender_kit.extractors.prose import Subject, subjects
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.notice import Project
from tender_kit.models.values import Category, NoticeKind
from tender_kit.quantities.masks import fits

_NOTICE_WORDS = (
    r"(?:的)?(?:公开(?=遴选|比选|询价|询比|竞价|采购|招标|磋商|谈判|征集|选聘|招募|择优)|征集|选聘|择优选取|公开招标|邀请招标|竞争性磋商|竞争性谈判|询价采购|询价|单一来源(?:采购)?|(?<!封闭式)(?<!开放式)框架协议|比选|遴选|询比(?:采购)?|竞价|资格预审|招标|采购|磋商|谈判|"
    r"中标\(成交\)|成交\(中标\)|中标|成交|中标候选人|成交候选人|候选人|结果|合同|更正|变更|澄清|延期|补充|终止|废标|流标|失败|入围|验收|履约|采购意向|意向|需求|征求意见|预|评标|评审)"
)
_TITLE_TAIL = re.compile(
    rf"(?:{_NOTICE_WORDS}){{0,4}}(?:\(第?[一二三四五\d]次\))?(?:的)?(?:公告|公示|通知书?|通告|明细|文件|邀请[函书]?|预告|函|书)(?:\([^()]{{1,14}}\))?$"
)
_CONTRACT_TAIL = re.compile(r"(?:政府)?采购合同(?:书)?(?:\([^()]{1,14}\))?$")
_REQUIREMENT_TAIL = re.compile(r"(?:采购需求|技术要求|技术商务要求|服务需求|项目需求|需求书)(?:\((?:节选|摘录|摘要)\))?$")
_METHOD_TAIL = re.compile(r"(?:公开招标|邀请招标|竞争性磋商|竞争性谈判|询价采购|单一来源(?:采购|谈判)?)$")
_GENERIC = re.compile(
    rf"^(?:{_NOTICE_WORDS}|公告|公示|项目|文件|一、|二、|第.章|附件|关于|[(（]|政府|服务|货物|工程|国内|国际|电子|正文|内容|详细|信息|标题|概况|基本情况|明细|采购需求|\d|/|-|、|[年月日]|需求)*$"
)
_LATIN = r"(?=[^()]{0,40}[A-Za-z])(?=[^()]{0,40}\d{2})"
# 某某服务项目(HNNS-LX-2026-014): a number in the bracket behind a name, with no label of its own.
_CODE_BEHIND = re.compile(
    rf"\((?:(?:项目|采购|招标)?编号:?)?(?P<code>{_LATIN}[A-Za-z0-9\u4e00-\u9fff〔〕\[\]_./-]{{6,40}}|[\u4e00-\u9fff]{{2,12}}[〔\[]\d{{4}}[〕\]]\d{{1,5}}号)\)$"
)
_CODE_BEFORE = re.compile(rf"(?P<code>{_LATIN}[A-Za-z0-9〔〕\[\]_./-]{{6,40}})(?=[、,/ \u4e00-\u9fff])")
_NUMBER = re.compile(r"[A-Za-z0-9\u4e00-\u9fff\[\]()〔〕【】{}_./#*—–\-－;；、,·+&~ ]{3,120}")
_NUMBER_END = re.compile(
    r"[。,](?![A-Z\d])|(?:项目名称|采购方式|预算|公告|发布|点击|\(以下)|(?<=[\dA-Za-z\])])(?= ?[\u4e00-\u9fff]{4,})|\n"
)
_CATEGORIES: tuple[tuple[str, Category], ...] = (("货物", "goods"), ("服务", "services"), ("工程", "works"))


def extract_project(document: Document, title: Reading[str], kind: NoticeKind) -> Project:
    """Read names and numbers; a name comes from its label, the opening sentence, or the title."""
    names: list[Found[str]] = []
    numbers: list[Found[str]] = []
    plans: list[Found[str]] = []
    for pair in document.pairs:
        fields = set(pair.fields)
        if "project_name" in fields and pair.value.text:
            names.extend(_name(document, pair))
        if "project_number" in fields:
            numbers.extend(_code(document, pair, "project.number"))
        if "plan_number" in fields and "project_number" not in fields:
            plans.extend(_code(document, pair, "project.plan_number"))
    told = list(subjects(document))
    names.extend(_from_prose(document, told))
    numbers.extend(_numbers_in_prose(document, told))
    if kind is not NoticeKind.INTENTION:
        names.extend(_from_title(title, document))
        numbers.extend(_number_in_title(title, document))
    return Project(
        name=resolve(_first_of_rank(names), same=_same_name, fits=fits),
        number=resolve(_first_of_rank(numbers), same=_same_code, fits=fits),
        plan_number=resolve(_first_of_rank(plans), same=_same_code, fits=fits),
        category=_category(document),
    )


def _first_of_rank(found: list[Found[str]]) -> list[Found[str]]:
    """Keep the first value of the strongest kind of place, and every mask: later mentions are of other things."""
    values = sorted((f for f in found if f.value), key=lambda f: (f.rank, f.evidence.start))
    clear = [f for f in values if "*" not in (f.value or "")][:1]
    return [*clear, *(f for f in found if not f.value)]


def _same_name(one: str, other: str) -> bool:
    return one in other or other in one


def _same_code(one: str, other: str) -> bool:
    return re.sub(r"\W", "", one) == re.sub(r"\W", "", other)


def _name(document: Document, pair: Pair) -> list[Found[str]]:
    rank = 0
    if pair.label not in {"项目名称", "采购项目名称", "招标项目名称", "工程名称", "原公告的采购项目名称", "采购项目的名称"}:
        rank = 1
    if re.search(r"标项|标段|分包|品目|标的|包|合同|公告名称", pair.label):
        rank = 3
    if pair.form == "column":
        rank = 3
    code = _CODE_BEFORE.match(pair.value.text) if "编号" in pair.label else None
    flow = _clean_name(pair.value.slice(code.end(), len(pair.value.text)) if code else pair.value).strip("、/")
    if len(flow.text) < 3 or _GENERIC.match(flow.text):
        return []
    evidence = document.evidence(flow.whole, f"project.name.{pair.form}")
    if _masked(flow.text):
        return [Found(rank, evidence, mask=flow.text)]
    return [Found(rank, evidence, document.words(flow))]


def _masked(text: str) -> bool:
    """Whether asterisks hide a part: no name and no number has one of its own, whatever the rest of the page shows."""
    return "*" in text


def _clean_name(value: Flow) -> Flow:
    cut = re.search(r"[。;\n]|,(?=项目编号)|\((?:项目|招标|采购)?编号|(?:项目编号|招标编号|采购编号)[:]", value.text)
    cut = cut or _CODE_BEHIND.search(value.text)
    flow = value.slice(0, cut.start()) if cut and cut.start() > 2 else value
    if re.search(r"(?:公告|公示|通知书?|邀请[函书])$", flow.text):
        flow = flow.slice(0, _name_end(flow.text))
    return flow.strip(' \n\t:,。;“”"')


def _code(document: Document, pair: Pair, rule: str) -> list[Found[str]]:
    flow = pair.value
    if "名称" in pair.label:
        code = _CODE_BEHIND.search(flow.text) or _CODE_BEFORE.match(flow.text)
        return _numbered(document, flow.slice(*code.span("code")), 0, f"{rule}.beside_name") if code else []
    if re.search(r"包|标段|标项", pair.label) and "项目" not in pair.label:
        return []
    cut = _NUMBER_END.search(flow.text)
    flow = (flow.slice(0, cut.start()) if cut and cut.start() else flow).strip(" \n\t:,。;、(")
    closing = _unopened(flow.text)
    flow = flow.slice(0, closing).strip() if closing else flow
    if not _NUMBER.fullmatch(flow.text) or not re.search(r"[\d*]", flow.text) or len(flow.text) < 4:
        return []
    rank = 0 if pair.label in {"项目编号", "采购项目编号", "招标编号", "原公告的采购项目编号", "招标项目编号"} else 1
    return _numbered(document, flow, rank, f"{rule}.{pair.form}")


def _numbered(document: Document, flow: Flow, rank: int, rule: str) -> list[Found[str]]:
    evidence = document.evidence(flow.whole, rule)
    if _masked(flow.text):
        return [Found(rank, evidence, mask=flow.text)]
    return [Found(rank, evidence, flow.text)]


def _unopened(text: str) -> int:
    """Find the bracket that closes what the label stands in: …(项目编号:X)项目; 0 where there is none."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return place
    return 0


def _from_prose(document: Document, told: list[Subject]) -> list[Found[str]]:
    found = []
    for subject in told:
        name = subject.name
        if len(name.text) > 4 and not _masked(name.text) and not _GENERIC.match(name.text):
            found.append(Found(2, document.evidence(name.whole, "project.name.opening_sentence"), document.words(name)))
    return found


def _numbers_in_prose(document: Document, told: list[Subject]) -> list[Found[str]]:
    found = []
    for subject in told:
        if subject.number is not None and re.search(r"\d", subject.number.text):
            number = subject.number.strip(" :")
            found.append(Found(2, document.evidence(number.whole, "project.number.opening_sentence"), number.text))
    return found


def _from_title(title: Reading[str], document: Document) -> list[Found[str]]:
    """Cut the words of the notice off its title: …项目竞争性磋商公告 is announced by its name."""
    if not title.is_known or not title.value or not title.evidence:
        return []
    quote = title.evidence[0]
    text = document.folded[quote.start : quote.end]
    end = _name_end(text)
    head = re.match(r"^\[[^\[\]]{2,12}\]|^关于|^【[^】]{2,12}】", text)
    start = head.end() if head else 0
    bracketed = _CODE_BEHIND.search(text[start:end])
    name = text[start : start + bracketed.start() if bracketed else end].strip(' 的-_:“”"')
    bare = "".join(name.split())
    if len(bare) < 6 or _GENERIC.match(bare) or _masked(name):
        return []
    start = quote.start + text.index(name, start)
    quote_text = document.text[start : start + len(name)]
    return [Found(4, document.evidence(Span(start, start + len(name)), "project.name.title"), "".join(quote_text.split()))]


def _number_in_title(title: Reading[str], document: Document) -> list[Found[str]]:
    """Read the number that stands in a bracket before the words of the notice: …服务采购(QS2026-G3-07)结果公告."""
    if not title.is_known or not title.evidence:
        return []
    quote = title.evidence[0]
    flow = make_flow(document.folded[quote.start : quote.end], quote.start)
    code = _CODE_BEHIND.search(flow.text[: _name_end(flow.text)])
    return _numbered(document, flow.slice(*code.span("code")), 4, "project.number.title") if code else []


def _name_end(text: str) -> int:
    """Tell where the words of the notice begin at the end of a title; 采购 belongs to the name unless 项目 stands before it."""
    tail = _TITLE_TAIL.search(text) or _REQUIREMENT_TAIL.search(text) or _CONTRACT_TAIL.search(text) or _METHOD_TAIL.search(text)
    if not tail:
        return len(text)
    words = tail.group()
    keeps = (
        words.startswith("采购")
        and not words.startswith("采购需求")
        and not re.search(r"(?:项目|服务|工程|方案|[)])$", text[: tail.start()])
    )
    return tail.start() + (2 if keeps else 0)


def _category(document: Document) -> Reading[Category]:
    for pair in document.pairs:
        if "category" not in pair.fields or not pair.value.text:
            continue
        category = next((id for words, id in _CATEGORIES if words in pair.value.text[:12]), None)
        if category:
            evidence = (document.evidence(pair.value.whole, "project.category.label"),)
            return Reading(state="known", value=category, evidence=evidence)
    return Reading()
