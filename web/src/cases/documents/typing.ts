import { onBeforeUnmount, ref } from 'vue'
import { Refused, get, put, remove } from '../../http/api'
import type { FieldValues } from '../../http/caseTypes'

const PAUSE_MILLIS = 1200

/** Keeps what is being typed on the server, for this person, until the draft itself is saved. */
export function useTyping(path: () => string) {
  const savedAt = ref<number>()
  const refused = ref<Refused>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: FieldValues | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    const values = waiting
    if (!values) return
    waiting = undefined
    try {
      await put(path(), { values })
      savedAt.value = Date.now()
      refused.value = undefined
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      waiting ??= values // the next pause tries again
      refused.value = problem
    }
  }

  onBeforeUnmount(() => void flush())
  return {
    savedAt,
    refused,
    flush,
    keep(values: FieldValues) {
      waiting = values
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), PAUSE_MILLIS)
    },
    /** What the person typed here before, if anything. */
    async before(): Promise<FieldValues | undefined> {
      const kept = await get<{ values: FieldValues; savedAt: string } | undefined>(path())
      if (kept) savedAt.value = Date.parse(kept.savedAt)
      return kept?.values
    },
    async forget(): Promise<void> {
      clearTimeout(timer)
      waiting = undefined
      savedAt.value = undefined
      await remove(path())
    },
  }
}
