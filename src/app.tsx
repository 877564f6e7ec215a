import type { PropsWithChildren } from 'react'
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

export default function App({ children }: PropsWithChildren) {
  return children
}
