"""How much of what the corpus counts some fact has used, and why the rest binds nobody's work.

Every figure that no fact has used stands in ``REVIEWED`` with the reason. A new one fails here and has to be read first: is it an
obligation that a rule missed? One that a rule reads by now has to leave the list.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tender_kit.document.model import Document
from tender_kit.extractors.coverage import measure_coverage
from tender_kit.extractors.requirements import service_blocks
from tender_kit.models.notice import Coverage

from .test_corpus import CASES, in_case, parsed

MOST_UNUSED = 0.05
FEWEST_FIGURES = {"document": 900, "service": 680}

AGENCY_FEE = "what a winner pays the agency for a procurement that is over"
CORRECTED = "the wording before the correction: it binds no longer"
DEDUCTED = "what the buyer pays or deducts at which grade: a term of payment, and penalties are no measures"
OBJECTION = "by when a bidder may object, by law"
OUTCOME = "what has happened: it reports and asks for nothing"
PICKED = "how many suppliers the buyer picks"
REPEATED = "the sum of the award, said again above it"
SESSION = "how long bidders speak or decrypt in the session: procedure and no work"

REVIEWED: dict[str, tuple[tuple[str, str], ...]] = {
    "beijing_jingkaiqu_aed_2026": (("157.440000 万元", REPEATED), ("1.749200万元", AGENCY_FEE)),
    "daguan_changzhexuetang_2026": (("85%", DEDUCTED), ("5%", DEDUCTED)),
    "fenghuang_shitangpeisong_2025": (("5000元", AGENCY_FEE), ("4200元", AGENCY_FEE), ("2000元", AGENCY_FEE)),
    "kaili_qingnianzhijia_2026": (("2家", OUTCOME),),
    "laishui_shinengtuoyang_2026": (("不低于1", CORRECTED),),
    "lanshan_jujiashangmen_2026": (
        *(("890000.00元", CORRECTED), ("不少于2", CORRECTED), ("不少于60", CORRECTED)),
        *(("不少于18", CORRECTED), ("不低于85", CORRECTED)),
    ),
    "linghe_kunjingertong_2025": (("**个工作日", OBJECTION), ("**分钟", SESSION), ("**分钟", SESSION)),
    "luojiang_xinlifuwu_2026": (("不超过10", SESSION),),
    "luyang_shegongzhan_2025": (
        *(("3003.00元", AGENCY_FEE), ("2937.90元", AGENCY_FEE), ("3134.25元", AGENCY_FEE), ("9075.15元", AGENCY_FEE)),
        ("7个工作日", OBJECTION),
    ),
    "mohe_jiuzhuzhan_2025": (("371份", OUTCOME), ("29份", OUTCOME), ("8人", OUTCOME), ("30%", OUTCOME)),
    "qingtian_yanglaobixuan_2026": (("80分", DEDUCTED), ("1分", DEDUCTED), ("1%", DEDUCTED)),
    "shunde_jiujiachuangwei_2025": (("1500元", AGENCY_FEE),),
    "xiaonan_shegongzhan_2025": (("90分", DEDUCTED), ("75分", DEDUCTED), ("89分", DEDUCTED), ("75分", DEDUCTED)),
    "yidu_zhucangengzheng_2026": (("71.5万元", CORRECTED), ("28万元", CORRECTED), ("45名", CORRECTED)),
    "yiwu_gongyichuangtou_2026": (("7个工作日", OBJECTION),),
    "yubei_yiwushegong_2026": (("1家", PICKED),),
}
HARMLESS_IN_SERVICE = {CORRECTED, DEDUCTED}


@cache
def covered(case: Path, part: str) -> Coverage:
    notice = parsed(case)
    assert isinstance(notice.document, Document)
    if part == "document":
        return notice.coverage
    return measure_coverage(notice.document, notice, among=service_blocks(notice.document, notice))


def unused(case: Path, part: str) -> Counter[str]:
    return Counter(piece.quote for entry in covered(case, part).unused for piece in entry.evidence)


@pytest.mark.parametrize("part", ["document", "service"])
def test_hardly_any_figure_is_unused(part: str) -> None:
    figures = sum(covered(case, part).figures for case in CASES)
    used = sum(covered(case, part).used for case in CASES)
    assert figures >= FEWEST_FIGURES[part]
    assert (figures - used) / figures <= MOST_UNUSED


@in_case
def test_what_is_unused_was_read_and_binds_nobody(case: Path) -> None:
    assert unused(case, "document") == Counter(quote for quote, _ in REVIEWED.get(case.name, ()))


@in_case
def test_no_obligation_is_unused_in_service_sections(case: Path) -> None:
    reasons = dict(REVIEWED.get(case.name, ()))
    assert {reasons.get(quote) for quote in unused(case, "service")} <= HARMLESS_IN_SERVICE


def test_reviewed_cases_are_there() -> None:
    assert REVIEWED.keys() <= {case.name for case in CASES}
