"""Names of people, telephone numbers and e-mail addresses inside a value."""

from __future__ import annotations

import re

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document

_PHONE = re.compile(
    r"(?<![\d*])(?:1[3-9*][\d*]{9}|[48]00[- ]?[\d*]{3}[- ]?[\d*]{4}"
    r"|\(?[0*][\d*]{2,3}\)?[-—–‐－ ]{0,2}[1-9*][\d*]{2,3}[- ]?[\d*]{3,5}(?:[-转][\d*]{1,6})?"
    r"|[2-9*][\d*]{6,7}(?:[-转]\d{1,6})?)(?![\d*A-Za-z])"
)
_FAX = re.compile(r"传真(?:号码)?[:]?\s*$")
_EMAIL = re.compile(r"[\w.*+-]{1,64}@[\w*-]{1,64}(?:\.[\w*-]{1,24}){1,3}", re.ASCII)
_SURNAME_TITLE = re.compile(
    r"(?:老师|先生|女士|同志|工|经理|主任|小姐|部门|办|员|助理|干事|参谋|警官|秘书|专干|教授|医生|护士长|校长|园长|[科处股局所站院队部班连]长)$"
)
# 联系人 李助理: a label that only a blank parts from the name.
_LABELLED = re.compile(r"(?:项目|业务|采购)?(?:联系|负责)人(?=[\u3400-\u9fff]{2})")
_SEPARATOR = re.compile(r"[、,;/ \n|&]|和(?=[\u4e00-\u9fff]{2,3}$)")
_PERSON = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff·*]{1,7}")
_NO_PERSON = re.compile(
    r"^第|联系|电话|地址|公司|详见|见附|无$|传真|邮箱|邮编|时间|地点|上午|下午|工作日|办理|咨询|方式|转|手机|号$|项目|质疑|报名|招标文件|平台|节假日"
)
# Names of other languages have more signs (阿依古丽, 买买提·艾力); an office in the place of a name has one of these.
_OFFICE = re.compile(
    r"[局科股室处所站院会社部厅队校府镇乡村区县市路楼街司厂店库组台网]"
    r"|中心|单位|热线|总机|座机|固话|代理|采购|投标|监督|服务|综合"
)
_DEPARTMENT = re.compile(r"[部科处室办组队]$")
_NUMBER_BEGINS = re.compile(r"[\d(:。]|\*{3,4}-\*|\*{6}")  # 曲老师****-*******
_NUMBER_BEHIND = re.compile(r"[ :,、/(]{0,2}[\d*]{3}")


def find_phones(document: Document, value: Flow, rule: str) -> list[Reading[str]]:
    """Find the telephone numbers of a value; fax numbers are none.

    The number is given as written; asterisks in it make it masked.
    """
    phones = []
    for number in _PHONE.finditer(value.text):
        if _FAX.search(value.text[: number.start()]) or value.text[number.end() : number.end() + 1] == "@":
            continue
        phones.append(_reading(document, value, number.span(), rule))
    return phones


def find_emails(document: Document, value: Flow, rule: str) -> list[Reading[str]]:
    """Find the e-mail addresses of a value."""
    return [_reading(document, value, mail.span(), rule) for mail in _EMAIL.finditer(value.text)]


def find_contacts(document: Document, value: Flow, rule: str, *, named: bool) -> list[Reading[str]]:
    """Find the people of a value.

    Where the label asks for a person (``named``) every short word counts; else only what is written
    like a person: with a form of address (黄老师 0717-…), in two or three signs, or alone before a number.
    """
    contacts: list[Reading[str]] = []
    position = 0
    text = value.text
    stops = {m.start() for pattern in (_SEPARATOR, _NUMBER_BEGINS) for m in pattern.finditer(text)}
    gaps = _gaps_between_names(value)
    for stop in [*sorted(stops | gaps), len(text)]:
        if stop < position:
            continue
        word = text[position:stop].strip()
        start = text.find(word, position) if word else position
        position = stop + (stop not in gaps)
        if word.endswith(")") and _SURNAME_TITLE.search(word[:-1]):
            word = word[:-1]
        labelled = _LABELLED.match(word)
        if labelled:
            start, word = start + labelled.end(), word[labelled.end() :]
        if contacts and start and text[start - 1] == "(" and _DEPARTMENT.search(word):
            continue  # 陈老师(采购办)
        alone = start == 0 and bool(_NUMBER_BEHIND.match(text, stop))
        if _is_person(word, named or labelled is not None, alone):
            contacts.append(_reading(document, value, (start, start + len(word)), rule))
    return contacts


def _gaps_between_names(value: Flow) -> set[int]:
    """Find the blanks that part two names (周晓明 吴小红), not the two signs of one (王  芳)."""
    words, start = [], 0
    for at in range(1, len(value.text) + 1):
        if at == len(value.text) or value.is_parted(at):
            words.append((start, at))
            start = at
    names = [1 < b - a < 5 and not _NO_PERSON.search(value.text[a:b]) for a, b in words]
    return {words[i][0] for i in range(1, len(words)) if names[i - 1] and names[i]}


def _is_person(word: str, named: bool, alone: bool) -> bool:
    if not _PERSON.fullmatch(word) or _NO_PERSON.search(word):
        return False
    if named or len(word) <= 3 or _SURNAME_TITLE.search(word):
        return True
    return alone and not _OFFICE.search(word)


def _reading(document: Document, value: Flow, span: tuple[int, int], rule: str) -> Reading[str]:
    text = document.words(value.slice(*span))
    evidence = (document.evidence(value.span(*span), rule),)
    if "*" in text:
        return Reading(state="masked", mask=text, evidence=evidence)
    return Reading(state="known", value=text, evidence=evidence)


_HIDDEN_WHOLLY = re.compile(r"[*-]{7,}")


def merge_masked(readings: list[Reading[str]]) -> tuple[Reading[str], ...]:
    """Give each person or number once: a mask that hides one of the others is that one."""
    kept: list[Reading[str]] = []
    for reading in sorted(readings, key=lambda r: (r.mask or "").count("*")):
        text = _bare(reading.value or reading.mask or "")
        if _HIDDEN_WHOLLY.fullmatch(reading.mask or "") and any(re.search(r"\d", _bare(k.value or k.mask or "")) for k in kept):
            continue  # ****-******* beside 0469-4662**** tells of no further number
        if not any(_bare(k.value or k.mask or "") == text or _covers(reading.mask, k) for k in kept):
            kept.append(reading)
    order = {id(r): i for i, r in enumerate(readings)}
    return tuple(sorted(kept, key=lambda r: order[id(r)]))


def _covers(mask: str | None, other: Reading[str]) -> bool:
    """Whether a mask hides what another reading shows: sign for sign, an asterisk for any (仇** and 仇老师)."""
    shown = other.value or other.mask or ""
    if not mask:
        return False
    area, dash, number = mask.rpartition("-")
    if dash and not area.strip("*"):  # an area code all hidden may have lost its length: ***-******* and 0416-*******
        mask, shown = number, shown.rpartition("-")[2]
    if len(mask) != len(shown):
        return False
    return all(hidden in ("*", plain) for hidden, plain in zip(mask, shown, strict=True))


def _bare(text: str) -> str:
    return re.sub(r"[\s()—–－-]", "", text)
