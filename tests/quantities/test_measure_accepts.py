"""Units, lists and rhythms of the measure scan: what is made, what lasts, what each count is due by."""

import pytest
from tests.quantities.test_measures import read

COUNTED = [
    # units of letters, of scales, of places and things
    ("分辨率不低于300dpi", [("at_least", "300", "dpi", None)]),
    ("摄像头分辨率4K、内存≥32GB", [("at_least", "32", "GB", None)]),
    ("接报后2h内到场,30min响应", [("at_most", "2", "h", None)]),
    ("倾斜不超过1.5度,冬季室温不低于18℃", [("at_most", "1.5", "度", None), ("at_least", "18", "℃", None)]),
    ("就业率提高3个百分点以上", [("at_least", "3", "个百分点", None)]),
    ("保洁公厕14座", [("exactly", "14", "座", None)]),
    ("整理婚姻档案2600卷", [("exactly", "2600", "卷", None)]),
    ("每讲90分钟", [("exactly", "90", "分钟", None)]),
    ("早餐12元/人·餐", [("exactly", "12", "元/人·餐", None)]),
    # what is made or handed out, to the end of its list; what is listed with no verb is a line item
    (
        "印制折页3000份、横幅16条、画册40页",
        [("exactly", "3000", "份", None), ("exactly", "16", "条", None), ("exactly", "40", "页", None)],
    ),
    (
        "配备血压计3个,轮椅4辆,急救包2套",
        [("exactly", "3", "个", None), ("exactly", "4", "辆", None), ("exactly", "2", "套", None)],
    ),
    ("拍摄微电影2部", [("exactly", "2", "部", None)]),
    ("采购展示柜2套", []),
    ("电梯3部", []),
    ("扫描仪2台", []),
    ("保留小数点后2位", []),
    ("培养骨干30位", [("exactly", "30", "位", None)]),
    ("成果资料一式三套移交", [("exactly", "3", "套", None)]),
    ("本合同一式六份", []),
    ("响应文件一式4份", []),
    ("调研报告一式六份", [("exactly", "6", "份", None)]),
    ("设护理床位88张,护送车辆2台", [("exactly", "88", "张", None), ("exactly", "2", "台", None)]),
    ("护理床10张", []),
    # how long it lasts
    ("免费维护期2年", [("exactly", "2", "年", None)]),
    ("食品留样48小时", [("exactly", "48", "小时", None)]),
    ("短片时长5分钟左右", [("about", "5", "分钟", None)]),
    ("热线24小时接听", [("exactly", "24", "小时", None)]),
    ("呼叫10秒内接听、接听率不低于97%", [("at_most", "10", "秒", None), ("at_least", "97", "%", None)]),
    ("拆除重建小桥2座", []),
    # what was and what has to be; what a building has cost; an error like a rate
    ("整改率由75%提高到92%", [("exactly", "92", "%", None)]),
    ("投资约210万元的服务中心", []),
    ("上一年度满意率为93%", []),
    ("保洁绿地2.5公顷", [("exactly", "2.5", "公顷", None)]),
    ("组织球赛2项", [("exactly", "2", "项", None)]),
    ("离职须提前30日告知", [("exactly", "30", "日", None)]),
    ("按不低于1:6的比例配备", [("at_least", "1", ":6", None)]),
    ("护理人员按1:5配备", [("exactly", "1", ":5", None)]),
    ("单个项目资助5-10万元", [("between", "5~10", "万元", None)]),
    ("预计服务3-5万人次", [("between", "30000~50000", "人次", None)]),
    ("每期不少于半天,每次半小时", [("at_least", "0.5", "天", None), ("exactly", "0.5", "小时", None)]),
    ("过半天数,半天未到", []),
    ("每周安排3个半天值班,每次3个半小时", [("exactly", "3", "半天", "week"), ("exactly", "3.5", "小时", None)]),
    ("教学楼7栋、宿舍楼2幢的保洁", [("exactly", "7", "栋", None), ("exactly", "2", "幢", None)]),
    ("地点在东路1号3幢201室", []),
    ("举办公益大赛1届", [("exactly", "1", "届", None)]),
    ("每季度对辖区46家机构开展监测不少于1次", [("exactly", "46", "家", None), ("at_least", "1", "次", "quarter")]),
    ("每月开展数据比对2次", [("exactly", "2", "次", "month")]),
    ("每月电话回访比例不低于20%", [("at_least", "20", "%", "month")]),
    ("改造建筑面积约3260平方米", [("about", "3260", "平方米", None)]),
    ("2023年以来累计建成养老中心8个", []),
    ("否则采购人有权在7日内解除合同", []),
    ("抽检不合格的返工期限不超过3个工作日", [("at_most", "3", "工作日", None)]),
    ("评审专家每场不少于3人", [("at_least", "3", "人", None)]),
    ("留样不少于125克、48小时", [("at_least", "125", "克", None), ("at_least", "48", "小时", None)]),
    ("成果数据移交3套", [("exactly", "3", "套", None)]),
    ("绿植租摆120盆", [("exactly", "120", "盆", None)]),
    ("测绘误差小于3%", [("at_most", "3", "%", None)]),
    ("评估组由3名专家组成", [("exactly", "3", "名", None)]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_figures_with_comparator_and_unit(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(text) == expected


RHYTHMS = [
    ("清洗地毯一年不少于2次", ["year"]),
    ("满一年不少于2次", [None]),
    ("方案半年复审一次。上半年至少2次", ["half_year", None]),
    ("全年开展个案9例,单个个案跟进6次以上", ["year", None]),
    ("全年开展小组6个,组均不少于5节", ["year", None]),
    ("每季度报送小结,服务到期前提交终期报告2份", [None]),
    ("周期内开展个案不少于24例", ["project"]),
    ("护理员月到岗不少于21天,年流动率不超过20%", ["month", "year"]),
    ("年供餐38000人次以上", ["year"]),
    ("每周工作40小时,夜间值班不少于2人", ["week", None]),
    ("按季度召开联席会议一次,逐月回访2次", ["quarter", "month"]),
    ("按年度计划开展活动20场", [None]),
    ("年度目标:个案25例,活动48场", ["year", "year"]),
    ("按月发布简报,派驻12人,其中项目主管1人", [None, None]),
    ("长者食堂日供餐不少于200份", ["day"]),
    ("每日清扫2遍,走廊每两小时巡视1次", ["day", None]),
]


@pytest.mark.parametrize(("text", "expected"), RHYTHMS, ids=[text for text, _ in RHYTHMS])
def test_the_rhythm_that_governs(text: str, expected: list[str | None]) -> None:
    assert [per for _, _, _, per in read(text)] == expected


def test_masked_hours_of_somebody_on_duty() -> None:
    assert read("热线**小时值守", masked=True) == [("exactly", "**", "小时", None)]
