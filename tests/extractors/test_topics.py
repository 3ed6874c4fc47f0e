"""The topic of a figure: grammar first, then words whose topic takes the unit, then the titles."""

import pytest

from tender_kit.extractors.topics import Place, measure_topic, text_topic
from tender_kit.quantities.measures import find_measures
from tender_kit.vocab.topics import topics


def topics_of(text: str, *titles: str) -> list[str | None]:
    return [measure_topic(text, match, Place(titles)) for match in find_measures(text)]


CASES = [
    ("配备不少于5人的项目团队", ["staff.team"]),
    ("项目负责人1名、专业督导1名、护理员3名", ["staff.lead", "staff.supervisor", "staff.care_cert"]),
    ("派驻专职心理咨询师2名", ["staff.psych_cert"]),
    ("配备护理员不少于16人", ["staff.care_cert"]),
    ("持有社会工作者职业水平证书的不少于2人", ["staff.social_worker"]),
    ("具有3年以上养老服务经验", ["staff.quality"]),
    ("月工资不低于3000元", ["staff.pay"]),
    ("投入6人/天", ["staff.days"]),
    ("离职的,应在10个工作日内补齐", ["staff.stable"]),
    ("每周开放不少于5天,每天不少于6小时", ["svc.opening", "svc.opening"]),
    ("全年重点个案不少于3例,每例面谈不少于4次", ["svc.case_key", "svc.case_session"]),
    ("每月召开个案研讨会1次", ["svc.case_meeting"]),
    ("成长小组不少于3个,每个小组不少于4节", ["svc.group", "svc.group_session"]),
    ("主题活动不少于4场,每场不少于30人", ["svc.event", "svc.event_people"]),
    ("每月入户探访不少于1次,每周电话问候1次", ["svc.visit_home", "svc.visit_phone"]),
    ("每季度开展一次全面摸排", ["asst.screen"]),
    ("突发情况2小时内书面报告", ["rep.incident"]),
    ("接到投诉后24小时内答复", ["qa.complaint"]),
    ("服务结束后10日内归档", ["asst.archive"]),
    ("全年业务培训2期,每期不少于1天,参训不少于90人次", ["cap.training", "cap.training_days", "cap.training_people"]),
    ("持证率100%", ["cap.pass"]),
    ("满意度不低于90%", ["qa.satisfy"]),
    ("新增注册志愿者不少于60名", ["cap.volunteer"]),
    ("每月开展志愿服务活动不少于2次", ["cap.vol_activity"]),
    ("省级及以上媒体报道不少于2篇,市级媒体不少于5篇", ["pub.media_prov", "pub.media_city"]),
    ("全年链接爱心企业不少于9家,募集款物不低于5万元,帮扶对象不少于80人", ["res.partner", "res.fund", "res.benefit"]),
    ("每人保额不低于20万元", ["law.safety"]),
    ("对在册对象(不低于30%)开展入户核查", ["asst.recheck"]),
    ("每月5日前报送工作简报", ["rep.month"]),
    ("运行情况报告每季度提交1份", ["rep.quarter"]),
    ("派驻督导队伍3人", ["staff.supervisor"]),
    ("更换主管人员须至少提前20日书面告知", ["staff.stable"]),
    ("常驻工作人员6名", ["staff.onsite"]),
    ("项目负责人每月到岗不少于18天", ["staff.lead"]),
    ("志愿者满意度不低于88%", ["qa.satisfy"]),
    ("每次事故赔偿限额不低于30万元", ["law.safety"]),
    ("筹集爱心物资,价值不低于3万元", ["res.fund"]),
    ("举办志愿者训练营3期,每期2天、不少于40人", ["cap.training", "cap.training_days", "cap.training_people"]),
    ("家属照护技能培训,全年不少于3场,每场不少于25人", ["cap.training", "cap.training_people"]),
    ("每月组织服药训练、社交训练不少于4次", ["svc.rehab"]),
    ("发现有自伤危机的,持续跟踪不少于4个月", ["svc.crisis"]),
    ("端午联欢2场", ["svc.event"]),
    ("期满后20日内移交档案,移交完整率100%", ["data.handover", "data.handover"]),
    ("国家级媒体不少于2篇(11月底前刊发1篇)", ["pub.media_nat", "pub.media_nat"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_topics_of_figures(text: str, expected: list[str]) -> None:
    assert topics_of(text) == expected


def test_titles_tell_where_the_clause_does_not() -> None:
    assert topics_of("全年不少于3期", "内部期刊") == ["pub.journal"]
    assert topics_of("全年不少于3期") == [None]


def test_the_head_of_a_column_tells_who_comes_to_an_event() -> None:
    assert topics_of("书法课堂不少于20人", "单场人数(人)") == ["svc.event_people"]


def test_the_title_of_the_project_says_what_a_bare_verb_is_about() -> None:
    (match,) = find_measures("每日巡查不少于4次")
    assert measure_topic("每日巡查不少于4次", match, Place((), "青石县流浪乞讨人员救助服务合同")) == "svc.patrol"
    assert measure_topic("每日巡查不少于4次", match, Place()) != "svc.patrol"


def test_a_rhythm_is_no_report() -> None:
    assert topics_of("每半年组织1次摄影采风") == [None]


def test_the_clause_comes_before_its_heading() -> None:
    assert topics_of("每月主题活动不少于2场", "个案服务") == ["svc.event"]


def test_the_topic_of_a_clause_without_figures() -> None:
    assert text_topic("建立项目库,形成需求清单", Place()) == "data.projects"
    assert text_topic("做好记录", Place(("档案管理",))) == "asst.archive"
    assert text_topic("做好记录", Place()) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("面向社区社工和协理员开设业务课程,内容包括政策解读、档案规范", None),  # whom it is for and what it is on
        ("工作人员发现危险的,应当履行强制报告职责", "svc.crisis"),  # people beside a deed
        ("制定财务、印章、档案、廉政等内部规章", "site.rules"),  # the kind behind a list
        ("规章建设:制定站务、财务规章", "site.rules"),  # the name that the clause gives itself
        ("按照社会救助操作规程的要求,协助受理申请", "asst.intake"),  # the rule it goes by
        ("响应文件须胶装", None),  # what is handed in is no time to respond
        ("采购人可对验收标准作出细化", None),  # nobody is told to do anything
        ("服务人员由供应商统一派驻", "staff.onsite"),
        ("统一服务标准,规范服务人员行为", "staff.team"),  # people where there is nothing else, and no count of those served
        ("重大事项第一时间报告", "rep.incident"),
        ("未经采购人批准,不得变更驻点社工", "staff.stable"),
    ],
)
def test_a_clause_is_about_what_it_demands(text: str, topic: str | None) -> None:
    assert text_topic(text, Place()) == topic


def test_a_part_of_the_document_is_no_topic() -> None:
    titles = ("服务需求", "任务清单", "质量管理", "合同包1(居家养老服务)", "社工站运营项目采购公告")
    assert [title for title in titles if text_topic("详见附件", Place((title,)))] == []
    assert text_topic("详见附件", Place(("服务需求", "档案管理"))) == "asst.archive"


def test_rules_name_known_topics() -> None:
    from tender_kit.vocab.load import read_toml

    rules = read_toml("topic_rules.toml")
    named = {entry["topic"] for kind, entries in rules.items() if kind != "form" for entry in entries}
    assert named - {""} <= set(topics())
