from collections.abc import Sequence

import pytest
from tests.work import grows_in_step

from tender_kit.vocab.divisions import divisions, find_divisions


def paths(text: str, within: Sequence[str] = ()) -> list[tuple[str, str | None, str | None]]:
    return [match.division.path for match in find_divisions(text, [divisions()[code] for code in within])]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("沈阳市大东区残疾人联合会", ("辽宁省", "沈阳市", "大东区")),
        ("沈阳 大东区", ("辽宁省", "沈阳市", "大东区")),
        ("浙江/台州", ("浙江省", "台州市", None)),
        ("杭州余杭", ("浙江省", "杭州市", "余杭区")),
        ("仙居县民政局", ("浙江省", "台州市", "仙居县")),
        ("内蒙古", ("内蒙古自治区", None, None)),
        ("吉林省", ("吉林省", None, None)),
        ("吉林市船营区", ("吉林省", "吉林市", "船营区")),
        ("北京市朝阳区", ("北京市", "北京市", "朝阳区")),
        ("长春市朝阳区", ("吉林省", "长春市", "朝阳区")),
        ("清原县", ("辽宁省", "抚顺市", "清原满族自治县")),
        ("甘孜州色达县", ("四川省", "甘孜藏族自治州", "色达县")),
        ("通辽市科左中旗", ("内蒙古自治区", "通辽市", "科尔沁左翼中旗")),
        ("锡林郭勒盟正蓝旗", ("内蒙古自治区", "锡林郭勒盟", "正蓝旗")),
        ("湖北省仙桃市", ("湖北省", None, "仙桃市")),
        ("白杨市", ("新疆维吾尔自治区", None, "白杨市")),
        ("乐山市中区", ("四川省", "乐山市", "市中区")),
        ("安徽省和县", ("安徽省", "马鞍山市", "和县")),
        ("莱城区", ("山东省", "济南市", "莱芜区")),
        ("杭州市江干区", ("浙江省", "杭州市", "上城区")),
        ("邹平县", ("山东省", "滨州市", "邹平市")),
    ],
)
def test_last_division_named(text: str, path: tuple[str, str | None, str | None]) -> None:
    assert paths(text)[-1] == path


@pytest.mark.parametrize(
    "text",
    [
        "朝阳区民政局",
        "高新区管委会",
        "建成全国示范县、小康县",
        "校园西区与主城区",
        "2025年2月25日9时(北京时间)",
        "中山路12号",
        "整合资源,和平相处",
        "",
        "市",
    ],
)
def test_words_that_name_no_division(text: str) -> None:
    assert paths(text) == []


def test_short_name_does_not_make_a_police_station_a_county() -> None:
    assert paths("荆州公安局") == [("湖北省", "荆州市", None)]
    assert paths("南昌新建养老院") == [("江西省", "南昌市", None)]


def test_ambiguous_name_is_resolved_by_what_is_known() -> None:
    assert paths("鼓楼区") == []
    assert paths("鼓楼区", within=["320100"]) == [("江苏省", "南京市", "鼓楼区")]
    assert paths("鼓楼区东街口(福州市)")[0] == ("福建省", "福州市", "鼓楼区")


def test_development_zone_leaves_its_city() -> None:
    assert paths("西安市高新区") == [("陕西省", "西安市", None)]
    assert paths("深圳市龙华新区") == [("广东省", "深圳市", None)]
    assert paths("深圳市龙华区")[-1] == ("广东省", "深圳市", "龙华区")
    assert paths("潍坊滨海新区") == [("山东省", "潍坊市", None)]


def test_table_is_whole() -> None:
    found = divisions().values()
    assert sum(d.level == "province" for d in found) == 34
    assert 2840 <= sum(d.level == "county" for d in found) <= 2870
    assert all(d.parent in divisions() for d in found if d.level != "province")
    assert {"和安县", "和康县", "白杨市"} <= {d.name for d in found}


def test_search_is_linear() -> None:
    assert grows_in_step(find_divisions, "市区县省自治州鼓楼区朝阳沈阳市大东区")
