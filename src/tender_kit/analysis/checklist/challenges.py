"""Clauses that a notice may not set: conditions that keep suppliers out without a reason in the work.

Each entry: a name, the wording, and the law. Found in qualification clauses and in the rules of bid evaluation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Challenge:
    """A condition that may be challenged; ``name`` finds its words in the catalogue (``challenge_<name>``)."""

    name: str
    pattern: re.Pattern[str]
    law: str
    unless: re.Pattern[str] | None = None


_SME = re.compile(r"中小企业|小微企业|监狱企业|声明函|划分标准|价格扣除")
CHALLENGES: tuple[Challenge, ...] = (
    Challenge(
        "size",
        re.compile(r"注册资(?:本|金)|资产总额|营业(?:收入|额)|从业人员(?:数|不少)|利润|纳税额|年(?:产值|销售额)"),
        "财政部令第87号第十七条;政府采购促进中小企业发展管理办法第五条",
        _SME,
    ),
    Challenge(
        "region",
        re.compile(
            r"(?:本|我)(?:市|县|区|省|州|地)(?:内|辖区内?|范围内|行政区域内?)?[^,。;]{0,10}(?:注册|登记|设有|设立|具有|办公|业绩|获奖|奖项|表彰)"
            r"|注册(?:地|地址|所在地)[^,。;]{0,6}(?:在|为|须)|(?:本地|当地)[^,。;]{0,8}(?:分支机构|分公司|办事处|业绩|注册|服务机构)"
            r"|设(?:有|立)[^,。;]{0,8}(?:分支机构|分公司|办事处)"
        ),
        "政府采购法实施条例第二十条第(四)项、第(八)项",
    ),
    Challenge(
        "form",
        re.compile(
            r"(?:须|应|必须|仅限|限)[^,。;]{0,10}(?:为|是)[^,。;]{0,14}(?:企业法人|公司制?|国有企业|民营企业|企业)(?:法人)?(?=[,。;]|$)"
        ),
        "政府采购法实施条例第二十条第(七)项",
        re.compile(r"中小企业|小微企业|小型|微型|或|社会(?:组织|团体|服务机构)|民办非|事业单位|其他组织"),
    ),
    Challenge(
        "brand",
        re.compile(r"指定[^,。;]{0,6}(?:品牌|专利|商标|供应商)|(?:原厂|制造商|生产厂家)(?:针对本项目的?)?授权"),
        "政府采购法实施条例第二十条第(六)项;财政部令第87号第十七条",
    ),
    Challenge(
        "years",
        re.compile(
            r"(?:成立|注册|登记|经营)(?:时间|年限)?[^,。;]{0,6}(?:满|不少于|以上)?[一二三四五六七八九十两\d]+年(?:以上|及以上)?"
        ),
        "政府采购法实施条例第二十条第(二)项",
        re.compile(r"(?:成立|注册|登记)[^,。;]{0,4}不(?:足|满)|近[一二三两\d]年"),
    ),
)
"""In the order in which they are asked; a clause can earn several questions."""

FINDINGS = frozenset(("deadline_too_short", "documents_too_short", "notice_period_too_short", "bond_above_limit"))
"""Codes of the findings that a supplier may challenge; their messages name the law."""


def challenges_of(text: str) -> list[Challenge]:
    """Find the conditions in a clause that may be challenged.

    >>> [challenge.name for challenge in challenges_of("供应商注册资金不低于500万元")]
    ['size']
    >>> challenges_of("符合中小企业划分标准的营业收入")
    []
    """
    return [c for c in CHALLENGES if c.pattern.search(text) and not (c.unless and c.unless.search(text))]
