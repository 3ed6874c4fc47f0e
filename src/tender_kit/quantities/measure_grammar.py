"""The words around a measured figure: comparators, units and what looks like a unit but begins another word."""

from __future__ import annotations

import re

from tender_kit.quantities.masks import MASK
from tender_kit.quantities.numerals import ARABIC, CHINESE_DIGITS

_LETTERS = "".join(CHINESE_DIGITS) + "十百千万"
CHINESE_FIGURE = rf"(?!(?<=队)伍)[{_LETTERS}]{{1,8}}"  # the 伍 of 队伍一支 is no five

# Each unit and the letters that may not follow it: 个案, 期刊, 人员, 次日, 项目 begin words and are no units
# (item 7.3 期刊 is not three issues, item 5.4 个案管理 is not four pieces).
_WHOLE_UNITS = (
    "个月|人次|户次|场次|家次|例次|辆次|台次|件次|批次|人天|人日|人·天|工作日|日历天|日历日|自然日|学时|课时|工时|学分"
    "|小时|分钟|秒钟?|周岁|平方公里|平方千米|平方米|立方米|公里|千米|公斤|千克|毫升|[Kk][Mm]|㎡|m²|m2|亿元|万元|元|%|‰"
)
_SHORT_UNITS = {
    "个": (
        r"案(?!例)|性|别|体(?!系)|税|人(?!户)|工作日|日历|小时|月|包(?!裹)|标段|标项|合同包|采购包|子包|分包|分标|品目|方面|维度|阶段"
        r"|环节|层面|原则|等级"
    ),
    "人": r"员|力|才|民|均|文|口|群|工|为|身|格|性|际|家|事|物|社|大|防|士|行道",
    "名": r"称|单|额|义|册|录|誉|词|下|片|优",
    "位": r"置|于|移|列|次",
    "次": r"日|序|性|要|年|月|级|公告|招标|采购|报价|会议纪要",
    "场": r"所|地|景|馆|合|面|外|内|效",
    "期": r"限|间|满|货|刊|末|望|初|中|待|内|届",
    "节": r"日|能|假|点|约|目|水|气|庆",
    "例": r"如|外|会|行|证",
    "对": r"[一-龥\d]",
    "件": "",
    "宗": r"教|旨",
    "份": r"额|子",
    "篇": r"幅|章",
    "条": r"例|件|款|规定|之|码|文|目|线",
    "本": r"项目|单位|市|区|人|科|县|级|次|公告|包|合同|地|年|职|省|街|镇|辖|工程|机构|社区|中心|村|采购|身|着|国|部门|月|季",
    "册": "",
    "套": r"餐|路|取|用|内",
    "支": r"付|持|出|撑|援|教|部|行|线|架",
    "家": r"庭|长|属|园|访|计|政|人|具|电|居|务|乡|校|国|暴|禽|教|委|族|风|里",
    "所": r"有|在|需|属|以|列|投|得|示|供|述|谓|涉|提|产|做|形|用|学|长|处",
    "间": r"隔|接|断|歇|距",
    "户": r"籍|外|口|主|型|名|均|数|内|厕|表",
    "项": r"目",
    "台": r"账|帐|风|阶",
    "辆": "",
    "处": r"理|置|罚|以|于|级|分|长|方|境|所|室|暑",
    "张": r"贴|开|力|家",
    "把": r"握|关|控",
    "只": r"能|有|要|需|是|限|得|可|接|针|做",
    "幅": r"度",
    "块": "",
    "组": r"织|建|成|长|合|员|装|别",
    "队": r"伍|员|长|友",
    "班": r"子|级|组|主任|次",
    "轮": r"换|候|值|训|岗|班|椅|流|胎",
    "遍": r"布|及",
    "课": r"程|题|件|堂|业|后|时|本|外|标|间|表|室|长",
    "餐": r"厅|饮|具|费|食|桌",
    "站": r"点|长|所|台|内",
    "村": r"民|委|级|居|支|务|社|内|干|镇",
    "门": r"诊|口|店|槛|类|禁|户|急|窗|卫|前|牌|板|市|球|厅|票|锁|框|楼|面|头|徒|把|铃|内|外|岗",
    "床": r"位|单|铺|头|上|边",
    "单": r"位|独|价|元|一|个|纯|次|项|据|身|亲",
    "点": r"位|对|击|评|心|名|餐|亮",
    "类": r"别|型|似|项|目",
    "种": r"植|类|子",
    "层": r"次|面|级|高",
    "天": r"然|气|下|津|生|线|府|前",
    "日": r"常|期|间|程|均|志|前|起|用|报|托|游",
    "周": r"边|期|围|年|密|岁|转|末|报|知",
    "月": r"度|份|初|末|底|均|刊|报|简|饼|子|嫂|交流|工作|\d|\*",
    "回": r"访|复|收|应|报|头|家|答|归|升|放|馈|流|执|音|忆|避|购|顾",
    "起": r"来|草|始|步|点|诉|到|止|算|计|重|搏|居|源|身|用|施|至|讫|,|\d",
    "年": r"度|级|龄|检|审|终|限|报|底|末|初|前|内(?!完成)|代|份|均|轻|老",
    "岁": "",
    "米": r"饭|粉|面",
    "吨": "",
    "克": r"服|隆|拉|罗|里|什|勒",
    "箱": "",
    "盒": "",
    "批": r"准|复|评|量|改|注|发|示|次|阅|件|文|处|判|驳|斗",
    "客": r"户|人|观|服|厅|运|流|车|源|商|诉|房|体|栈",
    "桶": "",
    "棵": "",
    "株": "",
    "分": (
        r"钟|散|类|别|析|布|包|公|级|数|为|期|批|支|项|区|成|担|管|阶|组|时|享|工|次|局|所|标|送|发|配|开|歧|子|红|流|层"
        r"|段|摊|拣|诊|娩|部|校|会|馆|店|院|中心|站|点|拨"
    ),
}
_PLAIN_UNIT = "|".join(f"{unit}(?!{after})" if after else unit for unit, after in _SHORT_UNITS.items())
# The first sign is asked for before the hundred units are tried one by one.
_BEGINS = "".join(sorted({unit[0] for unit in (*_SHORT_UNITS, *_WHOLE_UNITS.replace("[Kk]", "K").split("|"))} | {"k"}))
UNIT = rf"(?=[{_BEGINS}])(?:{_WHOLE_UNITS}|{_PLAIN_UNIT})"
_DENOMINATOR = r"(?:人次?|天|日|月|年|周|次|户次?|站|村|场|例|个|季度?|半年|小时|名|单|点位?|社区|街道|班|期)"
COMPOUND = rf"(?:/{_DENOMINATOR}){{1,2}}"

