/** This machine, and what only its own network reaches. */
const NEARBY = /^(localhost|127\.|0\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/

/**
 * WeChat on a phone speaks to https alone, and a build without an address asks 127.0.0.1, which is the phone itself.
 * @returns what is wrong with the address that a mini-program is to be built with, or undefined
 */
export function baseProblem(address = process.env.API_BASE): string | undefined {
  const url = address && URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'https:' && !NEARBY.test(url.host)) return undefined
  const now = address ? `API_BASE is ${address}` : 'there is no API_BASE, so it asks 127.0.0.1'
  return `${now}: on a phone the mini-program would reach no server. Set API_BASE=https://…`
}
