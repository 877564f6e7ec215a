export type DeadlineTone = 'ok' | 'warn' | 'late'

/** In time, in the last fifth, or late. @param shareLeft of the time promised */
export function deadlineTone(shareLeft: number): DeadlineTone {
  if (shareLeft <= 0) return 'late'
  return shareLeft <= 0.2 ? 'warn' : 'ok'
}
