import type { PropsWithChildren } from 'react'
import './begin'
import './beginSync'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
