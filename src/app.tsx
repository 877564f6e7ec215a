import type { PropsWithChildren } from 'react'
import { systemTextScale } from '@/platform/device'
import { preloadPages } from '@/platform/preload'
import { storage } from '@/platform/storage'
import { keepDraftsIn } from '@/store/drafts'
import { startPreferences } from '@/store/preferences'
import { startSync } from '@/sync'
import './app.css'

const DRAFT = 'xf/draft'

keepDraftsIn({
  load: () => storage.get(DRAFT),
  save: (text) => (text === undefined ? storage.remove(DRAFT) : storage.set(DRAFT, text)),
})
startPreferences(storage, systemTextScale())
startSync()
preloadPages()

export default function App({ children }: PropsWithChildren) {
  return children
}
