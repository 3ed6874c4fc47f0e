"""Qualification clauses: how they are cut, and what they rest on."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.context import Context
from tender_kit.extractors.lots import extract_lots
from tender_kit.extractors.qualification_clauses import is_qualification_title
from tender_kit.extractors.qualifications import extract_qualifications
from tender_kit.models.demands import Qualification


def read(text: str) -> tuple[Qualification, ...]:
    document = build_document(text + "\n")
    lots, scopes = extract_lots(document)
    return extract_qualifications(Context(document, lots=lots, scopes=scopes))


def brief(text: str) -> list[tuple[str, str]]:
    return [(clause.basis, clause.text) for clause in read(text)]


FORM = """二、申请人的资格要求：
1.满足《中华人民共和国政府采购法》第二十二条规定；
2.落实政府采购政策需满足的资格要求：本项目专门面向中小企业采购。
3.本项目的特定资格要求：供应商须具有有效的食品经营许可证。
三、获取采购文件
时间：2026年3月27日"""


def test_the_form() -> None:
    assert brief(FORM) == [
        ("statutory", "满足《中华人民共和国政府采购法》第二十二条规定"),
        ("policy", "本项目专门面向中小企业采购"),
        ("specific", "供应商须具有有效的食品经营许可证"),
    ]
    assert [clause.number for clause in read(FORM)] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        pytest.param(
            "二、申请人的资格要求：\n1.满足政府采购法第二十二条规定；\n2.落实政府采购政策需满足的资格要求：无\n3.本项目的特定资格要求：无",
            [("statutory", "满足政府采购法第二十二条规定")],
            id="none-gives-none",
        ),
        pytest.param(
            "二、投标人资格要求\n（一）基本资格条件：\n1.具有独立承担民事责任的能力；\n2.具有健全的财务会计制度；\n（二）特定资格条件：\n1.具有养老机构备案回执；",
            [
                ("statutory", "具有独立承担民事责任的能力"),
                ("statutory", "具有健全的财务会计制度"),
                ("specific", "具有养老机构备案回执"),
            ],
            id="under-heads",
        ),
        pytest.param(
            "供应商资格要求：1、在民政部门登记的社会组织；2、近三年内无重大违法记录。",
            [("specific", "在民政部门登记的社会组织"), ("statutory", "近三年内无重大违法记录")],
            id="all-in-one-line",
        ),
        pytest.param(
            "三、报名条件\n1.依法登记的社会服务机构。\n2.未被列入失信被执行人名单。\n四、报名时间\n2026年4月1日",
            [("specific", "依法登记的社会服务机构"), ("specific", "未被列入失信被执行人名单")],
            id="conditions-to-apply",
        ),
        pytest.param(
            "三、报名条件\n1.具有独立承担民事责任能力的企业、社会组织或其他组织；\n2.具有独立承担民事责任能力的社会组织。\n四、报名时间\n五月",
            [
                ("statutory", "具有独立承担民事责任能力的企业、社会组织或其他组织"),
                ("specific", "具有独立承担民事责任能力的社会组织"),
            ],
            id="forms-beside-any-other-limit-nobody",
        ),
        pytest.param("二、服务要求\n1.每月走访两次。", [], id="no-qualification-section"),
        pytest.param("六、资格审查\n1.审查小组由三人组成。", [], id="review-is-no-requirement"),
    ],
)
def test_clauses(text: str, clauses: list[tuple[str, str]]) -> None:
    assert brief(text) == clauses


def test_a_clause_printed_twice_counts_once() -> None:
    text = "二、资格要求\n1.具有食品经营许可证。\n三、供应商资格条件\n1.具有食品经营许可证。"
    assert len(read(text)) == 1


def test_clauses_of_a_lot() -> None:
    text = (
        "二、采购内容\n采购包1（轮椅）：一批\n采购包2（助听器）：一批\n"
        "三、投标人的资格要求：\n采购包1：无\n采购包2：投标人须具备医疗器械经营许可证。"
    )
    (clause,) = read(text)
    assert (clause.text, clause.lots) == ("投标人须具备医疗器械经营许可证", ("2",))


def test_a_clause_that_begins_with_its_lot_behind_its_number() -> None:
    text = (
        "本项目划分为2个标段，1标段为消防改造工程，2标段为厨房设备采购。\n3.投标人资格要求\n"
        "3.1 未被列入失信被执行人名单；\n3.2 1标段投标人须具备消防设施工程专业承包资质。\n4.其他\n无"
    )
    assert [(clause.text, clause.lots) for clause in read(text)] == [
        ("未被列入失信被执行人名单", ()),
        ("1标段投标人须具备消防设施工程专业承包资质", ("1",)),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("供应商须具有有效的食品经营许可证", "licence"),
        ("本项目专门面向中小企业采购", "set_aside"),
    ],
)
def test_kinds_of_clauses(text: str, kind: str) -> None:
    (clause,) = read(f"二、资格要求\n1.{text}。")
    assert clause.kind == kind


def test_papers_that_the_clause_asks_for() -> None:
    (clause,) = read("二、资格要求\n1.具有独立承担民事责任的能力，提供营业执照复印件。")
    assert [(proof.text, proof.stated) for proof in clause.proofs] == [("营业执照复印件", True)]


def test_papers_by_law_are_not_stated() -> None:
    (clause,) = read("二、资格要求\n1.具有独立承担民事责任的能力。")
    assert clause.proofs
    assert {proof.stated for proof in clause.proofs} == {False}
    assert all(proof.source and not proof.evidence for proof in clause.proofs)


def test_clauses_are_quoted_and_claimed() -> None:
    document = build_document("二、资格要求\n1. 具有 食品经营许可证。\n")
    context = Context(document)
    (clause,) = extract_qualifications(context)
    assert clause.evidence[0].quote == "具有 食品经营许可证"
    assert set(context.claimed.values()) == {"qualification"}


@pytest.mark.parametrize(
    ("title", "opens"),
    [
        ("申请人的资格要求", True),
        ("供应商资格条件", True),
        ("投标人应具备的资格要求", True),
        ("报名条件", True),
        ("合格投标人", True),
        ("资格审查方法", False),
        ("资格证明文件", False),
        ("服务要求", False),
        ("获取采购文件", False),
        ("人员资质要求", False),
    ],
)
def test_titles(title: str, opens: bool) -> None:
    assert is_qualification_title(title) is opens


def test_a_clause_without_a_number_heads_nothing() -> None:
    text = """二、申请人资格条件
