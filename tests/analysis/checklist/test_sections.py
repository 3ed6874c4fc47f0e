"""The sections of a checklist: what stands where, with which words, proofs and days."""

from __future__ import annotations

from datetime import date

import pytest

import tender_kit
from tender_kit.analysis.checklist import checklist
from tender_kit.core.errors import TenderKitError
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.models.notice import Notice

DAY = date(2026, 4, 1)
TENDER = """河溪区社会救助服务项目竞争性磋商公告
项目概况:本项目属于政府采购。
一、项目基本情况
项目编号:HX-2026-007
采购方式:竞争性磋商
预算金额:50万元
二、申请人的资格要求
1. 具有独立承担民事责任的能力,提供营业执照复印件;
2. 供应商注册资金不低于500万元;
三、获取采购文件
时间:2026年4月1日至2026年4月8日
方式:现场领取
四、响应文件提交
截止时间:2026年4月20日09:30
逾期送达的响应文件,不予接收。
响应文件一正两副,胶装密封,加盖公章。
五、公告期限
自本公告发布之日起5个工作日。
发布时间:2026年4月1日
六、服务要求
带“★”的条款为实质性要求,不满足按无效响应处理。
★1. 每季度入户走访不少于4次。
2. 完成甲方交办的其他工作。
3. 乙方应对服务对象的隐私保密。
4. 每月更新台账,档案完整率不低于95%。
七、其他
供应商不得将本项目转包。
中标人须为入户人员配发工作服。
八、联系方式
采购人:河溪区民政局
"""


def rows_of(made: Checklist, section: str, kind: str = "") -> list[ChecklistRow]:
    return [row for row in made.rows if row.section == section and row.kind.startswith(kind)]


@pytest.fixture(scope="module")
def made() -> Checklist:
    return checklist(tender_kit.parse(TENDER), on=DAY)


def test_sections_stand_in_the_order_of_work(notice: Notice) -> None:
    sections = list(dict.fromkeys(row.section for row in checklist(notice, on=DAY).rows))
    assert sections == [
        "dates", "mandatory", "qualification", "papers", "requirement", "scoring", "payment", "risk", "question",
    ]  # fmt: skip


def test_rows_are_numbered_and_say_where_they_stand(made: Checklist) -> None:
    assert [row.number for row in made.rows] == list(range(1, len(made.rows) + 1))
    bare = [row.key for row in made.rows if not row.evidence]
    assert bare == ["legal.challenge_result"]
    assert all(row.sentence for row in made.rows if row.evidence)
    clause = next(row for row in made.rows if "入户走访" in row.clause)
    assert clause.path[-1] == "服务要求"
    assert clause.sentence == "★1. 每季度入户走访不少于4次。"


def test_dates_are_counted_down_in_their_order(made: Checklist) -> None:
    rows = {row.key: row for row in rows_of(made, "dates")}
    deadline = rows["schedule.bid_deadline"]
    assert (deadline.days_left, deadline.workdays_left) == (19, 12)
    dues = [str(row.due) for row in rows_of(made, "dates") if row.due]
    assert dues == sorted(dues)


def test_legal_days_are_reckoned_and_say_by_which_law(made: Checklist) -> None:
    rows = {row.key: row for row in rows_of(made, "dates", "derived")}
    # 5 working days from 1 April 2026 end on 9 April (6 April is a holiday); 7 working days from receipt on 1 April are earlier.
    assert rows["legal.notice_end"].due == date(2026, 4, 9)
    assert rows["legal.challenge_documents"].due == date(2026, 4, 13)
    assert "2026-04-09 起算为 2026-04-20" in rows["legal.challenge_documents"].answer
    assert rows["legal.challenge_process"].due == date(2026, 4, 29)
    assert rows["legal.inquiry"].due == date(2026, 4, 14)
    assert rows["legal.changes"].due == date(2026, 4, 15)
    assert "第五十三条" in rows["legal.challenge_documents"].law
    assert {row.origin for row in rows.values()} == {"derived"}


def test_a_buyer_under_its_own_rules_gets_no_legal_days() -> None:
    own = checklist(tender_kit.parse(TENDER.replace("属于政府采购", "为非政府采购项目")), on=DAY)
    assert rows_of(own, "dates", "derived") == []


