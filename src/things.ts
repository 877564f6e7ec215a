import type { Command, CommandName } from 'domain/commands'
import { ENTITIES, type Entity } from 'domain/things'
import { savedService } from './client/savedService'
import { type CommandFace, kept, nextVersion, type Thing } from './client/thing'
import { needThing } from './need/client'
import { keyOf } from './sync/contract'

/** Every synced thing: where its rows go, what is visible of one, and its commands. The client is made of this. */
export const THINGS: { [E in Entity]: Thing<E> } = {
  need: needThing,
  service: kept<'service'>({
    table: 'services',
    save: savedService,
    commands: {
      'service.save': {
        label: '服务清单',
        touches: ({ id }) => [keyOf('service', id)],
        about: ({ title }) => title,
      },
    },
  }),
  resource: kept<'resource'>({
    table: 'resources',
    save: nextVersion,
    commands: {
      'resource.save': {
        label: '资源清单',
        touches: ({ id }) => [keyOf('resource', id)],
        about: ({ title }) => title,
      },
    },
  }),
  area: kept<'area'>({
    table: 'areas',
    key: 'code',
    commands: {
      'area.save': { label: '区划', touches: ({ code }) => [keyOf('area', code)], about: ({ name }) => name },
    },
  }),
  org: kept<'org'>({
    table: 'orgs',
    commands: {
      'org.save': { label: '组织', touches: ({ id }) => [keyOf('org', id)], about: ({ name }) => name },
    },
  }),
  person: kept<'person'>({
    table: 'people',
    commands: {
      'person.save': {
        label: '个人资料',
        touches: ({ id }) => [keyOf('person', id)],
        about: ({ displayName }) => displayName,
      },
    },
  }),
  lesson: kept<'lesson'>({ table: 'lessons', commands: {} }),
  category: kept<'category'>({
    table: 'categories',
    key: 'code',
    commands: {
      'category.save': {
        label: '类别',
        touches: ({ code }) => [keyOf('category', code)],
        about: ({ name }) => name,
      },
    },
  }),
  district: kept<'district'>({
    table: 'districts',
    commands: {
      'district.save': {
        label: '本区设置',
        touches: ({ id }) => [keyOf('district', id)],
        about: ({ name }) => name,
      },
    },
  }),
}

const COMMANDS: ReadonlyMap<string, CommandFace<CommandName>> = new Map(
  ENTITIES.flatMap((entity) => Object.entries<CommandFace<CommandName>>(THINGS[entity].commands)),
)

/** Undefined for a command of another version of the app. */
export const commandFace = (name: string): CommandFace<Command['name']> | undefined => COMMANDS.get(name)
