import type { Connection } from '../postgres/embedded'

/** What `pg` takes as a connection, as an address: for another process. */
export function urlOf({ host, port, user, password, database }: Connection): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  if (!host.startsWith('/')) return `postgres://${login}@${host}:${port}/${database}`
  return `postgres://${login}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}
