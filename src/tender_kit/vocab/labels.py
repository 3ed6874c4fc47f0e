"""The labels of a notice: which fact a label announces.

A label is written in a hundred ways: 中标（成交）金额, 中标/成交金额, 中标成交金额(元). They are looked up by a
key without brackets, slashes and linking words, so that the list holds each wording once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from tender_kit.core.fold import FOLDABLE, fold
from tender_kit.vocab.load import read_toml

_LINKS = {ord(c): "及" for c in "和与、并暨"}
_DROPPED = dict.fromkeys(map(ord, " \t\n()[]{}〔〕【】〖〗《》<>/\\|·:;,.,。\"'“”‘’*★▲△#●■□☑✓的_-—"))
_KEY = {**_LINKS, **_DROPPED, ord("釆"): "采", ord("搓"): "磋", ord("它"): "他"}
_SLOT = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(
    r"""\s*[★▲△#●■□☑✓◆◇]*(?:\*(?![、.)]))*\s*(?:
        第[一二三四五六七八九十百\d]{1,4}[章节部分条款]{1,2}\s*[、.:]?
      | [(\[【]\s*(?:[一二三四五六七八九十百]{1,4}|\d{1,2}|\*{1,2}|[a-zA-Z])\s*[)\]】]\s*[、.]?
      | (?:[一二三四五六七八九十百]{1,4}|\*{1,2}|[a-zA-Z])\s*[、.)](?!\d)
      | \d{1,2}(?:\.\d{1,2}){1,3}\s*[、.)]?
      | \d{1,2}\s*[、.):](?!\d)
      | [①-⑳⑴-⒇]\s*[、.]?
      | [、.,:]
    )?\s*[★▲△*#●■□☑✓◆◇]*\s*""",
    re.VERBOSE,
)
_BRACKETS = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]{0,60})[)\]】〕]")
_OPENING = re.compile(r"[(\[【〔]")
# What stands in brackets beside a label without being part of it.
_NOTE = re.compile(
    r"(?:单位[::]?)?(?:人民币|大写|小写|含税|不含税)*[,、/]?(?:[百千万亿]?元|%|百分比|美元|港元)?(?:/[^)]{1,10})?"
    r"|如有.{0,8}|若有|如果有|如需|(?:填写|精确)?到月|(?:均为)?(?:以)?北京时间.{0,12}|24小时制|是[/、或]?否|[是否]|有[/、]?无"
    r"|不允许|允许|不接受|接受|(?:见|详见|另附|附).{0,12}|(?:必填|选填|可选|可填)|盖章|公章|签字|签章|[须应](?:同时)?满足.{0,6}|询问|如下|若干|全称"
)
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that labels announce. A label may hold slots, ``{buyer}地址``: see the head of labels.toml."""

    id: str
    zh: str
    en: str
    labels: tuple[str, ...]
    source: str


@cache
def fields() -> Mapping[str, Field]:
    """Load the fields with their labels, by id, in the order of the file."""
    entries = read_toml("labels.toml")["field"]
    return {e["id"]: Field(e["id"], e["zh"], e["en"], tuple(e["labels"]), e["source"]) for e in entries}


def key(label: str) -> str:
    """Reduce a label to what tells it from others: no brackets, slashes, 的; 和, 与 and 、 as 及; any file as 文件.

    >>> key("中标（成交）金额") == key("中标/成交金额") == key("中标成交金额")
    True
    >>> key("获取竞争性磋商文件的时间")
    '获取文件时间'
    """
    return _reduce(fold(label))


def _reduce(folded: str) -> str:
    name = folded.translate(_KEY)
    return _files().sub("文件", name) if "文件" in name or "书" in name else name


@cache
def _files() -> re.Pattern[str]:
    words = sorted(read_toml("labels.toml")["words"]["files"], key=len, reverse=True)
    return re.compile("|".join(words))


@cache
def _index() -> Mapping[str, tuple[str, ...]]:
    words = {slot: tuple(dict.fromkeys(map(_reduce, names))) for slot, names in read_toml("labels.toml")["words"].items()}
    found: dict[str, tuple[str, ...]] = {}
    for field in fields().values():
        for name in {name: None for label in field.labels for name in _expand(label, words)}:
            found[name] = (*found.get(name, ()), field.id)
    return found


def _expand(label: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give the keys of a label, each of its slots filled with every word; the words are keys already."""
    parts = _SLOT.split(label)
    fillings = (words[part] if index % 2 else (_reduce(part),) for index, part in enumerate(parts))
    return map("".join, product(*fillings))


