import { systemTextScale } from '@/platform/device'
import { keepShell } from '@/platform/install'
import { screen } from '@/platform/network'
import { randomBytes } from '@/platform/random'
import { storage } from '@/platform/storage'
import { watchForUpdate } from '@/platform/update'
import { windows } from '@/platform/windows'
import { tickOn } from '@/store/clock'
import { keepDraftsIn } from '@/store/drafts'
import { startPreferences } from '@/store/preferences'
import { watchBack } from '@/ui/sheetBack'

keepDraftsIn(storage, { windows, randomBytes })
startPreferences(storage, systemTextScale())
tickOn(screen)
keepShell()
watchForUpdate()
if (process.env.TARO_ENV === 'h5') watchBack()
