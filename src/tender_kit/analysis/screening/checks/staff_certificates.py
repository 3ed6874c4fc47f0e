"""People with certificates whom a qualification clause asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.statements import Statement
from tender_kit.analysis.screening.wording import COUNT, hides_a_figure, read_count
from tender_kit.core.fold import fold
from tender_kit.models.profile import Profile, Staff
from tender_kit.vocab.certificates import Skill, level_in, skills_in

_CLAIMS = re.compile(
    "项目(?:负责人|经理|主管|团队)|技术负责人|安全员|(?:注册|执业)[^,]{0,10}师|建造师|工程师|建筑师|职称|(?:护理|咨询|评估|保安)员|"
    "社会工作(?:者|师)[^,]{0,10}(?:证|资格|职业|不少)|社工[^,]{0,6}(?:证|名|人|不少)|心理咨询师|健康证|持证(?:人员|上岗)|"
    "专职(?:人员|工作人员)|(?:配备|拥有|派)[^,]{0,12}(?:人员|名)|(?:代表|人员)[^,]{0,8}在职|学历|医师|护士|康复师"
)
_COUNT = re.compile(rf"(?P<count>{COUNT})(?:名|人|位)")
# What a certificate alone does not show.
_MORE = re.compile(r"经验|经历|年以上|在建项目|年龄|学历|职称|在册|承诺|在职")
_LEVELS = ("junior", "intermediate", "senior")
_LEVEL_NAMES = {"junior": "初级", "intermediate": "中级", "senior": "高级"}
_PAPER = ("证书复印件和近期社保缴纳证明", "Copies of the certificates, and proof of social insurance")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("staff_certificates"):
        skills = skills_in(said.text)
        if not skills or hides_a_figure(said.text):
            yield unsure("人员要求请自行对照。", "Compare the people that are asked for.", said.evidence)
        elif profile.staff is None:
            yield not_filled("staff", "对持证人员有要求", "People with certificates are asked for", said.evidence)
        else:
            yield _judge(said, skills, profile.staff)


def _judge(said: Statement, skills: Sequence[Skill], staff: tuple[Staff, ...]) -> Answer:
    counted = _COUNT.search(said.text)
    need = (read_count(counted["count"]) if counted else 1) or 1
    have = {skill.name: count_of(skill, level_in(skill, said.text), staff) for skill in skills}
    shown = ";".join(f"{name}{_level_of(skills, name, said.text)}{count}人" for name, count in have.items())
    shown_en = "; ".join(f"{name}: {count}" for name, count in have.items())
    enough = [count >= need for count in have.values()]
    if not (any(enough) if said.is_alternative else all(enough)):
        if all(skill.is_obtainable for skill in skills):
            return unsure(
                f"现有{shown},可在投标前办理。", f"There are {shown_en}; they can be had in time.", said.evidence, to_do=_PAPER
            )
        return fails(f"需{need}人,现有{shown}。", f"{need} needed; there are {shown_en}.", said.evidence)
    if _MORE.search(said.text):
        return unsure(
            f"持证人数够({shown}),经验等其他要求请自行对照。", f"Enough people ({shown_en}); compare the rest.", said.evidence
        )
    return meets(f"现有{shown}。", f"There are {shown_en}.", said.evidence, to_do=_PAPER)


def _level_of(skills: Sequence[Skill], name: str, text: str) -> str:
    level = next(level_in(skill, text) for skill in skills if skill.name == name)
    return f"({_LEVEL_NAMES[level]}及以上)" if level else ""


def count_of(skill: Skill, level: str | None, staff: tuple[Staff, ...]) -> int:
    """Count the people with a certificate, of a level or above; a certificate without a level reaches none."""
    least = _LEVELS.index(level) if level else -1
    return sum(
        entry.count
        for entry in staff
        if skill.pattern.search(fold(entry.certificate)) and (_LEVELS.index(entry.level) if entry.level else -1) >= least
    )


CHECK = ScreenCheck(
    code="staff_certificates",
    title="持证人员",
    title_en="People with certificates",
    why="资格条件要求的持证人员须在投标时已在本单位,并有社保记录。",
    source="公告载明的特定资格条件;国家职业资格目录",
    fields=("staff",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="拟派项目负责人持有社会工作师(中级)及以上职业资格证书。"),
        Example(("fails",), clause="拟派项目负责人持有高级社会工作师证书。"),
        Example(("fails",), clause="持证社工不少于20名。"),
        Example(("cannot_tell",), clause="项目负责人具有社会工作师资格和3年以上服务经验。"),
        Example(("cannot_tell",), clause="上门护理人员健康证明齐全。"),
        Example(("cannot_tell",), clause="持证社工不少于**名。"),
        Example(("cannot_tell",), clause="拟派项目负责人持有社会工作师证书。", profile={"staff": None}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
