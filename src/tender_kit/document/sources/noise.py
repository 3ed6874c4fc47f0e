"""Tell what a page carries around a notice: walls, menus, share bars, recommendations, footers.

Everything marked keeps its place in the text. When in doubt a line stays content: a menu that is read costs
nothing, a fact that is not read costs a bid. A line with a date of publication or a source is a fact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tender_kit.core.fold import fold
from tender_kit.document.layout import Grid, Paragraph

_LONGEST = 200
_MOST_HEADS = 5
_HINT = re.compile(
    "首页|主页|位置|隐藏内容|登录|登陆|注册|会员|完整信息|下载券|打印|关闭|收藏|订阅|标书代写|字体|次数|点击|浏览|阅读|返回|扫码|扫一扫|无障碍|繁体|简体|长者|关怀"
    "|复制链接|正文内容|微信|公众号|小程序|微博|QQ|朋友圈|客服|手机版|APP|反馈|联系我们|智能"
    "|网站|帮助中心|上一|下一|分享|备|版权|copyright|Copyright|©|All Right|技术支持|最新|推荐|同类|猜你|相关|>"
)
_WALL = re.compile(
    r"部分为隐藏内容|(?:登录|登陆|注册)(?:/?注册|/?登录)?(?:会员)?[后可]{0,2}(?:免费)?(?:查看|可见)|(?:注册|开通|升级|成为)(?:正式|付费|VIP|vip)?会员(?:后|即可|查看|$)|会员(?:专享|可见)"
    r"|查看完整信息请|所需下载券|(?:点击|扫码)(?:登录|注册)"
)
_TOOLS = re.compile(
    r"(?:我要)?打印(?:本页|页面|内容|本页内容)?|关闭(?:本页|窗口|页面|此页)?|(?:加入|点击)?收藏(?:本页|本站)?|设为首页|订阅(?:同类项目|本站)?|标书代写"
    r"|字体(?:大小)?[:\s]{0,3}[\[(【]?\s?(?:特大|大|中|小|默认|[\s/|]){1,8}[\])】]?|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s?:\s?[\d*]{0,9}\s?次?|(?:浏览|阅读|访问)次数"
    r"|返回(?:顶部|列表|首页|上一页|上一级)|扫码关注|无障碍(?:浏览|阅读)|繁体版|简体版|长者模式|关怀版|复制链接|扫一扫在?手机(?:上)?(?:打开|查看)当前页(?:面)?|正文内容"
)
# Words of a site's edge that may also be a cell of a flattened table: noise only beside noise.
_WEAK_TOOLS = re.compile(
    r"微信(?:公众号|客服|扫一扫|好友|朋友圈)?|公众号|小程序|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|朋友圈|在线客服|客服(?:热线|中心)?|手机版|APP下载|意见反馈"
    r"|联系我们|智能(?:机器人|问答)|网站地图|登录|注册|帮助中心|无障碍"
)
_SHARE = re.compile(r"分享(?:到|至)")
_BREADCRUMB = re.compile(
    r"(?:您|你|我)?(?:现在|当前|目前|所在|的|所处){0,3}位置\s?:.{0,20}(?:首页|主页|[>»›])|(?:网站|本站)?首页\s?(?:[>»›]|>>|→)"
)
_STEP = re.compile(r"[^\s>。:,]{2,12}\s?>{1,2}")
_NEIGHBOUR = re.compile(r"[<【\[]?\s?(?:上|下)一(?:篇|条|则|页)[】\]]?\s?(?::|\s|$)")
_FOOTER = re.compile(r"网站标识码|ICP备|ICP证|公网安备|版权所有|备案号|copyright|Copyright|©|All Rights? Reserved|技术支持\s?:")
_WEAK_FOOTER = re.compile(
    r"(?:主办|承办|协办|主管|版权)(?:单位)?\s?:|联系我们|网站地图|关于我们|法律声明|友情链接|建议使用|地址\s?:.{2,60}邮编|邮编\s?:|\||主页$"
)
_MENU_WORD = re.compile(
    r"(?:网站)?首页|(?:招标|采购|变更|更正|中标|成交|结果|通知)公告|答疑澄清|中标(?:候选人|结果)公示|政策法规|新闻动态|交易信息|(?:服务|办事)指南|信用信息"
    r"|(?:文件|资料)下载|下载中心|专家库|供应商库|信息公开|政务(?:公开|服务)|互动交流|专题专栏|(?:关于|联系)我们|查看操作说明|交易主体登录|金融服务"
)
_RELATED_HEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8})?(?:最新招标|最新公告|最新中标|招标推荐|相关推荐|推荐项目|同类项目|猜你喜欢|热门推荐)(?:信息|公告|项目)?\s?:?"
    r"|相关(?:公告|信息|文章|阅读|新闻|链接|项目)(?:推荐)?\s?:?"
)
_RELATED_LINE = re.compile(
    r"公告|公示|通知|结果|项目|采购|招标|(?:发布(?:时间|日期)\s?:\s?)?(?:\d{1,3}\s?(?:分钟|小时|天)前|\d{4}[-./]\d{1,2}[-./]\d{1,2})|[\u4e00-\u9fff]{2,8}\s?\|\s?[\u4e00-\u9fff]{2,8}"
)
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}[章条节]")
_HIDDEN_VALUE = re.compile(r"^[^:]{2,12}:\s?\S")
_ODD = re.compile(r"[\W\d_]+")


def mark_noise(parts: Sequence[Paragraph | Grid]) -> None:
    """Mark the paragraphs that are no part of the notice, in place; when in doubt they stay content."""
    lines = [part for part in parts if isinstance(part, Paragraph)]
    if not lines:
        return
    joined = fold("\n".join(line.text[: _LONGEST + 1].replace("\n", " ") for line in lines))
    folded = [text.strip() for text in joined.split("\n")]
    hinted = _hinted_lines(joined)
    for index in hinted:
        if not lines[index].noise and len(folded[index]) <= _LONGEST:
            lines[index].noise = _kind(folded[index])
    _mark_weak_tools(lines, folded, hinted)
    _mark_menus(lines, folded)
    _mark_related(lines, folded, hinted)
    _mark_footer(lines, folded)


def _hinted_lines(joined: str) -> list[int]:
    """List the lines that hold a word of a site's edge at all: one pass over the text, most lines hold none."""
    starts = [0, *(found.end() for found in re.finditer("\n", joined))]
    return sorted({bisect_right(starts, found.start()) - 1 for found in _HINT.finditer(joined)})


