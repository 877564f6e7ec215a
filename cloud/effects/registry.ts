import { tellOrders } from '../need/tellOrders'
import type { Effects } from './effect'

export const EFFECTS: Effects = { tellOrders }
