"""Which figures are measures: with a comparator nearly always, bare ones only where unit and place say so."""

from __future__ import annotations

import re
from decimal import Decimal

from tender_kit.quantities import measure_traps as traps
from tender_kit.quantities.measure_left import Comparator, Left
from tender_kit.quantities.measure_rhythms import counted_by_unit, find_periods

_TIME = "小时 分钟 h min 秒 秒钟 天 日 工作日 日历天 日历日 自然日 月 个月 周 年"
_COMPARED = (
    "元 万元 亿元 年 周 岁 周岁 月 个月 日 工作日 日历天 日历日 自然日 分钟 秒 秒钟 类 种 层 平方公里 平方千米 公里 千米"
    " 条 站 点 单 班 轮 位 分 km KM Km 村 队 ‰ 床 餐 学分 组 起"
    " 度 ℃ dpi DPI GB TB MB h min 升 厘米 毫米 个百分点 晚 岗"
)
_PARTED = (
    "万元 亿元 元 % ‰ 小时 平方米 平方公里 公里 千米 米 年 km KM ㎡ m² 吨 公斤 倍 天 h 度 ℃ TB GB 公顷 升 厘米 毫米 个百分点"
)
# Goods and building works are listed with their amounts: those are line items (变压器1台, 墙面粉刷3920平方米), not
# duties. What the supplier equips is one (每个小组配备工具箱1套).
_PIECES = "项 批 台 套 张 件 只 辆 块 米 平方米 ㎡ m² m2 吨 公斤 千克 克 立方米 把 幅 箱 盒 部 页 盏 顶 袋 瓶 盆 副"
TIME_UNITS = frozenset(_TIME.split())
"""Units of time: bare ones are terms and dates more often than measures."""
_CONDITIONS = frozenset(("超过", "高于", "大于", "多于", "低于", "小于", "少于"))
_GOODS = frozenset(_PIECES.split())
_ONLY_COMPARED = frozenset(_COMPARED.split())
_FRACTIONAL = frozenset(_PARTED.split())
_BARE_DUTY = re.compile(r"数量?(?:须|应|需|要)(?:为|达到?)?$")
_AGE = re.compile(r"年龄(?!段)|[男女](?:性|士|员工)?(?:$|[不≤最应须])")  # 男不超过60周岁
# 护理员与学员之比不低于1:6; a scale (比例尺1:500) and a time (上午1:30) are none.
_RATIO = re.compile(r"(?:之比|配比|比例|比值|师生比|人员比)[^,;。:\d尺]{0,10}$")
_SHARED_OUT = re.compile(r"的?(?:比例(?!尺)|配比)|配[备置]")  # 按1:5配备, 按不低于1:6的比例
_SHARE = re.compile(r"[率度比]$|比例(?:为|达)?$|[率度比](?:应|须|需|要|均|为|达|保持|在)+$|\($|人员$|[一-龥]$")


def accepted(
    text: str,
    match: re.Match[str],
    unit: str | None,
    left: Left,
    comparator: Comparator | None,
    words: str,
    value: Decimal | None,
    closes: bool,
) -> bool:
    """Whether this is a measure: with a comparator nearly always, bare only where unit and place say so."""
    behind = text[match.end() : match.end() + 10]
    if match["ratio"]:
        return bool(_RATIO.search(words)) or bool(_SHARED_OUT.match(behind))
    if (
        left.word.startswith("?")
        or traps.is_increment(words)
        or (unit != "%" and _sums_a_list(match, comparator, words, behind))  # 按100%受理 sums no list
    ):
        return False
    if _RAISED.match(behind) and comparator in (None, "exactly") and re.search(r"[由从][^,;。]{0,12}$", words):
        return False  # 由80%提高到95%: what is owed is the second figure
    if left.word in _CONDITIONS and behind.startswith(("的", "时", "则")):
        return False
    if unit is None:
        return _accepts_unitless(words, behind, left, comparator, match)
    if value is not None and value != value.to_integral_value() and unit not in _FRACTIONAL:
        return False
    if unit == "年" and value is not None and value >= 100:
        return False
    if unit in ("岁", "周岁"):
        # 大专以上学历、45周岁以下: an upper age that closes its clause is the staff's; 80周岁以上老人 are a group.
        young = comparator == "at_most" and value is not None and value <= 65 and not re.match(r"[一-龥]", behind)
        return comparator is not None and (bool(_AGE.search(words)) or young)
    if unit == "分":
        return "满意" in words and comparator == "at_least"
    if unit in ("栋", "幢") and not _BUILDINGS.search(words):
        return False  # 3幢201室
    if unit in ("平方米", "平方公里", "公里", "㎡") and traps.is_background(words) and comparator not in ("at_least", "at_most"):
        return False
    if (match["suffix"] or "").strip() and _qualifies(behind, left):
        return False
    if comparator in ("at_least", "at_most") or (comparator == "between" and unit not in ("年", "月", "日")):
        return True
    if comparator == "about" and ((unit not in TIME_UNITS and unit != "%") or _LASTING.search(words)):
        return not (unit in _MONEY_UNITS and traps.is_cost(words))
    if unit == "%":
        return not traps.is_background(words) and bool(_SHARE.search(words) or closes or not words)
    return _accepts_bare(text, match, unit, comparator, words, behind, value)


