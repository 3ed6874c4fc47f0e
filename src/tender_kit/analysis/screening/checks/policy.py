"""Clauses on procurement policy: price deductions, green products. They bar nobody, but they change prices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, unsure
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(
    "价格[^,]{0,8}扣除|报价[^,]{0,8}(?:扣除|优惠)|予以扣除|扣除后的价格|所属行业|节能|环境标志|环保产品|进口产品|本国产品|视同小|"
    "乡村(?:产业)?振兴|脱贫地区|强制采购|采购政策|合同融资|扶持[^,]{0,6}企业|支持[^,]{0,16}(?:企业|地区)|促进残疾人就业|自主创新"
)
_DEDUCTION = re.compile("扣除|优惠")
_NONE_FOR_US = (
    "本机构不是小微企业,不享受价格扣除,报价时按对手可扣除考虑",
    "It is no small enterprise and gets no deduction: rivals may",
)
_READ = ("按采购文件准备相应声明", "Prepare the declarations that the documents ask for")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    who = profile.organisation
    small = who.size in ("small", "micro") or who.disability_welfare
    for said in bid.said("policy"):
        if _DEDUCTION.search(said.text):
            to_do = _READ if small else _NONE_FOR_US
            yield unsure(
                "评审时对小微企业报价给予扣除。",
                "Prices of small enterprises are reduced in the evaluation.",
                said.evidence,
                to_do=to_do,
            )
        else:
            yield unsure("政策条款,一般不限制参加。", "A clause on policy; it usually bars nobody.", said.evidence, to_do=_READ)


CHECK = ScreenCheck(
    code="policy",
    title="采购政策",
    title_en="Procurement policy",
    why="小微企业价格扣除等政策影响报价得分,社会组织不享受。",
    source="财库〔2020〕46号第九条;财库〔2022〕19号;政府采购法第九条、第十条",
    fields=("organisation.size", "organisation.disability_welfare"),
    look=_look,
    claims=_CLAIMS,
    decisive=False,
    examples=(
        Example(("cannot_tell",), clause="对小型和微型企业的价格给予10%的扣除。"),
        Example(("cannot_tell",), clause="执行政府强制采购节能产品政策。"),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
