"""Which parts of a notice state requirements, and what becomes of them."""

from decimal import Decimal

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.context import Context
from tender_kit.extractors.lots import extract_lots
from tender_kit.extractors.requirements import extract_requirements
from tender_kit.models.demands import Measure, Requirement
from tender_kit.models.values import NoticeKind


def read(text: str, kind: NoticeKind = NoticeKind.TENDER, term: int | None = None) -> tuple[Requirement, ...]:
    document = build_document(text, uri="notice.html" if text.startswith("<") else "notice.txt")
    context = Context(document, kind, term_months=term)
    context.lots, context.scopes = extract_lots(document)
    found = extract_requirements(context)
    for requirement in found:
        for holder in (requirement, *requirement.measures):
            assert all(document.text[e.start : e.end] == e.quote for e in holder.evidence)
    return found


def measures(found: tuple[Requirement, ...]) -> list[Measure]:
    return [measure for requirement in found for measure in requirement.measures]


def figures(text: str, kind: NoticeKind = NoticeKind.TENDER) -> list[str]:
    return [f"{m.value}{m.unit}" for m in measures(read(text, kind)) if not m.implied]


NOTICE = """青石县社区服务项目竞争性磋商公告
一、项目基本情况
项目名称:青石县社区服务项目
预算金额:20万元
二、服务内容及要求
1.走访。每月入户走访不少于2次,台账每月更新。
2.培训。全年业务培训3期,每期不少于20人。
三、申请人的资格要求
1.具有独立承担民事责任的能力,成立满3年;
2.拟派人员不少于4名具有社会工作师证书;
四、获取采购文件
时间:2026年3月2日至2026年3月9日,每天上午9:00至11:30
五、付款方式
合同签订后10个工作日内支付合同金额的40%。
六、公告期限
自本公告发布之日起5个工作日。
"""


def test_a_tender_states_requirements_in_their_section_only() -> None:
    assert figures(NOTICE) == ["2次", "3期", "20人"]
    assert [m.per for m in measures(read(NOTICE)) if m.implied] == ["month"]


def test_clauses_keep_their_number_path_and_topic() -> None:
    first = read(NOTICE)[0]
    assert first.number == "1."
    assert first.path[-1].endswith("服务内容及要求")
    assert first.topic == "svc.visit_home" or first.topic == "svc.visit"
    assert first.text.startswith("走访。每月入户")


def test_a_label_opens_requirements_under_another_heading() -> None:
    text = "一、项目基本情况\n项目名称:甲\n采购需求:每周上门服务不少于2次,满意度不低于90%。\n合同履行期限:1年\n"
    assert figures(text) == ["2次", "90%"]


def test_a_term_of_delivery_binds() -> None:
    text = "一、项目基本情况\n合同履行期限:合同签订后60个日历天内完成供货、安装\n二、公告期限\n5个工作日\n"
    assert figures(text) == ["60日历天"]


def test_a_correction_counts_as_it_stands_afterwards() -> None:
    text = "更正公告\n二、更正信息\n服务要求原为每月上门不少于2次,现变更为每月上门不少于3次。\n"
    assert figures(text, NoticeKind.CORRECTION) == ["3次"]


def test_the_rules_of_a_bid_evaluation_are_no_requirements() -> None:
    table = (
        "<p>评审办法:综合评分法</p><table><tr><th>评审因素</th><th>分值</th><th>评审标准</th></tr>"
        "<tr><td>人员配备</td><td>8</td><td>护理员在8人基础上每增加1人得2分</td></tr></table>"
    )
    assert figures(table) == []


PERFORMANCE = (
    "<p>服务考核评分表</p><table><tr><th>考核项目</th><th>考核内容</th><th>评分办法</th><th>分值</th></tr>"
    "<tr><td>个案</td><td>全年个案不少于6例</td><td>完成6例得8分,每增加1例加1分</td><td>10</td></tr>"
    "<tr><td>走访</td><td>每月入户不少于1次</td><td>每季度抽查10户,每缺1户扣0.5分</td><td>10</td></tr>"
    "<tr><td>满意度</td><td>满意度不低于90%</td><td>≥95%得10分;≥90%<95%得8分</td><td>10</td></tr></table>"
)


def test_a_performance_table_gives_its_indicators_and_not_its_points() -> None:
    assert figures(PERFORMANCE) == ["6例", "1次", "90%"]


def test_an_appended_table_of_duties_counts_behind_the_telephone_numbers() -> None:
    text = "八、联系方式\n联系电话:0571-88001234\n附件:社工站服务考核评分表\n站点每周开放6天\n每少开放1天扣0.5分\n"
    assert figures(text) == ["6天"]
    assert figures("八、联系方式\n附件:投标文件评审评分表\n站点每周开放6天\n") == []


