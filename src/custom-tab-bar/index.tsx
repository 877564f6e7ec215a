/** WeChat wants one where the tab bar is custom. Ours is drawn in the pages, so this draws nothing. */
export default function CustomTabBar() {
  return null
}
