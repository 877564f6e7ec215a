import { View } from '@tarojs/components'
import { type PropsWithChildren, type ReactNode, useState } from 'react'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import type { RefusedCommand } from '@/store/appState'
import { ActionBar } from '@/ui/ActionBar'
import { Note } from '@/ui/Note'
import { anchorOf } from './EditorFields'
import type { Errors } from './keeping'
import { Resumed } from './Resumed'
import type { KeptForm } from './useKeptForm'

interface Saving<Field extends string> {
  /** From the first try on what is still wrong is said at each field. */
  tried: boolean
  errors: Errors<Field>
  /** What keeps it from being saved. */
  wrong: string | undefined
  save: () => void
}

/** @param send says why it was not kept */
export function useSaving<Field extends string>(
  found: Errors<Field>,
  /** What somebody else has changed, and was not looked at yet. */
  open: unknown[],
  send: () => string | undefined,
  kept: Pick<KeptForm<object>, 'done'>,
): Saving<Field> {
  const [tried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const frame = useFrame()
  const errors = tried ? found : {}
  const unlooked = tried && open.length > 0 ? '别人改过这一项，先在上面选好要哪个' : undefined

  const save = () => {
    setTried(true)
    const [first] = open.length > 0 ? ['changed'] : Object.keys(found)
    if (first) return frame.scroll.toId(anchorOf(first))
    const problem = send()
    if (problem) setTrouble(problem)
    else {
      kept.done()
      frame.leave()
    }
  }
  return { tried, errors, wrong: unlooked ?? Object.values<string>(errors)[0] ?? trouble, save }
}

interface EditorPageProps {
  /** 服务, 资源. */
  what: string
  /** Not listed before. */
  isNew: boolean
  kept: Pick<KeptForm<object>, 'resumed' | 'letGo'>
  /** The last change to it, where the server did not take it. */
  refused: RefusedCommand | undefined
  saving: Pick<Saving<string>, 'wrong' | 'save'>
  /** What somebody else has changed meanwhile. */
  changed: ReactNode
}

/** The page of a form: above it what became of the last change, below it what saves this one. */
export function EditorPage({
  what,
  isNew,
  kept,
  refused,
  saving,
  changed,
  children,
}: PropsWithChildren<EditorPageProps>) {
  const { wrong, save } = saving
  return (
    <Framed
      title={isNew ? `添一项${what}` : `改${what}`}
      pad='note'
      foot={
        <ActionBar
          note={wrong ? { text: wrong, icon: 'alert-circle' } : undefined}
          main={{ text: isNew ? '上架' : '保存', onTap: save }}
        />
      }
    >
      <View>
        {refused && (
          <View className='mt-3'>
            <Note tone='late'>上次没送成：{refused.text}</Note>
          </View>
        )}
      </View>
      <Resumed kept={kept} />
      {changed}
      {children}
    </Framed>
  )
}
