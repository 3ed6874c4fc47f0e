"""Licences and certificates of the organisation, by name, level and last valid day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.statements import Statement
from tender_kit.core.fold import fold
from tender_kit.models.profile import Certificate, Profile
from tender_kit.vocab.certificates import KnownPaper, papers_in

# Certificates of people are asked for in other words; letters and declarations are papers of the bid.
_PEOPLE = (
    "负责人|人员|员(?:持|具|不少|须)|护理员|社工|社会工作者?[^,]{0,6}(?:证|资格)|建造师|工程师|建筑师|"
    "心理咨询师|代表(?!大会)|主管(?!部门)|项目经理|学历"
)
_CLAIMS = re.compile(
    f"^(?!.*(?:{_PEOPLE}|声明函|承诺函|许可证?或执照|吊销|公开募捐|缴纳|纳税|社会保|登记证书上?的?业务范围)).*"
    r"(?:许可|备案|资质|认证|执照|登记证|证书|(?:检[测验]|质检|合格)报告|凭证|ISO)"
)
_LEVEL = re.compile(r"(?P<level>[甲乙丙特一二三四五1-5*])级(?P<up>[^,]{0,2}以上)?|CS(?P<cs>\d)")
_ORDERS = ("特甲乙丙", "一二三四五", "12345")
_NAME = re.compile(
    r"(?:(?:取得|具有|持有|提供|有效|相应|以上)的?)*(?P<name>[\u4e00-\u9fffA-Z0-9]{2,18}?(?:许可证|许可|登记证书|备案[凭回]?[证执]?|资质|认证|执照|报告|证书|凭证))"
)
_OLD = ("确认证照在投标截止日有效", "Make sure that it is valid on the last day")
_WITHOUT = ("没有该证照的不要投标", "Do not bid without it")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("certificates"):
        papers = papers_in(said.text)
        by_form = [paper for paper in papers if profile.organisation.form.value in paper.forms]
        others = [paper for paper in papers if not paper.forms]
        plain = [paper for paper in by_form if not re.search(f"类(?:{paper.pattern.pattern})", said.text)]
        held = any(_held(paper, profile.certificates or ()) for paper in others)
        if plain and not (held or _LEVEL.search(said.text)) and (said.is_alternative or not others):
            yield meets(f"登记时已取得{plain[0].name}。", f"It holds {plain[0].name} by registration.", said.evidence)
        elif by_form and not (plain or others):
            to_do = ("确认登记的范围符合", "Make sure that what is registered fits")
            yield unsure(
                f"对{by_form[0].name}的类别有要求。", f"A kind of {by_form[0].name} is asked for.", said.evidence, to_do=to_do
            )
        elif papers and not others:
            yield _other_form(said, papers)
        elif profile.certificates is None:
            yield not_filled("certificates", "要求证照", "Licences or certificates are asked for", said.evidence)
        else:
            yield _judge(said, others, profile.certificates, bid)


def _other_form(said: Statement, papers: list[KnownPaper]) -> Answer:
    """A registration that only other legal forms have: usually meant as an example, so it is asked, not decided."""
    to_do = ("询问采购人是否接受本机构的登记证书", "Ask the buyer whether your own certificate of registration will do")
    names = "、".join(paper.name for paper in papers)
    return unsure(
        f"要求{names},本机构持有的是其他登记证书。", f"{names} is asked for; this form has another.", said.evidence, to_do=to_do
    )


def _judge(said: Statement, known: list[KnownPaper], certificates: tuple[Certificate, ...], bid: Bid) -> Answer:
    held = {paper.name: _held(paper, certificates) for paper in known}
    named = [c for c in certificates if fold(c.name) in said.text] if not known else []
    have = [c for c in (*held.values(), *named) if c is not None]
    missing = [name for name, certificate in held.items() if certificate is None]
    if not have and not missing:
        shown = _NAME.search(said.text)
        what = f"“{shown['name']}”" if shown else ""
        return unsure(f"要求证照{what},档案中没有同名的,请自行对照。", "No certificate of that name; compare.", said.evidence)
    if missing and not (have and said.is_alternative):
        what = "、".join(missing)
        if said.is_alternative and _unknown_too(said, known):
            return unsure(f"没有{what},请看其他可选的证照。", f"No {what}; see the alternatives.", said.evidence)
        return fails(f"没有{what}。", f"It has no {what}.", said.evidence, to_do=_WITHOUT)
    return _valid(said, have, bid)


def _held(paper: KnownPaper, certificates: tuple[Certificate, ...]) -> Certificate | None:
    return next((c for c in certificates if paper.pattern.search(fold(c.name))), None)


def _unknown_too(said: Statement, known: list[KnownPaper]) -> bool:
    """Whether the sentence names more papers than those that are known."""
    rest = said.text
    for paper in known:
        rest = paper.pattern.sub("", rest)
    return bool(_NAME.search(rest))


def _valid(said: Statement, have: list[Certificate], bid: Bid) -> Answer:
    expired = [c for c in have if c.expires is not None and c.expires < bid.bid_day]
    if len(expired) == len(have) or (expired and not said.is_alternative):
        one = expired[0]
        return fails(f"{one.name} {one.expires} 到期。", f"{one.name} expires on {one.expires}.", said.evidence, to_do=_OLD)
    names = "、".join(c.name for c in have if c not in expired)
    asked = _LEVEL.search(said.text)
    if asked and not any(_reaches(c.level, asked) for c in have):
        return unsure(f"有{names},但对等级有要求,请核对。", f"It has {names}; compare the level asked for.", said.evidence)
    return meets(f"有{names}。", f"It has {names}.", said.evidence, to_do=_OLD)


def _reaches(level: str, asked: re.Match[str]) -> bool:
    """Whether a level is the one asked for, or above it where that will do."""
    want, have = asked["level"] or asked["cs"], next((sign for sign in level if any(sign in o for o in _ORDERS)), "")
    order = next((o for o in _ORDERS if want in o and have and have in o), "")
    if not order:
        return False
    return order.index(have) <= order.index(want) if asked["up"] else have == want


CHECK = ScreenCheck(
    code="certificates",
    title="证照与认证",
    title_en="Licences and certificates",
    why="缺少公告要求的许可、资质或认证,资格审查不通过;证照须在投标截止日有效。",
    source="政府采购法实施条例第十七条第(五)项;各行业许可法规",
    fields=("certificates", "organisation.form"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="具有有效的食品经营许可证。", profile={"certificates": [{"name": "餐饮服务许可证"}]}),
        Example(("fails",), clause="具有有效的保安服务许可证。"),
        Example(
            ("fails",),
            clause="具有有效的食品经营许可证。",
            profile={"certificates": [{"name": "食品经营许可证", "expires": "2026-01-31"}]},
        ),
        Example(("meets",), clause="养老机构备案回执、家政服务类营业执照或民办非企业单位登记证书之一。"),
        Example(("cannot_tell",), clause="具有家政服务类营业执照。", profile={"organisation.form": "企业"}),
        Example(("cannot_tell",), clause="供应商须具有有效的营业执照。"),
        Example(("meets",), clause="供应商须具有有效的营业执照。", profile={"organisation.form": "企业"}),
        Example(("cannot_tell",), clause="具有绿色餐厅等级证书。"),
        Example(("cannot_tell",), clause="涉及餐饮的,须具有有效的食品经营许可证。"),
        Example(("cannot_tell",), clause="具有有效的食品经营许可证。", profile={"certificates": None}),
        Example(
            ("cannot_tell",),
            clause="具有建筑工程施工总承包三级及以上资质。",
            profile={"certificates": [{"name": "建筑工程施工总承包"}]},
        ),
        Example(
            ("meets",),
            clause="具有建筑工程施工总承包三级及以上资质。",
            profile={"certificates": [{"name": "建筑工程施工总承包", "level": "二级"}]},
        ),
        Example((), clause="拟派项目负责人具有社会工作师证书。"),
    ),
)
