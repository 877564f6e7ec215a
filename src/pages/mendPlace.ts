import type { Command } from 'domain/commands'
import { confirm } from '@/platform/dialog'
import { switchTab } from '@/platform/navigation'
import { clearPlaceDraft, useDrafts, writePlaceDraft } from '@/store/drafts'
import { dismiss } from '@/sync'
import { orderWords } from '@/view/needStory'
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
  const { id: _id, consent: _consent, title, ...draft } = command.args
  clearPlaceDraft()
  // What was said for somebody who had nothing to add was not said by them.
  const unsaid = title !== undefined && draft.words === orderWords(title)
  writePlaceDraft(unsaid ? { ...draft, words: undefined } : draft)
  dismiss(command.id)
  closeSheet()
  switchTab('/pages/place/index')
}
