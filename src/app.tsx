import type { PropsWithChildren } from 'react'
import { startSync } from '@/sync'
import './app.css'

startSync()

export default function App({ children }: PropsWithChildren) {
  return children
}
