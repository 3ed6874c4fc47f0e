import pytest

from tender_kit.vocab.qualifications import kind_of_clause, qualification_kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("满足《中华人民共和国政府采购法》第二十二条规定", "statutory_all"),
        ("具有独立承担民事责任的能力", "legal_person"),
        ("具有履行合同所必需的设备和专业技术能力", "capacity"),
        ("有依法缴纳税收和社会保障资金的良好记录", "tax"),
        ("参加采购活动前三年内,在经营活动中没有重大违法记录", "no_violation"),
        ("法律、行政法规规定的其他条件", "legal_other"),
        ("单位负责人为同一人或者存在直接控股、管理关系的不同供应商,不得参加同一合同项下的采购活动", "same_person"),
        ("被列入失信被执行人名单的供应商不得参加", "credit"),
        ("本项目不接受联合体投标", "consortium"),
        ("本项目专门面向中小企业采购", "set_aside"),
        ("在民政部门登记的社会服务机构", "legal_person"),
        ("社会组织评估等级达到4A级", "rating"),
        ("近两年年检合格", "annual_inspection"),
        ("具有养老机构备案凭证", "licence"),
        ("项目负责人持有社会工作师证书", "staff"),
        ("近三年具有类似项目业绩", "track_record"),
        ("通过ISO9001质量管理体系认证", "certificate"),
        ("天气晴好", "other"),
    ],
)
def test_clause_has_its_kind(text: str, kind: str) -> None:
    assert kind_of_clause(text).id == kind


def test_every_kind_names_its_source_and_its_proofs() -> None:
    for kind in qualification_kinds().values():
        assert all((kind.zh, kind.en, kind.source))
        assert kind.id == "other" or kind.proofs
        assert all(proof.text and proof.source for proof in kind.proofs)
    assert list(qualification_kinds())[-1] == "other"