符合《中华人民共和国政府采购法》第二十二条第一款规定
具有电子与智能化工程专业承包二级及以上资质
不接受联合体申请
三、资格预审文件的获取"""
    assert [basis for basis, _ in brief(text)] == ["statutory", "specific", "specific"]


def test_lots_that_a_clause_names_are_no_list_numbers() -> None:
    text = """二、资格条件
3、特定资格要求：一标段投标人须有固定场所；二、三标段无。
4、特定资格要求：一标段须有许可证；二、三标段须有营业执照。"""
    assert [clause for _, clause in brief(text)] == ["一标段投标人须有固定场所", "一标段须有许可证", "二、三标段须有营业执照"]


def test_the_numbered_lines_of_a_cell_are_clauses() -> None:
    table = "<table><tr><td>投标人资格要求</td><td><p>1.符合政府采购法第二十二条规定。</p>"
    table += "<p>2.投标人具有有效的食品经营许可证。</p></td></tr>"
    table += "<tr><td>公告期限</td><td>5个工作日</td></tr></table>"
    assert brief(table) == [("statutory", "符合政府采购法第二十二条规定"), ("specific", "投标人具有有效的食品经营许可证")]


def test_the_rows_beside_a_cell_that_reaches_over_them_are_clauses() -> None:
    table = "<table><tr><td rowspan=2>参选人<br>资格条件</td><td>1</td><td>在民政部门登记的社会组织</td></tr>"
    table += (
        "<tr><td>2</td><td>近三年承担过助残项目不少于1个</td></tr><tr><td>服务期限</td><td colspan=2>12个月</td></tr></table>"
    )
    assert [clause.text for clause in read(table)] == ["在民政部门登记的社会组织", "近三年承担过助残项目不少于1个"]
