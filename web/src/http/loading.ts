import { ref, shallowRef } from 'vue'
import { Refused } from './api'

/** One thing that a page shows: loading, there, or refused; an answer that has been overtaken is dropped. */
export function useLoading<T>(load: (signal: AbortSignal) => Promise<T>) {
  const value = shallowRef<T>()
  const refused = shallowRef<Refused>()
  const loading = ref(false)
  let running: AbortController | undefined

  async function again(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    try {
      const answer = await load(mine.signal)
      if (running !== mine) return
      value.value = answer
      refused.value = undefined
    } catch (problem) {
      if (mine.signal.aborted) return
      if (!(problem instanceof Refused)) throw problem
      refused.value = problem
    } finally {
      if (running === mine) loading.value = false
    }
  }

  return { value, refused, loading, again }
}
