import { startSync } from '@/client'
import { onUncaught } from '@/platform/uncaught'
import { tellTrouble } from '@/store/troubles'

onUncaught((error) => tellTrouble('uncaught', error))
startSync()
