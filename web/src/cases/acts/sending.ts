import { ref, shallowRef } from 'vue'
import { Refused, freshId, post } from '../../http/api'

export interface Accepted {
  version: number
  findings?: number
}

/**
 * Sends acts of one case. The same act sent again, after a lost answer or by a second click, carries the same key and counts once;
 * a changed body is another act.
 */
export function useSending() {
  const busy = ref(false)
  const refused = shallowRef<Refused>()
  let last = { body: '', key: '' }

  async function send<T = Accepted>(path: string, body: unknown, seen?: number): Promise<T | undefined> {
    if (busy.value) return undefined
    const now = `${path} ${JSON.stringify(body)}`
    if (last.body !== now) last = { body: now, key: freshId() }
    busy.value = true
    refused.value = undefined
    try {
      const headers = { 'Idempotency-Key': last.key, ...(seen === undefined ? {} : { 'If-Match': `"${seen}"` }) }
      const answer = await post<T>(path, body, headers)
      last = { body: '', key: '' }
      return answer ?? ({} as T)
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      refused.value = problem
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, refused, send, act: (id: string, name: string, body: unknown, seen?: number) => send(`/api/cases/${id}/acts/${name}`, body, seen) }
}
