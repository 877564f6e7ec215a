// The offline shell of H5: a service worker, written out by config/installable.ts with the built files' names.
// A new version is fetched while the old one goes on, and takes its place when no page of the old one is open any
// more, or when the only one has just been opened and asks for it.
const FILES = __FILES__
const VERSION = __VERSION__

const CACHE = 'xf-shell'
/** Names of files change with what is in them, but for the icons and the manifest; the page's does not. */
const PAGE = `/?${VERSION}`
const WANTED = [PAGE, ...FILES]
const isNamedByContent = (path) => /\.[0-9a-f]{8}\./.test(path)
const isPage = ({ mode }, { pathname }) => mode === 'navigate' && ['/', '/index.html'].includes(pathname)

async function fetchNew() {
  const cache = await caches.open(CACHE)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  const fresh = WANTED.filter(
    (path) => !isNamedByContent(path) || !kept.has(new URL(path, location.origin).href),
  )
  await cache.addAll(
    fresh.map((path) => new Request(path, isNamedByContent(path) ? {} : { cache: 'reload' })),
  )
}

async function dropOld() {
  const cache = await caches.open(CACHE)
  const wanted = new Set(WANTED.map((path) => new URL(path, location.origin).href))
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url))
  await Promise.all(old.map((request) => cache.delete(request)))
}

async function fromShell(request, path) {
  const cache = await caches.open(CACHE)
  return (await cache.match(path)) ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(fetchNew()))
// At the first visit too: pages that have not been opened yet come from here if the network goes.
self.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => self.clients.claim())))
self.addEventListener('message', (event) => {
  const alone = self.clients.matchAll({ type: 'window' }).then(({ length }) => length <= 1)
  event.waitUntil(alone.then((yes) => yes && self.skipWaiting()))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  // The API answers for itself: what it says is kept by sync alone.
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (isPage(request, url)) event.respondWith(fromShell(request, PAGE))
  else if (FILES.includes(url.pathname)) event.respondWith(fromShell(request, url.pathname))
})
