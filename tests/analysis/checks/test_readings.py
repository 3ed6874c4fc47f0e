"""Facts that are hidden, unread, filled in or contradictory, and the table of checks itself."""

from decimal import Decimal

from tender_kit.analysis.checks import CHECKS, find_findings
from tender_kit.core.readings import Candidate, Reading
from tender_kit.models.demands import Payment
from tender_kit.models.notice import Project, Schedule
from tender_kit.models.values import Money


def test_a_notice_that_says_nothing_has_no_findings(make):
    assert find_findings(make.notice()) == ()


def test_hidden_facts_are_one_finding_that_names_them(make, find):
    hidden = Reading(state="masked", mask="******", evidence=(make.quote,))
    payment = Payment(mask="**", evidence=(make.quote,))
    (finding,) = find(make.notice(budget=hidden, schedule=Schedule(opening=hidden), payments=(payment,)), "masked")
    assert finding.message.endswith("预算金额、开标(开启)时间、付款比例1处。")
    assert finding.evidence == (make.quote,)


def test_unread_facts_are_one_finding_that_names_them(make, find):
    unread = Reading(state="unread", evidence=(make.quote,))
    (finding,) = find(make.notice(project=Project(name=unread, number=unread)), "unread")
    assert finding.message.endswith("项目名称、项目编号。")
    assert finding.message_en.endswith("Project, Project number.")


def test_rival_values_are_shown_side_by_side(make, find):
    values = [Money(yuan=Decimal(500000)), Money(yuan=Decimal(480000))]
    rivals = Reading(state="ambiguous", candidates=tuple(Candidate(value=value, evidence=(make.quote,)) for value in values))
    (finding,) = find(make.notice(budget=rivals), "ambiguous")
    assert "500,000" in finding.message
    assert "480,000" in finding.message
    assert finding.evidence == (make.quote,)


def test_what_was_filled_from_elsewhere_is_said(make, find):
    filled = Reading(state="known", value=Money(yuan=Decimal(500000)), origin="reconciled", evidence=(make.quote,))
    assert [f.severity for f in find(make.notice(budget=filled), "reconciled")] == ["info"]
    assert find(make.notice(budget=make.yuan("500000")), "reconciled") == []


def test_words_and_digits_that_disagree_are_an_error(make, find):
    money = Money(yuan=Decimal(100000))
    (finding,) = find(make.notice(budget=make.known(money, "壹拾万元整(¥120000.00)")), "amount_words_digits")
    assert finding.message == "预算金额大写为100,000元,小写为120,000元,不一致。"
    assert find(make.notice(budget=make.known(money, "壹拾万元整(¥100000.00)")), "amount_words_digits") == []


def test_rival_sums_of_two_places_are_compared_too(make, find):
    worded, figured = (
        make.known(Money(yuan=Decimal(100000)), "壹拾万元整"),
        make.known(Money(yuan=Decimal(120000)), "¥120000.00", 8),
    )
    rivals = Reading(
        state="ambiguous", candidates=tuple(Candidate(value=r.value, evidence=r.evidence) for r in (worded, figured))
    )
    assert len(find(make.notice(budget=rivals), "amount_words_digits")) == 1


def test_each_check_has_its_own_code_a_reason_and_a_source():
    assert len({check.code for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert check.title
        assert check.title_en
        assert check.why.endswith("。")
        assert len(check.source) > 5
