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
    # the post that is counted, not the posts beside it
    ("驻场8人,其中厨师长1人、面点师1人、帮厨4人", ["staff.onsite", "staff.team", "staff.team", "staff.team"]),
    ("绿化工3人、领班1人、保洁主管1人", ["staff.team", "staff.lead", "staff.lead"]),
    ("后厨人员不少于5人", ["staff.team"]),
    ("每组须有注册会计师1名", ["staff.team"]),
    ("评估专家库不少于40名", ["staff.team"]),
    ("投入审计组不低于3个", ["staff.team"]),
    ("每班配备班主任1名、实操教师2名", ["staff.team", "staff.team"]),
    ("生活照料员12名", ["staff.care_cert"]),
    ("派驻所内社工6名", ["staff.onsite"]),
    ("其中大专以上学历8人", ["staff.quality"]),
    ("驻站社工不少于9名,持证社工占比不低于60%", ["staff.onsite", "staff.social_worker"]),
    # the place that it stands in
    ("每个食堂配炊事员2名、管理员1名", ["staff.team", "staff.ratio"]),
    ("每所派驻1人,镇级站各配置2人", ["staff.ratio", "staff.ratio"]),
    # whom it serves, not who serves
    ("为敬老院85名集中供养老人供餐", ["res.benefit"]),
    ("吸纳残疾人24名", ["res.benefit"]),
    ("托养人数约27人", ["res.benefit"]),
    ("服务对象:社区康复人员,共计120人", ["res.benefit"]),
    ("社区康复人员每季度面访1次", ["svc.visit_home"]),
    ("每场参与家庭不少于30户", ["svc.event_people"]),
    ("每次配志愿者3名", ["cap.volunteer"]),
    # the head of a rate
    ("老人档案匹配准确率不低于99%", ["qa.accuracy"]),
    ("入户核查,核查率100%,核查结论准确率98%", ["asst.recheck", "qa.accuracy"]),
    ("建档完整率100%", ["data.file"]),
    ("参训率不低于80%", ["cap.training_people"]),
    ("实操课时占比不低于50%", ["cap.training_days"]),
    ("有效投诉每年不超过5起", ["qa.complaint"]),
    ("热线接通率不低于95%", ["svc.hotline"]),
    ("随机抽取服务对象的10%", ["assess.survey"]),
    # a length is the length of what is done
    ("开展课后托管,每次不少于2小时", ["svc.study"]),
    ("社工站督导每月1次,每次不少于3小时", ["cap.supervise", "cap.supervise"]),
    ("康复训练每周不少于5课时", ["svc.rehab"]),
    ("分4批培训社区干部,每批3天", ["cap.training", "cap.training_days"]),
    # limits of time
    ("审计结束后15个工作日内提交审计报告", ["assess.report"]),
    ("2日内完成整改", ["qa.complaint"]),
    ("接到采购人通知后1小时内到达现场", ["qa.complaint"]),
    ("陪同老人看病全年不少于60人次", ["svc.escort"]),
    ("每周食谱更换不少于1次", ["svc.home_help"]),
    ("联系不上的,须在12小时内上门核实", ["svc.visit_home"]),
    ("入住前5个工作日内完成评估", ["assess.need"]),
    ("需重点关注的,7日内制订干预方案", ["svc.crisis"]),
    # places, meals, platforms, cases, jobs, visits
    ("设照料点1处,面积不小于200平方米", ["site.area", "site.area"]),
    ("运营长者食堂4个、助餐点11个", ["svc.home_help", "svc.home_help"]),
    ("每餐不少于3个菜品,食材成本不低于7元", ["svc.home_help", "svc.home_help"]),
    ("食品留样不少于48小时", ["law.safety"]),
    ("平台可用率≥99.5%,并发用户数不少于500个,页面响应时间不超过3秒", ["data.platform"] * 3),
    ("每站开案不少于8例,其中困境儿童个案不少于3例", ["svc.case", "svc.case"]),
    ("帮助就业或技能培训不少于25人次", ["svc.ability"]),
    ("每周照料2次", ["svc.care"]),
    ("每周电话问安2次、每季度入户1次", ["svc.visit_phone", "svc.visit_home"]),
    ("年度个体咨询不少于900人次", ["svc.psych"]),
    ("发现线索不少于150条", ["asst.screen"]),
    ("做好电子台账,每月汇总1次", ["data.ledger"]),
    ("组建老兵志愿服务队5支,每月活动1次", ["cap.volunteer", "cap.vol_activity"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_topics_of_figures(text: str, expected: list[str]) -> None:
    assert topics_of(text) == expected


def test_titles_tell_where_the_clause_does_not() -> None:
    assert topics_of("全年不少于3期", "内部期刊") == ["pub.journal"]
    assert topics_of("全年不少于3期") == [None]


def test_the_head_of_a_column_tells_who_comes_to_an_event() -> None:
    assert topics_of("书法课堂不少于20人", "单场人数(人)") == ["svc.event_people"]


def test_the_name_of_a_row_tells_what_its_figures_are_of() -> None:
    assert topics_of("每季度1次,每次不少于20人", "志愿者培训") == ["cap.training", "cap.training_people"]
    assert topics_of("全年24次,每次不少于2小时", "作业辅导") == ["svc.study", "svc.study"]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who does a thing is not what is done
        ("社工上门探视每人每月2次", ["svc.visit_home"]),
        ("由护士为长者测血压每周1次", ["svc.rehab"]),
        ("儿童督导员走访困境儿童每季度1次", ["svc.visit"]),
        ("志愿者为高龄老人理发每月1次", ["svc.home_help"]),
        # for whom a thing is done is not what is done
        ("对事实无人抚养儿童每季度入户1次", ["svc.visit_home"]),
        ("对一般留守儿童每半年电话联络一次", ["svc.visit_phone"]),
        ("为不少于120名志愿者投保意外险", ["law.safety"]),
        # the head of a rate
        ("转介成功率不低于65%", ["svc.referral"]),
        ("纠纷调解成功率达到55%以上", ["svc.family"]),
        ("预警信息处置率不低于96%", ["asst.monitor"]),
        ("助浴、助洁服务占比不低于40%", ["svc.home_help"]),
        ("影像合格率99%", ["qa.accuracy"]),
        ("上门服务定位签到率100%", ["qa.accuracy"]),
        ("直接服务时间占比不低于70%", ["svc.hours"]),
        ("现场稽核比例不低于12%", ["assess.survey"]),
        ("低保对象抽查比例不低于12%", ["asst.recheck"]),
        ("电话回访率不低于25%", ["svc.visit_phone"]),
        ("低保对象档案完整率不低于97%", ["asst.archive"]),
        ("档案归档率100%", ["data.file"]),
        ("证书取证率不低于55%", ["cap.pass"]),
        ("服务工单上传率100%", ["data.platform"]),
        ("每名教师指导学员不超过12人", ["staff.ratio"]),
        ("每处坡道每半年巡检1次", ["assess.survey"]),
        ("形成巡检报告2份", ["assess.report"]),
        ("制作宣传短视频不少于3条", ["pub.media_self"]),
        ("招募社区友好大使不少于15人", ["cap.volunteer"]),
        # a hotline is answered, a place is open
        ("求助电话全天24小时值守", ["svc.hotline"]),
        ("接听热线来电不少于900个", ["svc.hotline"]),
        # a drill is no course
        ("每年组织走失应急演练不少于2次", ["svc.crisis"]),
        ("消防疏散演练每半年1次", ["law.safety"]),
        # limits of time: what is due decides before the word for an answer
        ("转介单2日内回应", ["svc.referral"]),
        ("预警数据3日内核查处置", ["asst.monitor"]),
        ("一般诉求2个工作日内办结", ["qa.complaint"]),
        ("5个工作日内首次上门调解", ["svc.family"]),
        ("入户评估后8日内出具改造方案", ["svc.adapt"]),
        ("信息变动的5日内更新基本信息", ["asst.system"]),
        ("评估结论5个工作日内送达申请人", ["asst.notice"]),
        # assessments: of need, of ability, of organisations, of services
        ("社会团体评估45家", ["assess.org"]),
        ("对14个养老服务站运营情况开展绩效考评", ["assess.perf"]),
        ("家庭监护能力评估每半年1次", ["svc.child"]),
        ("随机暗访养老机构每季度1次", ["assess.survey"]),
        # posts
        ("片区组长2名", ["staff.lead"]),
        ("专职社工3名", ["staff.onsite"]),
        ("经办专员14名大专以上", ["staff.team"]),
        ("有服役经历的不低于30%", ["staff.quality"]),
        ("培育社区志愿讲师12名", ["cap.incubate"]),
        ("护理员月到岗不少于21天", ["staff.days"]),
        # a count of sessions is a count of events; a thing that is mostly counted otherwise
        ("文艺汇演不少于6场次", ["svc.event"]),
        ("设立书屋3处", ["svc.study"]),
        ("设辅导室2间", ["site.area"]),
        ("指导建设村级儿童之家10个", ["cap.station"]),
        ("高危家庭个案4例", ["svc.case_key"]),
        ("每场不少于20组家庭参加", ["svc.event_people"]),
        ("社工能力提升工作坊4场", ["cap.training"]),
        # those served, right behind the deed they are served with
        ("家庭关系调适服务不少于40人次", ["svc.family"]),
    ],
)
def test_topics_by_class(text: str, expected: list[str]) -> None:
    assert topics_of(text) == expected


def test_a_length_of_each_is_of_the_deed_before_it() -> None:
    assert topics_of("每月上门4次;每次不少于40分钟,探访时长累计不低于9000小时")[1:] == ["svc.visit_home", "svc.hours"]
    assert topics_of("能力评估:由6名持证评估员实施,单次不少于45分钟")[1] == "assess.ability"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("小组活动", "不少于6个,每个不少于5节", ["svc.group", "svc.group_session"]),
        ("业务培训", "4期,不少于200人次", ["cap.training", "cap.training_people"]),
        ("档案管理", "每月整理1次", ["asst.archive"]),
        ("监测评估", "每家机构每年不少于2次", ["assess.perf"]),
        ("心理服务", "面询不少于90人次、每次不少于50分钟", ["svc.psych", "svc.psych"]),
    ],
)
def test_a_row_gives_its_name_to_a_bare_figure(title: str, text: str, expected: list[str]) -> None:
    assert topics_of(text, title) == expected
