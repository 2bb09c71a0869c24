import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

const MINUTE_MILLIS = 60_000

/**
 * The moment that countdowns count to, moved on each minute. An office computer's clock may be wrong: what counts is the server's, where it
 * has said what time it is. `again` is called each minute that somebody looks at the page.
 */
export function useNow(said: () => string | undefined, again: () => unknown): Ref<number> {
  let ahead = 0
  const now = ref(Date.now())
  watch(said, (at) => {
    if (at) ahead = Date.now() - Date.parse(at)
    now.value = Date.now() - ahead
  })
  let timer: ReturnType<typeof setInterval>
  onMounted(() => {
    timer = setInterval(() => {
      now.value = Date.now() - ahead
      if (document.visibilityState === 'visible') again()
    }, MINUTE_MILLIS)
  })
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
