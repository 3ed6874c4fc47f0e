"""Plots of what notices say of money: budgets and ceilings, and when it is paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tender_kit.analysis.wording import say_figure, say_reading
from tender_kit.core.readings import Reading
from tender_kit.models.demands import Payment
from tender_kit.models.notice import Notice
from tender_kit.models.values import Money
from tender_kit.plots.bars import BAR, HIDDEN, INK, LINE, MOST, SOFT, Bar, draw_bars, dress, new_figure, plain
from tender_kit.vocab.words import Language, Words, load_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_TEN_THOUSAND = Decimal(10_000)
_SHADES = (MOST, "#5b8f7a", BAR, "#a9c3d9", "#c9d8e6", "#dde6ee")


def plot_budgets(notices: Sequence[Notice], names: Sequence[str], *, language: Language = "zh") -> Figure:
    """Plot the budgets in 10,000 yuan, largest first, with the ceilings as marks; what is not known is said in words."""
    words = load_words(language)
    pairs = sorted(zip(names, notices, strict=True), key=lambda pair: -(_in_ten_thousands(pair[1].budget) or 0))
    figure, (axes,) = new_figure(len(pairs))
    ceilings = [_in_ten_thousands(notice.ceiling) for _, notice in pairs]
    bars = [
        Bar(name, _in_ten_thousands(notice.budget), say_reading(notice.budget, words), mark=ceiling)
        for (name, notice), ceiling in zip(pairs, ceilings, strict=True)
    ]
    draw_bars(axes, bars, words("plot", "budgets"))
    if any(ceilings):
        axes.set_title(f"| {words('plot', 'ceiling')}", loc="right", fontsize=9, color=SOFT)
    return figure


def _in_ten_thousands(reading: Reading[Money]) -> Decimal | None:
    money = reading.value
    return money.yuan / _TEN_THOUSAND if money is not None and money.currency == "CNY" else None


class Share(NamedTuple):
    """A piece of a bar of payments: how wide, what stands in it, whether its width is stated."""

    width: float
    text: str
    is_hidden: bool


def plot_payments(notices: Sequence[Notice], names: Sequence[str], *, language: Language = "zh") -> Figure:
    """Plot the instalments of each notice, or of its lots where they are paid differently, in percent of the contract sum.

    A hidden share is hatched and takes an even part of what the others leave; its width says nothing. What the
    instalments do not add up to (a share that recurs each quarter is one instalment) is left open, and nothing is drawn
    where they add up to more than 100 %. Notices without shares keep their line.
    """
    words = load_words(language)
    lines = [line for name, notice in zip(names, notices, strict=True) for line in _schedules(name, notice)]
    figure, (axes,) = new_figure(len(lines), width=10)
    dress(axes, [name for name, _ in lines], words("plot", "payments"))
    for number, (_, payments) in enumerate(lines):
        _draw_shares(axes, number, _shares(payments))
        _draw_rest(axes, number, payments, words)
    axes.set_xlim(0, 100)
    return figure


def _schedules(name: str, notice: Notice) -> Iterator[tuple[str, list[Payment]]]:
    groups: dict[tuple[str, ...], list[Payment]] = {}
    for payment in notice.payments:
        groups.setdefault(payment.lots, []).append(payment)
    for lots, payments in groups.items():
        yield f"{name}/{','.join(lots)}" if lots else name, payments
    if not groups:
        yield name, []


def _shares(payments: Sequence[Payment]) -> list[Share]:
    stated = sum((payment.percent for payment in payments if payment.percent is not None), Decimal(0))
    if stated > 100:  # 付至合同价的70% counts what was paid before; what each instalment adds is not known
        return []
    hidden = [payment for payment in payments if payment.percent is None and payment.mask]
    left = float(max(Decimal(100) - stated, Decimal(0))) / (len(hidden) or 1)
    shares = []
    for payment in payments:
        if payment.percent is not None:
            shares.append(Share(float(payment.percent), f"{say_figure(payment.percent)}% {payment.trigger}", False))
        elif payment.mask:
            shares.append(Share(left, f"{payment.mask}% {payment.trigger}", True))
    return shares


def _draw_shares(axes: Axes, line: int, shares: Sequence[Share]) -> None:
    start = 0.0
    for place, share in enumerate(shares):
        color, hatch = (HIDDEN, "//") if share.is_hidden else (_SHADES[place % len(_SHADES)], "")
        axes.barh(line, share.width, left=start, height=0.66, color=color, edgecolor="white", hatch=hatch)
        ink = "white" if not share.is_hidden and place % len(_SHADES) < 2 else INK
        axes.text(start + 0.6, line, _fit(share.text, share.width), va="center", fontsize=8, color=ink, clip_on=True)
        start += share.width


def _draw_rest(axes: Axes, line: int, payments: Sequence[Payment], words: Words) -> None:
    """Leave open what the shares do not add up to, with the words of the instalments that state none (按月支付)."""
    start = sum(share.width for share in _shares(payments))
    if start > 99.5:
        return
    without = [payment.trigger for payment in payments if payment.percent is None and not payment.mask and payment.trigger]
    over = any(payment.percent is not None for payment in payments) and not start
    text = words("plot", "over") if over else "、".join(without) or words("plot", "rest" if start else "no_payments")
    axes.barh(line, 100 - start, left=start, height=0.66, facecolor="none", edgecolor=LINE, linestyle=":")
    axes.text(start + 0.6, line, _fit(text, 100 - start), va="center", fontsize=8, color=SOFT, clip_on=True)


def _fit(text: str, width: float) -> str:
    """Cut words to the width of their piece: a sign of Chinese takes about 1.5 % of the line."""
    room = max(int(width / 1.45), 3)
    line = plain(text)
    return line if len(line) <= room else line[: room - 1] + "…"
