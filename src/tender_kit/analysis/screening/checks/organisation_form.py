"""Clauses that name who may bid: enterprises only, social organisations only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, unsure
from tender_kit.analysis.screening.statements import Statement, named_forms
from tender_kit.analysis.screening.wording import form_name
from tender_kit.models.profile import Profile

# Words beside which an organisation is named for another reason than its form.
_ELSEWHERE = (
    "中小|小微|监狱|扣除|声明函|名单|范围|登记证|证书|执照|资质|许可|备案|信用|诚信|列入|分包|公益一类|群团|作为[^,]{0,10}承接主体|"
    "评估|等级|年检|年度检查|关系|融资|不受此限|制造|税务|档案|支持|促进|扶持|优先|政策|类型|原因|落实|国有及"
)
_WHO = (
    "民办非企业|社会服务机构|社会团体|社会组织|事业单位|[(（]事[)）]业|基金会|"
    "(?<![非型微业])企业(?!单位|级)|公司|个体工商户|厂家|厂商|经销商"
)
_CLAIMS = re.compile(f"^(?!.*(?:{_ELSEWHERE})).*(?:{_WHO})")
# 设计企业, 国有企业: not any enterprise will do. 注册企业, 的企业, 或企业 narrow nothing.
_KIND_OF = re.compile("(?<![的或和及与、为是,;:(（])(?<!注册|登记|国内|境内|各类|法人|合法|一般)企业(?!单位)")
_OUT = re.compile("除外|不得|不接受|不包括|不含|排除")
_OPEN = re.compile("等(?:供应商|单位|组织|机构|主体|$)|其他组织|自然人|均可|不限|经销商")
_QUESTION = (
    "限定组织形式涉嫌以不合理条件排斥供应商,可在质疑期内提出质疑或先询问采购人",
    "A limit of the legal form may be unlawful: ask the buyer, or challenge it in time",
)
_ASK = ("公告要求以外的组织形式,先询问采购人", "Ask the buyer whether your form may take part")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("organisation_form"):
        yield _judge(said, bid, profile)


def _judge(said: Statement, bid: Bid, profile: Profile) -> Answer:
    form, named = profile.organisation.form, named_forms(said.text)
    zh, en = form_name(form)
    if form in named and form.is_enterprise and _KIND_OF.search(said.text):
        return unsure("对企业的类别有要求,请自行判断。", "A kind of enterprise is asked for; read it.", said.evidence)
    if form in named and not _OUT.search(said.text):
        return meets(f"公告列明的主体包括{zh}。", f"A {en} is among those named.", said.evidence)
    if _OPEN.search(said.text) or _OUT.search(said.text):
        return unsure("列出的主体不完全或有例外,请自行判断。", "The list is open or has exceptions; read it.", said.evidence)
    if not named:
        return unsure("主体要求未能读懂,请自行阅读。", "Who may bid was not understood; read it.", said.evidence)
    names = "、".join(form_name(other)[0] for other in sorted(named, key=lambda f: f.value))
    names_en = ", ".join(form_name(other)[1] for other in sorted(named, key=lambda f: f.value))
    by_law = bid.is_procured_by_law
    return fails(
        f"只接受{names},本机构是{zh}。",
        f"Only {names_en} may bid; this is a {en}.",
        said.evidence,
        to_do=_QUESTION if by_law else _ASK,
        challengeable=by_law,
    )


CHECK = ScreenCheck(
    code="organisation_form",
    title="主体形式",
    title_en="Legal form asked for",
    why="公告只接受企业(或只接受社会组织)时,其他主体不能参加;法定采购中限定组织形式可以质疑。",
    source="政府采购法实施条例第二十条(限定供应商的所有制形式、组织形式);财政部令第87号第十七条",
    fields=("organisation.form",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("fails",), clause="申报主体为在中国境内合法登记注册的企业。"),
        Example(("meets",), clause="在民政部门依法登记的社会服务机构(民办非企业单位)或社会团体。"),
        Example(("fails",), clause="在民政部门依法登记的社会服务机构或社会团体。", profile={"organisation.form": "企业"}),
        Example(("meets",), clause="依法登记的社会组织或企业。"),
        Example(("cannot_tell",), clause="在中国境内注册的设计企业。", profile={"organisation.form": "企业"}),
        Example(("cannot_tell",), clause="企业法人或行业协会等社会团体(分支机构除外)。"),
        Example((), clause="投标人营业执照经营范围含养老服务。"),
    ),
)
