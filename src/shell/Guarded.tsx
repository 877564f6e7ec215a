import { View } from '@tarojs/components'
import { createContext, type ReactNode, useContext } from 'react'
import { tellTrouble } from '@/store/troubles'
import { Guard } from '@/ui/Guard'
import { Link } from '@/ui/Link'
import './Guarded.css'

/** The page that is drawn, for the log. */
export const PageName = createContext('page')

export const useTell = (part: string) => {
  const page = useContext(PageName)
  return (error: unknown) => tellTrouble(`${page}/${part}`, error)
}

interface GuardedProps {
  /** Which part of the page it is, for the log: never what it shows. */
  part: string
  children: ReactNode
}

/** A row, a card or a section: when it cannot be drawn, a line stands in its place. @param of another is tried anew */
export function Guarded({ part, of, children }: GuardedProps & { of?: unknown }) {
  const instead = (again: () => void) => (
    <View className='guarded t-foot'>
      这一条暂时显示不了，内容没有丢。
      <Link text='再试一次' onTap={again} />
    </View>
  )
  return (
    <Guard of={of} onError={useTell(part)} instead={instead}>
      {children}
    </Guard>
  )
}

/** What stands around a page, such as its bars: something plainer stands in its place until it is drawn anew. */
export function GuardedFrame({ part, plain = null, children }: GuardedProps & { plain?: ReactNode }) {
  return (
    <Guard of={children} onError={useTell(part)} instead={() => plain}>
      {children}
    </Guard>
  )
}
