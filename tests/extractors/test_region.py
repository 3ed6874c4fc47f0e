import pytest

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Span
from tender_kit.document.build import build_document
from tender_kit.document.model import Document
from tender_kit.extractors.region import Hint, extract_region, resolve_region
from tender_kit.models.notice import Project, Service
from tender_kit.models.parties import Party

Path = tuple[str | None, str | None, str | None]
NOWHERE: Path = (None, None, None)


def stated(document: Document, value: str) -> Reading[str]:
    if not value:
        return Reading()
    start = document.text.index(value)
    evidence = document.evidence(Span(start, start + len(value)), "test")
    return Reading(state="known", value=value, evidence=(evidence,))


def region_of(text: str, *, buyer: str = "", address: str = "", number: str = "", place: str = "") -> Path:
    document = build_document(text)
    party = Party(name=stated(document, buyer), address=stated(document, address)) if buyer else None
    project = Project(number=stated(document, number))
    reading = extract_region(document, party, project, Service(place=stated(document, place)))
    for evidence in reading.evidence:
        assert document.text[evidence.start : evidence.end] == evidence.quote
    value = reading.value
    return (value.province, value.city, value.district) if value else NOWHERE


def test_buyer_names_it_whole() -> None:
    text = "养老护理服务采购公告\n采购人:绍兴市越城区民政局\n代理机构地址:南京市鼓楼区中山北路1号"
    assert region_of(text, buyer="绍兴市越城区民政局") == ("浙江省", "绍兴市", "越城区")


def test_address_adds_the_district_and_never_another_city() -> None:
    text = "采购人:江西某职业学院\n地址:江西省南昌市青山湖区紫阳大道8号"
    assert region_of(text, buyer="江西某职业学院", address="江西省南昌市青山湖区紫阳大道8号") == ("江西省", "南昌市", "青山湖区")
    text = "采购人:仙居县残疾人联合会\n地址:杭州市西湖区文三路9号"
    assert region_of(text, buyer="仙居县残疾人联合会", address="杭州市西湖区文三路9号") == ("浙江省", "台州市", "仙居县")


def test_head_of_a_copy_and_district_of_the_title_combine() -> None:
    text = "2024年大东区老年人助餐服务项目竞争性磋商公告\n招标公告 辽宁省 | 沈阳市\n采购内容为老年人助餐服务。"
    assert region_of(text) == ("辽宁省", "沈阳市", "大东区")


def test_ambiguous_district_waits_for_its_city() -> None:
    text = "社工站运营项目公告\n江苏/南京\n采购人:鼓楼区民政局\n"
    assert region_of(text, buyer="鼓楼区民政局") == ("江苏省", "南京市", "鼓楼区")
    assert region_of("社工站运营项目公告\n采购人:鼓楼区民政局\n", buyer="鼓楼区民政局") == NOWHERE


def test_code_in_the_project_number_only_breaks_a_tie() -> None:
    text = "社工站运营项目公告\n采购人:鼓楼区民政局\n项目编号:CG-320106-0031"
    assert region_of(text, buyer="鼓楼区民政局", number="CG-320106-0031") == ("江苏省", "南京市", "鼓楼区")
    text = "社工站运营项目公告\n项目编号:CG-320106-0031"
    assert region_of(text, number="CG-320106-0031") == NOWHERE


def test_label_of_the_portal_is_read() -> None:
    text = "项目所在地区:广西壮族自治区柳州市\n项目名称:助残服务\n采购内容见附件。"
    assert region_of(text) == ("广西壮族自治区", "柳州市", None)


def test_place_of_service_makes_it_more_exact() -> None:
    text = "采购人:临沂市民政局\n服务地点:临沂市兰山区各街道"
    assert region_of(text, buyer="临沂市民政局", place="临沂市兰山区各街道") == ("山东省", "临沂市", "兰山区")


def test_several_districts_leave_the_city() -> None:
    text = "采购人:湘潭市民政局\n服务地点:湘潭市雨湖区、岳塘区"
    assert region_of(text, buyer="湘潭市民政局", place="湘潭市雨湖区、岳塘区") == ("湖南省", "湘潭市", None)


def test_agency_is_not_asked() -> None:
    text = "通辽市某某招标代理有限公司受委托组织采购。\n开标地点:通辽市科尔沁区某路2号\n服务要求:每月入户一次。"
    assert region_of(text) == NOWHERE


@pytest.mark.parametrize("text", ["高新区购买社会救助服务清单\n每月走访一次", "", "北京时间2025年3月1日9时开标"])
def test_nothing_stated_is_absent(text: str) -> None:
    assert region_of(text) == NOWHERE


def test_body_decides_where_nothing_else_does() -> None:
    text = "为成都市成华区困难群众提供走访服务。\n服务人员应熟悉成都市成华区情况。\n参照上海市做法建立台账。"
    assert region_of(text) == ("四川省", "成都市", "成华区")


def test_hints_are_asked_in_their_order() -> None:
    document = build_document("苏州市民政局\n\n无锡市")
    hints = [Hint("first", document.blocks[0].flow), Hint("second", document.blocks[-1].flow)]
    reading = resolve_region(document, hints)
    assert reading.value is not None
    assert reading.value.city == "苏州市"
    assert [evidence.rule for evidence in reading.evidence] == ["first"]


def test_where_papers_are_handed_in_is_the_buyers_place_where_no_agency_runs_the_procedure() -> None:
    text = "心理服务遴选公告\n采购人:海南某师范学院\n递交:2026年9月15日9时,海口市龙华区学府路88号行政楼\n"
    assert region_of(text, buyer="海南某师范学院") == ("海南省", "海口市", "龙华区")
    document = build_document(text)
    party = Party(name=stated(document, "海南某师范学院"))
    reading = extract_region(document, party, Project(), Service(), Party())
    assert reading.value is not None
    assert reading.value.city is None
