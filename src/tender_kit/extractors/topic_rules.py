"""Topics that grammar decides: a unit with a verb or a noun beside it leaves no doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule may look at: the clause, its part about this figure, what stands left of it, the sentence, the titles."""

    clause: str
    quote: str
    left: str
    sentence: str
    before: str
    titles: str
    unit: str
    within: bool
    implied: bool
    per: str


_PEOPLE = "人 名 位"
_TIMES = "次 场 期 轮 回 遍 班"
# (topic, units, words in the clause, words in the sentence or the titles, words that may not stand in the clause);
# the first that fits decides.
_RULES: tuple[tuple[str, str, str, str, str], ...] = (
    ("staff.days", "人/天 人天 人日 人·天", "", "", ""),
    ("staff.days", "天", r"服务天数|人天", "", ""),
    ("staff.days", "天", r"^[^,;。]{0,24}$", r"天数", "培训\\d|开放"),
    ("staff.quality", "年", r"经验|经历|从事|从业|服务|工作", "", "保存|保管|质保"),
    ("staff.quality", "岁 周岁", "", "", ""),
    ("staff.pay", "元 元/月 元/人/月 万元", r"工资|薪酬|薪资|报酬", "", ""),
    ("law.safety", "元 万元", r"保险|保额|责任险|意外险", "", ""),
    ("svc.case_key", "例 个 宗 件 案 名", r"重点个案|急重难|急难个案|重难点?个案|疑难个案|高风险个案|危机个案|重大个案", "", ""),
    ("svc.case", "例 个 宗 件", r"案例数|^[^,;。]{0,6}$", r"个案", "小组"),
    ("svc.case_meeting", _TIMES, r"个案[^,;。]{0,8}(?:研讨|会议|讨论|督导会)|案例(?:研讨|讨论)", "", ""),
    (
        "svc.case_session",
        "次 节",
        r"每[例个](?:个案)?[^,;。]{0,8}(?:面谈|访谈|会谈|服务|跟进|介入|辅导|不少于|至少)",
        r"个案",
        "小组",
    ),
    ("svc.group_session", "节 次", r"每(?:个)?(?:小)?组", "", ""),
    ("cap.training_days", "学时 课时", "", r"培训|学习|授课|课", ""),
    ("cap.training_days", "天 小时", r"培训", "", "人均服务"),
    ("cap.training_days", "天 小时", r"每[期次班场]", r"培训", "成长营|夏令营|营期"),
    (
        "cap.training_people",
        "人 人次 名",
        r"参训|培训[^,;。]{0,8}(?:不少于|不低于|至少|≥|达|共)?[\d*]|培训人",
        "",
        r"社工[^,]{0,4}[\d*]",
    ),
    ("cap.training_people", "人 人次 名", r"每[期班]", r"培训", "成长营"),
    ("svc.event_people", "人 人次 名 位", r"(?:每|单)(?:一)?[场节次](?!.*评估)", "", "参训|培训|评估员"),
    ("svc.event_people", "人 人次 名", r"参加人数|参与人数|参与人次", "", "培训|参训"),
    (
        "svc.visit_phone",
        _TIMES + " 人次 户次 个",
        r"(?:电话|线上|视频)[^,;。]{0,4}(?:探访|随访|问候|回访|巡访|访问|关怀|联系|慰问)",
        "",
        "",
    ),
    (
        "svc.visit_home",
        _TIMES + " 人次 户次 户",
        (
            r"(?:入户|上门|居家|登门)[^,;。]{0,4}(?:探访|走访|随访|探视|访视|探望|巡访|回访|看望)|(?:探访|走访|巡访"
            r"|探视)[^,;。]{0,3}(?:入户|上门)"
        ),
        "",
        "",
    ),
    ("asst.screen", _TIMES + " 户 村 个", r"摸排|排查|大走访|普查式", "", "安全|隐患"),
    ("svc.social", _TIMES + " 人 人次", r"社会融合|社会融入|融合活动", "", ""),
    ("res.charity", _TIMES + " 个", r"慈善", "", "培训"),
    ("pub.policy", _TIMES, r"宣传活动|政策宣传|政策宣讲|普法|法律宣传|宣讲", "", "媒体"),
    ("assess.survey", "家 户 所 %", r"抽检|抽样检查", "", ""),
    ("asst.recheck", _TIMES + " 户 %", r"(?<!入户)(?:核查|复核|复审|复查)(?!率)", "", "评估"),
    ("rep.year", "份 篇 次", r"总结报告|年度总结|工作总结|终期报告|结项报告|末期报告|中期报告|年度报告", "", ""),
    ("cap.supervise", _TIMES, r"督导", "", "个案研讨|人员|培训"),
    ("cap.vol_activity", _TIMES + " 个", r"志愿(?:服务)?(?:主题)?活动|志愿服务项目", "", ""),
    ("cap.volunteer", "人 名 %", r"志愿者", "", ""),
    ("cap.incubate", "家 个 支", r"社区社会组织|培育[^,;。]{0,12}(?:组织|队伍)|孵化", "", "志愿者"),
    ("cap.incubate", "家 个 支", r"^其中", r"社区社会组织", ""),
    ("svc.hotline", "小时", r"热线", "", ""),
    ("svc.opening", "天 小时", r"开放|营业|开门|值班|24小时的", "", ""),
    ("svc.opening", "天 小时", r"每[天日周]", r"开放", ""),
    ("svc.hours", "小时 工时", r"服务(?:总)?(?:时长|时间|工时|时数)", "", "每次|每人|每场|单次"),
    ("cap.supervise", "小时 分钟", r"每次|每场", r"督导", ""),
    ("cap.pass", "%", r"持证率|合格率|取证率|通过率|合格证", "", "档案|数据"),
    ("data.file", "%", r"建档", "", ""),
    ("qa.satisfy", "% 分", r"满意", "", ""),
    (
        "staff.supervisor",
        _PEOPLE,
        r"督导(?:员|者|老师|专家)?(?:各|至少|不少于|不低于|≥|人数)*[\d*一二两]|[\d*一二两][名人位][^,;。、]{0,6}督导|督导员?$",
        "",
        "社工不",
    ),
    (
        "staff.social_worker",
        _PEOPLE + " %",
        r"社会工作师|社工证|社会工作者?职业(?:水平|资格)|持证社工|社会工作者|中级社工|初级社工",
        "",
        "",
    ),
    ("staff.psych_cert", _PEOPLE, r"心理咨询师|心理治疗师|心理老师|心理健康指导", "", ""),
    ("staff.care_cert", _PEOPLE, r"护理员|护士|医师|医生|治疗师|康复师|评估员|保健|护工|照护员|高级工", "", ""),
    (
        "staff.lead",
        _PEOPLE,
        (
            r"^[^,;。、]{0,10}(?:负责人|项目主管|项目经理|中心主任|站长|主任)[^,;。、]{0,4}$|(?:负责人|项目主管|项目经理"
            r"|中心主任|站长|总监)(?:不少于|至少)?[\d*一]"
        ),
        "",
        "",
    ),
    (
        "staff.team",
        _PEOPLE,
        r"项目团队|团队(?:总)?人数|工作团队|服务团队|总人数|作业人员|工作人员|各[\d*一两]?$|各[\d*一两]",
        "",
        "志愿者",
    ),
    (
        "staff.ratio",
        _PEOPLE,
        r"每(?:个)?(?:街道|社区|村|乡镇|镇|站点?|点位|服务点|片区|网格)[^,;。]{0,14}(?:[\d*一两]|不少于|至少)",
        "",
        "专职社工|受益|服务对象",
    ),
)
_WITHIN: tuple[tuple[str, str], ...] = (
    ("qa.complaint", r"投诉|信访"),
    ("data.handover", r"移交"),
    ("asst.archive", r"归档|装订|建档"),
    ("staff.stable", r"补齐|补充到位|补足|补员|到岗|替换|更换|顶岗|替补|补位|补充"),
    ("assess.need", r"需求(?:调查|调研|评估)"),
    ("asst.system", r"录入"),
    ("svc.home_help", r"送餐|配送|助餐"),
    ("rep.incident", r"(?:书面|电话|口头|立即|及时)?(?:报告(?!书)|上报|报送|通知|告知)|书面报告"),
    ("qa.complaint", r"答复|回复|回应|响应|到达|赶到|到场"),
)
_LEVELS = (
    ("pub.media_nat", r"国家级|中央(?:级)?|全国性|部级"),
    ("pub.media_prov", r"省级|省部级|自治区级|省市级"),
    ("pub.media_city", r"(?<![省])市级|地市级|州级|盟级"),
    ("pub.media_dist", r"[区县旗]级|县区级|区县级|融媒体"),
    ("pub.media_self", r"自媒体|公众号|视频号|抖音|小红书|微博|短视频|美篇|推文"),
)
_MEDIA = re.compile(r"媒体|报道|报刊|稿件|采用|刊发|刊登|发布|宣传|公众号|推文|篇")
_LEVEL = re.compile("|".join(f"(?P<{name.replace('.', '_')}>{words})" for name, words in _LEVELS))


