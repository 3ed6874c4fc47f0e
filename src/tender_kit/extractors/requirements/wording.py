"""What titles, labels and running text say about themselves: work that is asked for, or procedure."""

from __future__ import annotations

import re
from typing import Literal

from tender_kit.extractors.lot_numbers import find_lot_numbers

Verdict = Literal["demand", "other", "open"]

# Titles of what is not asked of the work: who may bid, how and when, who answers the telephone, what is paid.
_OTHER = re.compile(
    r"(?:发布|公告)(?:时间|日期|机构)|信息来源|浏览|点击|获取|领取|递交|提交(?!要求)|截止|开标|开启|公告期|公示期|公告媒介|发布媒介|联系|质疑|投诉|异议|询问"
    r"|保证金|监督部门|监管(?:部门|机构|单位|电话)|资格|申请人|申报(?:要求|条件|材料|主体|机构)|申请机构|机构条件|报名|合同主体|须知|评审|评标"
    r"|评分(?:办法|标准|细则)|磋商(?:程序|时间|文件)|谈判(?:程序|时间|文件)|中标(?:结果|信息|\(成交\)|供应商|金额)"
    r"|成交(?:结果|信息|供应商|金额)|候选人|得分|否决|政府采购政策|落实政府采购|响应文件|投标文件|供应商(?:条件|入库"
    r"|须|的|名称|地址)"
    r"|投标人(?:条件|须|的)|声明函|承诺函|授权书|合同(?:条款|主要条款|草案|格式|协议|编号|名称|签订日期|公告日期"
    r"|金额)|无效|废标|入库"
    r"|格式|预算|最高限价|资金来源|遴选(?:文件|会|程序|时间)|比选(?:文件|时间|程序|办法|申请)|报价|付款|支付|拨付|价款|经费|发票"
    r"|代理服务|代理费|采购人信息|采购代理|附件下载|评审专家|结果公告|开户|术语|定义|目录|采购方式|组织形式|组织类型|采购组织"
    r"|项目编号|项目名称|违约|争议|解除|保证|业绩|验收(?:意见|结论|小组|人员|日期|情况)|履约情况|(?<![与及和])数量$|联合体|企业采购|费用"
)
_DEMAND = re.compile(
    r"服务(?:对象|内容|要求|需求|标准|范围|事项|清单|指标|目标|质量|规范|任务|流程|方式|保障|项目及|响应|说明)"
    r"|采购(?:内容|需求|要求|标的)|标的内容"
    r"|技术|商务(?:要求|条款|需求)|工作(?:要求|内容|任务|职责|目标|标准|措施|安排|量)|重点任务|主要任务|量化|绩效|考核|指标"
    r"|人员|团队|岗位|任职|总体要求|基本原则|基本要求|实施内容|实施要求|项目(?:要求|需求|内容|目标|任务|实施)|质量|验收标准"
    r"|响应要求|需求|要求|运营|培训|专项|服务$|标准|建设内容|建设规模|招标范围|采购范围|供货|拟采购的|规格描述|简要"
    r"|任务|职责|售后|要点|事项$"
)
_STRONG = re.compile(r"服务(?:内容|要求)|考核|商务要求|技术要求|采购需求|工作要求|量化|质量要求|人员(?:配备|配置|要求)")
_NEVER = re.compile(r"资格|评审|评标|评分办法|投标文件|响应文件|磋商文件|招标文件")
_WHOLE = re.compile(
    r"(?:公告|公示|通知|意向公开|采购意向|合同|文件|明细|方案)(?:\([^()]{1,12}\))?$|(?:项目|工程)(?:\([^()]{1,12}\))?$"
)


def judge_title(title: str) -> Verdict:
    """Judge a heading: ``demand``, ``other``, or ``open`` where it says neither.

    >>> judge_title("服务内容及要求"), judge_title("申请人的资格要求"), judge_title("项目概况"), judge_title("考核与付款")
    ('demand', 'other', 'open', 'demand')
    """
    head = title[:40]
    if _WHOLE.search(title) and not _STRONG.search(head):
        return "open"
    other, demand = _OTHER.search(head), _DEMAND.search(head)
    if other and demand:
        return "demand" if _STRONG.search(head) and not _NEVER.search(head) else "other"
    return "other" if other else "demand" if demand else "open"


_STORY = re.compile(r"(?:背景|现状|简介|由来)$")


def is_story(title: str) -> bool:
    """Tell whether a heading, also one inside the requirements, opens what is there already and binds nobody.

    >>> is_story("项目背景"), is_story("服务内容")
    (True, False)
    """
    return bool(_STORY.search(title))


_MUTE = re.compile(
    r"[\d*]{4}年[\d*]{1,2}月(?:[\d*]{1,2}日)?|[\d,.*]+(?:万|亿)?元"
    r"|[^,。;:]{2,60}(?:公告|公示|(?:招标|磋商|采购)文件|采购需求|采购意向|采购合同)(?:\([^()]{1,20}\))?"
    r"|[^,。;:]{2,12}:"
)


def asks_nothing(text: str) -> bool:
    """Tell a clause without a figure that is a name, a lot, a day, a sum or a label, and no demand.

    >>> asks_nothing("标项1、标项2"), asks_nothing("2026年3月"), asks_nothing("服务人员持证上岗")
    (True, True, False)
    """
    head = text.strip()[:_LOOKED_AT]
    return bool(_MUTE.fullmatch(head)) or _names_lots_alone(head)


