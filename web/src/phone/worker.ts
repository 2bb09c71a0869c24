/**
 * The service worker of the officers' page: its files are kept when it is installed, and the page opens from them, network or none. It
 * sees files only; acts and captures are the page's own matter, so that a new version never touches what is waiting to be sent.
 */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
const worker = self as unknown as EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } }
/** Put in by the build: the page, and every file that it needs; their names change with their content. */
declare const PHONE_FILES: { version: string; files: string[] }

const { version, files } = PHONE_FILES
const CACHE = `phone-${version}`
const PAGE = '/phone'

worker.addEventListener('install', (event) => {
  // past the browser's own cache: what is kept must be what the server has now
  const keep = caches.open(CACHE).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' }))))
  ;(event as Lasting).waitUntil(keep)
})

worker.addEventListener('activate', (event) => {
  const clear = caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('phone-') && name !== CACHE).map((name) => caches.delete(name))))
  ;(event as Lasting).waitUntil(clear.then(() => worker.clients.claim()))
})

// the page says when: not in the middle of a film
worker.addEventListener('message', (event) => {
  if ((event as MessageEvent).data === 'take-over') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const asked = event as Fetching
  const { request } = asked
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const name = request.mode === 'navigate' ? PAGE : pathname
  if (!files.includes(name)) return
  asked.respondWith(caches.open(CACHE).then(async (cache) => (await cache.match(name)) ?? fetch(request)))
})

export {} // a file of its own names
