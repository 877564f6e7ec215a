import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useDidHide } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { guardedPage } from '@/shell/guardedPage'
import { useDrafts } from '@/store/drafts'
import { useElder } from '@/store/preferences'
import { ActionBar } from '@/ui/ActionBar'
import { ElderOrder } from './elder/ElderOrder'
import { ElderPlaced } from './elder/ElderPlaced'
import { Placed } from './Placed'
import { PlaceFormPage } from './PlaceFormPage'
import type { PlacedOrder } from './usePlaceForm'
import './place.css'

/** 点单 */
function PlacePage() {
  const frame = useFrame()
  const [placed, setPlaced] = useState<PlacedOrder>()
  const again = () => setPlaced(undefined)
  useDidHide(again)
  // Another page, or a refused need that is to be mended, has filled the form.
  const begun = useDrafts((state) => state.begun)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time another order comes to the front
  useEffect(again, [begun])
  const elder = useElder()
  // A listed service is chosen where it is listed: what is left to say stands on one form.
  const ordered = useDrafts(({ place }) => place.kind === 'service')
  if (!placed)
    return elder && !ordered ? <ElderOrder onPlaced={setPlaced} /> : <PlaceFormPage onPlaced={setPlaced} />
  return (
    <Framed
      title={elder ? '请人帮忙' : '点单'}
      pad='bar'
      foot={
        <ActionBar
          side={{ text: '再点一单', onTap: again }}
          main={{ text: '看这一单', onTap: () => frame.open('/pages/need/index', { id: placed.needId }) }}
        />
      }
    >
      <View className='mt-2'>{elder ? <ElderPlaced {...placed} /> : <Placed needId={placed.needId} />}</View>
    </Framed>
  )
}

export default guardedPage('place', PlacePage, { title: '点单' })
