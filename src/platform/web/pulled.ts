/** What the window is told when a page that was pulled down has been refreshed. */
export const PULLED = 'xf-pulled'
