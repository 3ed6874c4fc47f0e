"""Article 22 (4): taxes and social insurance paid, by receipts that are not stale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, meets, not_filled, unsure
from tender_kit.analysis.screening.wording import article_22
from tender_kit.models.profile import Profile

_CLAIMS = article_22("缴纳[^,]{0,4}税|依法纳税|纳税(?:证明|凭证|记录)|社会(?:保障|保险)|完税|非正常户")
# Notices usually ask for receipts of some month of the last half year.
_FRESH = timedelta(days=183)
_PAPER = ("近期纳税(或依法免税)凭证和社会保险缴纳凭证", "Recent receipts of taxes (or exemption) and social insurance")
_RENEW = ("补开近期的纳税和社保凭证", "Obtain recent receipts")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    papers = profile.papers
    for said in bid.said("tax_papers"):
        if papers.tax_paid_until is None or papers.social_insurance_until is None:
            name = "papers.tax_paid_until" if papers.tax_paid_until is None else "papers.social_insurance_until"
            yield not_filled(name, "须证明依法纳税、缴纳社保", "Taxes and insurance have to be proven", said.evidence)
            continue
        oldest = min(papers.tax_paid_until, papers.social_insurance_until)
        if bid.on - oldest > _FRESH:
            zh, en = f"凭证只到 {oldest},已超过半年。", f"The receipts end on {oldest}, more than half a year ago."
            yield unsure(zh, en, said.evidence, to_do=_RENEW)
        else:
            yield meets(f"纳税、社保凭证到 {oldest}。", f"Receipts until {oldest}.", said.evidence, to_do=_PAPER)


CHECK = ScreenCheck(
    code="tax_papers",
    title="纳税与社保",
    title_en="Taxes and social insurance",
    why="须提供依法缴纳税收和社会保障资金的材料;依法免税的提供免税证明。",
    source="政府采购法第二十二条第一款第(四)项;实施条例第十七条第(二)项",
    fields=("papers.tax_paid_until", "papers.social_insurance_until"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="有依法缴纳税收和社会保障资金的良好记录。"),
        Example(("cannot_tell",), clause="有依法缴纳税收和社会保障资金的良好记录。", on="2026-12-01"),
        Example(("cannot_tell",), clause="有依法缴纳税收的良好记录。", profile={"papers.tax_paid_until": None}),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
