import { useI18n } from 'vue-i18n'
import type { TraceItem } from '../http/caseTypes'
import { useActors } from '../recordings/actors'
import { agency } from '../identity/session'

/** Short words of an event's data: texts and names, no ids and no digests. */
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^(?:sha256|sm3):/
const MOST = 4

export function useTraceText() {
  const { t, te } = useI18n()
  const who = useActors()

  function words(value: unknown, deep = 0): string[] {
    if (typeof value === 'string') {
      const person = agency.value?.officers.find((officer) => officer.id === value)?.name
      if (person) return [person]
      return ID.test(value) || value === '' || /^[a-zA-Z]+$/.test(value) ? [] : [value.length > 60 ? `${value.slice(0, 60)}…` : value]
    }
    if (Array.isArray(value)) return value.flatMap((one) => words(one, deep + 1))
    return typeof value === 'object' && value !== null && deep < 3 ? Object.values(value).flatMap((one) => words(one, deep + 1)) : []
  }

  return {
    titleOf: (item: TraceItem) => (te(`events.${item.type}`) ? t(`events.${item.type}`) : item.type),
    detailOf: (item: TraceItem) => words(item.data).slice(0, MOST).join(' · '),
    whoOf: (item: TraceItem) => who(item.actor),
  }
}
