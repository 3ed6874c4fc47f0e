"""What looks like a measure and is none: payment, points, penalties, ordinals, idioms, sums of a list."""

from __future__ import annotations

import re

_POINTS = re.compile(
    r"[\d*一二两三四五六七八九十](?:\.[\d*]+)?分(?![钟散类别析布包公级数为期批支项区成担管阶组时享工次局所])|得分"
    r"|扣分|加分|满分|计分|分值|不得分"
)
# 满意度测评得分不低于85分 is a level that is owed, no rule of scoring.
_SATISFACTION = re.compile(
    r"满意[度率]?(?:测评|调查|评价|测评平均)?(?:平均)?(?:得分|评分|分数|分值|分)?(?:须|应|需|要)?(?:不得?(?:低|少)于|达到?|≥|在)[\d*.]+分(?:以上)?$"
)
_MONEY = re.compile(
    r"违约金|扣减|扣除|扣款|扣发|罚款|处罚|赔偿|赔付|滞纳|偿付|退还|保证金|报价|限价|预算|中标价|成交价|投标价"
    r"|合同(?:总)?(?:金额|价|款|额)|总额|注册资[金本]|费用(?:标准|不|总|控制|合计|由)|续签|服务费|首付|预付|尾款"
    r"|代理服务?费|中标服务费|下浮|利率|税率|增值税|基准价|价格扣|各执|执[一二三四五六七八九十\d*]+份|份数(?!据)|正本"
    r"|副本|结算(?![资材]料|清?单|报?表)|计价"
)
_PAYING = re.compile(r"支付|付[\d*]|后付|各付|拨付|付款|付清|付至|转账|打款")
_NOT_PAYING = re.compile(r"工资|薪酬|薪资|保额|保险|补贴|赔偿限额|责任险|意外险")
_CONDITION = re.compile(r"^(?:累计)?(?:出现|发生|达到)|违规|违约|不合格的(?![一-龥]{1,6}(?:期限|时限|时间))|不达标|未达标|逾期")
_BUYER = re.compile(
    r"^[^一-龥]{0,4}(?:否则)?由?(?:采购人|采购单位|采购方|招标人|甲方|委托方|业主|[一-龥]{0,10}(?:民政局|民政部门|残联"
    r"|残疾人联合会|街道办事处|妇联|团委|财政局|主管部门))"
    r"(?:方|可|将|每|对|有权|应|需|负责|组织|委托|不定期|定期|按|于|在|年|或|和|至少|考核|抽查|检查|提供|安排|指定"
    r"|支付|收到|通过|代表)"
)
_BUYER_ACT = re.compile(r"考核|考评|抽查|验收|督查|中期评估|末期评估|结项评估|绩效评[价估]|^评价|评估费用")
_SUPPLIER = re.compile(
    r"供应商|乙方|中标人|成交人|中标单位|成交单位|承接|服务机构|承办|受托方|投标人|服务方|服务商|承包|社会组织|接受"
    r"|配合|自查|自评|迎接"
)
_EVALUATION = re.compile(
    r"评标委员会|评审委员会|磋商小组|谈判小组|评审小组|专家组(?!成)|评审专家(?!每|不少于)|采购人代表|有效(?:投标|供应商|申请人)"
    r"|投标文件\d|提交.{0,6}投标文件|联合体|陈述|答辩|解密|参会(?!企业|单位|人|群众|嘉宾|家庭)|递交响应|签订(?:书面|采购|服务|政府采购)?(?:合同"
    r"|协议)(?!后|之日|生效|起)|业绩|提[出起](?:质疑|投诉)|向[^,;。]{0,20}财政(?:局|厅|部门)[^,;。]{0,8}投诉"
)
_SUM = re.compile(r"(?:为|是|包括|包含|含|即|涵盖|分为|:|设|共同)[^,;。]{0,160}、[^,;。]{1,20}$")
_LISTED = re.compile(r"按$|等$|等共$|上述$|以上$|前述$|以下$|下列$|如下$")
# 第二次, 每5人 (the base of a ratio); 某一, 唯一, 统一, 另一 only before a Chinese one.
_ORDINAL = "第每"
_ONE_OF = "某任另同统唯单逐这那之其哪首进不专初无万上下"
_IDIOM = re.compile(r"一[一-龥]{1,2}一[一-龥]|一组织一[一-龥]|[\"“][^\"“”]{0,8}(?:[一两三四五六七八九十][^\"“”]{0,4}){2,}[\"”]")
# The area that is managed or kept is the volume of the work, that of a place or a building describes it.
_AREA = re.compile(r"(?<!管理)(?<!保洁)(?<!清扫)(?<!养护)(?<!绿化)(?<!服务)(?<!改造)(?<!改造建筑)(?<!装修)(?<!施工)面积约?$")
_BACKGROUND = re.compile(r"占[^,;。]{0,16}的?$")
_FORBIDDEN = re.compile(r"不得|不能|严禁|禁止|不许|不准|任何|只能|仅能|只算|只计")
_EACH_STEP = re.compile(
    r"每(?:再)?(?:增加|增|多|少|缺|减少|提供|具备|有|逾期|发现|出现|超过?|满|完成|迟到|延迟|下降|上升|降低|提高|高|低)$"
)