def _names_lots_alone(text: str) -> bool:
    mentions = find_lot_numbers(text)
    ends = (0, *(end for _, end, _ in mentions))
    starts = (*(start for start, _, _ in mentions), len(text))
    return bool(mentions) and not "".join(text[a:b] for a, b in zip(ends, starts, strict=True)).strip(" \n、,和及与:")


_LABEL = re.compile(r"^(?:[\d.、()一二三四五六七八九十]{0,6})([^:,。;]{2,36}):(?=.)")


def judge_label(text: str) -> Verdict:
    """Judge a block by the label that it begins with; ``open`` where it has none.

    >>> judge_label("采购需求:每周上门不少于2次"), judge_label("联系电话:010"), judge_label("每周上门")
    ('demand', 'other', 'open')
    """
    found = _LABEL.match(text)
    return judge_title(found.group(1)) if found else "open"


_BINDS = re.compile(
    r"不(?:得)?(?:少于|低于|超过|高于)|至少|≥|≤|达到?[\d*]|以上|[天日时钟月]内|100%|[之以]内"
    r"|每一?个?[日天周月季年半]|全年|期内|各[\d*一两]|约[\d*]"
    r"|[\d*](?:名|人|台|次|场|套|米|平方米|户|例|节|期|篇|条|份|家|处|间|张|支|组|批|对|座|辆|块|幅|册|本|位|课时|学时|小时|个(?![月工日]))|率[^,。;\d]{0,6}[\d*]|一式|(?:配备|配置|派驻|安排)[^,。;\d]{0,16}[一二两三四五六七八九十](?:名|人)"
)
_WORK = re.compile(
    r"服务|配备|配置|开展|开设|课堂|讲座|上门|巡查|探访|走访|培训|活动|满意|值守|值班|保洁|消毒|清扫|供货|供应|质保|保修|维护|运维"
    r"|到场|安装|交货"
    r"|送达|派驻|人员|社工|护理|老人|老年人|儿童|养老|回访|督导|宣传|报送|建档|档案|更新|维修|改造|修缮|采购|接入"
    r"|建设|完成率|覆盖|留样|存放|菜品|食谱|餐|处置|巡诊|理发|洗浴|小组|个案|康复|心理"
    r"|培育|孵化|社团|社会组织|志愿|居民|家长|托管|托育|教师|学员|授课|课程|教学|讲师|骨干|队伍|驻点|驻场|点位|站点"
    r"|推文|公众号|视频|拍摄|录制|制作|设计|印[制刷发]|海报|展板|折页|手册|画册|演出|布展"
    r"|例会|台账|跟进|入户|慰问|整改|演练|核查|调查|问卷|样本|采样|样品|检测|测评|评估|审计|报告|成果"
    r"|保安|绿化|养护|清洗|清运|垃圾|报修|故障|完好率|扫描|著录|系统|数据|漏洞|配送|物资|车辆|床位|种植|修剪|受益|参与|参加|参观|参展|作品|竞赛|就医|陪诊"
)
_PROCEDURE = re.compile(
    r"投标|响应文件|磋商|谈判|招标文件|采购文件|比选|遴选|公告|公示|开标|报名|资格|质疑|异议|代理|信用|保证金|解密"
    r"|评审|评标|评委|(?:中标|成交)(?!(?:人|单位|供应商|方)(?:应|须|需|负责|提供|每))"
    r"|法人|营业执照|业绩|注册资|缴纳|联合体|最高限价|报价|采购方式|编号|售价|获取|递交|截止|近[三两]年|付款|结清|余款"
    r"|支付|拨付|监督|受理"
    r"|申请人|候选人|备案|财政部|中小企业|声明|格式|供应商(?!应|须|需|负责|提供)|验收组|附件|网站|平台注册|下载|登录|纳税|社保"
)


def states_work(text: str) -> bool:
    """Tell whether running text under no telling title binds the supplier's work.

    >>> states_work("保洁员不少于3人,每日清扫2遍"), states_work("投标人应在截止时间前30分钟内解密")
    (True, False)
    """
    return binds(text) and bool(_WORK.search(text[:_LOOKED_AT]))


def binds(text: str) -> bool:
    """Tell whether a text binds somebody by a figure or a rhythm, and speaks of no procedure.

    >>> binds("资源链接:链接爱心单位不少于5家"), binds("投标人不少于3家")
    (True, False)
    """
    head = text[:_LOOKED_AT]
    return bool(_BINDS.search(head)) and not _PROCEDURE.search(head)


_LOOKED_AT = 600


def states_work_at(text: str, start: int, end: int, lead: str = "") -> bool:
    """Tell the same of what stands at a place: by its sentence, or by its part of it (…15日内受理;评估员不少于40人)."""
    return any(states_work(lead + _around(text, start, end, stops)) for stops in ("。", "。;"))


def _around(text: str, start: int, end: int, stops: str) -> str:
    first = max(text.rfind(stop, 0, start) for stop in stops) + 1
    last = min((at for stop in stops if (at := text.find(stop, end)) >= 0), default=len(text))
    return text[first:last]


_CORRECTED = re.compile(r"(?:现)?(?:变更|更正|修改|调整|改|更改|修正)(?:成|为)[:“\"]?")


def after_correction(text: str) -> int:
    """Give where the new wording begins in a correction: ``原为…,现变更为…``; 0 where none is named."""
    last = 0
    for found in _CORRECTED.finditer(text):
        last = found.end()
    return last
