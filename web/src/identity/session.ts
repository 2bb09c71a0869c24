import { shallowRef } from 'vue'
import { get, post, remove } from '../http/api'
import type { Agency, Session } from '../http/types'
import { forgetLaw } from '../law/law'

/** Who is signed in at this browser, and the register of the agency; null until known, undefined when nobody is. */
export const session = shallowRef<Session | undefined | null>(null)
export const agency = shallowRef<Agency>()

export async function learnSession(): Promise<void> {
  session.value = await get<Session | undefined>('/api/session')
  if (session.value && !agency.value) agency.value = await get<Agency>('/api/agency')
}

export async function signIn(username: string, password: string): Promise<void> {
  await entered(await post<Session>('/api/session', { username, password }))
}

export async function firstUse(username: string, oneTimeCode: string, password: string): Promise<void> {
  await entered(await post<Session>('/api/session/first-use', { username, oneTimeCode, password }))
}

export async function signOut(): Promise<void> {
  await remove('/api/session')
  session.value = undefined
  agency.value = undefined
  forgetLaw()
}

async function entered(now: Session): Promise<void> {
  agency.value = await get<Agency>('/api/agency')
  session.value = now
}

export function may(...roles: string[]): boolean {
  return session.value?.roles.some((role) => roles.includes(role)) ?? false
}

export function officerName(id: string | undefined): string {
  return agency.value?.people.find((person) => person.id === id)?.name ?? id ?? ''
}

export function unitName(code: string | undefined): string {
  return agency.value?.units.find((unit) => unit.code === code)?.name ?? code ?? ''
}
