import { options } from 'preact'

/** Drawing waits for a task of its own, so that a finger on a slow phone is heard between a change and its picture. */
const { port1, port2 } = new MessageChannel()
let draw = () => {}
port1.onmessage = () => draw()
options.debounceRendering = (render) => {
  draw = render
  port2.postMessage(undefined)
}
