import { startSync } from '@/client'

startSync()
