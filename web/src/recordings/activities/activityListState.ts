import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What the list of activities shows, as it stands in the address. */
export interface ActivityListState {
  q: string
  act: string
  unit: string
  officer: string
  state: string
  /** Legal days of the start, both included. */
  from: string
  to: string
  order: 'asc' | 'desc'
  page: number
  size: number
}

export const SIZES = [50, 100, 200]
export const STATES = ['planned', 'running', 'ended', 'closed', 'cancelled', 'findings', 'unrecorded'] as const
export const FILTERS = ['q', 'act', 'unit', 'officer', 'state', 'from', 'to'] as const

const one = (query: LocationQuery, name: string) => (typeof query[name] === 'string' ? query[name] : '')
const whole = (text: string, least: number, otherwise: number) => (/^\d{1,6}$/.test(text) && Number(text) >= least ? Number(text) : otherwise)

export function fromQuery(query: LocationQuery): ActivityListState {
  const size = whole(one(query, 'size'), 1, SIZES[0]!)
  return {
    ...(Object.fromEntries(FILTERS.map((name) => [name, one(query, name)])) as Record<(typeof FILTERS)[number], string>),
    order: one(query, 'order') === 'asc' ? 'asc' : 'desc',
    page: whole(one(query, 'page'), 1, 1) - 1,
    size: SIZES.includes(size) ? size : SIZES[0]!,
  }
}

/** What differs from the plain list; people count pages from one. */
export function toQuery(state: ActivityListState): LocationQueryRaw {
  return {
    ...Object.fromEntries(FILTERS.filter((name) => state[name]).map((name) => [name, state[name]])),
    ...(state.order === 'asc' ? { order: 'asc' } : {}),
    ...(state.page > 0 ? { page: String(state.page + 1) } : {}),
    ...(state.size === SIZES[0] ? {} : { size: String(state.size) }),
  }
}

export function toRequest(state: ActivityListState): string {
  const asked = new URLSearchParams({ order: state.order, page: String(state.page), size: String(state.size) })
  for (const name of FILTERS) if (state[name]) asked.set(name, state[name])
  return asked.toString()
}
