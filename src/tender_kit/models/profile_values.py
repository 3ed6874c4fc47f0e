"""The values that fields of a profile take, by id or by the word that a Chinese reader writes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field


class Form(StrEnum):
    """The legal form of an organisation."""

    PRIVATE_NON_ENTERPRISE = "private_non_enterprise"
    SOCIAL_ASSOCIATION = "social_association"
    FOUNDATION = "foundation"
    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    PUBLIC_INSTITUTION = "public_institution"
    MASS_ORGANISATION = "mass_organisation"
    COLLECTIVE = "collective"

    @property
    def is_enterprise(self) -> bool:
        """Whether the size classes of enterprises apply to it (财库〔2020〕46号 art. 2)."""
        return self in (Form.COMPANY, Form.SOLE_TRADER)

    @property
    def is_social_organisation(self) -> bool:
        """Whether it is registered as a social organisation, so that 年检 and 评估等级 apply to it."""
        return self in (Form.PRIVATE_NON_ENTERPRISE, Form.SOCIAL_ASSOCIATION, Form.FOUNDATION)


# What a Chinese reader writes instead of the id; the first of each is its name.
CHINESE = {
    "民办非企业单位": "private_non_enterprise",
    "社会服务机构": "private_non_enterprise",
    "社会团体": "social_association",
    "基金会": "foundation",
    "企业": "company",
    "公司": "company",
    "个体工商户": "sole_trader",
    "事业单位": "public_institution",
    "群团组织": "mass_organisation",
    "农村集体经济组织": "collective",
    "基层群众性自治组织": "collective",
    "大型": "large",
    "中型": "medium",
    "小型": "small",
    "微型": "micro",
    "公益一类": "public_welfare_1",
    "公益二类": "public_welfare_2",
    "生产经营类": "production",
    "初级": "junior",
    "中级": "intermediate",
    "高级": "senior",
    "合格": "passed",
    "基本合格": "basically_passed",
    "不合格": "failed",
    "未参加": "missed",
    "无": "none",
    "单独": "alone",
    "可以": "possible",
    "必须": "needed",
}


def _english(value: Any) -> Any:
    return CHINESE.get(value.strip(), value) if isinstance(value, str) else value


_ZH = BeforeValidator(_english)
OrganisationForm = Annotated[Form, _ZH]
Size = Annotated[Literal["large", "medium", "small", "micro"], _ZH]
InstitutionClass = Annotated[Literal["public_welfare_1", "public_welfare_2", "production"], _ZH]
Level = Annotated[Literal["junior", "intermediate", "senior"], _ZH]
Inspection = Annotated[Literal["passed", "basically_passed", "failed", "missed"], _ZH]
Grade = Annotated[Literal["none", "1A", "2A", "3A", "4A", "5A"], _ZH]
Wish = Annotated[Literal["alone", "possible", "needed"], _ZH]
Names = tuple[Annotated[str, Field(min_length=1)], ...]
"""Some names, none of them empty: an empty word would be found in every text."""