def clause_is_no_duty(clause: str, sentence: str) -> bool:
    """Tell whether a clause speaks of points, payment, penalties or the evaluation of bids.

    >>> clause_is_no_duty("每缺1份扣0.5分", ""), clause_is_no_duty("全年不少于8例", "全年不少于8例")
    (True, False)
    """
    if (_POINTS.search(clause) and not _SATISFACTION.search(clause)) or _EVALUATION.search(clause):
        return True
    if _MONEY.search(clause) and not _NOT_PAYING.search(clause):
        return True
    return bool(_PAYING.search(sentence)) and not _NOT_PAYING.search(clause)


def clause_is_condition(clause: str) -> bool:
    """Tell whether a clause states a case of failure: ``出现3次以上违规的``."""
    return bool(_CONDITION.search(clause))


def is_buyers_own(sentence: str, clause: str, *, counted_acts: bool) -> bool:
    """Tell whether the buyer acts in this clause: inspections, evaluations, what it provides.

    ``sentence`` is what stands before the clause in its sentence. ``counted_acts`` is true for acts that
    are counted or repeated; of those, inspections are the buyer's even where no one is named.
    """
    if _BUYER.search(clause):
        return True
    if counted_acts and _BUYER_ACT.search(clause) and not _SUPPLIER.search(clause):
        return True
    return bool(_BUYER.search(sentence)) and not _SUPPLIER.search(sentence + clause)


def sums_a_list(left: str, right: str, *, chinese: bool = False) -> bool:
    """Tell whether a figure only says how many things were listed before it.

    A Chinese numeral behind a list nearly always does (政策、沟通、评估三个方向).

    >>> sums_a_list("提供助浴、助洁等", "服务"), sums_a_list("项目负责人、督导各", "")
    (True, False)
    """
    if _LISTED.search(left):
        return True
    if chinese and "、" in left.removeprefix("、"):  # 厨师两名、服务员三名: behind a figure of its own the next one begins
        return not left.endswith("各")
    return bool(right) and "一" <= right[0] <= "龥" and bool(_SUM.search(left))


def is_word_part(text: str, start: int, figure: str) -> bool:
    """Tell whether a figure is part of a word: an ordinal, a code, an idiom."""
    before = text[start - 1] if start else ""
    if (before == "年" and "月" in text[start : start + 3]) or (before == "月" and "日" in text[start : start + 3]):
        return True
    if before and (before in _ORDINAL or (before.isascii() and (before.isalpha() or before in "/.#@_"))):
        return True
    if figure.isascii():
        return False
    if before and before in _ONE_OF and figure.startswith("一"):
        return True
    return any(m.start() <= start < m.end() for m in _IDIOM.finditer(text, max(0, start - 6), start + 8))


def is_background(left: str) -> bool:
    """Tell whether a figure describes the place: ``面积约37平方公里``, ``占总人口的17%``."""
    return bool(_AREA.search(left) or _BACKGROUND.search(left))


_COST = re.compile(r"投资|概算|造价|投入使用|建成|耗资|产值|营业")


def is_cost(left: str) -> bool:
    """Tell whether an amount of money tells what something has cost: ``投资约210万元``."""
    return bool(_COST.search(left))


def is_inspection(left: str, unit: str) -> bool:
    """Tell whether a figure is the sample of an inspection: ``每季度抽查10户``."""
    return unit in ("份", "人", "户", "名", "条", "例", "件") and left.endswith(("抽查", "抽取", "抽样", "抽检"))


def is_increment(left: str) -> bool:
    """Tell whether a figure is the step of a scale: ``每增加1例``."""
    return bool(_EACH_STEP.search(left))


_PROFILE = re.compile(
    r"位于|(?:管辖|辖区|总|行政区域|镇域|区域)面积|常住(?:人口|居民)?|户籍(?:总)?人口|户籍老[年人]|上一?年度(?!报)|去年|下辖|辖内|辖区内?有|共?设有|总人口"
    r"|人口(?:约|共)?[\d*]|始建于|年以来(?:累计|共|已)|占地|同比(?:增长|上升|下降)|参保人(?:员|数)?约?[\d*]"
)


def describes_the_place(sentence: str) -> bool:
    """Tell whether a sentence describes the place and its people: ``下辖22个社区,常住人口15万人``."""
    return bool(_PROFILE.search(sentence))


def is_prohibition(left: str) -> bool:
    """Tell whether a bare figure stands in a prohibition: ``不得另搞一套``."""
    return bool(_FORBIDDEN.search(left))
