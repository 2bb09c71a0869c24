import { ref } from 'vue'

/** A view of the list that a person keeps on this computer. */
export interface SavedFilter {
  name: string
  /** The query of its address. */
  query: string
}

const KEPT_AS = 'liuhen.cases.filters'
const MOST = 30

export const savedFilters = ref<SavedFilter[]>(read())

export function keepFilter(name: string, query: string): void {
  savedFilters.value = [{ name, query }, ...savedFilters.value.filter((one) => one.name !== name)].slice(0, MOST)
  localStorage.setItem(KEPT_AS, JSON.stringify(savedFilters.value))
}

export function dropFilter(name: string): void {
  savedFilters.value = savedFilters.value.filter((one) => one.name !== name)
  localStorage.setItem(KEPT_AS, JSON.stringify(savedFilters.value))
}

function read(): SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is SavedFilter => typeof one?.name === 'string' && typeof one?.query === 'string') : []
  } catch {
    return [] // an unreadable list is none
  }
}
