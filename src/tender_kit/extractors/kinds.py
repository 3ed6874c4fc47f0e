"""What a notice is: its title, its kind, the procurement method that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document
from tender_kit.extractors.prose import opening_blocks
from tender_kit.models.values import Method, NoticeKind
from tender_kit.vocab.kinds import methods, notice_kinds

_TOP = 24
_LONGEST_TITLE = 90
_TITLE = re.compile(
    r"(?:公告|公示|通知|通告|邀请函|邀请书|明细|招标文件|磋商文件|采购文件|采购需求|需求书|预告|启事|公开)(?:\([^()]{1,20}\)|\[[^\[\]]{1,20}\])?$|采购(?:需求|意向)$|(?:公开招标|磋商|谈判|询价|比选|遴选)(?:\([^()]{3,30}\))?$|政府采购合同(?:书)?(?:\([^()]{1,20}\))?$"
)
_NO_TITLE = re.compile(r"[:。;,]|^(?:首页|当前|您|上一|下一|附件|招标公告$|采购公告$|信息|公告类型|来源)|>|\|")
_GENERIC = re.compile(
    r"^(?:第.{1,3}[章节]|用户|技术|商务|公开招标|竞争性磋商|竞争性谈判|询价|比选|采购|招标|中标|成交|结果|更正|合同|施工|货物|服务|预|候选人|第.{1,3}次|[()]){0,60}(?:公告|公示|采购需求|需求书?|明细)$"
)
_DOCUMENTS = re.compile(
    r"(?:竞争性)?(?:磋商|谈判|询价|比选|遴选|竞价)(?:响应|采购)?(?:文件|通知书|公告)|(?:公开|邀请)招标(?:文件|公告)"
    r"|采购方式[为是:]{0,2}(?:公开招标|邀请招标|竞争性(?:磋商|谈判)|询价|单一来源)"
)
_DOCUMENT_WORDS = frozenset(one + two for one in ("采购", "招标", "磋商", "谈判") for two in ("文件", "公告"))
_SENTENCE = re.compile(r"[。;]")
_PAGE_MARKS = re.compile(r"[。;:|>]")
_ACTS = re.compile(r"采用|采取|通过|经|进行|组织|委托|邀请|实行|方式")


def extract_title(document: Document) -> Reading[str]:
    """Read the title: the first line near the top that is one, a heading of the page before plain lines."""
    candidates = [block for block in document.content[:_TOP] if _is_title(block)]
    if not candidates:
        return _untitled(document)
    named = [block for block in candidates if not _GENERIC.match(block.flow.text)]
    best = min(named or candidates, key=lambda block: (block.level == 0 or block.level > 3, block.index))
    above = next((block for block in document.content[:_TOP] if block.index == best.index - 1), None)
    if not named and above is not None and _is_subject(above):
        best = above
    text = best.flow.text.lstrip("#- ")
    flow = best.flow.slice(len(best.flow.text) - len(text), len(best.flow.text))
    return Reading(state="known", value=document.words(flow), evidence=(document.evidence(flow.whole, "title.line"),))


def _untitled(document: Document) -> Reading[str]:
    """Take the first line where it names a project, or the words up to 公告 of a page that came as one line."""
    first = next(iter(document.content), None)
    if first is None or first.cell:
        return Reading()
    head = re.match(r"[^,。;:]{6,80}?(?:公告|公示)", first.flow.text)
    if head and head.end() < len(first.flow.text):
        flow = first.flow.slice(*head.span())
    elif _is_subject(first):
        flow = first.flow
    else:
        return Reading()
    return Reading(state="known", value=document.words(flow), evidence=(document.evidence(flow.whole, "title.line"),))


def _is_subject(block: Block) -> bool:
    """Whether a line names the project above a line that holds only the words of the notice."""
    text = block.flow.text
    return (
        6 < len(text) <= _LONGEST_TITLE
        and not _NO_TITLE.search(text)
        and bool(re.search(r"(?:项目|采购|服务|工程|试点|建设|改造|运营|装修|设备|购置)(?:\([^()]{1,20}\))?$", text))
    )


def _is_title(block: Block) -> bool:
    text = block.flow.text
    if (
        not 4 <= len(text) <= _LONGEST_TITLE
        or (text in _DOCUMENT_WORDS and block.index > 4)
        or (block.cell is not None and block.level == 0)
    ):
        return False
    if _NO_TITLE.search(text.lstrip("#- ")) and not (block.level and not _SENTENCE.search(text)):
        return False
    return bool(_TITLE.search(text)) or (1 <= block.level <= 2 and len(text) > 8)


def extract_kind(document: Document, title: Reading[str]) -> Reading[NoticeKind]:
    """Tell the kind: by the title, else by the headings and labels that only one kind has."""
    for flow in _titles(document, title):
        found = _by_words(flow)
        if found:
            kind, span = found
            evidence = (document.evidence(flow.span(*span), "kind.title"),)
            return Reading(state="known", value=NoticeKind(kind), evidence=evidence)
    return _by_body(document)


def _titles(document: Document, title: Reading[str]) -> Iterator[Flow]:
    """Give the title, then the other title-like lines at the top."""
    first = title.evidence[0].start if title.evidence else -1
    top = (block for block in document.content[:_TOP] if not _is_menu(block))
    lines = [block for block in top if _is_title(block) or _is_page_title(block)]
    place = next((block.index for block in lines if block.start == first), 0)
    lines.sort(key=lambda block: (not _completes(block, place), block.start != first, block.index))
    for block in lines:
        yield block.flow


def _completes(block: Block, title: int) -> bool:
    """Whether a line holds only the words of the notice, under a title that lacks them: 中标公告."""
    return bool(_GENERIC.match(block.flow.text)) and 0 < block.index - title <= 2


def _is_menu(block: Block) -> bool:
    """Whether a line names three kinds of notice or more: 招标公告 资格预审公告 中标候选人公示."""
    return block.flow.text.count("公示") + block.flow.text.count("公告") > 2


def _is_page_title(block: Block) -> bool:
    """Whether a line is a title with a portal's words around it: 交易平台-[某市]某项目中标候选人公示[…]."""
    text = block.flow.text
    return 6 < len(text) <= _LONGEST_TITLE and ("公示" in text or "公告" in text) and not _PAGE_MARKS.search(text)


