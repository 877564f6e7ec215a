import { useEffect, useRef, useState } from 'react'
import type { Page, PageParams } from '@/client'

const ROWS = 20

export interface Pages {
  ids: string[]
  busy: boolean
  /** Why the last page did not come, and what to do. */
  trouble: string | undefined
  more: (() => void) | undefined
  again: () => void
}

interface Loaded {
  ids: string[]
  next: string | undefined
  busy: boolean
  trouble: string | undefined
}

const EMPTY: Loaded = { ids: [], next: undefined, busy: false, trouble: undefined }

/** A list that this phone does not hold, page by page; none where `params` is undefined. */
export function usePages(
  fetch: (params: PageParams) => Promise<Page>,
  params: PageParams | undefined,
): Pages {
  const [loaded, setLoaded] = useState(EMPTY)
  const key = params && JSON.stringify(params)
  const current = useRef(key)
  current.current = key

  const load = async (before: Loaded) => {
    if (!params) return setLoaded(EMPTY)
    setLoaded({ ...before, busy: true, trouble: undefined })
    const page = await fetch({ ...params, after: before.next, limit: ROWS })
    if (current.current !== key) return
    if (!page.ok) return setLoaded({ ...before, busy: false, trouble: page.text })
    setLoaded({ ...EMPTY, ids: [...before.ids, ...page.ids], next: page.next })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for another list, which `key` tells
  useEffect(() => {
    void load(EMPTY)
  }, [key])

  return {
    ids: loaded.ids,
    busy: loaded.busy,
    trouble: loaded.trouble,
    more: loaded.next && !loaded.busy ? () => void load(loaded) : undefined,
    again: () => void load(loaded),
  }
}