def _kind(text: str) -> str:
    """Name the noise that one line is by itself, else ""."""
    if _STEP.fullmatch(text) or (_BREADCRUMB.match(text) and not _SECTION.match(text) and len(text) <= 120):
        return "navigation"
    if _NEIGHBOUR.match(text):
        return "related"
    if _WALL.search(text) and len(text) <= 60 and not _HIDDEN_VALUE.match(text.lstrip("* ")):
        return "login_wall"
    rest = _WEAK_TOOLS.sub("", _TOOLS.sub("", _SHARE.sub("", text))) if len(text) <= 80 else text
    if rest != text and not _ODD.sub("", rest):
        if _SHARE.search(text):
            return "share"
        return "tool" if _TOOLS.search(text) else ""
    return "footer" if _FOOTER.search(text) and not _SECTION.match(text) and _is_imprint(text) else ""


def _is_imprint(text: str) -> bool:
    """Tell an imprint from a clause that speaks of copyright or technical support."""
    marks = len(set(_FOOTER.findall(text)))
    return "。" not in text and (marks >= 2 or bool(_WEAK_FOOTER.search(text)) or "标识码" in text or "备" in text or "©" in text)


def _mark_weak_tools(lines: Sequence[Paragraph], folded: Sequence[str], hinted: Sequence[int]) -> None:
    """Mark the words of a site's edge where they stand beside noise or close the page."""
    for index in hinted:
        text = folded[index]
        if lines[index].noise or len(text) > 60 or not _WEAK_TOOLS.search(text) or _ODD.sub("", _WEAK_TOOLS.sub("", text)):
            continue
        near = [lines[at].noise for at in (index - 1, index + 1) if 0 <= at < len(lines)]
        if any(near) or (len(lines) > 20 and index >= len(lines) - 3):
            lines[index].noise = "tool"


def _mark_menus(lines: Sequence[Paragraph], folded: Sequence[str]) -> None:
    """Mark menus that were copied one entry a line: four entries or more in a row."""
    run: list[Paragraph] = []
    for line, text in zip([*lines, Paragraph("")], [*folded, ""], strict=True):
        if len(text) <= 8 and _MENU_WORD.fullmatch(text):
            run.append(line)
            continue
        if len(run) >= 4:
            for entry in run:
                entry.noise = entry.noise or "navigation"
        run = []


def _mark_related(lines: Sequence[Paragraph], folded: Sequence[str], hinted: Sequence[int]) -> None:
    """Mark the list of other notices at the end: its head, and all behind it that reads as such a list."""
    heads = [at for at in hinted if at >= len(lines) // 3 and not lines[at].noise and _RELATED_HEAD.fullmatch(folded[at])]
    for index in heads[:_MOST_HEADS]:
        rest = [at for at in range(index + 1, len(lines)) if not lines[at].noise]
        listed = sum(bool(_RELATED_LINE.search(folded[at])) and "。" not in folded[at] for at in rest)
        if any(_SECTION.match(folded[at]) for at in rest) or listed * 4 < len(rest) * 3 - 4:
            continue
        for at in [index, *rest]:
            is_footer = at != index and _WEAK_FOOTER.match(folded[at])
            lines[at].noise = "footer" if is_footer else "related"
        return


def _mark_footer(lines: Sequence[Paragraph], folded: Sequence[str]) -> None:
    """Mark the weaker lines beside an imprint at the end: who runs the site, where it sits."""
    for index in range(len(lines) - 2, max(-1, len(lines) - 12), -1):
        line = lines[index]
        if not line.noise and lines[index + 1].noise == "footer" and _WEAK_FOOTER.match(folded[index]):
            line.noise = "footer"
