import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { startPlaceFor } from '@/need/place/startPlace'
import { usePageParams } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { guardedPage } from '@/shell/guardedPage'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { calledIn } from './family'

/** 叫家人帮我点, at the other end: whoever opens the card comes to the form, with whom it is for filled in. */
function FamilyPage() {
  const params = usePageParams('/community/family/index')
  const alias = calledIn(params.for)
  const begin = () => void startPlaceFor(alias)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; what they were writing waits, put aside
  useEffect(begin, [])
  return (
    <Framed title='帮家人点单'>
      <View className='mt-2'>
        <Card>
          <View className='t-title'>{alias ? `帮${alias}点一单` : '帮家人点一单'}</View>
          <View className='t-sub mt-1'>先跟家人说一声，再替他们写。办到哪一步，您在“我的”里都能看到。</View>
          <View className='mt-4'>
            <Btn block look='primary' text='去点单' onTap={begin} />
          </View>
        </Card>
      </View>
    </Framed>
  )
}

export default guardedPage('family', FamilyPage, { title: '帮家人点单' })
