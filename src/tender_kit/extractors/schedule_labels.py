"""What a day is for, by the heading that it stands under and by the words of a label that no list knows."""

from __future__ import annotations

import re

from tender_kit.document.model import Pair, Section

_SECTIONS = (
    ("documents", re.compile(r"获取|领取|取得|发售|购买.{0,8}文件|报名|下载|发放")),
    ("bid_deadline", re.compile(r"(?:提交|递交|报送|送达).{0,14}|截止|响应文件提交")),
    ("opening", re.compile(r"开标|开启|磋商时间|谈判时间|评审时间|比选时间|遴选会|唱标|比选会|评选")),
)
_NO_DEADLINE = re.compile(r"质疑|投诉|保证金|公告期限|^样品|合同")


_SESSION = re.compile(r"(?:比选|评审|遴选|磋商|谈判|开标)(?:安排|会|会议|开始|开启)$")
_AS_WELL = re.compile(r"^(?:即|同|暨|及|亦为|也是|同时为)+")
_STOP = re.compile(r"[,。;:!?()、\n]")
_TIMED = re.compile(r"时间|截止|日期")


def topic_of(section: Section) -> str:
    """Tell what the moments under a heading are: the nearest heading that says so."""
    node: Section | None = section
    while node and node.heading:
        topics = [name for name, words in _SECTIONS if words.search(node.title) and not _NO_DEADLINE.search(node.title)]
        if topics:
            return "+".join(topics)
        node = node.parent
    return ""


def fields_of_note(note: str) -> set[str]:
    """Tell what the bracket behind a label says the moment is as well: 递交截止时间(即开标时间).

    >>> fields_of_note("即开标时间"), fields_of_note("北京时间")
    ({'opening'}, set())
    """
    return fields_by_words(_AS_WELL.sub("", note)) if len(note) <= 16 else set()


def is_of_other_matter(pair: Pair) -> bool:
    """Whether the words that a label ends are about bonds, questions or samples: 投标保证金缴纳截止时间."""
    flow = pair.block.flow
    at = flow.first_at(pair.label_span.start)
    if not 0 < at < len(flow.text) or flow.is_parted(at):
        return False
    words = _STOP.split(flow.text[max(0, at - 16) : at])[-1]
    return bool(_NO_DEADLINE.search(words))


def fields_by_words(label: str) -> set[str]:
    """Tell what an unlisted label with 时间 or 截止 in it announces: 投标文件和样品递交截止及开标时间."""
    if _SESSION.search(label):
        return {"opening"}
    if not _TIMED.search(label) or len(label) > 30 or _NO_DEADLINE.search(label):
        return set()
    found = set()
    if re.search(r"申领|获取|领取|取得|购买|发售|报名|下载", label):
        found.add("documents_until" if re.search(r"截止|结束", label) else "documents_time")
    elif (re.search(r"(?:递交|提交|投标|响应|报价|申报|送达|上传)", label) and "截止" in label) or label.endswith("截止时间"):
        found.add("bid_deadline")
    if (
        re.search(r"开标|开启|谈判|磋商|协商|评审|比选|遴选|选取|唱标", label)
        and "开始" not in label
        and not re.search(r"文件的?(?:获取|领取|申领|购买|发售)", label)
    ):
        found.add("opening")
    return found
