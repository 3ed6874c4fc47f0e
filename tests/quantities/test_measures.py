"""Examples beside each rule of the measure scan, and what must not be read as a measure."""

import pytest
from tests.work import grows_in_step

from tender_kit.quantities.measures import find_measures


def read(text: str, *, masked: bool = False) -> list[tuple[str, str, str | None, str | None]]:
    """The counted measures of a text: comparator, value (with its upper end), unit, rhythm."""
    return [
        (m.comparator, str(m.mask or m.value) + (f"~{m.upper}" if m.upper else ""), m.unit, m.per)
        for m in find_measures(text, masked=masked)
        if not m.implied
    ]


def rhythms(text: str) -> list[str | None]:
    """The rhythms of a text that stand without a count."""
    return [m.per for m in find_measures(text) if m.implied]


COUNTED = [
    # comparators before the figure, behind it, and away from it
    ("配备不少于3人的工作小组", [("at_least", "3", "人", None)]),
    ("每周开放2天,年服务不少于180人次", [("exactly", "2", "天", "week"), ("at_least", "180", "人次", "year")]),
    ("社工年人均受训不低于48学时", [("at_least", "48", "学时", "year")]),
    ("青年服务不少于180人次", [("at_least", "180", "人次", None)]),
    ("三年服务不少于300人次", [("at_least", "300", "人次", None)]),
    ("高危学生约谈率100%", [("exactly", "100", "%", None)]),
    ("每季度满意度测评得分不低于85分", [("at_least", "85", "分", "quarter")]),
    ("满意度得分不低于85分得10分", []),
    ("护理员与学员之比不低于1:6", [("at_least", "1", ":6", None)]),
    ("社工配比为1:20,持证率100%", [("exactly", "1", ":20", None), ("exactly", "100", "%", None)]),
    ("比例尺为1:500", []),
    ("开标时间为1:30", []),
    ("工作日8小时专人接听", [("exactly", "8", "小时", None)]),
    ("每时段50分钟", [("exactly", "50", "分钟", None)]),
    ("设立服务热线1条", [("exactly", "1", "条", None)]),
    ("另设热线1条", [("exactly", "1", "条", None)]),
    ("设备清单1条", []),
    ("宣传视频1条", []),
    ("开发课程1套6课", [("exactly", "1", "套", None), ("exactly", "6", "课", None)]),
    ("管理面积约48000平方米", [("about", "48000", "平方米", None)]),
    ("建筑面积约48000平方米", []),
    ("寒暑假开设课堂共计20天", [("exactly", "20", "天", None)]),
    ("结对家庭数不得低于40户", [("at_least", "40", "户", None)]),
    ("至少走访2个村(社区)", [("at_least", "2", "个", None)]),
    ("配备至少站长、社工、会计各一名", [("at_least", "1", "名", None)]),
    ("设站长、出纳各1名", [("exactly", "1", "名", None)]),
    ("抽样(不低于总户数15%)", [("at_least", "15", "%", None)]),
    ("合格率达到90%以上", [("at_least", "90", "%", None)]),
    ("合格率达到90%", [("exactly", "90", "%", None)]),
    ("满意率95%以上", [("at_least", "95", "%", None)]),
    ("持证率不低于百分之六十", [("at_least", "60", "%", None)]),
    ("服务老人约260人", [("about", "260", "人", None)]),
    ("每节不少于1-2人", [("at_least", "1~2", "人", None)]),
    ("覆盖率保持30%~40%", [("between", "30~40", "%", None)]),
    ("具有3年(含)以上工作经验", [("at_least", "3", "年", None)]),
    ("年龄不超过50周岁", [("at_most", "50", "周岁", None)]),
    ("男不超过60周岁,女性不超过55周岁", [("at_most", "60", "周岁", None), ("at_most", "55", "周岁", None)]),
    ("中级以上职称、45周岁以下", [("at_most", "45", "周岁", None)]),
    ("45周岁以下老人优先", []),
    ("面向80名16-59周岁的残疾人开展训练", [("exactly", "80", "名", None)]),
    # what is owed to each, and in parts
    ("每人保额10万元", [("exactly", "10", "万元", None)]),
    ("伙食标准每人每天30元", [("exactly", "30", "元", "day")]),
    ("差旅标准每人每天30元", []),
    ("募集资金不少于人民币十万元", [("at_least", "10", "万元", None)]),
    ("助浴券2张/户次", [("exactly", "2", "张/户次", None)]),
    ("毛巾3条/人,折叠床3张", [("exactly", "3", "条/人", None)]),
    ("异议按100%受理", [("exactly", "100", "%", None)]),
    ("分4批组织", [("exactly", "4", "批", None)]),
    ("棉被1批", []),
    ("午餐供应60客", [("exactly", "60", "客", None)]),
    ("接待60客户", []),
    ("结伴参训,招募12对", [("exactly", "12", "对", None)]),
    ("12对策建议", []),
    ("授课队伍一支", [("exactly", "1", "支", None)]),
    ("拍摄照护短视频10条", [("exactly", "10", "条", None)]),
    ("提供3年免费运维", [("exactly", "3", "年", None)]),
    ("提供近3年财务报表", []),
    ("配备厨师两名、服务员三名", [("exactly", "2", "名", None), ("exactly", "3", "名", None)]),
    ("故障15分钟响应、2小时恢复", [("at_most", "15", "分钟", None), ("at_most", "2", "小时", None)]),
    ("半径2公里范围内设点", [("at_most", "2", "公里", None)]),
    # limits of time
    ("服务期满后20日内提交总结", [("at_most", "20", "日", None)]),
    ("从事社会工作满3年", [("at_least", "3", "年", None)]),
    # the rest of a figure that a line break has cut
    ("发放手册不少于3 000册", []),
    # what is warranted
    ("质保期:3年", [("exactly", "3", "年", None)]),
    ("整机免费保修18个月", [("exactly", "18", "个月", None)]),
    ("质保期3年内免费更换", []),
    ("食品保质期6个月", []),
    # units and areas of what is run
    ("开设手工课程不少于15门,每门不少于8课时", [("at_least", "15", "门", None), ("at_least", "8", "课时", None)]),
    ("定点门诊2门口", []),
    ("托管活动场馆800平方米", [("exactly", "800", "平方米", None)]),
    ("新建活动场馆800平方米", []),
    ("每次事故赔偿限额不低于30万元", [("at_least", "30", "万元", None)]),
    ("可在答复期满后15个工作日内向县财政局投诉", []),
    ("接到报警后30分钟内到场", [("at_most", "30", "分钟", None)]),
    ("离职的,应在10个工作日内补齐", [("at_most", "10", "工作日", None)]),
    ("二十四小时之内书面报告", [("at_most", "24", "小时", None)]),
    # numerals and units
    ("每月入户两次", [("exactly", "2", "次", "month")]),
    ("提交总结报告一份", [("exactly", "1", "份", None)]),
    ("每次不少于一个半小时", [("at_least", "1.5", "小时", None)]),
    ("募集善款不低于30万", [("at_least", "30", "万元", None)]),
    ("发放折页不少于1.5万份", [("at_least", "15000", "份", None)]),
    ("投入4人/天", [("exactly", "4", "人/天", None)]),
    ("巡查不少于2次/月", [("at_least", "2", "次", "month")]),
    ("有效投诉率低于1%", [("at_most", "1", "%", None)]),
    ("培训场次≥6", [("at_least", "6", "场", None)]),
    ("设立24小时救助热线", [("exactly", "24", "小时", None)]),
    # a comparator that governs a list
    ("至少包含电脑两台,书桌一张", [("at_least", "2", "台", None), ("at_least", "1", "张", None)]),
    ("配备不少于3名社工、2名护士", [("at_least", "3", "名", None), ("at_least", "2", "名", None)]),
    ("配备社工不少于3名、会计1名", [("at_least", "3", "名", None), ("exactly", "1", "名", None)]),
    ("低保户(不低于25%)、孤儿(100%)入户核实", [("at_least", "25", "%", None), ("exactly", "100", "%", None)]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_figures_with_comparator_and_unit(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(text) == expected


RHYTHMS = [
    ("全年走访企业不少于12家,受益不少于90人", ["year", "year"]),
    ("每月开展活动不少于2场,每场不少于15人", ["month", None]),
    ("每站全年开展个案不少于5例,每例访谈不少于3次", ["year", None]),
    ("每周开放不少于5天,每天不少于6小时", ["week", "day"]),
    ("项目期内,走访不少于2次;开展个案不少于9个", ["project", "project"]),
    ("服务期内培育队伍不少于2支。提交案例3篇", ["project", None]),
    ("全年培训2期,配备专职社工不少于2名", ["year", None]),
    ("每季度督导1次,结案率不低于80%", ["quarter", None]),
    ("每半年协助召开会议不少于1次", ["half_year"]),
    ("每人每天排查一个村", ["day"]),
    ("全年发布推文不少于9篇,其中市级媒体不少于2篇", ["year", "year"]),
    ("每两个月举办一次沙龙", [None]),
]


@pytest.mark.parametrize(("text", "expected"), RHYTHMS, ids=[text for text, _ in RHYTHMS])
def test_the_rhythm_that_governs(text: str, expected: list[str | None]) -> None:
    assert [per for _, _, _, per in read(text)] == expected


NO_MEASURES = [
    "7.3期刊:定期编印",
    "5.4个案管理",
    "2.1人员结构",
    "6.2月简报",
    "做到一户一档、一人一策",
    "一次性告知书",
    "聚焦一老一小",
    "委托第三方评估",
    "第二次公告",
    "依照第二十二条规定",
    "2026年5月12日至2026年5月20日",
    "每缺1份扣0.5分",
    "完成8例得基础分6分",
    "满意度≥95%得10分",
    "合同签订后10个工作日内,采购人支付合同金额的40%",
    "按合同金额的2%支付违约金",
    "小微企业报价按10%予以扣除",
    "采购人每半年组织1次服务考核",
    "区民政局每季度抽查一次",
    "开展助浴、助洁等6项服务",
    "范围为东街、西街、南街3个街道站点",
    "辖区面积约37平方公里",
    "近两个年度年检合格",
    "本项目共分2个包",
    "60周岁及以上老年人",
    "服务期限12个月",
    "不得另搞一套",
    "形成一套可推广的模式",
    "针对每一名老人建立档案",
    "正本一份,副本四份",
    "每个人只能算一个",
    "镇区下辖9个社区,常住人口2万人",
    "满意度低于80%的",
    "中标人应在30日内签订合同",
    "围绕政策、沟通、评估三个方向",
    "变压器3台",
    "电话0571-88001234",
]


@pytest.mark.parametrize("text", NO_MEASURES)
def test_what_is_no_measure(text: str) -> None:
    assert read(text) == []


def test_asterisks_are_digits_only_in_a_masked_document() -> None:
    text = "活动不少于**场,应配*名社工,****年**月前完成"
    assert read(text, masked=True) == [("at_least", "**", "场", None), ("exactly", "*", "名", None)]
    assert read(text) == []


BARE_RHYTHMS = [
    ("台账每月更新", ["month"]),
    ("核查结果按季度报民政局", ["quarter"]),
    ("每月、半年、年终报送工作情况", ["month", "half_year", "year"]),
    ("每月5日前报送简报", ["month"]),
    ("每季度末报送季度小结", ["quarter"]),
    ("重点对象月度入户", ["month"]),
    ("节假日每日开放", ["day"]),
    ("季末提交数据", ["quarter"]),
    # counted, paid, the buyer's own, or no rhythm at all
    ("每月走访不少于2次", []),
    ("每日备份数据", ["day"]),
    ("每月8日前报送服务明细及结算资料", ["month"]),
    ("每月电话回访比例不低于20%", []),
    ("按月支付服务费", []),
    ("按月结算服务费", []),
    ("采购人每季度检查", []),
    ("每周一至周五开放", []),
    ("全年服务", []),
    ("每月组织活动,不少于2场", []),
]


@pytest.mark.parametrize(("text", "expected"), BARE_RHYTHMS, ids=[text for text, _ in BARE_RHYTHMS])
def test_rhythms_without_a_count(text: str, expected: list[str]) -> None:
    assert rhythms(text) == expected


def test_a_rhythm_without_a_count_is_one_time() -> None:
    (measure,) = find_measures("台账每月更新")
    assert (measure.value, measure.unit, measure.implied) == (1, "次", True)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("协助入户,全年不少于9次,另行通知", "全年不少于9次"),
        ("应配2名社工、1名督导", "应配2名社工"),
        ("大型活动3场(每场不少于80人)", "大型活动3场"),
        ("对低保户(不低于30%)入户", "对低保户(不低于30%)"),
        ("并发用户数不少于500个", "并发用户数不少于500个"),
        ("及时率不低于98%", "及时率不低于98%"),
        ("面向80名16-59周岁的残疾人开展训练", "面向80名16-59周岁的残疾人开展训练"),
        ("30分钟响应、24小时修复", "30分钟响应"),
        ("并发放折页不少于500份", "发放折页不少于500份"),
    ],
)
def test_the_clause_is_the_shortest_one(text: str, clause: str) -> None:
    first = find_measures(text)[0]
    assert text[first.clause_start : first.clause_end] == clause


def test_the_act_of_the_figure_before_is_no_part_of_the_next_clause() -> None:
    text = "30分钟响应、24小时修复"
    assert [text[m.clause_start : m.clause_end] for m in find_measures(text)] == ["30分钟响应", "24小时修复"]


@pytest.mark.parametrize(
    "unit", ["不少于", "1次", "每月", "1-", "1,", "(1", "一", "至少1、", "每半年、", "*", "100%,", "每季度1次,"]
)
def test_the_scan_is_linear(unit: str) -> None:
    assert grows_in_step(lambda text: find_measures(text, masked=True), unit)
