"""A notice made by hand, so that what stands behind the parser is tested without it."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from tender_kit.core.readings import Candidate, Evidence, Finding, Reading
from tender_kit.models.demands import (
    Measure,
    Number,
    Paper,
    Payment,
    Proof,
    Qualification,
    Requirement,
    ScoreGroup,
    ScoreItem,
    ScoreTable,
    Submission,
)
from tender_kit.models.notice import Lot, Notice, Project, Schedule, Service, Source
from tender_kit.models.parties import Party
from tender_kit.models.values import Money, NoticeKind, Period, Region

TEXT = """青石县社会救助服务项目采购公告
项目编号:QS-2026-018 预算金额:50万元 采购人:青石县民政局 联系电话:0571-8000****
投标截止时间:2026年4月20日 09:30 服务期限:一年,自2026年5月1日起
★1.1 每季度入户走访不少于4次,服务对象满意度不低于85%。
1.2 每月更新台账。1.3 全年开展主题活动**场。
2.1 供应商须具有独立承担民事责任的能力。
合同签订后支付40%,验收合格后支付60%。
评分表:服务方案20分;=团队配置**分
须提交营业执照复印件。"""
BEIJING = timezone(timedelta(hours=8))


def pytest_collection_finish() -> None:
    """Leave what is loaded out of every later garbage collection: ten thousand tests would be walked each time."""
    gc.collect()
    gc.freeze()


@dataclass(frozen=True)
class MadeDocument:
    text: str


def quote(words: str, rule: str = "made") -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(start=start, end=start + len(words), quote=words, rule=rule),)


def known(value: object, words: str, **more: object) -> Reading:  # type: ignore[type-arg]
    return Reading(state="known", value=value, evidence=quote(words), **more)


def at_least(value: int, unit: str, words: str, **more: object) -> Measure:
    return Measure(comparator="at_least", value=Decimal(value), unit=unit, evidence=quote(words), **more)  # type: ignore[arg-type]


def made_requirements(lots: tuple[str, ...], visits: int) -> tuple[Requirement, ...]:
    """A substantive clause with two figures, a rhythm without a count, and a hidden figure."""
    visit = at_least(visits, "次", "每季度入户走访不少于4次", per="quarter", topic="svc.visit_home", per_year=Decimal(visits * 4))
    update = Measure(
        comparator="exactly", value=Decimal(1), unit="次", per="month", implied=True, topic="data.ledger",
        per_year=Decimal(12), evidence=quote("每月更新台账"),
    )  # fmt: skip
    event = Measure(comparator="exactly", mask="**", unit="场", per="year", topic="svc.event", evidence=quote("主题活动**场"))
    satisfied = at_least(85, "%", "满意度不低于85%", topic="qa.satisfy")
    made = (
        ("1.1", "每季度入户走访不少于4次,服务对象满意度不低于85%。", "svc.visit_home", (visit, satisfied)),
        ("1.2", "每月更新台账。", "data.ledger", (update,)),
        ("1.3", "全年开展主题活动**场。", "svc.event", (event,)),
    )
    return tuple(
        Requirement(
            number=number, lots=lots, path=("服务要求",), text=text, topic=topic, mandatory=number == "1.1",
            measures=measures, evidence=quote(text),
        )
        for number, text, topic, measures in made
    )  # fmt: skip


def made_ceiling() -> Reading[Money]:
    rivals = tuple(Candidate(value=Money(yuan=Decimal(yuan)), evidence=quote("50万元")) for yuan in (500000, 480000))
    return Reading(state="ambiguous", candidates=rivals, evidence=quote("50万元"))


def made_qualification() -> Qualification:
    proofs = (
        Proof(text="营业执照复印件", stated=True, evidence=quote("营业执照复印件")),
        Proof(text="法人证书", stated=False, source="政府采购法实施条例第十七条"),
    )
    text = "供应商须具有独立承担民事责任的能力。"
    return Qualification(number="2.1", basis="statutory", kind="civil_capacity", text=text, proofs=proofs, evidence=quote(text))


def made_score_table() -> ScoreTable:
    items = (
        ScoreItem(text="=团队配置", points=Number(mask="**"), evidence=quote("=团队配置**分")),
        ScoreItem(text="服务方案", points=Number(value=Decimal(20)), evidence=quote("服务方案20分")),
    )
    return ScoreTable(title="评分表", purpose="evaluation", groups=(ScoreGroup(name="技术", items=items),))


def made_demands(visits: int, of: tuple[str, ...]) -> dict[str, object]:
    payments = (("40", "合同签订后", "合同签订后支付40%"), ("60", "验收合格后", "验收合格后支付60%"))
    return {
        "qualifications": (made_qualification(),),
        "payments": tuple(Payment(percent=Decimal(p), trigger=t, evidence=quote(words)) for p, t, words in payments),
        "requirements": made_requirements(of, visits),
        "score_tables": (made_score_table(),),
        "submission": Submission(papers=(Paper(text="营业执照复印件", evidence=quote("营业执照复印件")),)),
    }


def make_notice(name: str = "qingshi.txt", *, visits: int = 4, lots: tuple[Lot, ...] = (), of: tuple[str, ...] = ()) -> Notice:
    deadline = known(datetime(2026, 4, 20, 9, 30, tzinfo=BEIJING), "2026年4月20日 09:30")
    phone = Reading[str](state="masked", mask="0571-8000****", evidence=quote("0571-8000****"))
    hidden = Finding(
        code="masked", severity="warning", message="有数值被遮蔽", message_en="A figure is hidden", evidence=quote("**场")
    )
    return Notice(
        source=Source(uri=name, sha256="ab" * 32, media_type="text/plain", encoding="utf-8", chars=len(TEXT)),
        document=MadeDocument(TEXT),
        kind=known(NoticeKind.TENDER, "采购公告"),
        method=Reading(state="unread", evidence=quote("采购公告")),
        title=known("青石县社会救助服务项目采购公告", "青石县社会救助服务项目采购公告"),
        project=Project(
            name=known("青石县社会救助服务项目", "青石县社会救助服务项目"), number=known("QS-2026-018", "QS-2026-018")
        ),
        region=known(Region(province="浙江省", city="杭州市", district="青石县", code="330199"), "青石县"),
        buyer=Party(name=known("青石县民政局", "青石县民政局"), phones=(phone,)),
        budget=known(Money(yuan=Decimal("500000.00")), "预算金额:50万元"),
        ceiling=made_ceiling(),
        lots=lots,
        schedule=Schedule(bid_deadline=deadline),
        service=Service(period=known(Period(months=12, start=date(2026, 5, 1)), "一年,自2026年5月1日起")),
        findings=(hidden,),
        **made_demands(visits, of),  # type: ignore[arg-type]
    )


@pytest.fixture
def notice() -> Notice:
    return make_notice()


@pytest.fixture
def other() -> Notice:
    """Another project of the same form, with more visits and without payments."""
    made = make_notice("heian.txt", visits=6)
    project = made.project.model_copy(update={"number": Reading(), "name": Reading()})
    return made.model_copy(update={"payments": (), "project": project})


@pytest.fixture
def lots_notice() -> Notice:
    """Three lots: 01 for itself, 02 and 03 with one block of requirements."""
    lots = tuple(Lot(number=number, budget=known(Money(yuan=Decimal(number) * 10000), "50万元")) for number in ("01", "02", "03"))
    made = make_notice("lots.txt", lots=lots, of=("01",))
    more = made_requirements(("02", "03"), 8)
    return made.model_copy(update={"requirements": made.requirements + more})
