import { startOf } from './grapheme'
import { simplified } from './simplified'
import { cleaned } from './text'

const any = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`

const COMPOUND = any(
  '欧阳 司徒 上官 诸葛 司马 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 端木 南宫 独孤 呼延 百里 东郭 西门 申屠 澹台 濮阳 淳于 钟离',
)
/** Those that are hardly ever given names as well, so that 小李 tells no more than 李**. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕施张孔曹严魏陶姜戚谢邹窦潘葛范彭郎鲁韦马苗俞任袁柳鲍史唐费廉岑薛贺倪汤滕殷罗毕郝邬傅卞齐伍余顾孟黄穆萧尹姚邵汪祁毛狄伏戴宋庞熊纪舒屈项祝董梁杜阮蓝闵麻贾路娄江童郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫经房裘缪解应宗丁宣邓洪包左石崔钮龚程邢裴陆翁荀惠曲封储靳段焦侯全班秋仲伊宫宁仇栾甘厉武符刘景詹龙叶司黎薄印宿白蒲邰从鄂索籍赖卓蔺屠蒙池乔胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰桑桂牛寿边燕冀尚农温庄晏柴瞿阎连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶曾关相查后荆红游竺权盖益桓苏方'
const ONE = `(?:${COMPOUND}|\\p{Script=Han})`
/** What somebody is called by, in one character: 黄伯, 三婆, 陈大嫂. */
const CALLED = '[伯叔姨婶嫂婆姑爷姐哥妈爸太]'
const TITLE =
  any(`先生 女士 小姐 太太 师傅 老师 医生 中医 大夫 护士 律师 教授 教练 警官 同志 同学 书记 主任 队长 组长 村长 楼长
  站长 所长 校长 院长 经理 老板 老板娘 委员 阿姨 阿伯 阿婆 阿公 阿叔 阿嫂 阿姐 阿哥 阿嬷 阿爷 伯伯 伯父 伯母 伯娘 叔叔 叔公 婶婶 婶娘
  姑姑 姑妈 姑婆 姨妈 姨婆 舅舅 舅妈 爷爷 奶奶 公公 婆婆 姥姥 姥爷 大爷 大妈 大娘 老伯 老太 老太太 老人家 老先生 师母 师奶 小朋友`)
const KIN =
  any(`爷爷 奶奶 外公 外婆 公公 婆婆 岳父 岳母 爸爸 妈妈 爸 妈 老?父亲 老?母亲 父母 老伴 爱人 丈夫 妻子 老公 老婆 儿子 女儿
  孩子 小孩 孙子 孙女 哥哥 姐姐 弟弟 妹妹 叔叔 伯伯 舅舅 姑姑 姨妈 亲戚 家人 姥姥 姥爷 阿[公婆嬷爷妈爸姨叔伯嫂姐哥]`)
/** Nobody's name, but what many are. */
const ANYBODY =
  any(`老人 老人家 长者 老?渔民 居民 村民 住户 租户 业主 农户 家庭 群众 街坊 邻居 学生 同学 孩子 小孩 小朋友 儿童 婴儿 工人
  老师 老兵 退役军人 残疾人 病人 孕妇 产妇 老?党员 志愿者 环卫工 保安 骑手 快递员 清洁工`)
const KNOWN_BY =
  any(`独居 孤寡 高龄 空巢 留守 残疾 失能 困难 低保 特困 退休 退役 脱贫 单亲 一位 一名 一个 一户 某位 某 隔壁 对门 楼上 楼下 邻居 村里 本村 同村
  小学 初中 高中 大学 幼儿园 [一二三四五六七八九]年级 [初高大][一二三四] \\d{1,3}岁 老 我 我家 家里 [\\p{Script=Han}]{1,4}[村片组] 的`)
const SOMEBODY = `(?:(?:[老小阿][${SURNAMES}]|${ONE})?${TITLE}|(?:${ONE}|[大二三四五六七八九十小老细阿])[大二三四五六七八九十小老细]?${CALLED}|[老小][${SURNAMES}]|${ONE}某{1,2})`
const FORM_OF_ADDRESS = new RegExp(
  `^(?:${KNOWN_BY})*(?:${ANYBODY}|${KIN}|${SOMEBODY}|\\p{Script=Han}家的?(?=老?${KIN}$))(?:的?${KIN})?$`,
  'u',
)
/** 李秀英阿姨 */
const FULL_WITH_TITLE = new RegExp(`^(${COMPOUND}|[${SURNAMES}])\\p{Script=Han}{1,3}(${TITLE})$`, 'u')

/**
 * A name as others may read it. What is surely a form of address stays, for it tells a surname at most: 黄伯,
 * 陈师傅, 三年级学生; of everything else the first character: `李大文`, `李春生` and `李 **` become `李**`.
 */
export function safeName(typed: string): string {
  const name = cleaned(typed)
  if (FORM_OF_ADDRESS.test(simplified(name))) return name
  const [, surname, title] = FULL_WITH_TITLE.exec(name) ?? []
  return surname && title ? `${surname}${title}` : `${startOf(name, 1)}**`
}
