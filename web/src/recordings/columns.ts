import { ref, watch } from 'vue'

export const COLUMNS = [
  'poster',
  'name',
  'kind',
  'device',
  'officer',
  'unit',
  'startedAt',
  'duration',
  'size',
  'recordedAt',
  'state',
  'sha256',
  'leafIndex',
] as const
export type Column = (typeof COLUMNS)[number] | `key.${string}`

const FIRST: Column[] = ['poster', 'name', 'kind', 'device', 'officer', 'startedAt', 'duration', 'size', 'recordedAt', 'state']
const KEPT_AS = 'liuhen.recordings.columns'

export const SORTED_BY: Partial<Record<string, string>> = {
  name: 'name',
  device: 'device',
  startedAt: 'startedAt',
  size: 'size',
  recordedAt: 'recordedAt',
}

/** The columns a person chose, kept on this computer. */
export const columns = ref<Column[]>(kept())

watch(columns, (now) => localStorage.setItem(KEPT_AS, JSON.stringify(now)))

function kept(): Column[] {
  const text = localStorage.getItem(KEPT_AS)
  if (!text) return FIRST
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list))
      return list.filter(
        (name): name is Column =>
          typeof name === 'string' && (name.startsWith('key.') || (COLUMNS as readonly string[]).includes(name)),
      )
  } catch {
    return FIRST // somebody edited the storage; the choice is not worth a message
  }
  return FIRST
}
