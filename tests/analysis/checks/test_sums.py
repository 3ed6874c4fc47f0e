"""Items, lots, points and payments that do not add up."""

from decimal import Decimal

import pytest

from tender_kit.models.demands import Bond, Number, Payment, ScoreGroup, ScoreItem, ScoreTable, Submission
from tender_kit.models.notice import Lot
from tender_kit.models.parties import Party
from tender_kit.models.results import Award, Item


def item(make, quantity, price, total, lots=()):
    return Item(
        name="入户服务",
        quantity=Decimal(quantity),
        unit_price=make.yuan(price),
        total=make.yuan(total),
        lots=lots,
        evidence=(make.quote,),
    )


def award(make, amount, lot=None, rank=None):
    supplier = Party(name=make.known("青石社工中心"))
    ranked = {} if rank is None else {"rank": make.known(rank)}
    return Award(lot=lot, supplier=supplier, amount=make.yuan(amount), evidence=(make.quote,), **ranked)


def test_a_row_that_does_not_multiply_is_found_with_its_figures(make, find):
    (finding,) = find(make.notice(items=(item(make, 12, "500", "6500"),)), "item_row_total")
    assert finding.message == "“入户服务”单价×数量为500×12=6000元,与总价6500元不一致。"
    assert finding.evidence == (make.quote,)


@pytest.mark.parametrize(("quantity", "price", "total"), [("12", "500", "6000"), ("3", "33.33", "100"), ("300", "0.33", "100")])
def test_a_row_that_multiplies_up_to_the_cents_is_fine(make, find, quantity, price, total):
    assert find(make.notice(items=(item(make, quantity, price, total),)), "item_row_total") == []


def test_items_add_up_to_the_award(make, find):
    items = (item(make, 1, "772300", "772300"), item(make, 1, "262400", "262400"))
    assert find(make.notice(items=items, awards=(award(make, "1034700"),)), "items_total") == []
    (finding,) = find(make.notice(items=items, awards=(award(make, "1034000"),)), "items_total")
    assert (finding.severity, "1,034,700" in finding.message) == ("warning", True)


def test_items_of_a_lot_are_held_against_its_own_winner(make, find):
    items = (item(make, 1, "300", "300", ("01",)), item(make, 1, "500", "500", ("02",)))
    awards = (award(make, "300", "包1", 1), award(make, "310", "包1", 2), award(make, "400", "2"))
    (finding,) = find(make.notice(items=items, awards=awards), "items_total")
    assert "400元" in finding.message


def test_items_below_the_budget_may_be_a_part_of_it(make, find):
    items = (item(make, 1, "400", "400"),)
    assert [f.severity for f in find(make.notice(items=items, budget=make.yuan("500")), "items_total")] == ["info"]
    assert [f.severity for f in find(make.notice(items=items, budget=make.yuan("300")), "items_total")] == ["warning"]


def test_lots_add_up_to_the_project(make, find):
    lots = (Lot(number="1", budget=make.yuan("600000")), Lot(number="2", budget=make.yuan("80000")))
    assert find(make.notice(lots=lots, budget=make.yuan("680000")), "lots_total") == []
    (finding,) = find(make.notice(lots=lots, budget=make.yuan("700000")), "lots_total")
    assert "680,000元" in finding.message
    unknown = (*lots, Lot(number="3"))
    assert find(make.notice(lots=unknown, budget=make.yuan("700000")), "lots_total") == []


def table(make, total, *points):
    rows = [Number(mask=p) if "*" in p else Number(value=Decimal(p)) for p in points]
    items = tuple(ScoreItem(text="方案", points=row, evidence=(make.quote,)) for row in rows)
    return make.notice(
        score_tables=(
            ScoreTable(
                title="评分表", purpose="evaluation", total=Number(value=Decimal(total)), groups=(ScoreGroup(items=items),)
            ),
        )
    )


@pytest.mark.parametrize(
    ("total", "points", "found"),
    [
        ("100", ("60", "40"), False),
        ("100", ("60", "30"), True),
        ("100", ("60", "**"), False),
        ("100", ("95", "**"), True),
        ("100", ("60", "*"), True),
    ],
)
def test_points_add_up_and_hidden_ones_only_exclude(make, find, total, points, found):
    assert bool(find(table(make, total, *points), "points_total")) is found


