/**
 * Where H5 begins (config/pieces.ts): each piece of the code runs as a task of its own, so that a slow phone paints and
 * hears a finger in between. A piece takes what those before it have made; the last is the app itself.
 */
const PIECES = [
  () => import(/* webpackMode: "eager", webpackExports: [] */ './platform/web/renders'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ 'domain/category/category'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ 'domain/need/need'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ 'domain/synced'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ 'domain/api'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ './platform/phone'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ './client'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ './begin'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ './beginSync'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ '@tarojs/plugin-framework-react/dist/runtime'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ '@tarojs/router'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ './app.config'),
]

/** By a message: a browser makes timers that set timers wait 4 ms each. */
const { port1, port2 } = new MessageChannel()
const nextTask = () =>
  new Promise<unknown>((done) => {
    port1.onmessage = done
    port2.postMessage(undefined)
  })

async function begin() {
  for (const piece of PIECES) {
    await nextTask()
    await piece()
  }
}

void begin()
