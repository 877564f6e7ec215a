import type { PropsWithChildren } from 'react'
import { preloadPages } from '@/platform/preload'
import { storage } from '@/platform/storage'
import { keepDraftsIn } from '@/store/drafts'
import { startSync } from '@/sync'
import './app.css'

const DRAFT = 'xf/draft'

keepDraftsIn({
  load: () => storage.get(DRAFT),
  save: (text) => (text === undefined ? storage.remove(DRAFT) : storage.set(DRAFT, text)),
})
startSync()
preloadPages()

export default function App({ children }: PropsWithChildren) {
  return children
}
