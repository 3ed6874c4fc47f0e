"""Registered on the portal, documents obtained there, a digital certificate at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, meets, unsure
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(
    r"^(?!.*联合体?报名).*(?:报名|入库|注册[^,]{0,12}(?:供应商|网址)|注册供应商|供应商(?:管理|库|注册)|CA(?:证书|锁)|(?:获取|领取|购买|下载)[^,]{0,8}文件|完成注册|登[录陆])"
)
_TO_DO = ("先在平台注册、办理 CA,再按时获取文件", "Register, get the digital certificate, then the documents in time")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("portal"):
        name = next((portal for portal in profile.organisation.portals or () if portal in said.text), None)
        if name:
            yield meets(f"已在{name}注册。", f"It is registered at {name}.", said.evidence)
        else:
            yield unsure("要求报名、注册或入库。", "Registration is asked for.", said.evidence, to_do=_TO_DO)


CHECK = ScreenCheck(
    code="portal",
    title="报名与注册",
    title_en="Registration",
    why="没有按时报名、注册或入库的,系统不收投标文件。",
    source="公告载明的报名、注册要求",
    fields=("organisation.portals",),
    look=_look,
    claims=_CLAIMS,
    decisive=False,
    examples=(
        Example(("cannot_tell",), clause="供应商须登录采购平台进行注册。"),
        Example(("meets",), clause="供应商须在浙江政府采购网完成注册。", profile={"organisation.portals": ["浙江政府采购网"]}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