def test_a_notice_that_does_not_name_its_law_says_so() -> None:
    text = TENDER.replace("项目概况:本项目属于政府采购。\n", "").replace("竞争性磋商", "比选")
    laws = {row.law[:7] for row in rows_of(checklist(tender_kit.parse(text), on=DAY), "dates", "derived")}
    assert laws == {"(如属政府采购"}


def test_works_follow_the_bidding_law() -> None:
    text = TENDER.replace("竞争性磋商", "公开招标").replace("社会救助服务项目", "敬老院改造工程")
    text = text.replace("采购方式", "项目类别:工程\n采购方式")
    rows = {row.key: row for row in rows_of(checklist(tender_kit.parse(text), on=DAY), "dates", "derived")}
    assert rows["legal.objection"].due == date(2026, 4, 10)
    assert "legal.challenge_documents" not in rows


def test_a_tender_without_a_deadline_says_so_and_asks() -> None:
    made = checklist(tender_kit.parse(TENDER.split("四、")[0] + TENDER[TENDER.index("五、") :]), on=DAY)
    row = next(row for row in made.rows if row.key == "schedule.bid_deadline")
    assert (row.reading, row.due) == ("absent", None)
    assert [row.clause for row in made.rows if row.key == "ask.schedule.bid_deadline"] == [
        "公告没有写明投标(响应)截止,请予明确。"
    ]


def test_a_mandatory_clause_comes_first_and_says_so(made: Checklist) -> None:
    (row,) = rows_of(made, "mandatory")
    assert row.clause == "每季度入户走访不少于4次。"
    assert "无效" in row.answer
    assert "承诺数值" in row.answer


def test_contract_terms_stand_apart(made: Checklist) -> None:
    clauses = [row.clause for row in rows_of(made, "payment")]
    assert "乙方应对服务对象的隐私保密。" in clauses
    assert "供应商不得将本项目转包。" in clauses
    assert any(clause.startswith("预算金额") for clause in clauses)


def test_proofs_of_the_notice_and_of_the_law_are_told_apart(notice: Notice) -> None:
    (row,) = rows_of(checklist(notice, on=DAY), "qualification", "civil")
    assert row.proofs == ("营业执照复印件", "法人证书(政府采购法实施条例第十七条)")


def test_copies_seals_and_format_are_papers(made: Checklist) -> None:
    forms = " ".join(row.clause for row in rows_of(made, "papers", "form"))
    assert "胶装密封" in forms
    assert "逾期送达" in forms
    assert [row.clause for row in rows_of(made, "papers", "get")] == ["文件获取方式:现场领取"]


def test_score_items_are_sorted_by_points_hidden_ones_last(notice: Notice) -> None:
    rows = rows_of(checklist(notice, on=DAY), "scoring")
    assert [row.clause for row in rows] == ["服务方案", "=团队配置"]
    assert [row.reading for row in rows] == ["known", "masked"]


def test_what_voids_a_bid_and_what_has_no_bound_are_risks(made: Checklist) -> None:
    void = [row.clause for row in rows_of(made, "risk", "void")]
    assert void == ["逾期送达的响应文件,不予接收。", "带“★”的条款为实质性要求,不满足按无效响应处理。"]
    assert [row.clause_number for row in rows_of(made, "risk", "open_ended")] == ["2."]


def test_the_lines_of_a_list_of_grounds_are_risks_too() -> None:
    text = (
        TENDER
        + "九、响应无效情形\n1. 未按要求密封的;\n2. 未提交授权书的。\n十、评审\n有下列情形之一的,投标无效:\n(1)报价有涂改的;\n"
    )
    void = [row.clause for row in rows_of(checklist(tender_kit.parse(text), on=DAY), "risk", "void")]
    assert {"未按要求密封的;", "未提交授权书的。", "报价有涂改的;"} <= set(void)


def test_a_marked_heading_with_nothing_under_it_is_substantive() -> None:
    text = TENDER.replace("七、其他\n", "★七、不接受进口产品\n七、其他\n")
    clauses = [row.clause for row in rows_of(checklist(tender_kit.parse(text), on=DAY), "mandatory")]
    assert "不接受进口产品" in clauses


