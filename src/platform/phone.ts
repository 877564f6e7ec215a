import { clock } from './clock'
import { request } from './http'
import { network, screen } from './network'
import type { Platform } from './port'
import { randomBytes } from './random'
import { connect } from './socket'
import { storage } from './storage'
import { windows } from './windows'

/** This phone, as `sync/` needs it. */
export const phone: Platform = { request, connect, storage, randomBytes, clock, network, screen, windows }
