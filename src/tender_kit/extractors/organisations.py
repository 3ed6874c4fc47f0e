"""How the names of organisations end: what tells a buyer or a supplier from a sentence, a head or a person."""

from __future__ import annotations

import re

ORGANISATION = re.compile(
    r"(?:局|委员会|委|院|校|学|中心|公司|所|政府|办|办公室|部|处|会|社|站|队|厅|馆|团|库|集团|银行|企业|厂|店|署|庭|园|基地|监狱"
    r"|村|社区|街道|酒店|宾馆|林场|农场|段|台|宫|区|镇|乡|县|市|组织部|管委会)(?:\([^()]{1,20}\))?$"
)
"""The end of an organisation's name, a bracket behind it allowed: 某某局, 某某有限公司(某地)."""

_TRADERS = re.compile(
    r"(?:经销处|经营部|商行|门市部?|工作室|合作社|服务部|商店|超市|种植园|养殖场|个体户?|事务所|批发部|加工厂|联社|分行|支行)(?:\([^()]{1,20}\))?$"
)
_NO_ORGANISATION = re.compile(r"(?:结果|原因|类别|情况|要求|资格|审查|内容|名称|信息|委托)$|^我|审查结果|[:;。]")


def is_supplier_name(text: str) -> bool:
    """Whether a folded text can be the name of a supplier.

    >>> is_supplier_name("某某市江滨服装经销处"), is_supplier_name("资格审查结果")
    (True, False)
    """
    if _NO_ORGANISATION.search(text):
        return False
    return bool(ORGANISATION.search(text) or _TRADERS.search(text) or "*" in text)


def is_signature(text: str) -> bool:
    """Whether a folded line is the name of an organisation and nothing else, as one that signs.

    >>> is_signature("某县民政局"), is_signature("联系人:某县民政局"), is_signature("2026年3月26日")
    (True, False, False)
    """
    return 5 <= len(text) <= 30 and bool(ORGANISATION.search(text)) and not _NO_NAME.search(text)


_NO_NAME = re.compile(r"[,。;:|>《》\d]")