def test_a_challengeable_clause_becomes_a_question_in_time(made: Checklist) -> None:
    (row,) = rows_of(made, "question", "challenge")
    assert "注册资金不低于500万元" in row.clause
    assert row.due == date(2026, 4, 13)
    assert "第十七条" in row.law
    assert "河溪区民政局" in row.answer


def test_hidden_figures_make_one_question(notice: Notice) -> None:
    rows = {row.key: row for row in rows_of(checklist(notice, on=DAY), "question")}
    assert "全年开展主题活动**场" in rows["ask.measures"].clause
    assert rows["ask.points"].clause.startswith("以下 1 项的分值")
    assert "50" in rows["ask.ceiling"].clause
    assert rows["ask.contacts"].answer == "到原发布网站查看完整公告"


def test_a_sentence_that_binds_and_fits_nowhere_is_listed(made: Checklist) -> None:
    (row,) = rows_of(made, "unclassified")
    assert row.clause == "中标人须为入户人员配发工作服。"
    assert "须" in row.answer


def test_what_the_panel_has_to_do_is_no_matter_of_the_bidder() -> None:
    text = TENDER + "九、评审\n磋商小组应当独立评审。\n磋商小组应当要求供应商书面澄清。\n"
    clauses = [row.clause for row in rows_of(checklist(tender_kit.parse(text), on=DAY), "unclassified")]
    assert "磋商小组应当独立评审。" not in clauses
    assert "磋商小组应当要求供应商书面澄清。" in clauses


def test_a_sentence_that_is_repeated_stands_once_with_all_its_places() -> None:
    text = TENDER + "九、密封\n响应文件应当胶装密封并加盖公章。\n十、签章\n响应文件应当胶装密封并加盖公章。\n"
    rows = [row for row in checklist(tender_kit.parse(text), on=DAY).rows if "胶装密封并加盖" in row.clause]
    assert [len(row.evidence) for row in rows] == [2]


def test_a_hidden_figure_is_to_be_completed(notice: Notice) -> None:
    row = next(row for row in checklist(notice, on=DAY).rows if row.clause_number == "1.3")
    assert row.reading == "masked"
    assert "遮蔽" in row.answer


def test_answers_speak_english_clauses_stay_as_written(notice: Notice) -> None:
    row = next(row for row in checklist(notice, on=DAY, language="en").rows if row.clause_number == "1.2")
    assert row.answer.startswith("State the figure")
    assert row.clause == "每月更新台账。"


def test_one_lot_is_chosen_however_it_is_written(lots_notice: Notice) -> None:
    every = checklist(lots_notice, on=DAY)
    for name in ("02", "2", "包2"):
        made = checklist(lots_notice, lot=name, on=DAY)
        assert made.lot == "02"
        assert {row.lots for row in made.rows} == {(), ("02",), ("02", "03")}
    assert {row.lots for row in rows_of(every, "requirement")} == {("01",), ("02", "03")}
    assert [row.lots for row in rows_of(every, "requirement")] == [("01",)] * 2 + [("02", "03")] * 2


def test_an_unknown_lot_is_refused_with_those_that_there_are(lots_notice: Notice, notice: Notice) -> None:
    with pytest.raises(TenderKitError, match="01, 02, 03"):
        checklist(lots_notice, lot="7")
    with pytest.raises(TenderKitError, match="不分包"):
        checklist(notice, lot="7")


def test_a_notice_without_its_source_says_what_was_not_gone_through(notice: Notice) -> None:
    rows = [row for row in checklist(Notice(source=notice.source), on=DAY).rows if not row.key.startswith("legal.")]
    assert [row.kind for row in rows] == ["no_source"]
    read = tender_kit.parse("青石县社会救助服务项目竞争性磋商公告\n项目编号:QS-2026-018\n")
    assert "no_source" not in {row.kind for row in checklist(read, on=DAY).rows}


def test_a_figure_in_a_table_is_told_with_the_words_of_its_row() -> None:
    text = "助餐服务磋商公告\n须知前附表\n条款\t名称\t编列内容\n1.1\t采购人\t见公告\n3.2\t投标有效期\t120日历天\n"
    rows = rows_of(checklist(tender_kit.parse(text), on=DAY), "unclassified")
    assert {row.clause: row.path[-1] for row in rows}["120日历天"] == "投标有效期"
