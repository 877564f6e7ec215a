import type { NeedView, Records } from '@/store/records'

/** What pages see of one row: a need's view, or the listed thing, area, org or person itself. */
export type View = NeedView | Listed
export type Listed = Records['services' | 'resources' | 'areas' | 'orgs' | 'people'][string]