def _sums_a_list(match: re.Match[str], comparator: Comparator | None, words: str, behind: str) -> bool:
    chinese = not match["figure"].isascii() and not match["share"] and match["figure"] != "一"
    return traps.sums_a_list(words, behind, chinese=chinese and comparator is None and not find_periods(words))


_BUILDINGS = re.compile(r"(?:楼|公寓|宿舍|房|建筑|仓库)[^,;。\d]{0,4}$")
_LASTING = re.compile(r"(?:时长|每[次场节讲课期集]|单[次片条场集])约?$")
_MONEY_UNITS = frozenset(("元", "万元", "亿元"))
_RAISED = re.compile(r"(?:提[高升]|上升|增[加长]|降低|下降|减少|压[减缩]|缩短)(?:到|至)")

_GROUP = re.compile(
    r"的?为(?:小型|中型|微型|优秀|良好|合格|不合格)|的(?![一-龥]{0,6}(?:经验|经历|工作|从业))|[^,;。、]{0,8}率(?:不|达"
    r"|为|应|须|要|≥)"
)


def _qualifies(behind: str, left: Left) -> bool:
    """Whether 以上 or 内 only says which group is meant: ``稳岗三个月以上的比例``, ``3个月内成功率不低于…``."""
    return left.comparator is None and bool(_GROUP.match(behind))


def _accepts_unitless(words: str, behind: str, left: Left, comparator: Comparator | None, match: re.Match[str]) -> bool:
    ends = not behind or behind[0] in " ,;。、)\n(|<"
    if match["scale"] or not ends or (behind[:1] == "<"):
        return False
    if _BARE_DUTY.search(words):
        return True
    if comparator not in ("at_least", "at_most") or len(left.gap) > 2 or match["upper"]:
        return False
    noun = words[: len(words) - len(left.gap) - len(left.word)].rstrip("须应需 ")
    return noun.endswith(("数", "比", "率", "员", "量", "人", "者", "师", "工", "岗", "级", "次", "场", "家"))


_EQUIPS = re.compile(
    r"(?:组织|举办|开展)[一-龥]{1,10}$|配备|开发|研发|编制|编写|配置|配齐|接入|每|(?:提供|设置|投入|派出)[^,;。]{0,6}$"
)
# The area that is kept is the volume of the work (托管场馆800平方米); that of a building is its description.
_AREAS = frozenset(("平方米", "㎡", "m²", "m2"))
_KEEPS = re.compile(r"(?:运营|托管|保洁|清洗|养护|清扫|消杀)(?!期)[^,;。、]{0,16}$")
# What is made, handed out or put up by the supplier is owed, to the end of its list: 印制折页5000份、横幅20条.
_MAKES = re.compile(
    r"(?:印[制刷发](?!机)|制作|设计(?!软件)|拍摄|录制|摄制|编[印写制发]|[发派]放|派发|移交|租[赁用]|投入|组建|展[出示](?![柜架屏])|布[展置]"
    r"|研发|开发|整理(?![箱柜])|扫描(?!仪)"
    r"|著录|数字化|[种补栽]植|租摆|赠送|备份|发布|推送|[刊采]发|[撰采]写|发表|配备|配置|配齐|培[养育]|招募|选拔|聘请|打造|[采收征]集)"
    r"[^;。:\n|]{0,60}$"
)
_BOUGHT = re.compile(r"采购|购[买置]|供货|安装|交货|货物|规格|型号|单价")
_PAPERS = re.compile(r"合同|协议|投标|响应|报价|申请|标书|承诺|文件")
_BUILT = re.compile(r"[新改扩重]建|拆|修|加固|改造")  # works, not what is kept or run
_DECIMAL_PLACES = re.compile(r"小数|点后|位数|编码|号码")
# Beds and vehicles of a service are its volume, those of a list of goods bear the names of goods (护理床10张, 消防车2辆).
_SERVING = re.compile(
    r"床位(?:总?数)?(?:为|共|合计)?$|(?:运输|运送|接送|巡[查逻护]|清运|护送|服务|作业|保障|送餐|转运|值班|应急|专用)[一-龥]{0,3}车辆?$"
)
# How long goods are warranted is what the supplier owes, however bare the figure: 质保期:3年.
_WARRANTS = re.compile(
    r"(?:(?<!保)质保|保修|质量保证|缺陷责任|免费(?:维护|运维|维保|保养|升级)|维保(?=期))期?限?(?:[:为是]|免费|均|应|须){0,4}$"
)
# What each person is insured for is owed like a wage: 每人保额10万元.
_FED = re.compile(r"(?:伙食|餐费|餐标|食材)[^,;。]{0,8}(?:每人)?每[人天日餐]$")  # 伙食标准每人每天30元
_INSURED = re.compile(r"保额|保险金额|赔偿限额|保障额度")
_AFTER_BARE_TIME = re.compile(r"^[内后前起止之届]")


