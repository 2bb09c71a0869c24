import type { Values } from './field'

/** What somebody typed into a form on this computer and has not sent. */
export interface Typed {
  values: Values
  savedAt: number
}

export function typedBefore(keptAs: string): Typed | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs) ?? 'null') as Typed | null
    return kept && typeof kept.values === 'object' ? kept : undefined
  } catch {
    return undefined // an unreadable draft is no draft
  }
}

export function keepTyped(keptAs: string, typed: Typed): void {
  try {
    localStorage.setItem(keptAs, JSON.stringify(typed))
  } catch {
    return // the storage is full or forbidden: the form still works
  }
}

export function forgetTyped(keptAs: string): void {
  localStorage.removeItem(keptAs)
}
