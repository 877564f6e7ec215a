/** Every icon that styles/icons.css draws. */
const ICONS = [
  'ad', 'alert-circle', 'alert-triangle', 'ambulance', 'armchair', 'arrow-back-up', 'arrow-up', 'basket',
  'bell', 'book', 'bowl', 'box', 'briefcase', 'building', 'building-community', 'bulb', 'calendar-event',
  'calendar-time', 'camera', 'car', 'certificate', 'check', 'chevron-down', 'chevron-left', 'chevron-right',
  'chevron-up', 'clipboard-check', 'clipboard-list', 'clock', 'cloud-off', 'cloud-upload', 'coin', 'copy',
  'crane', 'device-mobile', 'droplet', 'droplets', 'eye', 'file-text', 'fire-extinguisher', 'flag',
  'flag-3', 'gift', 'git-merge', 'hand-stop', 'heart', 'heart-handshake', 'history', 'home', 'home-heart',
  'hourglass', 'info-circle', 'lamp', 'leaf', 'lifebuoy', 'list-details', 'lock', 'logout', 'map-pin',
  'mark', 'message-2', 'message-circle', 'message-report', 'microphone', 'mood-empty', 'mood-happy',
  'mood-sad', 'mood-smile', 'navigation', 'note', 'package', 'pencil', 'pencil-plus', 'phone', 'photo',
  'plant', 'player-play', 'plus', 'refresh', 's-cancel', 's-claim', 's-claimed', 's-dispatch', 's-done',
  's-failed', 's-queued', 's-rate', 's-redo', 's-reject', 's-serving', 's-urge', 'scale', 'school',
  'scissors', 'search', 'settings', 'shield-check', 'shield-lock', 'shopping-bag', 'shovel', 'sofa',
  'stethoscope', 'text-size', 'tool', 'tools', 'trash', 'tree', 'truck', 'user', 'user-check', 'user-star',
  'users', 'volume', 'walk', 'wifi-off', 'x',] as const
export type IconName = (typeof ICONS)[number]

/** Icons that categories ask for and Tabler does not have. */
const NEAREST: Record<string, IconName> = { sign: 'ad', bench: 'armchair' }
const KIND_ICONS: Record<string, IconName> = {
  wish: 'gift',
  help: 'lifebuoy',
  report: 'message-report',
  idea: 'bulb',
  service: 'clipboard-list',
  resource: 'box',
  training: 'certificate',
}
const drawn = new Set<string>(ICONS)

/** The icon of a category, whose name is data; of its kind when nobody has drawn it. */
export function categoryIcon(of: { icon: string; kind: string }): IconName {
  if (drawn.has(of.icon)) return of.icon as IconName
  return NEAREST[of.icon] ?? kindIcon(of.kind)
}

export const kindIcon = (kind: string): IconName => KIND_ICONS[kind] ?? 'clipboard-list'

/** The four kinds have a colour of their own, only ever behind an icon and next to words. */
export const kindTone = (kind: string) =>
  ['wish', 'help', 'report', 'service'].includes(kind) ? `k-${kind}` : 'k-plain'
