"""Buyer and agency: names, addresses, people and numbers.

A label alone (地址, 联系电话) does not say whose it is. Its own words do (采购人地址), or the heading
above it (1.采购人信息), or the party that was named last before it in the same part of the notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document, Pair, Section
from tender_kit.extractors.organisations import ORGANISATION, is_signature
from tender_kit.extractors.parties_roles import assign_roles
from tender_kit.extractors.people import find_contacts, find_emails, find_phones, merge_masked
from tender_kit.extractors.prose import commissions
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.parties import Party

_HOUSED = re.compile(r"(?P<name>[^()]{4,40})\((?P<house>[^()]{4,50}(?:路|街|道|巷|号|楼|室|层|院|村|区)[^()]{0,20})\).{0,4}")
_NO_CONTACT = re.compile(r"拟派|项目经理|法定代表|授权代表|监理")
_COMPANY = re.compile(r"[\u4e00-\u9fff()]{2,40}?(?:有限(?:责任)?公司|事务所)")
_NO_NAME = re.compile(r"^[\d*#/.\-()]*$|^(?:详见|见|无(?![为锡棣极])|空|另行)|信息$|名称$|联系|地址|[。;:]")
_EMPTY_ADDRESS = re.compile(r"^(?:/|无|空|-+|—+|\*+|\[[^\[\]]{1,40}\])?$")  # [采购单位所在地] is what a template asks for


@dataclass(slots=True)
class _Draft:
    """What has been found of one party."""

    names: list[Found[str]] = field(default_factory=list)
    addresses: list[Found[str]] = field(default_factory=list)
    contacts: list[Reading[str]] = field(default_factory=list)
    phones: list[Reading[str]] = field(default_factory=list)
    emails: list[Reading[str]] = field(default_factory=list)

    def party(self) -> Party | None:
        name = resolve(_longest_first(self.names), same=_contained)
        address = resolve(_longest_first(self.addresses), same=_contained)
        if not (self.names or self.addresses or self.contacts or self.phones):
            return None
        return Party(
            name=name,
            address=address,
            contacts=merge_masked(self.contacts),
            phones=merge_masked(self.phones),
            emails=merge_masked(self.emails),
        )


def _others(section: Section) -> bool:
    """Whether a heading opens what is of somebody else: suppliers, experts, supervisors."""
    return any(re.search(r"监督|投诉|质疑|供应商|中标|成交|专家|评审|候选|合同|乙方", title) for title in section.path)


def _signatures(document: Document, agency: _Draft) -> Iterator[Found[str]]:
    """Give the organisation that signs at the end, or stands alone below the title; a company may be the agency."""
    lines = [block for block in document.content if block.cell is None]
    known = {f.value for f in agency.names}
    for place, block in [*enumerate(reversed(lines[-8:])), *((9, block) for block in lines[1:4])]:
        name = _signing(block.flow)
        if name is None or document.words(name) in known or (place < 9 and name.text.endswith("公司") and known):
            continue
        yield Found(3, document.evidence(name.whole, "parties.signature"), document.words(name))
        return


def _signing(line: Flow) -> Flow | None:
    """Take the name of a line that is a name and perhaps a day."""
    cut = re.search(r"\d{4}[年/.-]|二[〇○0零]", line.text)
    name = line.slice(0, cut.start()).strip(" \n\t:,。【】") if cut else line
    return name if is_signature(name.text) and not _NO_BUYER.search(name.text) else None


_NO_BUYER = re.compile(r"项目|公告|公示|采购|服务|需求|通知")


def _contained(one: str, other: str) -> bool:
    return one in other or other in one


def _longest_first(names: list[Found[str]]) -> list[Found[str]]:
    """Keep the order of ranks; within one, a full name before its short form."""
    return sorted(names, key=lambda f: (f.rank, -len(f.value or "")))


def extract_parties(document: Document) -> tuple[Party | None, Party | None]:
    """Read buyer and agency."""
    drafts = {role: _Draft() for role in ("buyer", "agency", "project", "header")}
    assigned = list(assign_roles(document))
    for role, pair in assigned:
        draft = drafts.get(role)
        if draft is not None:
            _add(document, draft, role, pair)
    for commission in commissions(document):
        drafts[commission.role].names.append(Found(2, commission.evidence, document.words(commission.name)))
    _give_unclaimed(document, drafts, [pair for role, pair in assigned if role == "" and not _others(pair.section)])
    if not drafts["buyer"].names:
        drafts["buyer"].names.extend(_signatures(document, drafts["agency"]))
    _share_project_contacts(drafts)
    return drafts["buyer"].party(), drafts["agency"].party()


def _give_unclaimed(document: Document, drafts: dict[str, _Draft], pairs: list[Pair]) -> None:
    """Give details that nobody's name stands above to the buyer; where an agency runs the procedure, its people."""
    if not drafts["agency"].names:
        for pair in pairs:
            _add(document, drafts["buyer"], "buyer", pair)
    elif not any(draft.phones or draft.contacts for draft in drafts.values()):
        for pair in pairs:
            _add(document, drafts["project"], "agency", pair)