def test_figures_take_the_unit_of_their_head_and_the_name_of_their_row() -> None:
    table = (
        "<h2>人员配备要求</h2><table><tr><td>岗位</td><td>人数(人)</td><td>任职要求</td></tr>"
        "<tr><td>站长</td><td>1</td><td>具有3年以上工作经验</td></tr><tr><td>社工</td><td>≥2</td><td>持证</td></tr></table>"
    )
    found = measures(read(table))
    assert [(m.comparator, m.value, m.unit) for m in found] == [
        ("exactly", 1, "人"),
        ("at_least", 3, "年"),
        ("at_least", 2, "人"),
    ]
    assert [e.quote for e in found[0].evidence] == ["站长", "1"]


def test_numbers_that_run_on_inside_a_cell_part_its_clauses() -> None:
    cell = "服务标准 1 主动发现 摸排困难群众 每月摸排1次 2 档案管理 装订档案 档案合格率100% 3 业务培训 培训 全年2期"
    table = f"<table><tr><th>标的名称</th><th>服务要求</th></tr><tr><td>服务</td><td>{cell}</td></tr></table>"
    found = read(table, NoticeKind.CONTRACT)
    assert [r.number for r in found] == ["", "1", "2", "3"]
    assert [m.per for m in measures(found)] == ["month", None, "year"]


LOTS = """采购需求
一、项目概况
本项目分2个包:包1东片服务,包2西片服务。
二、服务要求
(一)包1要求
1.每月走访不少于2次。
(二)包2要求
1.每月走访不少于3次。
(三)包1、包2共同要求
1.满意度包1不低于92%、包2不低于90%。
"""


def test_figures_belong_to_the_lots_of_their_heading_or_their_clause() -> None:
    found = read(LOTS, NoticeKind.REQUIREMENTS)
    assert [(r.lots, str(m.value)) for r in found for m in r.measures] == [
        (("1",), "2"),
        (("2",), "3"),
        (("1",), "92"),
        (("2",), "90"),
    ]


def test_a_lot_that_opens_a_sentence_holds_to_its_full_stop() -> None:
    said = "简要要求:包1要求派驻不少于4名工程师;可用率不低于99%;响应不超过15分钟。包2要求评估不少于3次。"
    found = read(LOTS + f"2.{said}\n", NoticeKind.REQUIREMENTS)
    told = [(r.lots, str(m.value)) for r in found for m in r.measures][4:]
    assert told == [(("1",), "4"), (("1",), "99"), (("1",), "15"), (("2",), "3")]


def test_marks_make_a_clause_mandatory() -> None:
    text = "采购需求\n一、服务要求\n★1.每月走访不少于2次。\n2.每月活动不少于1场。\n"
    assert [r.mandatory for r in read(text, NoticeKind.REQUIREMENTS)] == [True, False]


def test_a_triangle_is_mandatory_only_by_the_legend() -> None:
    text = "采购需求\n一、服务要求\n{legend}▲1.每月走访不少于2次。\n"
    plain = read(text.format(legend=""), NoticeKind.REQUIREMENTS)
    told = read(text.format(legend="注:带“▲”的条款为实质性要求。\n"), NoticeKind.REQUIREMENTS)
    assert (plain[-1].mandatory, told[-1].mandatory) == (False, True)


@pytest.mark.parametrize(
    ("clause", "term", "expected"),
    [
        ("每季度召开联席会议不少于2次", None, Decimal(8)),
        ("每周电话探访不少于1次", None, Decimal(52)),
        ("服务期内个案服务不少于12例", 24, Decimal(6)),
        ("服务期内个案服务不少于12例", None, None),
        ("个案服务不少于12例", 12, Decimal(12)),
        ("满意度不低于90%", 12, None),
        ("每例面谈不少于4次", 12, None),
        ("配备项目团队不少于4人", 12, None),
        ("突发情况2小时内报告", 12, None),
    ],
)
def test_a_measure_is_brought_to_a_year_where_that_makes_sense(clause: str, term: int | None, expected: Decimal | None) -> None:
    (measure,) = measures(read(f"采购需求\n一、服务要求\n1.{clause}。\n", NoticeKind.REQUIREMENTS, term))
    assert measure.per_year == expected


def test_what_other_families_have_claimed_is_left_to_them() -> None:
    document = build_document("采购需求\n一、服务要求\n1.每月走访不少于2次。\n", uri="a.txt")
    context = Context(document, NoticeKind.REQUIREMENTS)
    context.claim(document.blocks[-1], "qualification")
    assert extract_requirements(context) == ()


