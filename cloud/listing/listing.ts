import type { Thing } from '../kernel/thing'
import { listRoutes } from './routes'
import { saveResource } from './saveResource'
import { saveService } from './saveService'

export const listing = {
  handlers: { 'service.save': saveService, 'resource.save': saveResource },
  routes: listRoutes,
} satisfies Thing
