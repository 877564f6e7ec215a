import type { Command } from 'domain/commands'
import { confirm } from '@/platform/dialog'
import { switchTab } from '@/platform/navigation'
import { clearPlaceDraft, useDrafts, writePlaceDraft } from '@/store/drafts'
import { dismiss } from '@/sync'
import { closeSheet } from './sheets'

/** A need that was refused goes back onto the form, where it can be mended and sent anew. */
export async function mendPlace(command: Command): Promise<void> {
  if (command.name !== 'need.place') return
  const { words } = useDrafts.getState().place
  const over =
    !words ||
    (await confirm({
      title: '点单页还有一件没写完',
      text: '改这一件，会换掉没写完的那一件',
      yes: '换掉',
      no: '先不改',
    }))
  if (!over) return
  const { id: _id, consent: _consent, ...draft } = command.args
  clearPlaceDraft()
  writePlaceDraft(draft)
  dismiss(command.id)
  closeSheet()
  switchTab('/pages/place/index')
}
