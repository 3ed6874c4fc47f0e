"""The rhythm that governs a measure, and the rhythms that stand without a count.

``全年链接资源不少于20家,帮扶对象不少于300人`` counts both by the year; ``每例面谈不少于4次`` counts by the case and
so by no rhythm; ``项目期内,…;…`` holds to the end of its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

_WEEKDAY = r"(?![一二三四五六日天](?:至|到|、|-|~|,|上|下|早|晚|全|开|召|前|$))"
_TERM = r"(?:履行|实施|服务|执行|有效|运营|约定)?(?:周?期限?|周期)(?:间内?|之?内|中)"
_OF_TERM = "项目|服务|合同|协议|运营|承接|托管|承包|委托|履约|购买"
# Each choice begins with a plain sign: the engine then runs to the next such sign instead of trying all of them
# at every one. A group is named for its rhythm; a choice without a group is the term of the project.
PERIOD = re.compile(
    rf"每(?:一?个?(?:(?P<day1>(?:工作)?[日天](?!期))|(?P<week1>(?:自然)?周{_WEEKDAY}|星期{_WEEKDAY})"
    r"|(?P<month1>(?:自然)?月度?(?!\d+[人名]))|(?P<quarter1>(?:自然)?季度?)|(?P<half_year>半年度?)"
    r"|(?P<year1>(?:自然|服务|合同|学)?年度?(?!龄)))|(?P<day2>晚))"
    r"|日(?P<day3>均|(?:(?<![0-9*一-龥]日)|(?<=[堂厨心站店点]日))(?=供餐|供应|配送|接待|处理|清运))|周(?:(?P<week2>均)|(?<![一-龥]周)期内)"
    r"|月(?P<month2>均|(?<=[员号工点站]月)(?=到岗|推文|服务|接待|供餐|上门|走访|探访|巡查|发文))|季(?P<quarter2>均)"
    r"|全(?P<year2>年)|半(?P<half_year3>(?<![每上下近前后满约两逾各]半)年(?=(?:复[审查评核])?(?:一次|[0-9两二]次|至少|不少于)))"
    r"|一(?P<year3>年度?内|(?<![满近过足逾前后]一)年(?=不少于|不低于|至少|[0-9两二三四]{1,2}次|一次))"
    r"|本(?P<year4>年度?内|年度)|当(?P<year5>年度?内|年累计)"
    r"|年(?P<year6>均|内|(?<![0-9*一二三四五六七八九十]年)度(?!内?[^,;。]{0,6}(?:计划|总结|报告|考核|评估|检查|预算|审计|报表|方案"
    r"|监测|目标|任务|绩效))|(?<![0-9*一二三四五六七八九十]年)度(?:服务|工作)?(?:目标|任务|指标)(?=:)"
    r"|(?<![0-9*一二三四五六七八九十每半全今去近整当逐]年)(?=[供应用服总接][^,;。]{0,5}量)"
    r"|(?<![0-9*一二三四五六七八九十每半全今去近整当逐次来跨翌老青少成中同往历多学]年)"
    r"(?=人均|(?:服务|接待|受益|走访|咨询|覆盖|惠及|开展|举办|完成|供餐|上门|探访|巡查|评估|培训)[^,;。]{0,6}?(?:不[少低]于|不得[少低]于|达|≥|至少|[0-9*])|(?:流[动失]|更换|离职)率))"
    r"|[按逐](?:(?P<month3>月)|(?P<quarter3>季度?)|(?P<half_year2>半年)|(?P<year9>年度?)|(?P<week3>周)|(?P<day4>日))"
    r"(?![付支结照期历次龄份末计目任标考评岁边转度]|[^,;。\d]{0,4}(?:支付|付款|结算))"
    rf"|服务(?:(?P<year7>年度?内)|{_TERM}|全程)|合同(?:(?P<year8>年度?内)|{_TERM}|期(?=累计|共))"
    rf"|整个(?:{_OF_TERM}){_TERM}|项目(?:{_TERM}|全程)|期(?<![一-龥]期)内|"
    + "|".join(word + _TERM for word in _OF_TERM.split("|")[3:])
)

# A measure that is counted by the event, the place or the person is counted by no rhythm, unless one stands in
# its own clause (每站全年…不少于6例). The event also ends the rhythm for the clauses behind it.
_EVENT = re.compile(
    r"[每单](?:一?(?:次|场|例|期|节|时段|组|班|批|篇|单次|课|门(?!店|诊)|轮|回|件|起|趟|套|讲|堂|单(?!位)|餐|集)"
    r"|(?<=[每单])一?个(?:小组|个案|案例|项目|活动|班|课程|专题|服务包))"
)
_PER_UNIT = re.compile(
    r"每[两二三四五六\d]个?(?:月|周|年|季度|天|日|小时)|每半?小时|每半月|每旬"
    r"|每(?:一)?(?:户|名|人|站|家|村|位|个|所|处|间|床|社区|街道|乡镇|组织|机构|点位|小组|对|队|支)|[组班场户次]均"
)
# What is due at the end is due once, whatever rhythm went before: 每季度报送小结,年底提交总结1份.
_ONCE = re.compile(r"年底|年终|年末|期满|期末|结束前|结项|终期|到期前")
_MEAN = re.compile(r"[人户站]均")

_LEAD = re.compile(r"^[^一-龥]{0,6}(?:在)?(?:整个|本)?[一-龥]{2,8}(?:期内|期间|期限内|周期内|年度内|全年)$")

_VERB = re.compile(
    r"更新|报|提交|入户|走访|巡访|探访|上门|开展|组织|召开|进行|开放|公示|摸排|排查|核查|复核|检查|巡查|巡检|维护|清洁|清洗|清扫|清运|消毒"
    r"|培训|演练|汇报|反馈|统计|评估|回访|随访|更换|调整|整理|归档|汇总|慰问|联系|探视|发布|推送|公开|盘点|保养|测评"
    r"|监测|指导|督导"
    r"|联络|沟通|总结|评价|调研|举办|参加|值守|录入|制作|编制|编发|编印|出具|形成|发放|分析|对账|巡护|巡逻|问候|例会|会议|通气"
    r"|交流|宣传|访视"
    r"|供应|检修|通话|确认|比对|上传|办|送|清理|核对|核实|跟踪|跟进|服药|复查|复评|填报|填写|公布|印发|通报|答复"
    r"|体检|测量|供餐|配餐|订|采集|上线|下乡|进村|驻|轮|推荐|播|刊|拍|存档|备份|杀毒|养护|修剪|浇|除|擦|拖|换|洗"
    r"|消杀"
    r"|做好|协助|配合|安排|收集|登记|梳理|自查|清点|体检|打扫|保洁|洗澡|理发|陪伴|辅导|照护|服务"
)
# What is paid, deducted or judged by the month is no duty of the supplier.
_NO_DUTY = re.compile(
    r"支付|付款|结算(?![资材]料|清?单|报?表)|拨付|缴纳|扣除|扣减|扣\d|考核|考评|抽查|租金|工资标准为|基准分|得分|逾期|违约|资金来源|预算|时间为|\d[:时点]"
)

_SERIES = re.compile(r"(?:、|和|及|,)?(半年|年终|年末|年底|年度|季度|季末|全年)(?=、|和|及|向|报|进行|分别|提交|总结|对)")
_SERIES_PER = {"半年": "half_year", "季度": "quarter", "季末": "quarter"}
_ADVERB = re.compile(
    r"(?:按|逐|分)(?P<by>月|季度?|周|半年|年度?|日)(?!付|支|结|照|期|历|次|龄|份|末)"
    r"|(?P<end>(?<![每一-龥、])(?:季末|年终|年末|年底|月末|月底)(?!前))"
    r"|(?P<report>(?<![每按逐分按])[月季](?=报(?!告|销|酬|价|名|纸|刊)[^,;。]{0,10}(?:报送|提交|上报|报)))"
    r"|(?P<adjective>月度|季度性?|周)(?=入户|上门|公示|公布|公开|通报|走访|巡访|探访|回访|巡查|更新|报送|上报|例会|督导|核查|检查|抽样)"
)
_BY = {
    "月": "month",
    "季": "quarter",
    "季度": "quarter",
    "周": "week",
    "半年": "half_year",
    "年": "year",
    "年度": "year",
    "日": "day",
}


RHYTHMIC = re.compile(
    r"[每按逐季月年周](?:(?<=[每按逐季])|(?<=月)[度末底报]|(?<=年)[终末底]|(?<=周)(?=[入上走巡探回更报例督核检抽]))"
)
"""A text without any of these has no rhythm that stands without a count."""


@dataclass(frozen=True, slots=True)
class Period:
    """A rhythm word, its place and its rhythm."""

    start: int
    end: int
    per: str


def find_periods(text: str, start: int = 0, end: int | None = None) -> list[Period]:
    """Find the rhythm words that can govern a measure.

    >>> [(p.per, p.start) for p in find_periods("每站全年不少于2次,每季度1次")]
    [('year', 2), ('quarter', 10)]
    """
    last = len(text) if end is None else end
    return [
        Period(m.start(), m.end(), m.lastgroup.rstrip("123456789") if m.lastgroup else "project")
        for m in PERIOD.finditer(text, start, last)
    ]


@dataclass(slots=True)
class Governor:
    """The rhythm that holds at a place of the text, clause by clause."""

    text: str
    current: str | None = None
    lead: str | None = None
    periods: list[Period] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.periods = find_periods(self.text)
        self.starts = [period.start for period in self.periods]

    def between(self, start: int, end: int) -> list[Period]:
        """Give the rhythm words of a part of the text."""
        if not self.periods:
            return []
        found = self.periods[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [period for period in found if period.end <= end]

    def enter(self, start: int, hard: str) -> None:
        """Begin a clause. ``hard`` is the sentence mark before it, "" for a comma."""
        if hard and hard != ";":
            self.lead = None
        if hard:
            self.current = self.lead

    def leave(self, start: int, end: int) -> None:
        """End a clause: its last rhythm holds for those behind it, a count by the event ends that."""
        periods = self.between(start, end)
        if periods:
            self.current = periods[-1].per
            if periods[-1].per in ("project", "year") and _LEAD.match(self.text[start:end]):
                self.lead = self.current
        elif self.current is not None and _EVENT.search(self.text, start, end):
            self.current = None

    def per_at(self, start: int, figure: int, inherits: bool) -> str | None:
        """Tell the rhythm of a figure whose clause begins at ``start``."""
        periods = self.between(start, figure)
        if periods:
            event = list(_EVENT.finditer(self.text, periods[-1].end, figure))
            return None if event else periods[-1].per
        if _EVENT.search(self.text, start, figure) or _PER_UNIT.search(self.text, start, figure):
            return None
        if _ONCE.search(self.text, start, figure):
            return None
        if self.lead:
            return self.lead
        if not inherits:
            return None
        return self.current


def counted_by_unit(text: str) -> bool:
    """Tell whether a clause counts by the event, the person or the place."""
    return bool(_EVENT.search(text) or _PER_UNIT.search(text) or _MEAN.search(text))


def find_bare_rhythms(text: str, start: int, end: int) -> Iterator[Period]:
    """Find the rhythms in one clause that name a duty without a count.

    >>> text = "每月、半年、年终向区民政局报送工作情况"
    >>> [p.per for p in find_bare_rhythms(text, 0, len(text))]
    ['month', 'half_year', 'year']
    """
    if _NO_DUTY.search(text, start, end):
        return
    for period in _bare_words(text, start, end):
        if _VERB.search(text, period.end, end):
            yield period
            yield from _series(text, period, end)


def _bare_words(text: str, start: int, end: int) -> Iterator[Period]:
    seen = set()
    for period in find_periods(text, start, end):
        if period.per != "project" and text[period.start] == "每" and period.per not in seen:
            seen.add(period.per)
            yield period
    for found in _ADVERB.finditer(text, start, end):
        word = found["by"] or found["report"] or (found["adjective"] or found["end"]).rstrip("度性末终底")
        per = _BY[word]
        if per not in seen:
            seen.add(per)
            yield Period(found.start(), found.end(), per)


def _series(text: str, first: Period, end: int) -> Iterator[Period]:
    position = first.end
    while found := _SERIES.match(text, position, end):
        word = found.group(1)
        yield Period(found.start(1), found.end(1), _SERIES_PER.get(word, "year"))
        position = found.end()
