// What tells who somebody is in letters and digits: plates, passports, chat names, mail.

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const SIGN = '[ ·•・.,:_\'"/*~—-]'

const digitsIn = (text: string) => text.replace(/\D/g, '').length

/** Where something personal stands in a normalised text. */
export interface Found {
  from: number
  to: number
  mobile?: string
}

interface Kind {
  /** Its last group is what is found; the groups before it only lead there. */
  shape: RegExp
  is?: (id: string, all: string) => boolean
}

/** At most two letters stand among the five or six signs of a plate. */
const plateLike = (id: string) => {
  const signs = id.replace(/[^a-z0-9]/g, '')
  return digitsIn(signs) >= 3 && (signs.length < 7 || digitsIn(signs) >= 4)
}

/** Words that stand behind 微信 and are nobody's name. */
const NOT_A_NAME =
  /^(?:iphone|ipad|android|windows|harmony|huawei|xiaomi|redmi|honor|samsung|wechat|weixin|office|excel|online|english|service|program)/
const LABELLED = /号|搜|:|=|加|是|为|id|v信|vx|w ?x/

const KINDS: Kind[] = [
  {
    shape: new RegExp(
      `()([${PROVINCES}]${SIGN}{0,3}[a-z]${SIGN}{0,3}(?:[a-z0-9]{5,6}|[a-z0-9](?: [a-z0-9]){4,5}|[a-z0-9]{4}[警学挂领使港澳试超]|[a-z0-9]{1,2}${SIGN}[a-z0-9]{3,5}))(?![a-z0-9])`,
      'g',
    ),
    is: (id) => plateLike(id.slice(2)),
  },
  {
    shape:
      /((?:车牌|车号|牌照|[\u4e00-\u9fff]牌)(?:号码|号)?(?:是|为|[^\p{L}\p{N}])*)([a-z0-9]{5,7})(?![a-z0-9])/gu,
    is: plateLike,
  },
  {
    shape: /(^|[^a-z0-9])([a-z][·•・][a-z0-9]{5,6}|wj ?[\u4e00-\u9fff] ?\d{4}[a-z0-9])(?![a-z0-9])/g,
    is: plateLike,
  },
  // passports; permits for Hong Kong, Macao and Taiwan
  {
    shape:
      /(^|[^a-z0-9])((?:[egdspchmwtl][ -]?\d{4}[ -]?\d{4}(?:\d{2})?|(?:e[a-hj-np-z]|c[a-hj-np-z]|pe|se|de|ma)[ -]?\d{7}))(?![a-z0-9])/g,
  },
  // identity cards of Hong Kong
  { shape: /(^|[^a-z0-9])([a-z]{1,2} ?\d{6} ?\([0-9a]\))/g },
  {
    shape:
      /(加?(?:[微威薇徽维]信?|v信|wei(?:信|xin)|wechat|(?:^|[^a-z])(?:vx|w ?x|v(?=:))|加我?v|➕v)(?:号码|号|id|联系|是|为|加|我|同|搜|[^\p{L}\p{N}]){0,6})([a-z][a-z0-9_-]{5,19})(?![a-z0-9])/gu,
    is: (id, all) => !NOT_A_NAME.test(id) && (/[\d_-]/.test(id) || LABELLED.test(all.slice(0, -id.length))),
  },
  {
    shape:
      /((?:抖音|快手|小红书|支付宝|微博|钉钉|telegram|whatsapp)(?:账号|帐号|号|id|搜)(?:是|为|[^\p{L}\p{N}])*)([a-z0-9_-]{6,20})(?![a-z0-9])/gu,
  },
  {
    shape:
      /()([a-z0-9][a-z0-9._+-]{0,40} ?(?:@|艾特|\(at\)|\[at\]| at |#(?=qq|1[236]|foxmail|gmail)) ?[a-z0-9-]{1,30}(?: ?(?:[.。]|点|dot) ?[a-z]{2,8}| ?, ?(?:com|cn|net)){1,3})/g,
    is: (id) => !/gov ?[.。点] ?cn$/.test(id),
  },
]

/** @param text normalised */
export function writtenIds(text: string): Found[] {
  if (!/[a-z]|牌|车号/.test(text)) return []
  return KINDS.flatMap(({ shape, is = () => true }) =>
    [...text.matchAll(shape)].flatMap(({ 0: all, 2: id = '', index }) => {
      const from = index + all.length - id.length
      return is(id, all) ? [{ from, to: index + all.length }] : []
    }),
  )
}
