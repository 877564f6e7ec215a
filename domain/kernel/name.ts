import { startOf } from './grapheme'
import { simplified } from './simplified'
import { cleaned } from './text'

const any = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`

const COMPOUND = any(
  '欧阳 司徒 上官 诸葛 司马 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 端木 南宫 独孤 呼延 百里 东郭 西门 申屠 澹台 濮阳 淳于 钟离',
)
/** Those that are hardly ever given names as well, so that 小李 tells no more than 李**. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾萧蔡潘田董袁余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆贾韦邹熊孟秦邱侯尹薛阎段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔赖庞樊施洪翁柯伍聂游阮欧关敖项岑麦区冼苗许莫甘骆'
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
