import re
from decimal import Decimal

from tender_kit.vocab.topics import (
    find_topic,
    periods_per_year,
    topic_groups,
    topic_order,
    topic_patterns,
    topic_words,
    topics,
)


def test_every_topic_is_whole() -> None:
    assert len(topics()) >= 115
    for topic in topics().values():
        assert topic.group in topic_groups()
        assert topic.id.startswith(topic.group + ".")
        assert topic.synonyms
        assert topic.source
        assert topic.direction in ("min", "max", "target")
        assert isinstance(topic.is_yearly, bool)


def test_aggregation_tells_what_a_year_makes_of_a_figure() -> None:
    assert topics()["svc.case"].is_yearly
    assert not topics()["qa.satisfy"].is_yearly
    assert not topics()["staff.team"].is_yearly
    assert "场" in topics()["svc.event"].units


def test_patterns_have_bounded_gaps() -> None:
    for topic in topics().values():
        for pattern in topic.patterns:
            assert not re.search(r"(?<!\\)[*+](?![^\[]*\])", pattern), (topic.id, pattern)


def test_patterns_find_their_wording() -> None:
    patterns = topic_patterns()
    assert patterns["cap.training"].search("每年组织护理人员岗位技能培训不少于2次")
    assert patterns["svc.visit_home"].search("每月入户开展一次走访")
    assert patterns["pub.media_prov"].search("在省级主流媒体刊发1篇")
    assert patterns["qa.complaint"].search("接到投诉后24小时内答复")
    assert not patterns["pub.media_prov"].search("全省各地")


def test_words_lead_to_topics() -> None:
    assert "svc.psych" in topic_words()["心理疏导"]
    assert find_topic("no.such") is None
    assert topic_order()["svc.case"] < topic_order()["law.integrity"]


def test_periods_of_a_year() -> None:
    assert periods_per_year("month") == 12
    assert periods_per_year("project", term_months=6) == Decimal(2)
    assert periods_per_year("project") is None
