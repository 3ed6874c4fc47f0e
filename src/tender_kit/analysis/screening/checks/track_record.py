"""Projects done before: how many, since when, of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.statements import Statement
from tender_kit.analysis.screening.wording import COUNT, hides_a_figure, read_count
from tender_kit.models.profile import PastProject, Profile

_CLAIMS = re.compile(
    "^(?!.*(?:负责人|项目经理|主管|人员)).*(?:业绩|类似(?:项目|服务|经验)|同类(?:项目|服务)|"
    "(?:承担|承接|完成|开展|实施|从事|提供)过|(?:至少|不少于)?(?:完成|承担|承接)[^,]{0,16}项目|(?:服务|项目)经验)"
)
_SINCE = re.compile(r"(?P<year>20\d\d)年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|以后|起|至今|后)")
_WITHIN = re.compile(rf"近(?P<years>{COUNT})年")
_COUNT = re.compile(rf"(?:不少于|至少|不低于)?(?P<count>{COUNT})(?:个|项|份|例|次)")
_AMOUNT = re.compile(r"金额[^,]{0,10}(?:万元|元)|万元(?:及|或)?以上")
# What is asked for, behind the verb and the count, and the words in it that narrow nothing.
_ASKED = re.compile(
    rf"(?:承担|承接|完成|开展|实施|从事|提供|具有|具备)过?(?:的)?(?:(?:不少于|至少|不低于)?{COUNT}[个项份例次])?(?P<kind>[^,]+)"
)
_PLAIN = re.compile(r"[的类等相关]|服务|项目|业绩|运营|(?:以合同)?[(（].*|(?:经验|案例)$")
_SIMILAR = re.compile("类似|同类")
_COMPARE = ("对照业绩要求;符合的业绩写入档案", "Compare the clause, and enter the projects that fit into the profile")
_PAPER = ("合同首页、内容页、签章页和验收(评估)材料", "Contract pages with seals, and the acceptance")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("track_record"):
        if hides_a_figure(said.text):
            yield unsure("业绩要求被遮蔽。", "The track record asked for is hidden.", said.evidence)
        elif profile.projects is None:
            yield not_filled("projects", "要求以往业绩", "A track record is asked for", said.evidence)
        else:
            yield _judge(said, bid, profile.projects)


def _judge(said: Statement, bid: Bid, projects: Sequence[PastProject]) -> Answer:
    since, counted = _since(said, bid), _COUNT.search(said.text)
    need = (read_count(counted["count"]) if counted else 1) or 1
    recent = [project for project in projects if since is None or project.year >= since]
    from_zh, from_en = (f"{since} 年以来", f" since {since}") if since else ("", "")
    if len(recent) < need:
        zh, en = (
            f"需{need}个业绩,档案中{from_zh}只有{len(recent)}个。",
            f"{need} projects are asked for; there are {len(recent)}{from_en}.",
        )
        return fails(zh, en, said.evidence)
    alike = [project for project in recent if _is_alike(project, said, bid)]
    names = "、".join(f"{p.name}({p.year})" for p in alike)
    if len(alike) < need:
        zh = f"需{need}个业绩,档案中{from_zh}能对上的有{len(alike)}个{names and ':'}{names}。"
        return unsure(zh, f"{need} asked for; {len(alike)} fit by their words{from_en}.", said.evidence, to_do=_COMPARE)
    if _AMOUNT.search(said.text):
        return unsure(f"业绩够({names}),金额要求请自行对照。", f"Enough ({names}); compare the sums.", said.evidence)
    if sum(bool(project.proof) for project in alike) < need:
        zh, en = f"业绩够({names}),但档案没有写证明材料。", f"Enough ({names}), but without proof in the profile."
        return unsure(zh, en, said.evidence, to_do=_PAPER)
    return meets(f"{from_zh}业绩:{names}。", f"Projects{from_en}: {names}.", said.evidence, to_do=_PAPER)


def _since(said: Statement, bid: Bid) -> int | None:
    """The first year that counts. A year three years back counts in part only; a project of it may lie too early."""
    year, within = _SINCE.search(said.text), _WITHIN.search(said.text)
    if year:
        return int(year["year"])
    years = read_count(within["years"]) if within else None
    return bid.bid_day.year - years + (bid.bid_day.month > 6) if years else None


def _is_alike(project: PastProject, said: Statement, bid: Bid) -> bool:
    """Whether a project is of the kind asked for; behind 类似项目, of the kind of this project itself.

    A kind counts only where nothing more is asked: 社工 does not answer 医院、疾控等卫生机构的社工服务.
    """
    if _SIMILAR.search(said.text):
        return any(topic in name for name, _ in bid.named_by for topic in project.topics)
    asked = _ASKED.search(said.text)
    return asked is not None and any(not _PLAIN.sub("", asked["kind"].replace(topic, "")) for topic in project.topics)


CHECK = ScreenCheck(
    code="track_record",
    title="业绩",
    title_en="Track record",
    why="要求类似业绩的,须有合同等证明;年限按投标截止日往前算。",
    source="公告载明的特定资格条件;财政部令第87号第十七条(不得以特定区域、行业的业绩作为条件)",
    fields=("projects",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="2023年以来完成过不少于1个社会救助项目。"),
        Example(("meets",), clause="近三年具有类似项目业绩至少1个。"),
        Example(("fails",), clause="2023年以来完成过不少于5个社会救助项目。"),
        Example(
            ("cannot_tell",),
            clause="近三年承担过医院的社工服务。",
            profile={"projects.0.topics": ["社会救助"], "projects.1.topics": []},
        ),
        Example(("cannot_tell",), clause="近三年承担过医院、疾控等卫生机构的社工站服务。"),
        Example(("cannot_tell",), clause="近*年承担过社会救助服务*个。"),
        Example(("fails",), clause="近三年具有类似项目业绩。", profile={"projects": []}),
        Example(("cannot_tell",), clause="近三年具有类似项目业绩。", profile={"projects": None}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