def test_bonus_points_stand_beside_the_total(make, find):
    row = ScoreItem(text="获奖", points=Number(value=Decimal(5)), evidence=(make.quote,))
    whole = table(make, "100", "60", "40").score_tables[0]
    bonus = whole.model_copy(update={"groups": (*whole.groups, ScoreGroup(name="加分项", items=(row,)))})
    assert find(make.notice(score_tables=(bonus,)), "points_total") == []


def payments(make, *shares, lots=()):
    return tuple(
        Payment(percent=None if "*" in s else Decimal(s), mask=s if "*" in s else None, lots=lots, evidence=(make.quote,))
        for s in shares
    )


@pytest.mark.parametrize(
    ("shares", "found"),
    [(("40", "30", "30"), False), (("40", "30"), True), (("40", "**"), False), (("60", "50", "*"), True), (("100",), False)],
)
def test_payment_shares_make_a_hundred(make, find, shares, found):
    assert bool(find(make.notice(payments=payments(make, *shares)), "payment_shares")) is found


@pytest.mark.parametrize(
    ("trigger", "found"),
    [
        ("每季度服务结束并通过考核后", False),
        ("其余三期每满三个月考核合格后各", False),
        ("每半年", False),
        ("每位员工到岗后", True),
        ("验收后", True),
    ],
)
def test_an_instalment_that_recurs_is_paid_until_a_hundred(make, find, trigger, found):
    parts = tuple(part.model_copy(update={"trigger": trigger}) for part in payments(make, "25"))
    assert bool(find(make.notice(payments=parts), "payment_shares")) is found


def test_each_lot_has_its_own_hundred(make, find):
    own = payments(make, "40", "60", lots=("1",)) + payments(make, "50", "40", lots=("2",))
    (finding,) = find(make.notice(payments=own), "payment_shares")
    assert finding.message == "2包付款比例合计90%,不是100%。"


def test_ceilings_stay_below_budgets_and_awards_below_ceilings(make, find):
    notice = make.notice(budget=make.yuan("500000"), ceiling=make.yuan("510000"), awards=(award(make, "505000"),))
    assert [f.severity for f in find(notice, "ceiling_above_budget")] == ["error"]
    (finding,) = find(notice, "award_above_ceiling")
    assert "预算金额500,000元" in finding.message
    fair = make.notice(budget=make.yuan("500000"), ceiling=make.yuan("500000"), awards=(award(make, "500000"),))
    assert find(fair, "ceiling_above_budget") + find(fair, "award_above_ceiling") == []


def test_an_award_is_held_against_the_ceiling_of_its_lot(make, find):
    lots = (Lot(number="01", ceiling=make.yuan("100000")), Lot(number="02", ceiling=make.yuan("300000")))
    notice = make.notice(
        lots=lots, budget=make.yuan("400000"), awards=(award(make, "120000", "包1"), award(make, "280000", "包2"))
    )
    (finding,) = find(notice, "award_above_ceiling")
    assert "该包最高限价100,000元" in finding.message


@pytest.mark.parametrize(("yuan", "found"), [("50", True), ("500000", False), ("2000000000", True)])
def test_a_budget_has_a_likely_magnitude(make, find, yuan, found):
    assert bool(find(make.notice(budget=make.yuan(yuan)), "budget_sanity")) is found


def test_bonds_stay_within_the_limits_of_the_law(make, find):
    high = Submission(bid_bond=Bond(amount=make.yuan("12000")), performance_bond=Bond(percent=make.known(Decimal(15))))
    assert len(find(make.notice(budget=make.yuan("500000"), submission=high), "bond_above_limit")) == 2
    fair = Submission(bid_bond=Bond(amount=make.yuan("10000")), performance_bond=Bond(percent=make.known(Decimal(10))))
    assert find(make.notice(budget=make.yuan("500000"), submission=fair), "bond_above_limit") == []
