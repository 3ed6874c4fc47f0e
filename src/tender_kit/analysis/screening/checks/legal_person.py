"""Article 22 (1): able to bear civil liability on its own, duly registered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled
from tender_kit.analysis.screening.wording import article_22, form_name
from tender_kit.models.profile import Profile
from tender_kit.models.profile_values import Form

_CLAIMS = article_22(
    "独立承担[^,]{0,4}民事责任|民事责任(?:的)?能力|(?<!企业)法人(?:资格|地位)|独立(?:的)?法人|"
    "依法(?:成立|设立|登记|注册)|合法(?:成立|登记|注册|运作|设立)|境内[^,]{0,6}(?:登记|注册|成立)|国内注册"
)
_PERSON = re.compile("法人(?:资格|地位)|独立(?:的)?法人")
_PAPER = {
    Form.COMPANY: ("营业执照副本复印件", "Copy of the business licence"),
    Form.SOLE_TRADER: ("营业执照副本复印件", "Copy of the business licence"),
    Form.PRIVATE_NON_ENTERPRISE: ("《民办非企业单位(法人)登记证书》复印件", "Copy of the certificate of registration"),
    Form.SOCIAL_ASSOCIATION: ("《社会团体法人登记证书》复印件", "Copy of the certificate of registration"),
    Form.FOUNDATION: ("《基金会法人登记证书》复印件", "Copy of the certificate of registration"),
    Form.PUBLIC_INSTITUTION: ("《事业单位法人证书》复印件", "Copy of the certificate of registration"),
}
_OTHER = ("主体资格证明复印件", "Copy of the proof of legal capacity")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    who = profile.organisation
    zh, en = form_name(who.form)
    for said in bid.said("legal_person"):
        if who.registered is None:
            yield not_filled(
                "organisation.registered", "须依法登记、能独立承担民事责任", "It has to be registered", said.evidence
            )
        elif who.registered > bid.bid_day:
            yield fails(f"登记日期 {who.registered} 晚于投标日。", f"Registered only on {who.registered}.", said.evidence)
        elif who.form is Form.SOLE_TRADER and _PERSON.search(said.text):
            yield fails("要求法人资格,个体工商户不是法人。", "A legal person is asked for; a sole trader is none.", said.evidence)
        else:
            to_do = _PAPER.get(who.form, _OTHER)
            yield meets(f"{zh},{who.registered} 登记。", f"A {en}, registered {who.registered}.", said.evidence, to_do=to_do)


CHECK = ScreenCheck(
    code="legal_person",
    title="主体资格",
    title_en="Legal capacity",
    why="供应商须能独立承担民事责任;按主体类型提供登记证书或营业执照。",
    source="政府采购法第二十二条第一款第(一)项;实施条例第十七条第(一)项;民办非企业单位登记管理暂行条例第十二条",
    fields=("organisation.form", "organisation.registered"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="具有独立承担民事责任的能力。"),
        Example(("meets",), clause="满足《中华人民共和国政府采购法》第二十二条规定。"),
        Example(("cannot_tell",), clause="具有独立承担民事责任的能力。", profile={"organisation.registered": None}),
        Example(("fails",), clause="投标人具有独立法人资格。", profile={"organisation.form": "个体工商户"}),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
