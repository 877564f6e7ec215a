import { options } from 'preact'

/**
 * Until somebody touches the app, drawing waits for a task of its own, as the pieces of its code do (src/h5.ts): then
 * the touch is heard soon. From there on a change is drawn before anything else can happen, so that nobody acts on
 * what is about to go.
 */
let touched = false
for (const kind of ['pointerdown', 'keydown', 'click', 'popstate'])
  window.addEventListener(kind, () => (touched = true), { once: true, capture: true })

const { port1, port2 } = new MessageChannel()
let draw = () => {}
port1.onmessage = () => draw()
options.debounceRendering = (render) => {
  if (touched) return void Promise.resolve().then(render)
  draw = render
  port2.postMessage(undefined)
}
