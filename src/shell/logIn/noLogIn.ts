import { REFUSALS, type RefusalCode } from 'domain/kernel/refusal'

/** Why nobody could log in just now, and what to do. A log-in is not sent again by itself, as commands are. */
export function noLogIn({ code, text }: { code: RefusalCode | 'offline'; text: string }): string {
  if (code === 'offline') return '没有网络，暂时登录不了。写好的内容都还在，先看看清单也行'
  const ours = REFUSALS[code]?.status >= 500
  return ours ? '服务器这会儿没有回应，请过一会儿再试。写好的内容都还在' : text
}
