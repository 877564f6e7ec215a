import { copyText } from './reach'

export interface Shared {
  title: string
  /** Of a page, from `urlOf`. */
  path: string
}

/**
 * In a browser: through the system's own share sheet, or by copying the link where there is none. In WeChat only a
 * `<Button openType='share'>` can: the page's `useShareAppMessage` says what.
 */
export async function shareLink({ title, path }: Shared): Promise<void> {
  const url = `${location.origin}${location.pathname}#${path}`
  if (!navigator.share) return copyText(`${title} ${url}`)
  try {
    await navigator.share({ title, text: title, url })
  } catch (error) {
    const changedMind = (error as Error).name === 'AbortError'
    if (!changedMind) await copyText(`${title} ${url}`)
  }
}
