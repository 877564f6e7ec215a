import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { Nav } from '@/components/Nav'
import { useDidHide } from '@/platform/hooks'
import { goBack, goTo } from '@/platform/navigation'
import { useDrafts } from '@/store/drafts'
import { AppPage } from '../AppPage'
import { Placed } from './Placed'
import { PlaceFormPage } from './PlaceFormPage'
import './index.css'

/** 点单 */
export default function PlacePage() {
  const [placedId, setPlacedId] = useState<string>()
  const begun = useDrafts(({ place }) => place.kind !== undefined || !!place.words)
  useDidHide(() => setPlacedId(undefined))
  // Another page, or a refused need that is to be mended, has filled the form.
  useEffect(() => {
    if (begun) setPlacedId(undefined)
  }, [begun])
  if (!placedId) return <PlaceFormPage onPlaced={setPlacedId} />
  return (
    <AppPage
      nav={<Nav title='点单' onBack={goBack} />}
      pad='bar'
      foot={
        <ActionBar
          side={{ text: '再点一单', onTap: () => setPlacedId(undefined) }}
          main={{ text: '看这一单', onTap: () => goTo('/pages/need/index', { id: placedId }) }}
        />
      }
    >
      <View className='mt-2'>
        <Placed needId={placedId} />
      </View>
    </AppPage>
  )
}
