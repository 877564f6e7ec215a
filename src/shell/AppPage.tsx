import { View } from '@tarojs/components'
import { navFrame } from '@/platform/device'
import { holdPage } from '@/platform/scroll'
import { usePreferences } from '@/store/preferences'
import { cls } from '@/ui/cls'
import { HoldPage } from '@/ui/holdPage'
import { Page, type PageProps } from '@/ui/Page'
import type { TabName } from '@/ui/TabBar'
import { AppBanner } from './AppBanner'
import { AppTabBar, PlainTabBar } from './AppTabBar'
import { GuardedFrame } from './Guarded'
import { GuardedContent } from './GuardedContent'
import { HeldBar } from './HeldBar'
import { useFrameFirst } from './Later'
import { LogInSheet } from './logIn/LogInSheet'
import { QuestionSheet } from './QuestionSheet'
import { useSheet } from './sheets'
import { useInFront } from './useInFront'

export type AppPageProps = Omit<PageProps, 'safeTop' | 'capsuleWidth' | 'navHeight' | 'textScale'> & {
  /** A tab page: the tab bar is drawn, and room kept for it. */
  tab?: TabName
  /** This is 待发箱. */
  inOutbox?: boolean
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
  const drawn = useFrameFirst()
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
            <GuardedFrame part='banner'>
              <AppBanner inOutbox={inOutbox} />
            </GuardedFrame>
          </View>
          <GuardedFrame part='lead'>{lead}</GuardedFrame>
        </>
      }
      foot={
        <GuardedFrame part='foot' plain={tab && <PlainTabBar current={tab} />}>
          {tab ? <AppTabBar current={tab} /> : foot}
        </GuardedFrame>
      }
      over={
        <HoldPage.Provider value={holdPage}>
          <View>
            <GuardedFrame part='over'>{over}</GuardedFrame>
          </View>
          <View>
            <GuardedFrame part='held'>{inFront && <HeldBar />}</GuardedFrame>
          </View>
          <View>
            <GuardedFrame part='sheet'>{inFront && <AppSheet />}</GuardedFrame>
          </View>
        </HoldPage.Provider>
      }
    >
      {drawn && <GuardedContent>{children}</GuardedContent>}
    </Page>
  )
}

function AppSheet() {
  const open = useSheet((state) => state.open)
  if (!open) return null
  return open === 'logIn' ? <LogInSheet /> : <QuestionSheet {...open} />
}
