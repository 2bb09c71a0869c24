import { computed, ref, shallowRef } from 'vue'
import type { Balance } from '../http/types'
import type { FaultCode } from '../proof/receiptCheck'
import type { Notebook } from './notebook'

/** State of the hand-in that runs in this browser; it goes on while the person looks at other pages. */
export interface Item {
  path: string
  sizeBytes: number
  state: 'waiting' | 'uploading' | 'stored' | 'checking' | 'checked' | 'failed'
  sentBytes: number
  recording?: string
  sha256?: string
  reason?: string
  /** The server's own words for it, where it gave any. */
  words?: { zh: string; en: string }
  fault?: FaultCode
}

export type Phase = 'idle' | 'uploading' | 'checking' | 'done'

export const phase = ref<Phase>('idle')
export const items = ref<Item[]>([])
export const paused = ref(false)
export const bytesPerSecond = ref(0)
export const balance = shallowRef<Balance>()
export const notebook = shallowRef<Notebook>()

export const totals = computed(() => {
  const many = (...states: Item['state'][]) => items.value.filter((item) => states.includes(item.state)).length
  return {
    camera: items.value.length,
    stored: many('stored', 'checking', 'checked'),
    checked: many('checked'),
    failed: many('failed'),
    bytes: items.value.reduce((sum, item) => sum + item.sizeBytes, 0),
    sentBytes: items.value.reduce((sum, item) => sum + item.sentBytes, 0),
  }
})
