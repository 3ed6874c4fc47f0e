"""Annual inspection (年检) or annual report, year by year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.statements import Statement
from tender_kit.analysis.screening.wording import COUNT, hides_a_figure, read_count
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(r"年检|年度检查|年报|年度(?:工作)?报告(?!书)")
_LATEST = re.compile(rf"(?:最?近|连续|上)(?P<count>{COUNT})?[一]?个?(?:年|年度)")
_YEAR = re.compile(r"(20\d\d)年度?")
_LENIENT = re.compile('不得为[“"]?不合格|无不合格|基本合格|合格(?:及|或)以上')
_NAMES = {"passed": "合格", "basically_passed": "基本合格", "failed": "不合格", "missed": "未参加"}
_PAPER = ("年检结论页或年报公示截图", "The page with the result, or the published report")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("inspections"):
        if not profile.organisation.form.is_social_organisation:
            zh, en = (
                "本机构不适用社会组织年检,按本类主体的年报要求核对。",
                "Annual inspection is of social organisations; see what holds for you.",
            )
            yield unsure(zh, en, said.evidence)
            continue
        years = _years_asked(said, bid.on, profile)
        if years is None:
            yield unsure("要求的年检年度未能读出。", "The years asked for could not be read.", said.evidence)
        else:
            yield _judge(said, years, profile)


def _years_asked(said: Statement, on: date, profile: Profile) -> list[int] | None:
    """The years asked for; a year's inspection ends by 31 May of the next, so until then the year before counts as the last."""
    named = [int(year) for year in _YEAR.findall(said.text)]
    if named:
        return named
    if hides_a_figure(said.text):
        return None
    match = _LATEST.search(said.text)
    count = 1 if match is None or match["count"] is None else read_count(match["count"])
    if count is None or count > 10:
        return None
    done = {inspection.year for inspection in profile.annual_inspections}
    last = on.year - 1 if on.month > 5 or on.year - 1 in done else on.year - 2
    return [last - n for n in range(count)]


def _judge(said: Statement, years: list[int], profile: Profile) -> Answer:
    results = {inspection.year: inspection.result for inspection in profile.annual_inspections}
    missing = [year for year in years if year not in results]
    shown = "、".join(f"{year}年{_NAMES[results[year]]}" for year in years if year in results)
    shown_en = ", ".join(f"{year}: {results[year].replace('_', ' ')}" for year in years if year in results)
    if any(results.get(year) in ("failed", "missed") for year in years):
        return fails(f"年检:{shown}。", f"Annual inspection: {shown_en}.", said.evidence)
    if missing:
        listed = "、".join(str(year) for year in missing)
        return not_filled(
            "annual_inspections", f"须有{listed}年度年检结论", f"The result of {listed} is asked for", said.evidence
        )
    if any(results[year] == "basically_passed" for year in years) and not _LENIENT.search(said.text):
        zh, en = f"年检:{shown},须确认基本合格是否算合格。", f"Annual inspection: {shown_en}; ask whether that will do."
        return unsure(zh, en, said.evidence)
    return meets(f"年检:{shown}。", f"Annual inspection: {shown_en}.", said.evidence, to_do=_PAPER)


CHECK = ScreenCheck(
    code="inspections",
    title="年检(年报)",
    title_en="Annual inspection",
    why="要求近年年检合格的,不合格或未参加年检的不能投标。",
    source="民办非企业单位登记管理暂行条例第二十三条;社会团体登记管理条例",
    fields=("annual_inspections", "organisation.form"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="近2年年检结论为合格。"),
        Example(("meets",), clause="最近一个年度的年度检查结论为合格。"),
        Example(
            ("fails",),
            clause="最近一个年度的年检结论为合格。",
            profile={"annual_inspections": [{"year": 2025, "result": "不合格"}]},
        ),
        Example(("cannot_tell",), clause="最近两个年度的年检结论为合格。", profile={"annual_inspections": []}),
        Example(("cannot_tell",), clause="近*个年度年检结论为合格。"),
        Example(
            ("meets",),
            clause="最近一个年度的年度检查结论不得为“不合格”。",
            profile={"annual_inspections": [{"year": 2024, "result": "基本合格"}]},
        ),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
