/** Whom a demo lets one be; `note` says what they are and where: 社区书记 · 燕山湖社区. */
interface Identity {
  displayName: string
  note?: string | undefined
}

const BETWEEN = ' · '

/** Demo identities by what they are, in the order in which the server names them. */
export function identityGroups<I extends Identity>(identities: readonly I[]) {
  const groups = new Map<string, { identity: I; where: string | undefined }[]>()
  for (const identity of identities) {
    const [role = '', ...where] = (identity.note ?? '演示身份').split(BETWEEN)
    const people = groups.get(role) ?? []
    groups.set(role, people)
    people.push({ identity, where: where.join(BETWEEN) || undefined })
  }
  return [...groups].map(([role, people]) => ({ role, people }))
}