def _accepts_bare(
    text: str, match: re.Match[str], unit: str, comparator: Comparator | None, words: str, behind: str, value: Decimal | None
) -> bool:
    """A figure without comparator: ``全年10期``, ``督导1次``, ``58所``; not ``3年``, ``10万元``, ``一个体系``."""
    if unit == "个" and match.group().strip() == text.strip():
        return False  # a cell of an amount: 1个
    if traps.is_prohibition(words) or traps.is_inspection(words, unit):
        return False
    if unit == "座" and _BUILT.search(words):
        return False
    if words.endswith("一式"):  # 成果资料一式3套; the copies of a bid or a contract are no work
        return not _PAPERS.search(words)
    if unit in _GOODS:
        kept = unit in _AREAS and bool(_KEEPS.search(words))
        if not (kept or _EQUIPS.search(words) or _served(match) or _SERVING.search(words) or _makes(text, match.start())):
            return unit == "批" and words.endswith("分")  # 分3批开展 parts the work; 1批 of goods is an amount
        return match["figure"].isascii() or _accepts_chinese(text, match, unit, words, behind)
    if unit in ("年", "月", "个月") and _WARRANTS.search(text, max(0, match.start() - 16), match.start()):
        return not behind.startswith(("内", "后", "期"))
    if unit == "年" and words.endswith("提供") and behind.startswith(("免费", "质保", "保修", "运维")):
        return True
    if words.endswith("提前") and unit in TIME_UNITS:  # 离职须提前30日告知
        return True
    timed = unit in ("天", "小时", "分钟")
    if unit in ("条", "组", "位") and match["figure"].isascii() and _makes(text, match.start()):
        return not _DECIMAL_PLACES.search(words)
    if unit == "元" and _FED.search(words):
        return True
    if unit in ("元", "万元") and _INSURED.search(words):
        return True
    if timed and not match["compound"]:
        return _accepts_bare_time(words, behind, unit, value, masked=value is None)
    if unit in _ONLY_COMPARED and not match["compound"]:
        rhythm = bool(find_periods(words)) or counted_by_unit(words) or bool(_SETS_UP.search(words))
        return rhythm and unit in ("条", "站", "点", "单", "餐", "班", "轮", "组", "位", "工作日", "村", "间")
    if not match["figure"].isascii():
        return _accepts_chinese(text, match, unit, words, behind)
    return True


def _served(match: re.Match[str]) -> bool:
    """Whether goods are counted for those who get them (助浴券2张/户次): no line item, but a duty."""
    return bool(re.match(r"/(?:人|户|次|例|名)", match["compound"] or ""))


# What is set up is owed, however bare its count: 设立服务热线1条.
_SETS_UP = re.compile(r"(?:(?<!建)设(?![备施计])|设立|设置|开设|开通|建立|建成|配备|布设)[一-龥]{2,10}$")


def _makes(text: str, start: int) -> bool:
    """Whether the supplier makes or hands out what is counted here; the verb may stand before the whole list."""
    window = text[max(0, start - 80) : start]
    return bool(_MAKES.search(window)) and not _BOUGHT.search(window)


_LASTS = re.compile(r"[早中晚白夜]班$|(?:留样|保存|留存|存储|时长|持续)(?:时间|时长|期限?)?(?:为|:)?$")
_ON_DUTY = re.compile(r"值[守班]|在线|在岗|开通|热线|响应|服务|接听|电话")


def _accepts_bare_time(words: str, behind: str, unit: str, value: Decimal | None, *, masked: bool) -> bool:
    if _AFTER_BARE_TIME.match(behind):
        return False
    if find_periods(words) or counted_by_unit(words) or _LASTS.search(words):
        return True
    if unit == "小时":
        return value == 24 or words.endswith("工作日") or (masked and bool(_ON_DUTY.match(behind)))
    return unit == "天" and bool(
        re.search(
            r"培训|开放|举办|为期|持续|(?:保存|留存|存储)$|集中|提前$|(?:开设|开展|组织)[^,;。]{2,16}(?:共计|累计|合计)$|工作日$",
            words,
        )
    )


_PROVIDES = re.compile(
    r"(?:配备|配置|配|设置|设立|提供|开展|举办|举行|组织|召开|培育|打造|建成|建立|完成|形成|安排|派驻|派|聘请|聘"
    r"|选派|制作|撰写|提交|拍摄|发布|培训|办)(?:了)?$"
)


def _accepts_chinese(text: str, match: re.Match[str], unit: str, words: str, behind: str) -> bool:
    """一 counts behind a rhythm, behind its noun (报告一份) or behind 各; 一套模式 and 一个中心 count nothing."""
    if find_periods(words) or counted_by_unit(words) or words.endswith(("各", "半年", "一年")):
        return True
    last = not behind or not ("一" <= behind[0] <= "龥") or bool(match["suffix"])
    after_noun = last and bool(words) and "一" <= words[-1] <= "龥"
    if match["figure"] == "一":
        return after_noun or (unit in ("次", "场", "期", "份", "遍") and bool(_PROVIDES.search(words)))
    return after_noun or bool(_PROVIDES.search(words))
