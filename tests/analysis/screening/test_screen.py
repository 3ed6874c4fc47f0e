"""The outcome of a notice: what decides, lots, alternatives, ranks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.analysis.screening.examples import HEAD, profile_with
from tests.work import calls_of, work

import tender_kit as tk
from tender_kit import pipeline
from tender_kit.analysis.screening.statements import cut_clauses
from tender_kit.models.notice import Notice
from tender_kit.models.screening import Screening

ROOT = Path(__file__).parent.parent.parent.parent
CORPUS = sorted(ROOT.glob("corpus/*/source.*"))
ON = date(2026, 3, 2)
GOOD = """青石县社工站项目竞争性磋商公告
项目编号:QS-2026-1
项目名称:青石县社工站项目
采购人:浙江省台州市仙居县民政局
预算金额:50万元
响应文件提交截止时间:2026年3月20日9:30
二、申请人的资格要求:
1.满足《中华人民共和国政府采购法》第二十二条规定;
2.本项目不专门面向中小企业采购;
3.社会组织评估等级为3A级及以上。
三、获取采购文件
时间:2026年2月27日至2026年3月6日
"""


def screened(text: str, **changes: object) -> Screening:
    return tk.screen(tk.parse(text), profile_with(changes), on=ON)


def codes(screening: Screening, verdict: str) -> set[str]:
    return {result.code for result in screening.results if result.verdict == verdict}


def test_a_part_that_was_not_read_is_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(context: object, facts: object) -> dict[str, object]:
        raise IndexError("a rule of ours")

    families = tuple((name, fail if name == "payments" else family) for name, family in pipeline.FAMILIES)
    monkeypatch.setattr(pipeline, "FAMILIES", families)
    screening = screened(GOOD)
    assert screening.outcome == "review"
    assert any("付款未能读取" in result.reason for result in screening.deciding)


def test_a_notice_that_asks_for_what_is_there_is_a_go() -> None:
    screening = screened(GOOD)
    assert screening.outcome == "go", [(r.code, r.reason) for r in screening.deciding]
    assert screening.deciding == ()
    assert (screening.days_left, screening.workdays_left) == (18, 14)
    assert screening.fit.met == screening.fit.asked
    assert screening.fit.score == 100


def test_one_decisive_failure_is_a_no_go_and_comes_first() -> None:
    screening = screened(GOOD.replace("不专门面向", "专门面向"))
    assert screening.outcome == "no_go"
    assert screening.results[0].code == "set_aside"
    assert [result.code for result in screening.deciding] == ["set_aside"]
    assert screening.results[0].evidence[0].quote == "本项目专门面向中小企业采购"


def test_a_decisive_doubt_is_a_review() -> None:
    screening = screened(GOOD.replace("3A级", "*A级"))
    assert screening.outcome == "review"
    assert [(r.code, r.verdict) for r in screening.deciding] == [("rating", "cannot_tell")]


def test_another_failure_is_a_review_too() -> None:
    screening = screened(GOOD + "投标保证金:20000元\n")
    assert screening.outcome == "review"
    (bond,) = screening.deciding
    assert (bond.code, bond.decisive, bond.challengeable) == ("bonds", False, True)


def test_what_the_profile_leaves_out_is_a_doubt_that_names_the_field() -> None:
    screening = screened(GOOD, rating=None)
    (rating,) = screening.deciding
    assert "rating" in rating.to_do
    assert rating.profile_fields == ("rating", "organisation.form")


def test_a_clause_that_no_check_understands_is_shown_as_it_stands() -> None:
    screening = screened(GOOD.replace("3.社会组织评估等级为3A级及以上。", "3.供应商须为行业龙头,评估等级为3A级。"))
    assert screening.outcome == "review"
    (left,) = [result for result in screening.results if result.code == "clauses"]
    assert (left.verdict, left.decisive, left.evidence[0].quote) == ("cannot_tell", True, "3.供应商须为行业龙头,评估等级为3A级")
    assert "rating" in codes(screening, "meets")


def test_of_several_lots_the_best_counts() -> None:
    notice = tk.parse(next((ROOT / "corpus" / "debao_kangfufuju_2025").glob("source.*")))
    profile = profile_with({"organisation.form": "企业", "organisation.size": "大型"})
    screening = tk.screen(notice, profile, on=date(2025, 4, 10))
    outcomes = {lot.number: lot.outcome for lot in screening.lots}
    assert set(outcomes) == {"A", "B"}
    assert screening.outcome == min(outcomes.values(), key=("go", "review", "no_go").index)
    by_lot = [(r.lots, r.verdict) for r in screening.results if r.code == "set_aside"]
    assert (("B",), "meets") in by_lot
    assert all(verdict != "meets" for lots, verdict in by_lot if "A" in lots)


def test_a_sentence_of_alternatives_fails_only_as_a_whole() -> None:
    both = "供应商须具有民办非企业单位登记证书且业务范围包含社会工作,或者具有有效的医疗机构执业许可证。"
    met = screened(f"{HEAD}二、申请人的资格要求:\n1.{both}\n", certificates=[])
    assert codes(met, "fails") & {"certificates", "business_scope"} == set()
    lone = screened(f"{HEAD}二、申请人的资格要求:\n1.具有有效的医疗机构执业许可证或食品经营许可证。\n")
    assert "certificates" in codes(lone, "fails")


def test_a_condition_of_other_forms_is_not_asked() -> None:
    clause = "供应商为企业的,营业执照经营范围应包含养老服务;供应商为社会组织的,最近一个年度的年检结论为合格。"
    text = f"{HEAD}二、申请人的资格要求:\n1.{clause}\n"
    ours = {result.code for result in screened(text).results}
    assert "inspections" in ours
    assert not {"business_scope", "certificates"} & ours
    theirs = {result.code for result in screened(text, **{"organisation.form": "企业"}).results}
    assert "inspections" not in theirs
    assert "business_scope" in theirs


def test_statements_keep_their_places_and_their_sense() -> None:
    clause = "参加采购活动前三年内,在经营活动中没有重大违法记录,成立满2年;依法登记(或经批准,可延期)的机构"
    notice = tk.parse(f"{HEAD}二、申请人的资格要求:\n1.{clause}\n")
    assert [s.text for s in cut_clauses(notice.qualifications)] == [
        "参加采购活动前三年内,在经营活动中没有重大违法记录",
        "成立满2年",
        "依法登记(或经批准,可延期)的机构",
    ]


def test_a_result_takes_no_bids_and_nothing_else_is_asked() -> None:
    screening = screened("青石县社工站项目中标(成交)结果公告\n项目编号:QS-1\n中标供应商名称:和风中心")
    assert (screening.outcome, [r.code for r in screening.results]) == ("no_go", ["notice_kind"])


def test_many_are_ranked_by_outcome_fit_and_days() -> None:
    notices = [
        tk.parse(GOOD.replace("不专门面向", "专门面向")),
        tk.parse(GOOD.replace("3A级", "*A级")),
        tk.parse(GOOD.replace("3月20日", "3月27日")),
        tk.parse(GOOD),
    ]
    table = tk.screen(notices, profile_with({}), on=ON)
    assert [(s.outcome, s.days_left) for s in table.screenings] == [("go", 18), ("go", 25), ("review", 18), ("no_go", 18)]
    assert len(table) == 4
    assert table[0].title == "青石县社工站项目"
    assert table == tk.screen(list(reversed(notices)), profile_with({}), on=ON)


def test_a_notice_without_its_document_is_screened_the_same() -> None:
    """As one comes back from JSON: only short quotes are not given with their sentence."""
    notice = tk.parse(GOOD)
    again = Notice.model_validate_json(notice.model_dump_json())
    first, second = (tk.screen(n, profile_with({}), on=ON) for n in (notice, again))
    assert [(r.code, r.verdict, r.reason) for r in first.results] == [(r.code, r.verdict, r.reason) for r in second.results]


def test_screening_is_little_work_beside_reading() -> None:
    profile = tk.load_profile(ROOT / "examples" / "org.toml")
    sources = [path.read_bytes() for path in CORPUS[:20] if path.suffix in (".txt", ".html", ".md")]
    notices = [tk.parse(source) for source in sources]
    tk.screen(notices, profile, on=ON)
    reading = sum(work(source) for source in sources)
    assert calls_of(lambda: tk.screen(notices, profile, on=ON)) <= 0.3 * reading


def test_ten_times_the_lots_are_about_ten_times_the_work() -> None:
    lots = "".join(f"采购包{n}:社区服务{n},预算金额:{n + 20}万元\n" for n in range(1, 401))
    clauses = "".join(f"{n}.采购包{n}:评估等级为3A级及以上,成立满2年;\n" for n in range(1, 401))
    large = tk.parse(f"{HEAD}{lots}二、申请人的资格要求:\n{clauses}")
    assert len(large.lots) == 400
    clause = large.qualifications[0]

    def part(count: int) -> Notice:
        asked = tuple(clause.model_copy(update={"lots": (lot.number,)}) for lot in large.lots[:count])
        return large.model_copy(update={"lots": large.lots[:count], "qualifications": asked, "requirements": ()})

    small, large = part(40), part(400)
    profile = profile_with({})
    tk.screen(small, profile, on=ON)
    one = calls_of(lambda: tk.screen(small, profile, on=ON))
    assert calls_of(lambda: tk.screen(large, profile, on=ON)) <= 14 * one


@pytest.mark.parametrize("name", ["org.toml", "company.toml"])
@pytest.mark.parametrize("path", CORPUS, ids=[path.parent.name for path in CORPUS])
def test_every_case_of_the_corpus_is_screened_and_every_clause_is_answered(path: Path, name: str) -> None:
    notice, profile = tk.parse(path), tk.load_profile(ROOT / "examples" / name)
    screening = tk.screen(notice, profile, on=ON)
    assert Screening.model_validate_json(screening.model_dump_json()) == screening
    assert notice.document is not None
    for result in screening.results:
        assert all(notice.document.text[e.start : e.end] == e.quote for e in result.evidence)
        assert result.evidence or result.verdict == "cannot_tell", result
    if screening.results[0].code == "notice_kind" and len(screening.results) == 1:
        return
    shown = [(e.start, e.end) for result in screening.results for e in result.evidence]
    unanswered = [
        clause.text
        for clause in notice.qualifications
        if not any(start < e.end and e.start < end for e in clause.evidence for start, end in shown)
    ]
    # A condition of other legal forms alone is not asked of this one.
    assert [text for text in unanswered if "为企业的" not in text] == []