def test_pairs_of_the_header_are_no_clauses() -> None:
    header = """某县社工站项目招标公告
**项目概况**
一、项目基本情况
采购需求:
1.每月走访不少于3次。
合同履行期限:自合同签订之日起一年
是否接受联合体:否
二、服务要求
需落实的政府采购政策:中小企业
2.个案不少于6例。
"""
    found = read(header)
    assert [r.text for r in found] == ["每月走访不少于3次。", "个案不少于6例。"]
    assert not any(r.mandatory for r in found)


def test_bold_type_is_no_mark() -> None:
    found = read("采购需求\n一、服务要求\n**1.每月走访不少于3次。**\n", NoticeKind.REQUIREMENTS)
    assert [r.mandatory for r in found] == [False]


def test_lots_in_the_need_do_not_end_it() -> None:
    notice = """一、项目基本情况
采购需求:(包括但不限于标的的名称、数量、简要技术需求、服务要求以及其他内容等等)
设备故障时:4小时内响应。
标项一:
标项名称:青石社区服务
标项二:
标项名称:白河社区服务
服务要求:
标项一:(1)报修3小时内响应;(2)登记志愿者80名。
标项二:(1)议事会办结率不低于70%。
二、申请人的资格要求
无
"""
    assert figures(notice) == ["4小时", "3小时", "80名", "70%"]


def test_duties_beside_terms_of_payment_are_kept() -> None:
    document = build_document("采购需求\n一、商务要求\n质保期不少于30个月。付款:验收后支付合同金额的90%。\n", uri="a.txt")
    context = Context(document, NoticeKind.REQUIREMENTS)
    context.claim(document.blocks[-1], "payment")
    assert [f"{m.value}{m.unit}" for m in measures(extract_requirements(context))] == ["30个月"]


def test_a_label_on_a_line_of_its_own_tells_what_the_next_line_binds() -> None:
    assert figures("某县取暖物资询价公告\n质保期\n不少于18个月\n报价有效期\n不少于60日\n") == ["18个月"]


def test_the_object_of_work_under_a_heading_that_names_it() -> None:
    assert figures("第一条 服务对象与数量\n名单内的独居老人三百零六名。\n第二条 其他\n无\n") == ["306名"]


TABLE = """<p>采购需求</p><p>一、任务清单</p><table>
<tr><th>序号</th><th>任务名称</th><th>频次</th><th>年度数量(场)</th></tr>
<tr><td>1</td><td>端午联欢</td><td>按节点</td><td>5</td></tr></table>"""


def test_a_column_of_rhythms_names_no_row() -> None:
    (figure,) = [m for m in measures(read(TABLE, NoticeKind.REQUIREMENTS)) if not m.implied]
    assert ("".join(e.quote for e in figure.evidence), figure.per, figure.topic) == ("端午联欢5", "year", "svc.event")


def test_volumes_in_a_table_of_lots_below_words_about_bids() -> None:
    page = """<p>一、项目基本情况</p><p>投标报价不得超过下表的最高限价。</p><table>
<tr><th>分包号</th><th>分包名称</th><th>预计服务对象(人)</th><th>分包预算(万元)</th></tr>
<tr><td>01</td><td>河东上门服务</td><td>1310</td><td>51.20</td></tr></table>"""
    assert figures(page) == ["1310人"]


def test_what_a_deduction_presupposes_is_a_duty() -> None:
    assert figures("一、考核指标\n1.全年开展小组9个,每组不少于5节,缺1节扣0.5分。\n") == ["9个", "5节"]


@pytest.mark.parametrize("text", ["", "。", "采购需求", "1.", "★", "包1", "<table><tr><td>", "≥", "每", "||||"])
def test_no_document_raises(text: str) -> None:
    for kind in (NoticeKind.REQUIREMENTS, NoticeKind.TENDER, NoticeKind.CORRECTION):
        assert measures(read(text, kind)) == []


def test_other_matters_hold_duties_beside_procedure() -> None:
    text = """青石县救助服务合同公告
八、其他补充事宜
1.服务对象满意度不得低于95%。
2.维保响应：接报修后4小时内到场，每半年检测一次。
3.有异议的，可以自公示之日起7个工作日内提出质疑。
"""
    assert figures(text, NoticeKind.CONTRACT) == ["95%", "4小时", "1次"]


def test_what_is_asked_of_all_lots_is_not_the_last_ones() -> None:
    text = """采购需求
一标段：上门照料每月不少于4次。
二标段：适配评估不少于600人次。
各标段共同要求：满意率达95%以上。
"""
    assert [clause.lots for clause in read(text) if clause.measures] == [("1",), ("2",), ("1", "2")]