@dataclass(frozen=True, slots=True)
class _Rule:
    topic: str
    units: frozenset[str]
    clause: re.Pattern[str] | None
    around: re.Pattern[str] | None
    never: re.Pattern[str] | None


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words) if words else None


_COMPILED = tuple(_Rule(t, frozenset(u.split()), _pattern(c), _pattern(a), _pattern(n)) for t, u, c, a, n in _RULES)
_TIME_LIMITS = tuple((topic, re.compile(words)) for topic, words in _WITHIN)


def rule_topic(facts: Facts) -> str | None:
    """Give the topic that the first fitting rule decides, else None.

    >>> rule_topic(Facts("突发事件2小时内报告", "突发事件2小时内报告", "突发事件", "", "", "", "小时", True, False, ""))
    'rep.incident'
    """
    if facts.within:
        return _time_limit(facts)
    if facts.implied:
        return _report(facts)
    level = _media_level(facts)
    if level:
        return level
    return next((rule.topic for rule in _COMPILED if _fits(rule, facts)), None)


def _fits(rule: _Rule, facts: Facts) -> bool:
    if facts.unit not in rule.units:
        return False
    # Posts stand in a row (负责人1名、督导1名): a rule about people looks at the words of this figure alone.
    words = facts.quote if rule.topic.startswith("staff.") else facts.clause
    if rule.never and rule.never.search(words):
        return False
    if rule.clause and not rule.clause.search(words):
        return False
    return rule.around is None or bool(rule.around.search(facts.sentence) or rule.around.search(facts.titles))


