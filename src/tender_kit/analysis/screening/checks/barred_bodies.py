"""Bodies that may not take on services bought by the government: 公益一类 institutions, funded mass organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.wording import form_name
from tender_kit.core.readings import Evidence
from tender_kit.models.profile import Profile
from tender_kit.models.profile_values import Form

_CLAIMS = re.compile("公益一类|群团组织|承接主体")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    said = bid.said("barred_bodies")
    evidence = tuple(e for statement in said for e in statement.evidence)
    who = profile.organisation
    concerned = who.form in (Form.PUBLIC_INSTITUTION, Form.MASS_ORGANISATION)
    if concerned and (said or bid.notice.project.category.value in ("services", None)):
        yield _judge(profile, evidence)
    elif said:
        zh, en = form_name(who.form)
        yield meets(f"{zh}不在禁止承接之列。", f"A {en} is not among the bodies that are barred.", evidence)


def _judge(profile: Profile, evidence: tuple[Evidence, ...]) -> Answer:
    who = profile.organisation
    law, law_en = ("", "") if evidence else ("(法规规定,公告未写)", " (by law; the notice does not say so)")
    if who.form is Form.MASS_ORGANISATION:
        return unsure(
            f"使用事业编制且由财政拨款保障的群团组织不得承接{law},请核对本单位的编制和经费。",
            f"Mass organisations with state posts and funds may not take it on{law_en}; check your own.",
            evidence,
        )
    if who.institution_class is None:
        return not_filled(
            "organisation.institution_class", "公益一类事业单位不得承接", "Class 1 institutions are barred", evidence
        )
    if who.institution_class == "public_welfare_1":
        return fails(
            f"公益一类事业单位不得作为承接主体{law}。", f"Class 1 public institutions may not take it on{law_en}.", evidence
        )
    return meets("本单位不是公益一类事业单位。", "It is not a class 1 public institution.", evidence)


CHECK = ScreenCheck(
    code="barred_bodies",
    title="不得承接的主体",
    title_en="Bodies that are barred",
    why="公益一类事业单位、使用事业编制且由财政拨款保障的群团组织,不作为政府购买服务的承接主体。",
    source="政府购买服务管理办法(财政部令第102号)第八条",
    fields=("organisation.form", "organisation.institution_class"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="公益一类事业单位不得作为本项目的承接主体。"),
        Example(
            ("fails",),
            clause="公益一类事业单位不得作为本项目的承接主体。",
            profile={"organisation.form": "事业单位", "organisation.institution_class": "公益一类"},
        ),
        Example(("cannot_tell",), clause="公益一类事业单位不得作为本项目的承接主体。", profile={"organisation.form": "事业单位"}),
        Example((), clause="具有独立承担民事责任的能力。"),
        Example(
            ("fails",),
            clause="具有独立承担民事责任的能力。",
            profile={"organisation.form": "事业单位", "organisation.institution_class": "公益一类"},
        ),
    ),
)
