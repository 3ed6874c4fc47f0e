"""Set aside for small and medium enterprises: who is no enterprise, or too large, may not bid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, not_read, unsure
from tender_kit.analysis.screening.statements import named_forms
from tender_kit.analysis.screening.wording import form_name
from tender_kit.core.readings import Evidence
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(
    r"专门面向|(?:整体|整包|全部)面向|面向[^,]{0,6}(?:中小|小微|小型)[^,]{0,6}(?:预留|采购)|(?:整体|部分|份额|不|未)[^,]{0,8}预留|预留[^,]{0,10}份额|"
    r"(?:应|须)为(?:中型|小型|小微|中小)|中小(?:微)?企业声明函|小微企业、|不受此限|由[^,]{0,6}(?:中小|小微)企业(?:制造|生产|承接)"
)
_NOT = re.compile(r"(?:非|不|未|不属于|不是)(?:整体)?(?:专门)?面向|不(?:专门)?预留|不属于[^,]{0,6}专门面向|无预留")
# What sets a project aside; to hand in a declaration (for a lower price, say) does not.
_BINDS = re.compile(
    r"专门面向|(?:整体|整包|全部)面向|预留|(?:应|须)为(?:中型|小型|小微|中小)|小微企业、|不受此限|由[^,]{0,6}企业(?:制造|生产|承接)"
)
_DECLARATION = re.compile("中小(?:微)?企业声明函")
_SMALL_ONLY = re.compile("小微|小型(?:或|、|和)微型|小型企业")
_MEDIUM = re.compile("中小|中型")
_SHARE = re.compile("预留[^,]{0,12}(?:份额|%)|(?:分包|联合体)[^,]{0,20}中小企业[^,]{0,10}%")
_MADE = re.compile("(?:货物|产品)[^,]{0,10}(?:由|为)[^,]{0,6}(?:中小|小微)企业(?:制造|生产)")
_LET_IN = re.compile("不受此限|(?:民办非企业单位|社会服务机构|社会组织|社会团体)[^,;]{0,12}(?:也?可|均可|视同|除外)")
_PAPER = ("填写《中小企业声明函》,行业按公告载明", "Fill in the SME declaration for the industry that the notice names")
_ASK = (
    "不要投入编制;如确有意愿,先书面询问采购人",
    "Do not spend time on it; ask the buyer in writing first if you still want it",
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    said = bid.said("set_aside")
    open_to_all = next((s for s in said if _NOT.search(s.text)), None)
    asked = [s for s in said if not _NOT.search(s.text)]
    reading = bid.notice.set_aside
    asked.sort(key=lambda s: not _BINDS.search(s.text))  # the sentence that sets it aside before the papers that prove it
    evidence = tuple(e for s in asked for e in s.evidence)
    if reading.is_known and not (asked and _BINDS.search(asked[0].text)):
        evidence = (*reading.evidence, *evidence)
    words = _DECLARATION.sub("", ",".join([*(s.text for s in asked), *(e.quote for e in reading.evidence)]))
    if open_to_all and not any("专门面向" in s.text for s in asked):
        yield meets("本项目(包)不专门面向中小企业。", "It is not set aside for SMEs.", open_to_all.evidence)
    elif reading.state in ("masked", "unread", "ambiguous"):
        yield not_read("是否专门面向中小企业", "Whether it is set aside for SMEs", reading)
    elif reading.value == "none" and not asked:
        yield meets("本项目不专门面向中小企业。", "It is not set aside for SMEs.", reading.evidence)
    elif reading.value != "whole" and not any(_BINDS.search(s.text) for s in asked):
        if asked:
            zh, en = (
                "要求《中小企业声明函》,但没有写专门面向中小企业。",
                "A declaration is asked for, but no set-aside is stated.",
            )
            yield unsure(zh, en, evidence, decisive=False)
        elif reading.value == "partial":
            yield unsure("预留部分份额,须看清本包是否预留。", "A part is set aside; see whether this lot is.", evidence)
    elif reading.value == "none":
        yield unsure("是否专门面向中小企业,公告前后不一。", "The notice contradicts itself on the set-aside.", evidence)
    elif reading.value == "partial" and (not asked or _SHARE.search(words)):
        yield unsure("预留部分份额,须看清本包是否预留。", "A part is set aside; see whether this lot is.", evidence)
    elif asked or reading.value == "whole":
        yield _judge(bid, profile, words, evidence)


def _judge(bid: Bid, profile: Profile, words: str, evidence: tuple[Evidence, ...]) -> Answer:
    """The answer where it is set aside."""
    who, form = profile.organisation, profile.organisation.form
    zh, en = form_name(form)
    if _SHARE.search(words) and not re.search("专门面向|整体", words):
        return unsure("须有部分份额由中小企业承担。", "A share has to go to SMEs.", evidence)
    if who.disability_welfare:
        return meets("残疾人福利性单位视同小型、微型企业。", "A welfare unit for the disabled counts as small.", evidence)
    if not form.is_enterprise:
        return _non_enterprise(bid, words, evidence, zh, en)
    if who.size is None:
        return not_filled("organisation.size", "专门面向中小企业", "It is set aside for SMEs", evidence)
    small_only = bool(_SMALL_ONLY.search(words)) and not _MEDIUM.search(words)
    if who.size == "large" or (small_only and who.size == "medium"):
        only = ("小微企业", "small and micro enterprises") if small_only else ("中小企业", "SMEs")
        return fails(f"专门面向{only[0]},本机构规模不符。", f"It is set aside for {only[1]}; the size does not fit.", evidence)
    return meets("专门面向中小企业,本机构规模符合。", "It is set aside for SMEs, and the size fits.", evidence, to_do=_PAPER)


def _non_enterprise(bid: Bid, words: str, evidence: tuple[Evidence, ...], zh: str, en: str) -> Answer:
    let_in = _LET_IN.search(words) or "小微企业、" in words
    if let_in and bid.form in named_forms(words):
        return meets(f"专门面向中小企业,但公告写明{zh}可以参加。", f"It is set aside, but lets a {en} take part.", evidence)
    if _MADE.search(words) or bid.notice.project.category.value == "goods":
        return unsure(
            f"{zh}不是企业;货物采购按制造商的规模认定,各地做法不一。",
            f"A {en} is no enterprise; for goods the maker's size counts, and practice differs.",
            evidence,
        )
    return fails(
        f"专门面向中小企业采购,{zh}不是企业,没有规模划分,不能参加。",
        f"It is set aside for SMEs; a {en} is no enterprise, has no size class and cannot bid.",
        evidence,
        to_do=_ASK,
    )


CHECK = ScreenCheck(
    code="set_aside",
    title="专门面向中小企业",
    title_en="Set aside for SMEs",
    why="民办非企业单位、社会团体、事业单位不是企业,不能参加专门面向中小企业的项目。",
    source="政府采购促进中小企业发展管理办法(财库〔2020〕46号)第二条、第六条;财库〔2022〕19号",
    fields=("organisation.form", "organisation.size", "organisation.disability_welfare"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("fails",), clause="本项目专门面向中小企业采购。"),
        Example(
            ("meets",), clause="本项目专门面向中小企业采购。", profile={"organisation.form": "企业", "organisation.size": "小型"}
        ),
        Example(
            ("fails",), clause="本项目专门面向小微企业采购。", profile={"organisation.form": "企业", "organisation.size": "中型"}
        ),
        Example(("cannot_tell",), clause="本项目专门面向中小企业采购。", profile={"organisation.form": "企业"}),
        Example(("meets",), clause="本项目专门面向小微企业,民办非企业单位参加的不受此限。"),
        Example(
            ("fails",),
            clause="本项目整体面向小微企业,须出具《中小企业声明函》。",
            profile={"organisation.form": "企业", "organisation.size": "中型"},
        ),
        Example(("meets",), clause="本项目不专门面向中小企业采购。"),
        Example(("cannot_tell",), clause="提供《中小企业声明函》。"),
        Example(("meets",), clause="本项目专门面向中小企业采购。", profile={"organisation.disability_welfare": True}),
        Example(("cannot_tell",), clause="本项目面向中小企业预留,投标人所投货物须全部由中小企业制造。"),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