FIGURE = rf"(?:{MASK}|{ARABIC})"
"""An arabic or masked figure."""

_GE = r"(?:个(?=工作日|日历|自然日|小时|学时|课时|分钟))?"
_RIGHT = rf"\s?{_GE}{UNIT}"
SCAN = re.compile(
    rf"(?P<share>百分之)?(?P<figure>{MASK}|(?<![0-9.*]){ARABIC}|(?<=百分之){CHINESE_FIGURE}"
    rf"|{CHINESE_FIGURE}(?=个半(?:小时|月|天|学时)|{_RIGHT}))"
    r"(?P<ratio>(?<=[于为到是比例≥]1):[1-9][0-9]{0,2}(?![0-9*:.时点]))?"
    r"(?P<half>个半(?=小时|月|天|学时))?\s?(?P<scale>(?:[百千万亿](?![克米瓦])){0,2})(?P<loose>[余多])?"
    rf"(?:\s?{_GE}(?P<first>{UNIT}))?"
    rf"(?:\s?(?:-{{1,2}}|~|—|–|至|到)\s?(?P<upper>{MASK}|{ARABIC}|{CHINESE_FIGURE}(?={_RIGHT}))"
    rf"\s?(?P<scale2>[百千万亿]{{0,2}})(?:\s?{_GE}(?P<second>{UNIT}))?)?"
    rf"(?P<compound>{COMPOUND})?"
    r"(?P<suffix>\s?(?:\((?:含|不含)\)|及|含|或)?(?:以上|以下|以内|之内|范围内|左右|上下|内(?![容部设科外置在涵])))?"
)
"""One figure with all that stands to its right: power, unit, upper end, compound unit, suffix comparator."""
FIRST = re.compile(rf"[0-9*#{_LETTERS}]")
"""The signs that ``SCAN`` can begin with."""

AT_LEAST = (
    r"(?:不得?|不应|不能|不可|应不|不宜)(?:少于|低于|小于|短于|少过|下于|亚于)|至少|最少|最低(?:不少于)?|大于(?:或)?等于|≥|⩾|>=|>"
)
AT_MOST = (
    r"(?:不得?|不应|不能|不可|应不|不宜)(?:超过|高于|大于|多于|超出|长于|晚于|逾)|至多|最多|最长|最高(?:不超过)?"
    r"|小于(?:或)?等于|≤|⩽|<=|<"
)
STRICT = r"超过|高于|大于|多于|低于|少于|小于|不足|未达到?|达不到|不到|未满|满(?![意足])"
ANSWERED = "响应|到场|到达|抵达|赶到|恢复|修复|排除"
"""What is done within a time: 一级故障15分钟响应,2小时恢复 sets a limit, with or without 内."""
ABOUT = r"(?<![签合预节公邀违履制条契])大?约(?![谈定束见请访稿车会])|大概|预计|预估|估算"

LEFT = re.compile(rf"(?P<at_least>{AT_LEAST})|(?P<at_most>{AT_MOST})|(?P<strict>{STRICT})|(?P<about>{ABOUT})")
"""A comparator to the left of its figure. ``strict`` ones state a condition more often than a duty."""

BREAK = re.compile(r"[;。!?\n:|,](?:(?<!,)|(?![0-9]{3}(?![0-9]))|(?<![0-9],))")
SENTENCE_END = "。!?\n;|"
