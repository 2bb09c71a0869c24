import { onUnmounted, ref } from 'vue'

/** The phone's clock, millis since 1970, anew each second while the page is shown. */
export function useNow() {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), 1000)
  onUnmounted(() => clearInterval(timer))
  return now
}