def _by_words(flow: Flow) -> tuple[str, tuple[int, int]] | None:
    text = flow.text
    for kind in notice_kinds():
        found = kind.title.search(text)
        if found and not (kind.refused and kind.refused.search(text)):
            return kind.id, found.span()
    return None


def _by_body(document: Document) -> Reading[NoticeKind]:
    """Count the headings and labels of each kind; the one with most distinct ones wins."""
    scores: dict[str, dict[str, Flow]] = {}
    for block in document.content:
        text = block.flow.text
        lead = text[:40] if not block.heading else text
        for kind in notice_kinds():
            found = kind.body.search(lead) if kind.body else None
            if found:
                scores.setdefault(kind.id, {}).setdefault(found.group(), block.flow.slice(*found.span()))
    if not scores:
        return _by_beginning(document) or _by_procedure(document) or _requirements(document)
    order = [kind.id for kind in notice_kinds()]
    best = max(
        scores,
        key=lambda kind: (
            len(scores[kind]) + (0.5 if kind in {"correction", "termination", "contract"} else 0),
            -order.index(kind),
        ),
    )
    flow = next(iter(scores[best].values()))
    return Reading(state="known", value=NoticeKind(best), evidence=(document.evidence(flow.whole, "kind.headings"),))


def _by_beginning(document: Document) -> Reading[NoticeKind] | None:
    """Ask the first words of a page that came as one line."""
    first = next(iter(document.content), None)
    if first is None:
        return None
    flow = first.flow.slice(0, min(80, len(first.flow.text)))
    found = _by_words(flow)
    if not found:
        return None
    evidence = (document.evidence(flow.span(*found[1]), "kind.beginning"),)
    return Reading(state="known", value=NoticeKind(found[0]), evidence=evidence)


def _by_procedure(document: Document) -> Reading[NoticeKind] | None:
    """A text that names a method and a day until which bids are due invites them, whatever its title says."""
    fields = {field: pair for pair in reversed(document.pairs) for field in pair.fields if pair.value.text}
    if "method" not in fields or "bid_deadline" not in fields:
        return None
    evidence = tuple(document.evidence(fields[name].label_span, "kind.procedure") for name in ("method", "bid_deadline"))
    return Reading(state="known", value=NoticeKind.TENDER, evidence=evidence)


def _requirements(document: Document) -> Reading[NoticeKind]:
    """A text without title, buyer and procedure, but with requirement sections, is a bare requirement document."""
    for pair in document.pairs:
        if {"requirement", "service_period", "payment"} & set(pair.fields):
            evidence = (document.evidence(pair.label_span, "kind.requirements"),)
            return Reading(state="known", value=NoticeKind.REQUIREMENTS, evidence=evidence)
    return Reading()


def extract_method(document: Document, title: Reading[str]) -> Reading[Method]:
    """Read the method: its label, the title, the opening sentences."""
    for pair in document.pairs:
        if "method" in pair.fields and pair.value.text:
            found = _method(document, pair.value.slice(0, min(80, len(pair.value.text))), "method.label")
            if found:
                return found
    if title.evidence:
        start = title.evidence[0].start
        block = next((b for b in document.blocks if b.start <= start < b.end), None)
        found = _method(document, block.flow, "method.title") if block else None
        if found:
            return found
    for block in opening_blocks(document)[:_TOP]:
        opening = block.flow.slice(0, min(400, len(block.flow.text)))
        found = _method(document, opening, "method.sentence") if _ACTS.search(opening.text) else None
        if found:
            return found
    for block in document.content[:_TOP]:
        if _is_title(block) or _GENERIC.match(block.flow.text):
            found = _method(document, block.flow, "method.line")
            if found:
                return found
    return _method_of_documents(document)


def _method_of_documents(document: Document) -> Reading[Method]:
    """Read the method off what the procurement documents are called: 磋商文件, 谈判文件, 询价通知书."""
    for block in document.content:
        named = _DOCUMENTS.search(block.flow.text)
        found = _method(document, block.flow.slice(*named.span()), "method.documents") if named else None
        if found:
            return found
    return Reading()


def _method(document: Document, flow: Flow, rule: str) -> Reading[Method] | None:
    matches = [(m.start(), -m.end(), method.id, m) for method in methods() if (m := method.words.search(flow.text))]
    if not matches:
        return None
    _, _, method, match = min(matches, key=lambda found: found[:2])
    return Reading(state="known", value=Method(method), evidence=(document.evidence(flow.span(*match.span()), rule),))
