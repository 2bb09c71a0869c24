import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Case } from '../../http/caseTypes'
import { officerName } from '../../identity/session'
import type { Values } from './field'

/** A form that the page opens: which act, and what it knows already. */
export interface Asked {
  act: string
  given: Values
}

/** What every part of a case's page can reach without being handed it. */
export interface OnCase {
  of: ShallowRef<Case | undefined>
  asked: ShallowRef<Asked | undefined>
  ask: (act: string, given?: Values) => void
  /** Whether the button is there: the server says who may ask; a past state takes no act. */
  may: (act: string) => boolean
  reload: () => Promise<void>
  /** The name of a person whose id stands on the page; of the register, where the case does not say it. */
  nameOf: (id: string | undefined) => string
}

const KEY: InjectionKey<OnCase> = Symbol('case')

export function provideCase(of: ShallowRef<Case | undefined>, reload: () => Promise<void>): OnCase {
  const asked = shallowRef<Asked>()
  const onCase: OnCase = {
    of,
    asked,
    ask: (act, given = {}) => (asked.value = { act, given }),
    may: (act) => !of.value?.asAt && (of.value?.may.includes(act) ?? false),
    reload,
    nameOf: (id) => (id && of.value?.people[id]) || officerName(id),
  }
  provide(KEY, onCase)
  return onCase
}

/** The same for a page of something else than a case. */
export function provideActs(may: (act: string) => boolean, reload: () => Promise<void>, nameOf: (id: string | undefined) => string): OnCase {
  const asked = shallowRef<Asked>()
  const here: OnCase = { of: shallowRef(), asked, ask: (act, given = {}) => (asked.value = { act, given }), may, reload, nameOf }
  provide(KEY, here)
  return here
}

export function useCase(): OnCase {
  const found = inject(KEY)
  if (!found) throw new Error('not on a page of a case')
  return found
}

/** The same, for parts that also stand on pages without a case. */
export function useCaseIfAny(): OnCase | undefined {
  return inject(KEY, undefined)
}
