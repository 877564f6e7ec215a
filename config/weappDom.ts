import { unstable_batchedUpdates } from 'preact/compat'
import { createRoot } from 'preact/compat/client'

/** What Taro asks of react-dom in a mini-program. */
export default { createRoot, unstable_batchedUpdates }
