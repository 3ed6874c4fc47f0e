"""Comparisons made by hand that use every field of the model, with texts that try to break out of a page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tender_kit.core.readings import Evidence
from tender_kit.models.comparison import Cell, Column, Comparison, Entry, Ratio, Row
from tender_kit.models.demands import Measure

# Code points that a browser counts as two (🏛, 𠮷, 𡌛) stand before every quote.
PLAIN = (
    "🏛青石县救助服务公告\n𠮷祥站:★1.1 每季度入户走访不少于4次,每次不少于1小时。\n2.1 配备专职社工4人。\n"
    "预算金额:50万元。𡌛村另计。\n满意度约**%。\n按月支付。" + "\n补充说明。" * 200 + "\n全年活动8场。"
)
HOSTILE_TITLE = '"><img src=x onerror=alert(1)>'
HOSTILE = (
    "</script><script>document.title='owned'</script><!--\n每月入户走访2次&lt;b&gt;\n\u202e万05算预\u202c\x00\x1b[31m\n"
    '专职社工6人 ]]> \' " ` ${alert(1)} {{ 7*7 }}\n=HYPERLINK("http://x.example")\n全年活动12场。'
)
HOSTILE_CLAUSE = HOSTILE.split("\n", 1)[0]


@dataclass(frozen=True)
class Text:
    text: str


def quoted(text: str, words: str) -> tuple[Evidence, ...]:
    start = text.index(words)
    return (Evidence(start=start, end=start + len(words), quote=words, rule="made"),)


def said(source: str, words: str, /, **more: object) -> Entry:
    return Entry(**{"text": words, "evidence": quoted(source, words), **more})  # type: ignore[arg-type]


def at_least(value: int, unit: str, **more: object) -> Measure:
    return Measure(comparator="at_least", value=Decimal(value), unit=unit, evidence=(), **more)  # type: ignore[arg-type]


def known(*entries: Entry, figure: str | None = None, state: str = "known") -> Cell:
    return Cell(state=state, entries=entries, figure=Decimal(figure) if figure else None)  # type: ignore[arg-type]


COLUMNS = (
    Column(
        key="qingshi", title="青石县救助服务", lots=("01", "02"), uri="qingshi.txt", sha256="aa" * 32,
        yuan=Decimal("500000"), months=Decimal(12), staff=Decimal(4), document=Text(PLAIN),
    ),
    Column(key="heian", title=HOSTILE_TITLE, uri="heian.txt", sha256="bb" * 32, document=Text(HOSTILE)),
    Column(key="loaded", title="读自数据", sha256="cc" * 32),
)  # fmt: skip


def budget_row() -> Row:
    cells = (known(said(PLAIN, "50万元")), known(said(HOSTILE, "\u202e万05算预\u202c"), state="masked"), Cell())
    return Row(group="money", key="budget", label="预算金额", label_en="Budget", cells=cells, missing=(2,), differs=True)


def visits_row() -> Row:
    quarterly = at_least(4, "次", per="quarter", per_year=Decimal(16))
    clause = said(
        PLAIN, "每季度入户走访不少于4次", text="≥4 次/季度 · 每季度入户走访不少于4次", number="1.1", mandatory=True,
        measure=quarterly, figure=Decimal(16),
    )  # fmt: skip
    nested = said(PLAIN, "每次不少于1小时", measure=at_least(1, "小时"), uncompared="nested", under=0)
    cells = (
        known(clause, nested, figure="16"),
        known(
            said(HOSTILE, "每月入户走访2次", figure=Decimal(24)), said(HOSTILE, HOSTILE_CLAUSE, figure=Decimal(2)), figure="24"
        ),
        known(Entry(text="每年走访20次", figure=Decimal(20), evidence=quoted("走访20次", "走访20次")), figure="20"),
    )
    return Row(
        group="service", section="svc", key="svc.visit_home", label="入户走访", label_en="Home visits", unit="次",
        per_year=True, direction="more", cells=cells, strictest=(1,), lead=Decimal(4), lead_percent=Decimal(20), differs=True,
        ratios=(Ratio(kind="per_10k_yuan", figures=(Decimal("0.32"), None, None)),),
    )  # fmt: skip


def length_row() -> Row:
    cells = (known(said(PLAIN, "每次不少于1小时", figure=Decimal(1))), Cell(), Cell())
    return Row(
        group="service", section="svc", key="svc.visit_home#hour", parent="svc.visit_home", label="每次时长",
        label_en="Length of a visit", cells=cells, alone=0, missing=(1, 2), differs=True,
    )  # fmt: skip


def staff_row() -> Row:
    few = said(PLAIN, "配备专职社工4人", measure=at_least(4, "人"), figure=Decimal(4))
    many = said(HOSTILE, "专职社工6人", measure=at_least(6, "人"), figure=Decimal(6))
    return Row(
        group="staffing", key="staff.social_worker", label="专职社工", label_en="Social workers", unit="人", direction="more",
        cells=(known(few, figure="4"), known(many, figure="6"), Cell(state="unread")), strictest=(1,), lead=Decimal(2),
        lead_percent=Decimal(50), differs=True, ratios=(Ratio(kind="per_month", figures=(Decimal("0.3333333"), None, None)),),
    )  # fmt: skip


def odd_row() -> Row:
    """Rival values, something that stands there but is not understood, a hidden figure."""
    rivals = known(said(PLAIN, "按月支付", text="按月支付 / 按季支付(有多个值)"), state="ambiguous")
    unread = known(said(HOSTILE, '=HYPERLINK("http://x.example")', text="未能读懂"), state="unread")
    hidden = known(Entry(text="**%(已遮蔽)", uncompared="masked", evidence=quoted("约**%", "**%")), state="masked")
    return Row(
        group="payment", key="payments", label="付款安排", label_en="Payments", cells=(rivals, unread, hidden), differs=True
    )


def same_row() -> Row:
    cells = (
        known(said(PLAIN, "全年活动8场")),
        known(said(HOSTILE, "全年活动12场", text="全年活动8场")),
        known(Entry(text="全年活动8场")),
    )
    return Row(group="other", key="free:1", label="其他条款", label_en="Other clauses", cells=cells)


def made_comparison() -> Comparison:
    rows = (budget_row(), staff_row(), visits_row(), length_row(), odd_row(), same_row())
    return Comparison(columns=COLUMNS, rows=rows)


def made_versions() -> Comparison:
    """Two versions of one project: a figure is tightened, a clause dropped, one added, one stays."""
    old, new = "每月走访2次。提供午餐。报送月报。", "每月走访3次。配备督导。报送月报。"
    columns = tuple(
        Column(key=key, title="青石县救助服务", sha256=key * 16, document=Text(text))
        for key, text in (("2025", old), ("2026", new))
    )

    def row(key: str, label: str, change: str, *words: str) -> Row:
        cells = tuple(known(said(text, word)) if word else Cell() for text, word in zip((old, new), words, strict=True))
        return Row(
            group="service", section="svc", key=key, label=label, cells=cells, changes=(None, change), differs=change != "same"
        )  # type: ignore[arg-type]

    rows = (
        row("a", "走访", "tightened", "每月走访2次", "每月走访3次"),
        row("b", "午餐", "dropped", "提供午餐", ""),
        row("c", "督导", "added", "", "配备督导"),
        row("d", "月报", "same", "报送月报", "报送月报"),
    )
    return Comparison(columns=columns, rows=rows, versions=True)


def made_large(columns: int, rows: int, chars: int) -> Comparison:
    """As many notices and rows as a province has in a year; two thirds of the cells are silent."""
    texts = [f"第{place}份公告\n" + "每季度入户走访不少于4次,每次不少于1小时。\n" * (chars // 22) for place in range(columns)]
    made = tuple(
        Column(key=f"notice-{place}", title=f"第{place}份公告", sha256=f"{place:064d}", document=Text(text))
        for place, text in enumerate(texts)
    )
    groups = ("money", "staffing", "service", "payment", "legal")

    def cell(row: int, column: int) -> Cell:
        if (row + column) % 3:
            return Cell()
        clause = said(texts[column], "每季度入户走访不少于4次", text="≥4 次/季度 · 每季度入户走访不少于4次,每次不少于1小时")
        return known(clause, figure="16")

    lines = tuple(
        Row(
            group=groups[place * len(groups) // rows], key=f"row-{place}", label=f"主题{place}", unit="次", per_year=True,
            cells=tuple(cell(place, column) for column in range(columns)), differs=bool(place % 2),
        )
        for place in range(rows)
    )  # fmt: skip
    return Comparison(columns=made, rows=lines)
