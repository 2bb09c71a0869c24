import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What the list of cases shows, as it stands in the address. */
export interface CaseListState {
  q: string
  kind: string
  unit: string
  stage: string
  state: string
  handler: string
  article: string
  /** Legal days of the opening, both included. */
  from: string
  to: string
  sort: 'changedAt' | 'openedAt'
  order: 'asc' | 'desc'
  page: number
  size: number
}

export const SIZES = [50, 100, 200]
export const STATES = ['running', 'suspended', 'ended', 'findings'] as const
export const FILTERS = ['q', 'kind', 'unit', 'stage', 'state', 'handler', 'article', 'from', 'to'] as const
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function fromQuery(query: LocationQuery): CaseListState {
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  const size = Number(one('size'))
  return {
    ...(Object.fromEntries(FILTERS.map((key) => [key, one(key)])) as Record<(typeof FILTERS)[number], string>),
    from: DAY.test(one('from')) ? one('from') : '',
    to: DAY.test(one('to')) ? one('to') : '',
    sort: one('sort') === 'openedAt' ? 'openedAt' : 'changedAt',
    order: one('order') === 'asc' ? 'asc' : 'desc',
    page: Math.max(0, Math.trunc(Number(one('page'))) || 0),
    size: SIZES.includes(size) ? size : SIZES[0]!,
  }
}

/** Leaves out what is not set, so that addresses stay short. */
export function toQuery(state: CaseListState): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  for (const key of FILTERS) if (state[key]) query[key] = state[key]
  if (state.sort !== 'changedAt') query.sort = state.sort
  if (state.order !== 'desc') query.order = state.order
  if (state.page > 0) query.page = String(state.page)
  if (state.size !== SIZES[0]) query.size = String(state.size)
  return query
}

export function toRequest(state: CaseListState): string {
  const request = new URLSearchParams()
  for (const key of FILTERS) if (state[key]) request.set(key, state[key])
  for (const key of ['sort', 'order', 'page', 'size'] as const) request.set(key, String(state[key]))
  return request.toString()
}

export function filtersOf(state: CaseListState): [(typeof FILTERS)[number], string][] {
  return FILTERS.filter((key) => state[key] !== '').map((key) => [key, state[key]])
}
