/**
 * Every way to be refused: HTTP status, whether the phone tries again by itself, and the sentence that
 * people read, which says what to do now.
 */
export const REFUSALS = {
  badRequest: { status: 400, retry: false, text: '内容没有填对，请检查后再试' },
  consentNeeded: { status: 400, retry: false, text: '请先勾选同意，再提交' },
  reasonNeeded: { status: 400, retry: false, text: '请写一句原因，让对方知道为什么' },
  offerNeeded: { status: 400, retry: false, text: '请选择派给谁，或者放到接单大厅' },
  badAnswers: { status: 400, retry: false, text: '有问题的回答对不上选项，请更新小程序后重新选一次' },
  unknownCategory: { status: 400, retry: false, text: '没有这个类别，请更新小程序后重新选择' },
  unknownArea: { status: 400, retry: false, text: '没有这个社区或网格，请重新选择' },
  badTarget: { status: 400, retry: false, text: '选择的对象不合适，请换一个' },
  badHeadcount: { status: 400, retry: false, text: '人数不能少于已经接单的人数' },
  personalData: {
    status: 422,
    retry: false,
    text: '文字里有电话、证件号、车牌或账号，为了您的安全没有送出。去掉号码就能送，联系方式请填在“联系电话”里',
  },
  loginNeeded: { status: 401, retry: false, text: '请重新登录一次，写好的内容都还在' },
  notAllowed: { status: 403, retry: false, text: '这一步不归您办，请联系社区工作人员' },
  notOffered: { status: 403, retry: false, text: '这一单没有派给您。接单大厅里还有别的单可以接' },
  ownNeed: { status: 403, retry: false, text: '自己的单请别人来帮忙，不能自己接' },
  servedIt: { status: 403, retry: false, text: '您参与了这次服务，评价请由别人来写' },
  demoOnly: { status: 403, retry: false, text: '演示身份只在本机演示环境里能用，请用微信登录' },
  notFound: { status: 404, retry: false, text: '没有找到，可能已经撤下。请返回清单看看别的' },
  alreadyTaken: { status: 409, retry: false, text: '已被他人接单。这不算您爽约，看看附近还有什么能帮的' },
  alreadyYours: { status: 409, retry: false, text: '您已经接了这一单，在工作台里能看到' },
  statusChanged: { status: 409, retry: false, text: '这一单刚刚有了变化，请看看最新的进度再决定' },
  changedMeanwhile: {
    status: 409,
    retry: false,
    text: '您打开之后，别人改过这一项。您写的都还在，请对照现在的内容再存',
  },
  tooLate: { status: 409, retry: false, text: '已经过了可以重办的日子。请再点一单，写上原来的单号' },
  sessionFull: { status: 409, retry: false, text: '这一场刚刚约满了，请换一场' },
  sessionMoved: { status: 409, retry: false, text: '这一场刚刚改了时间，请看看新的时间再约' },
  alreadyBooked: {
    status: 409,
    retry: false,
    text: '这一场已经约过了，一人一个名额。给别人约，请在“给谁”里改选',
  },
  tooFewPlaces: { status: 409, retry: false, text: '名额不能少于已经约好的人数，请改大一些' },
  sessionOver: { status: 409, retry: false, text: '这一场已经开始或结束了，请换一场' },
  notListed: { status: 409, retry: false, text: '这项已经下架，请看看别的' },
  idReused: { status: 409, retry: false, text: '这条内容和之前送出的编号重复了，请重新提交一次' },
  outOfOrder: { status: 409, retry: false, text: '手机里的发送顺序乱了，请重新提交一次' },
  /** The phone's own: never sent. */
  storageFull: { status: 507, retry: false, text: '手机存不下了，请清理一些空间再提交，写好的内容还在' },
  tooOld: { status: 426, retry: false, text: '小程序版本太旧，请更新后再用。没送出的内容都还在' },
  tooMany: { status: 429, retry: true, text: '点得太快了，请歇一会儿再试' },
  internal: { status: 500, retry: true, text: '我们这边出了点问题，内容已经保存，过一会儿会自动再送' },
  unavailable: { status: 503, retry: true, text: '服务正在恢复，内容已经保存，过一会儿会自动再送' },
} as const satisfies Record<string, { status: number; retry: boolean; text: string }>

export type RefusalCode = keyof typeof REFUSALS

/** The only error that reaches people. Everything else is a bug. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What exactly, for those who call the API; never shown to people. */
    readonly detail?: string,
  ) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'Refused'
  }
}
