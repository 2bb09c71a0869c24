import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What a list shows, as it stands in the address: filters, order and place. */
export interface ListState {
  q: string
  device: string
  officer: string
  unit: string
  kind: string
  state: string
  /** Legal days, both included. */
  from: string
  to: string
  keys: Record<string, string>
  sort: string
  order: string
  page: number
  size: number
}

export const SIZES = [50, 100, 200]
export const KINDS = ['video', 'audio', 'photo', 'other', 'pending'] as const
export const STATES = ['unclassified', 'classified', 'gaps', 'pending', 'failed'] as const
const PLAIN = ['q', 'device', 'officer', 'unit', 'kind', 'state', 'from', 'to'] as const
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MILLIS_OF_DAY = 86_400_000

export function fromQuery(query: LocationQuery): ListState {
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  const keys = Object.fromEntries(
    Object.keys(query)
      .filter((key) => key.startsWith('key.'))
      .map((key) => [key.slice(4), one(key)]),
  )
  const size = Number(one('size'))
  return {
    ...(Object.fromEntries(PLAIN.map((key) => [key, one(key)])) as Record<(typeof PLAIN)[number], string>),
    from: DAY.test(one('from')) ? one('from') : '',
    to: DAY.test(one('to')) ? one('to') : '',
    keys,
    sort: one('sort') || 'recordedAt',
    order: one('order') === 'asc' ? 'asc' : 'desc',
    page: Math.max(0, Math.trunc(Number(one('page'))) || 0),
    size: SIZES.includes(size) ? size : SIZES[0]!,
  }
}

/** Leaves out what is not set, so that addresses stay short. */
export function toQuery(state: ListState): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  for (const key of PLAIN) if (state[key]) query[key] = state[key]
  for (const [key, value] of Object.entries(state.keys)) if (value) query[`key.${key}`] = value
  if (state.sort !== 'recordedAt') query.sort = state.sort
  if (state.order !== 'desc') query.order = state.order
  if (state.page > 0) query.page = String(state.page)
  if (state.size !== SIZES[0]) query.size = String(state.size)
  return query
}

/** The request of the same list: legal days become instants of the agency's zone. */
export function toRequest(state: ListState): string {
  const request = new URLSearchParams()
  for (const key of PLAIN) if (state[key]) request.set(key, state[key])
  if (state.from) request.set('from', new Date(`${state.from}T00:00:00+08:00`).toISOString())
  if (state.to) request.set('to', new Date(Date.parse(`${state.to}T00:00:00+08:00`) + MILLIS_OF_DAY - 1).toISOString())
  for (const [key, value] of Object.entries(state.keys)) if (value) request.set(`key.${key}`, value)
  request.set('sort', state.sort)
  request.set('order', state.order)
  request.set('page', String(state.page))
  request.set('size', String(state.size))
  return request.toString()
}

/** What narrows the list: name and value; classification keys as `key.…`. */
export function filtersOf(state: ListState): [string, string][] {
  const pairs: [string, string][] = [
    ...PLAIN.map((key): [string, string] => [key === 'q' ? 'search' : key, state[key]]),
    ...Object.entries(state.keys).map(([key, value]): [string, string] => [`key.${key}`, value]),
  ]
  return pairs.filter(([, value]) => value !== '')
}

export function isFiltered(state: ListState): boolean {
  return filtersOf(state).length > 0
}
