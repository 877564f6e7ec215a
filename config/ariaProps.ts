// The value is what the template reads. `role` itself is not declared: it would get a short name (p3), and
// `aria-role`, which WeChat wants, could not be filled from it.
const named = { 'aria-label': '' }
const control = {
  ...named,
  'aria-role': 'i.role',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-hidden': '',
}

/** What a screen reader is told, by component of WeChat. Few: each stands on every level of the templates. */
export const ARIA = { View: control, Text: control, Button: named, Input: named, Textarea: named }
