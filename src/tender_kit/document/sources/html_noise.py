"""What the mark-up says of noise: menus, side bars, footers, lists of links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from tender_kit.document.layout import Grid, Paragraph

_TAGS = {"nav": "navigation", "footer": "footer", "aside": "related", "header": "navigation", "menu": "navigation"}
_WORDS = {
    "navigation": "nav navi navbar navigation menu submenu topmenu mainmenu breadcrumb breadcrumbs crumb crumbs"
    " header head headertop top topbar toptel logo",
    "footer": "footer foot footbar bottom copyright friendlink links",
    "share": "share bdshare sharebox bdsharebuttonbox",
    "related": "related relate recommend hot hotnews sidebar side rightbar leftbar prevnext prenext",
    "tool": "toolbar tools search searchbox login",
}
_CLASSES = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_TOKEN = re.compile(r"[A-Za-z]+")
_FACT = re.compile(
    r"项目(?:编号|名称|概况|联系)|采购(?:人|单位|项目|需求|方式)|招标(?:人|编号|项目)|预算|限价|(?:发布|公告|信息|更新)(?:时间|日期)|截止|开标|联系人|来源\s?[:：]"
    r"|索引号|文\s*号|发文|发布(?:机构|单位)|主题|信息来源|中标|成交|附件|[一二三四五六七八九十]、|20\d\d[-年./]\d"
)
_ATTACHMENT = re.compile(
    r"附件|\.(?:docx?|pdf|xlsx?|zip|rar|wps|7z|ofd|jpg)\b|(?:招标|采购|磋商|谈判|投标|比选)文件|清单|图纸|需求|声明函|明细",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s|/·•>\u00a0-]+")


@dataclass(slots=True, eq=False)
class Piece(Paragraph):
    """A paragraph with what the mark-up says of it: characters inside links, their number, its region."""

    linked: int = 0
    anchors: int = 0
    region: int = 0
    region_kind: str = ""


def region_kind(element: etree._Element) -> str:
    """Name the noise that a tag, a class or an id announces, else ""; the text has still to bear it out."""
    name, label = element.get("class"), element.get("id")
    if name is None and label is None:
        return _TAGS.get(str(element.tag), "")
    return _TAGS.get(str(element.tag), "") or _class_kind(f"{name or ''} {label or ''}"[:200])


@lru_cache(maxsize=512)
def _class_kind(names: str) -> str:
    return next((_CLASSES[word] for word in _TOKEN.findall(names.lower()) if word in _CLASSES), "")


def settle_noise(parts: Sequence[Paragraph | Grid], pieces: Sequence[Piece]) -> None:
    """Mark what both mark-up and text show to be noise, and tables that hold nothing else."""
    total = sum(len(piece.text) for piece in pieces)
    regions: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.region:
            regions.setdefault(piece.region, []).append(piece)
    for region in regions.values():
        _settle_region(region, total)
    _settle_links(pieces)
    for part in parts:
        if isinstance(part, Grid):
            kinds = {piece.noise for piece in _inside(part)}
            if kinds and "" not in kinds:
                part.noise = min(kinds)


def _settle_region(region: list[Piece], total: int) -> None:
    """Mark a region whose class speaks of noise: small, without a heading, without a fact."""
    chars = sum(len(piece.text) for piece in region)
    linked = sum(piece.linked for piece in region)
    is_menu = linked >= 0.7 * chars and not any(_ATTACHMENT.search(piece.text) for piece in region)
    if any(piece.level for piece in region) and not is_menu:
        return
    if not is_menu and (chars > max(200, total // 5) or any(_FACT.search(piece.text) for piece in region)):
        return
    for piece in region:
        piece.noise = piece.region_kind


def _settle_links(pieces: Sequence[Piece]) -> None:
    """Mark runs of paragraphs that are nothing but links; attachments are links too, and content."""
    run: list[Piece] = []
    before = ""
    for piece in pieces:
        if _is_link(piece) or (run and _SEPARATOR.fullmatch(piece.text)):
            run.append(piece)
            continue
        _settle_run(run, before)
        run, before = [], piece.text
    _settle_run(run, before)


def _is_link(piece: Piece) -> bool:
    return piece.anchors > 0 and piece.linked * 10 >= 7 * len(_SEPARATOR.sub("", piece.text))


def _settle_run(run: list[Piece], before: str) -> None:
    anchors = sum(piece.anchors for piece in run)
    if anchors < 3 or any(piece.level for piece in run):
        return
    short = sum(piece.linked for piece in run) <= 8 * anchors
    listed = any(_ATTACHMENT.search(text) for text in (before[-40:], *(piece.text for piece in run)))
    if listed and not (short and anchors >= 6):
        return
    for piece in run:
        piece.noise = piece.noise or ("navigation" if short else "related")


def _inside(grid: Grid) -> Iterable[Paragraph]:
    """Yield every paragraph of a table and of the tables inside it."""
    waiting: list[Paragraph | Grid] = [grid]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Paragraph):
            yield part
        else:
            waiting.extend(inner for row in part.rows for cell in row for inner in cell.content)
