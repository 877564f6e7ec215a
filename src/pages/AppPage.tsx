import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { cls } from '@/components/cls'
import { Page, type PageProps } from '@/components/Page'
import type { TabName } from '@/components/TabBar'
import { navFrame } from '@/platform/device'
import { useDidHide, useDidShow } from '@/platform/hooks'
import { dropOpening } from '@/platform/install'
import { usePreferences } from '@/store/preferences'
import { AppBanner } from './AppBanner'
import { AppTabBar } from './AppTabBar'
import { HeldBar } from './HeldBar'
import { LogInSheet } from './LogInSheet'
import { QuestionSheet } from './QuestionSheet'
import { useSheet } from './sheets'

type AppPageProps = Omit<PageProps, 'safeTop' | 'capsuleWidth' | 'navHeight' | 'textScale'> & {
  /** A tab page: the tab bar is drawn, and room kept for it. */
  tab?: TabName
  /** This is 待发箱. */
  inOutbox?: boolean
}

/** H5 has drawn a page. */
let drawn = process.env.TARO_ENV !== 'h5'

/**
 * The very first page of H5 is drawn in two tasks, its frame and then what stands in it: a weak phone hears a finger in
 * between. Until then the opening is seen.
 */
function useFirstFrame() {
  const [whole, setWhole] = useState(drawn)
  useEffect(() => {
    drawn = true
    setWhole(true)
    if (whole) dropOpening()
  }, [whole])
  return whole
}

/** Root of every page: room for the phone's own bars, the sync banner, the tab bar, and the sheets of the app. */
export function AppPage({
  tab,
  lead,
  foot,
  over,
  pad,
  className,
  children,
  inOutbox = false,
  ...page
}: AppPageProps) {
  const { statusBar, capsule, bar } = navFrame()
  const { elder, textScale } = usePreferences()
  const inFront = useInFront()
  const whole = useFirstFrame()
  return (
    <Page
      {...page}
      className={cls(elder && 'elder', className)}
      textScale={elder ? 1 : textScale}
      safeTop={statusBar}
      capsuleWidth={capsule}
      navHeight={bar}
      pad={pad ?? (tab ? 'tab' : 'none')}
      lead={
        <>
          <View>
            <AppBanner inOutbox={inOutbox} />
          </View>
          {lead}
        </>
      }
      foot={tab ? <AppTabBar current={tab} /> : foot}
      over={
        <>
          <View>{over}</View>
          <View>{inFront && <HeldBar />}</View>
          <View>{inFront && <AppSheet />}</View>
        </>
      }
    >
      {whole && children}
    </Page>
  )
}

function AppSheet() {
  const open = useSheet((state) => state.open)
  if (!open) return null
  return open === 'logIn' ? <LogInSheet /> : <QuestionSheet {...open} />
}

/** Pages below stay mounted; only the one that people look at draws a sheet. */
function useInFront() {
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => setInFront(false))
  return inFront
}
