from tender_kit.vocab.characters import looks_traditional, simplify


def test_length_and_other_signs_stay() -> None:
    text = "關於2025年養老服務項目（第二次）的公告\n預算金額：50萬元"
    assert simplify(text) == "关于2025年养老服务项目（第二次）的公告\n预算金额：50万元"
    assert len(simplify(text)) == len(text)


def test_characters_of_both_scripts_stay() -> None:
    assert simplify("乾县著名") == "乾县著名"


def test_simplified_text_with_a_traditional_name_is_simplified() -> None:
    assert not looks_traditional("采购人为某某区民政局,详见采购文件。" * 30 + "联系人陳先生、張女士、劉女士。")
    assert looks_traditional("採購人為某某區民政局,聯繫人陳先生。")
    assert not looks_traditional("")
    assert not looks_traditional("budget 500000")
