import { ref } from 'vue'
import { capturing } from './phone'

/** A newer version of the page lies ready. */
export const newer = ref(false)
let waiting: ServiceWorker | undefined

/** Lets the page be kept for use without network. Where the browser cannot, it works while there is one. */
export async function keepPage(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!workers) return
  const before = workers.controller
  workers.addEventListener('controllerchange', () => {
    if (before && !capturing.value) location.reload() // what is waiting to be sent is not the page's, and is there again; a film is not cut for it
  })
  const registration = await workers.register('/phone-worker.js', { scope: '/phone', updateViaCache: 'none' })
  const ready = () => {
    waiting = registration.waiting ?? undefined
    newer.value = waiting !== undefined && workers.controller !== null
  }
  ready()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', ready))
  if (newer.value) takeOver() // nothing has begun yet on a page that was just opened
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine) void registration.update().catch(() => undefined) // asked again next time
  })
}

export function takeOver(): void {
  waiting?.postMessage('take-over')
}