def fields_of(label: str) -> tuple[str, ...]:
    """Tell the ids of the fields that a label may announce; () for an unknown label.

    >>> fields_of("预算金额")
    ('budget',)
    >>> fields_of("中标(成交)供应商名称")
    ('supplier',)
    """
    first, last = _edges()
    if not label or label[0] not in first or label[-1] not in last or len(label) > 2 * _LONGEST:
        return ()
    return _fields_of(label)


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The signs that a known label can begin with, and end with: most of what is asked for is no label."""
    free = FOLDABLE.union(map(chr, _KEY))
    words = [*_index(), *read_toml("labels.toml")["words"]["files"]]
    return free.union(word[0] for word in words), free.union(word[-1] for word in words)


@lru_cache(maxsize=16384)
def _fields_of(label: str) -> tuple[str, ...]:
    return _index().get(key(label), ())


def longest_suffix(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Find the longest known label that ``text`` ends with, as it is written there, and its fields.

    A note in brackets behind the label belongs to it: the result is always a suffix of ``text``.

    >>> longest_suffix("已落实。采购预算(万元)")
    ('采购预算(万元)', ('budget',))
    """
    tail = text[-2 * _LONGEST :]
    core = tail
    note = _BRACKETS.search(tail, max(0, len(tail) - 20))
    if note and note.end() == len(tail) and note.start() and _NOTE.fullmatch(note.group(1)):
        core = tail[: note.start()]
    for start in range(max(0, len(core) - _LONGEST), len(core) - 1):
        name = core[start:]
        whole = name[0].isalnum() and name[0] not in "和与及的" and name.count("(") == name.count(")")
        if whole and (ids := fields_of(name)):
            return tail[start:], ids
    return None


def split_label(text: str) -> tuple[str, str]:
    """Split a label as written into the label and its note, both folded; its list number is dropped.

    >>> split_label("3.预算金额（万元）")
    ('预算金额', '万元')
    >>> split_label("本项目（是/否）接受联合体投标")
    ('本项目接受联合体投标', '是/否')
    >>> split_label("中标（成交）金额(元)")
    ('中标(成交)金额', '元')
    """
    return _split_label(text) if len(text) <= 4 * _LONGEST else (text, "")


@lru_cache(maxsize=16384)
def _split_label(text: str) -> tuple[str, str]:
    label = "".join(fold(text).split())
    if not fields_of(label) or not label[:1].isalpha():
        label = label[_number_end(label) :]
    notes: list[str] = []
    if not _OPENING.search(label):
        return label, ""
    bare = _BRACKETS.sub(lambda found: _take_note(found, notes), label)
    if not notes and not fields_of(label):
        without = _BRACKETS.sub("", label)
        if without != label and fields_of(without):
            return without, " ".join(found.group(1) for found in _BRACKETS.finditer(label))
    return bare, " ".join(notes)


def _number_end(label: str) -> int:
    found = _NUMBER.match(label)
    return found.end() if found and found.end() < len(label) else 0


def _take_note(found: re.Match[str], notes: list[str]) -> str:
    if not _NOTE.fullmatch(found.group(1)):
        return found.group()
    notes.append(found.group(1))
    return ""


def owner_of(label: str) -> str | None:
    """Tell whose fact a label names: ``buyer``, ``agency``, ``supplier``, ``supervisor``; None where it does not say.

    >>> owner_of("采购人地址"), owner_of("代理机构联系电话"), owner_of("地址")
    ('buyer', 'agency', None)
    """
    return _owner_of(key(label[: 2 * _LONGEST]))


@lru_cache(maxsize=4096)
def _owner_of(name: str) -> str | None:
    best = ("", "")
    for owner, word in _owners_by_sign().get(name[:1], ()):
        if len(word) > len(best[1]) and name.startswith(word):
            best = (owner, word)
    # 采购人、采购代理机构的名称和地址 is a heading over two parties and names neither.
    rest = name[len(best[1]) :]
    others = rest.startswith("及") and any(rest.startswith(word, 1) for owner, word in _owners() if owner != best[0])
    return best[0] if best[0] and not others else None


@cache
def _owners_by_sign() -> Mapping[str, list[tuple[str, str]]]:
    """The words that name an owner by their first sign."""
    found: dict[str, list[tuple[str, str]]] = {}
    for owner, word in _owners():
        found.setdefault(word[:1], []).append((owner, word))
    return found


@cache
def _owners() -> tuple[tuple[str, str], ...]:
    words = read_toml("labels.toml")["words"]
    listed = [(owner, key(word)) for owner in ("buyer", "agency", "supplier") for word in words[owner]]
    watchers = ("监督", "监管", "财政部门", "同级", "投诉", "纪检", "行政监督")
    return (*listed, *(("supervisor", word) for word in watchers), ("buyer", "项目单位"))
