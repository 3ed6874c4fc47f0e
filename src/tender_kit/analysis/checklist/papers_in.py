"""The papers that a clause or a scoring rule asks for in its own words."""

from __future__ import annotations

import re

from tender_kit.core.fold import fold

_ASKED = re.compile(
    r"(?:提供|提交|出具|附上?|递交|出示|上传)(?:有效的|相应的?|相关的?|以下|加盖[^,。;、]{0,8}的)?(?P<papers>[^,。;:()（）\n]{2,60})"
)
_BRACKETED = re.compile(r"\((?:须|需|应)?(?:提供|提交|附|以)(?P<papers>[^()]{2,80})\)")
_SEPARATOR = re.compile(r"[、及和与或](?:者)?|,|;")
_PAPER = re.compile(
    r"(?:证书?|执照|照片|书|函|表|报告|材料|复印件|扫描件|截图|凭证|合同|协议|证明|名单|记录|票据?|发票|清单|原件|方案)(?:等)?$"
)
_NO_PAPER = re.compile(r"[一二三四五六七八九十\d]|假|虚假|不")
_LEAD = re.compile(r"^(?:供应商|投标人|响应人|其|的|以上|上述|相应|相关|有效的?|一个|每|由)+")
_TAIL = re.compile(r"(?:并|且|须|需|均|为准|加盖|作为|扫描成|装订|以备).*$|等$")

_FOR_THE_BID = re.compile(r"公章|承诺函|扫描件|复印件|证明材料|截图|原件")


def papers_for_the_bid(text: str) -> tuple[str, ...]:
    """Name the papers that a clause wants in the bid; those that the work itself brings forth are no proof.

    >>> papers_for_the_bid("24小时内向街道提交书面报告"), papers_for_the_bid("提供承诺函并加盖公章")
    ((), ('承诺函',))
    """
    return find_papers(text) if _FOR_THE_BID.search(text) else ()


def find_papers(text: str) -> tuple[str, ...]:
    """Name the papers that a wording asks for, each once, in their order; () where it asks for none.

    >>> find_papers("每提供一份类似项目合同得2分,提供合同复印件、中标通知书,加盖公章。")
    ('合同复印件', '中标通知书')
    >>> find_papers("为老人提供助餐服务")
    ()
    """
    folded = fold(text)
    found: dict[str, None] = {}
    for asked in (*_ASKED.finditer(folded), *_BRACKETED.finditer(folded)):
        for part in _SEPARATOR.split(asked["papers"]):
            name = _TAIL.sub("", _LEAD.sub("", part.strip())).strip()
            if 2 <= len(name) <= 30 and _PAPER.search(name) and not _NO_PAPER.match(name):
                found[name] = None
    return tuple(found)