def _time_limit(facts: Facts) -> str | None:
    for text in (facts.clause, facts.sentence):
        found = next((topic for topic, words in _TIME_LIMITS if words.search(text)), None)
        if found:
            return found
    return None


_REPORTS = {"month": "rep.month", "quarter": "rep.quarter", "half_year": "rep.year", "year": "rep.year", "week": "rep.month"}
_REPORT = re.compile(r"报送|上报|汇报|提交|通报|报(?:区|县|市|街|民政|采购|甲|告|表)|小结|总结|简报|月报")


def _report(facts: Facts) -> str | None:
    return _REPORTS.get(facts.per) if _REPORT.search(facts.clause) else None


def _media_level(facts: Facts) -> str | None:
    """The level of the media nearest to the left of the figure: 全年省级及以上媒体报道不少于2篇."""
    if facts.unit not in ("篇", "次", "条", "期", "个"):
        return None
    levels = list(_LEVEL.finditer(facts.left))
    if not levels and facts.unit == "篇" and not _MEDIA.search(facts.left):
        levels = list(_LEVEL.finditer(facts.before))
    if not levels or not (_MEDIA.search(facts.clause) or (facts.unit == "篇" and _MEDIA.search(facts.sentence))):
        return None
    return (levels[-1].lastgroup or "").replace("_", ".", 1)