def _share_project_contacts(drafts: dict[str, _Draft]) -> None:
    """Give the people of 项目联系方式 to the agency that runs the procedure, else to the buyer."""
    project = drafts["project"]
    owner = drafts["agency"] if drafts["agency"].names or drafts["agency"].phones else drafts["buyer"]
    owner.contacts.extend(project.contacts)
    owner.phones.extend(project.phones)
    owner.emails.extend(project.emails)


def _add(document: Document, draft: _Draft, role: str, pair: Pair) -> None:
    value = pair.value
    fields = set(pair.fields)
    own = role in fields
    if own and re.search(r"地址|电话|联系|传真|邮", pair.label):
        own = False
    if value.text and (own or "name" in fields):
        _add_name(document, draft, pair, 2 if re.match(r"发布|发文|信息来源|来源|撰写", pair.label) else 0)
    if "address" in fields and not (_EMPTY_ADDRESS.match(value.text) or _is_online(value.text)):
        flow = _first_sentence(value)
        rule = f"parties.{role}.address"
        draft.addresses.append(Found(0, document.evidence(flow.whole, rule), document.words(flow)))
    if (
        fields & {"contact_person", "project_contact", "contact", "phone"}
        and "fax" not in fields
        and not _NO_CONTACT.search(pair.label)
    ):
        draft.contacts.extend(find_contacts(document, value, f"parties.{role}.contact", named="contact_person" in fields))
        draft.phones.extend(find_phones(document, value, f"parties.{role}.phone"))
    if fields & {"email", "contact", "contact_person"}:
        draft.emails.extend(find_emails(document, value, f"parties.{role}.email"))


def _is_online(text: str) -> bool:
    """Whether an address is that of sites alone: 发布地址:中国政府采购网、某省政府采购网."""
    pieces = re.split(r"[、,;]", text.rstrip("。"))
    return text.startswith(("http", "www")) or all(piece.endswith(("网", "网站", "平台")) for piece in pieces)


def _add_name(document: Document, draft: _Draft, pair: Pair, rank: int) -> None:
    rule = f"parties.name.{pair.form}"
    housed = _HOUSED.fullmatch(pair.value.text)
    name = _organisation(pair.value.slice(*housed.span("name")) if housed else pair.value)
    if name is None:
        return
    draft.names.append(Found(rank, document.evidence(name.whole, rule), document.words(name)))
    if housed:
        house = pair.value.slice(*housed.span("house"))
        draft.addresses.append(Found(0, document.evidence(house.whole, "parties.address.bracket"), document.words(house)))


def _organisation(value: Flow) -> Flow | None:
    """Cut a value down to the name of an organisation, or None where it holds none."""
    cut = re.search(r"[,。;\n]|(?:联系人|地址|电话|联系方式|\d{4}年)", value.text)
    name = value.slice(0, cut.start()).strip(" \n\t:,()【】") if cut and cut.start() else value
    if name.text.count("(") != name.text.count(")"):
        name = value.slice(0, cut.start()).strip(" \n\t:,【】") if cut and cut.start() else value
    name = name.strip("(") if name.text.endswith("(") else name  # 某某联合会(地址:…): the bracket belongs to what follows
    company = _COMPANY.match(name.text)
    if company and not ORGANISATION.search(name.text):
        name = name.slice(0, company.end())
    if not 3 < len(name.text) < 60 or _NO_NAME.search(name.text) or not ORGANISATION.search(name.text):
        return None
    return name


def _first_sentence(value: Flow) -> Flow:
    """Cut an address before the next clause; a full stop or a line break ends it."""
    cut = re.search(r"[。;\n]|(?:联系人|联系电话|邮编|电话|邮政编码)", value.text)
    return value.slice(0, cut.start()).strip(" \n\t,:") if cut and cut.start() > 3 else value
