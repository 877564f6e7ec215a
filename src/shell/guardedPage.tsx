import type { ComponentType } from 'react'
import { goBack } from '@/platform/navigation'
import { tellTrouble } from '@/store/troubles'
import { Guard } from '@/ui/Guard'
import { Nav, TopNav } from '@/ui/Nav'
import type { TabName } from '@/ui/TabBar'
import { AppPage } from './AppPage'
import { PageName } from './Guarded'
import { CannotShow } from './GuardedContent'

interface Frame {
  /** On its bar, should it come to that. */
  title: string
  tab?: TabName
}

/**
 * A page that stays one, whatever is thrown while it is drawn: its bars stand, and there is a way on. AppPage guards
 * what it holds; this is for what the page throws before it comes to that.
 * @param name for the log
 */
export function guardedPage(name: string, Page: ComponentType, { title, tab }: Frame): ComponentType {
  const frame = tab
    ? { tab, nav: <TopNav heading={title} /> }
    : { nav: <Nav title={title} onBack={goBack} /> }
  const instead = (again: () => void) => (
    <AppPage {...frame}>
      <CannotShow onAgain={again} />
    </AppPage>
  )
  return () => (
    <PageName.Provider value={name}>
      <Guard onError={(error) => tellTrouble(name, error)} instead={instead}>
        <Page />
      </Guard>
    </PageName.Provider>
  )
}
