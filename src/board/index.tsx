import { View } from '@tarojs/components'
import { BRAND } from '@/brand'
import { AppPage } from '@/shell/AppPage'
import { Mark } from '@/ui/Mark'
import { Actions, Navs, Pages, Sheets, Tabs } from './Bars'
import { Buttons, Filters, Kinds, MoreButtons, Ratings, RoundAndSquare, Switches } from './Controls'
import { Elder } from './Elder'
import { Banners, CannotBeDrawn, Hints, NewOnes, NothingThere, NotReached, Skeletons } from './Feedback'
import { Inputs, MoreInputs, MoreRows, Rows } from './Forms'
import { Colours, Icons, TextLevels } from './Foundations'
import { Loading, MoreNeeds, NeedRows, Offers, Parts, Plain, Recommended, Statuses, Waiting } from './Needs'
import { Candidate, People } from './People'
import { Deadlines, NamedSteps, StepBars, Story } from './Progress'
import { Sides } from './Sides'
import './board.css'

/** 组件总览: every component in every state. In development builds only, at /board/index. */
export default function BoardPage() {
  return (
    <AppPage className='board'>
      <View className='row g-3 board__head'>
        <Mark size='l' />
        <View className='t-title-l' role='heading' aria-level='1'>
          {BRAND.name} 组件总览
        </View>
      </View>
      <View className='board__columns'>
        <View className='board__column'>
          <Colours />
          <TextLevels />
          <Statuses />
          <Buttons />
          <RoundAndSquare />
          <Hints />
          <Switches />
        </View>
        <View className='board__column'>
          <Plain />
          <Waiting />
          <Loading />
          <NewOnes />
          <Candidate />
          <Story />
          <Rows />
          <NamedSteps />
        </View>
        <View className='board__column'>
          <Banners />
          <Ratings />
          <Inputs />
          <NothingThere />
          <CannotBeDrawn />
          <NotReached />
        </View>
        <Elder />
      </View>
      <View className='board__columns'>
        <View className='board__column'>
          <MoreButtons />
          <Filters />
          <Kinds />
          <MoreRows />
        </View>
        <View className='board__column'>
          <MoreNeeds />
          <Recommended />
        </View>
        <View className='board__column'>
          <NeedRows />
          <Offers />
          <Skeletons />
        </View>
        <View className='board__column'>
          <Parts />
          <People />
          <Deadlines />
          <StepBars />
        </View>
      </View>
      <View className='board__columns'>
        <View className='board__column'>
          <MoreInputs />
        </View>
        <View className='board__column'>
          <Navs />
          <Tabs />
        </View>
        <View className='board__column'>
          <Actions />
          <Sheets />
        </View>
        <View className='board__column'>
          <Pages />
        </View>
      </View>
      <Sides />
      <Icons />
    </AppPage>
  )
}
