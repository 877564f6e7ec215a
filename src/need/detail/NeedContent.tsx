import { Framed } from '@/shell/frame/Framed'
import { useNow } from '@/store/clock'
import { useNeed } from '../store/needs'
import { Absent } from './Absent'
import { NeedDetail } from './NeedDetail'
import { useLoaded } from './useLoaded'
import './detail.css'

/** 点单详情 by its id, whether this phone holds the need or has to ask for it. */
export function NeedContent({ id }: { id: string }) {
  const view = useNeed(id)
  const now = useNow()
  const { trouble, again } = useLoaded(id, view)

  if (view) return <NeedDetail view={view} />
  return (
    <Framed title='点单详情'>
      <Absent needId={id} trouble={trouble} now={now} onAgain={again} />
    </Framed>
  )
}
