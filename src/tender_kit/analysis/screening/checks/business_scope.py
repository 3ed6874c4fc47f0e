"""The scope of business holds what the notice asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, meets, not_filled, unsure
from tender_kit.core.readings import Evidence
from tender_kit.models.profile import Profile

_CLAIMS = re.compile("(?:经营|业务|服务)范围")
_NAMED = re.compile(
    "(?:经营|业务|服务)范围(?:中|内|应当?|须|需|必须|里)*(?:包含|包括|涵盖|含有?|具有|具备|为|有)(?P<words>[^,;。]+)"
)
_TAIL = re.compile("(?:等)?(?:相关|类)?(?:的)?(?:内容|服务|业务|项目)$|等$")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    scope = profile.organisation.business_scope
    for said in bid.said("business_scope"):
        match = _NAMED.search(said.text)
        if scope is None:
            yield not_filled("organisation.business_scope", "对业务(经营)范围有要求", "A scope is asked for", said.evidence)
        elif match is None:
            yield unsure("对业务(经营)范围的要求请自行对照。", "Compare the scope that is asked for.", said.evidence)
        else:
            yield _judge(match["words"], scope, said.evidence)


def _judge(words: str, scope: str, evidence: tuple[Evidence, ...]) -> Answer:
    """Words of the notice against the scope as registered; another wording is no failure, only a doubt."""
    asked = [_TAIL.sub("", word) for word in re.split("、|或者?|和|及", words)]
    found = [word for word in asked if len(word) > 1 and word in scope]
    if found and ("或" in words or len(found) == len(asked)):
        return meets(f"业务(经营)范围含{'、'.join(found)}。", f"The scope holds {', '.join(found)}.", evidence)
    missing = "、".join(word for word in asked if word not in found)
    return unsure(f"业务(经营)范围中没有找到:{missing}。", f"Not found in the scope: {missing}.", evidence)


CHECK = ScreenCheck(
    code="business_scope",
    title="业务(经营)范围",
    title_en="Scope of business",
    why="业务(经营)范围须覆盖采购内容;措辞不同的,应先变更登记或询问采购人。",
    source="公告载明的特定资格条件;民办非企业单位登记管理暂行条例",
    fields=("organisation.business_scope",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="登记证书的业务范围含社会工作服务。"),
        Example(("meets",), clause="业务范围包含康复、社会工作或心理健康服务。"),
        Example(("cannot_tell",), clause="经营范围须包含家政、养老或残疾人照护服务。"),
        Example(("cannot_tell",), clause="业务范围含社会工作服务。", profile={"organisation.business_scope": None}),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
