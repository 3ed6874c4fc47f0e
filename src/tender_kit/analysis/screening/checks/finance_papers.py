"""Article 22 (2): sound finances, by an audited report or a bank's letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, meets, not_filled, unsure
from tender_kit.analysis.screening.wording import article_22
from tender_kit.models.profile import Profile

_CLAIMS = article_22("商业信誉|社会信誉|财务[^,]{0,4}(?:制度|状况|报告|报表|审计)|审计报告|资信证明")
_YEAR = re.compile(r"(20\d\d)年?度?[^,]{0,10}(?:审计|财务)")
_PAPER = ("经审计的年度财务报告(或银行资信证明)复印件", "Copy of the audited report, or of the bank's letter")
_GET = ("尽快办理审计报告或银行资信证明", "Obtain an audited report or a bank's letter")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    papers = profile.papers
    for said in bid.said("finance_papers"):
        named = _YEAR.search(said.text)
        # The audit of a year is ready by the middle of the next; until then the year before is the last one.
        years = {int(named[1])} if named else {bid.on.year - 1} | ({bid.on.year - 2} if bid.on.month <= 6 else set())
        have = years & set(papers.audited_years or ())
        if have:
            zh, en = f"有 {max(have)} 年度审计报告。", f"There is an audited report of {max(have)}."
            yield meets(zh, en, said.evidence, to_do=_PAPER)
        elif papers.bank_letter and named is None:
            yield meets("有银行资信证明。", "There is a bank's letter.", said.evidence, to_do=_PAPER)
        elif papers.audited_years is None and papers.bank_letter is None:
            yield not_filled("papers.audited_years", "须提供财务状况报告", "A financial report is asked for", said.evidence)
        else:
            yield unsure(
                f"没有 {max(years)} 年度的审计报告。", f"There is no audited report of {max(years)}.", said.evidence, to_do=_GET
            )


CHECK = ScreenCheck(
    code="finance_papers",
    title="财务状况",
    title_en="Finances",
    why="须提供财务状况报告;没有当年审计报告的,多数地方接受银行资信证明或承诺函。",
    source="政府采购法第二十二条第一款第(二)项;实施条例第十七条第(二)项",
    fields=("papers.audited_years", "papers.bank_letter"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="具有良好的商业信誉和健全的财务会计制度。"),
        Example(("meets",), clause="提供2024年度经审计的财务报告。"),
        Example(("cannot_tell",), clause="提供2025年度经审计的财务报告。"),
        Example(
            ("cannot_tell",),
            clause="具有健全的财务会计制度。",
            profile={"papers.audited_years": None, "papers.bank_letter": None},
        ),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
