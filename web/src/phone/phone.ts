/** What the page shows, in one place: read from what the phone keeps, refreshed from the server when there is one. */
import { computed, ref, shallowRef } from 'vue'
import { get, post, Refused, remove } from '../http/api'
import type { Activity, ActivityRowPage, ItemsList } from '../http/activityTypes'
import type { Agency, Session } from '../http/types'
import { day } from '../frame/format'
import { measureClock } from './clock'
import * as kept from './kept'
import type { Capture, KeptAct, MeasuredClock } from './kept'
import { sceneOf, scenes as withTaps, type Scene } from './scene'
import { stillIssued, type Terminal } from './terminal'

interface Today {
  day: string
  /** By the phone's own clock, before the question was asked: what arrived later may not be in it. */
  readAt: number
  scenes: Scene[]
}

interface Had {
  items: { number: string; how: 'manages' | 'uses'; until?: string }[]
}

export type People = Pick<Agency, 'people' | 'officers' | 'units'>

/** Who uses the phone: as signed in, or as last known where there is no network. */
export const person = shallowRef<Session>()
/** Something could not be kept because the phone is full; whoever tapped it must know. */
export const notKept = ref(false)
/** A film or sound is being recorded here. */
export const capturing = ref(false)
/** The server answered last time it was asked. */
export const online = ref(navigator.onLine)
/** The server does not know the session any more; nothing is sent until somebody signs in again. */
export const expired = ref(false)
export const terminal = shallowRef<Terminal>()
export const clock = shallowRef<MeasuredClock>()
export const list = shallowRef<ItemsList>()
export const people = shallowRef<People>()
/** Numbers of the cameras that this person has out, as last known. */
export const myCameras = shallowRef<string[]>([])
export const acts = shallowRef<KeptAct[]>([])
export const captures = shallowRef<Capture[]>([])
const today = shallowRef<Today>()

/** Bureau-issued; any other phone only taps times and shows texts. */
export const issued = computed(() => terminal.value !== undefined && terminal.value.agency === person.value?.agency.code)
export const nameOf = (id: string) => people.value?.people.find((one) => one.id === id)?.name ?? id
const own = computed(() => acts.value.filter((act) => act.person === person.value?.person.id))
const MOST_DETAILS = 20
const KEEP_ARRIVED_MILLIS = 24 * 3_600_000

export const scenes = computed(() => {
  const readAt = today.value?.readAt ?? 0
  const said = own.value.filter((act) => act.state === 'waiting' || (act.state === 'arrived' && act.arrivedAt! >= readAt) || (act.state === 'refused' && act.act === 'open-activity'))
  return withTaps(today.value?.scenes ?? [], said, list.value, nameOf)
})
export const unsent = computed(() => own.value.filter((act) => act.state === 'waiting' || act.state === 'refused'))
/** Of others who used this terminal: kept for them, never sent under another name. */
export const ofOthers = computed(() => {
  const me = person.value?.person.id
  return acts.value.filter((act) => act.person !== me && (act.state === 'waiting' || act.state === 'refused')).length + captures.value.filter((one) => one.person !== me && one.state !== 'stored').length
})
export const ownCaptures = computed(() => captures.value.filter((one) => one.person === person.value?.person.id))

const tabs = new BroadcastChannel('liuhen-phone')
/** Another tab changed what is kept. */
tabs.onmessage = () => void readQueue()

export async function readQueue(): Promise<void> {
  ;[acts.value, captures.value] = await Promise.all([kept.acts(), kept.captures()])
}

export async function changed(): Promise<void> {
  await readQueue()
  tabs.postMessage('changed')
}

/** All that can be known without network. */
export async function wakeUp(): Promise<void> {
  person.value = await kept.fact<Session>('session')
  ;[terminal.value, clock.value] = await Promise.all([kept.fact<Terminal>('terminal'), kept.fact<MeasuredClock>('clock')])
  await Promise.all([readQueue(), wakeUpFor()])
  const old = Date.now() - KEEP_ARRIVED_MILLIS
  for (const act of acts.value) if ((act.state === 'arrived' && act.arrivedAt! < old) || (act.state === 'dropped' && Date.parse(act.tappedAt) < old)) await kept.removeAct(act.seq!)
}

async function wakeUpFor(): Promise<void> {
  const who = person.value
  if (!who) return
  ;[myCameras.value, list.value, people.value, today.value] = await Promise.all([
    kept.fact<string[]>(`cameras:${who.person.id}`).then((before) => before ?? []),
    kept.fact<ItemsList>(`items:${who.agency.code}`), kept.fact<People>(`people:${who.agency.code}`), kept.fact<Today>(`today:${who.person.id}`),
  ])
  if (today.value && today.value.day !== day(Date.now())) today.value = { ...today.value, scenes: today.value.scenes.filter((one) => one.state === 'running') }
}

/** Runs a question to the server and learns from it whether there is one, and whether it knows us. */
export async function asking<T>(question: () => Promise<T>): Promise<T> {
  try {
    const answer = await question()
    online.value = true
    return answer
  } catch (problem) {
    if (problem instanceof Refused) {
      online.value = problem.problem.status !== 0
      if (problem.problem.status === 401 && problem.problem.code !== 'wrong-credentials') expired.value = true
    }
    throw problem
  }
}

/** Asks who is signed in. False if nobody is, or somebody else than the phone thought: then that person's things are shown. */
export async function learnPerson(): Promise<void> {
  const now = await asking(() => get<Session | undefined>('/api/session'))
  expired.value = now === undefined && person.value !== undefined
  if (now) await become(now)
}

export async function signIn(username: string, password: string): Promise<void> {
  await asking(() => get('/api/session')) // sets the cookie that every unsafe request must repeat
  await become(await asking(() => post<Session>('/api/session', { username, password })))
}

async function become(now: Session): Promise<void> {
  const same = person.value?.person.id === now.person.id
  person.value = now
  expired.value = false
  await kept.keepFact('session', now)
  if (!same) await wakeUpFor()
}

/** What is waiting stays, and is sent when this person signs in again; what was shown is forgotten. */
export async function signOut(): Promise<void> {
  const who = person.value
  await remove('/api/session').catch(passOffline)
  if (who) await kept.forgetFact(`today:${who.person.id}`)
  await kept.forgetFact('session')
  person.value = today.value = undefined
  expired.value = false
}

/** Who may tap times here and has no business with devices has none out. */
function noneIfNotAllowed(problem: unknown): Had {
  if (problem instanceof Refused && problem.problem.status === 403) return { items: [] }
  throw problem
}

/** Today's list, the texts, and the clock. */
export async function refresh(): Promise<void> {
  const who = person.value
  if (!who || expired.value) return
  const readAt = Date.now()
  const legalDay = day(readAt)
  const [measured, items, agency, rows, had] = await asking(() =>
    Promise.all([
      measureClock(), get<ItemsList>('/api/items'), get<Agency>('/api/agency'),
      get<ActivityRowPage>(`/api/activities?officer=${who.person.id}&from=${legalDay}&to=${legalDay}&size=200`), get<Had>(`/api/people/${who.person.id}/devices`).catch(noneIfNotAllowed),
    ]),
  )
  if (person.value?.person.id !== who.person.id) return
  const known = rows.items.filter((row) => row.state !== 'cancelled')
  // a private phone keeps the day's list and nothing of what is in a case
  const read = issued.value ? await asking(() => Promise.all(known.filter((row) => row.state !== 'closed').slice(0, MOST_DETAILS).map((row) => get<Activity>(`/api/activities/${row.id}`)))) : []
  myCameras.value = had.items.filter((one) => one.how === 'uses' && !one.until).map((one) => one.number)
  clock.value = measured
  list.value = items
  people.value = { people: agency.people, officers: agency.officers, units: agency.units }
  today.value = { day: legalDay, readAt, scenes: known.map((row) => sceneOf(row, read.find((one) => one.id === row.id))) }
  await Promise.all([
    kept.keepFact('clock', measured), kept.keepFact(`items:${who.agency.code}`, items), kept.keepFact(`people:${who.agency.code}`, people.value),
    kept.keepFact(`today:${who.person.id}`, today.value), kept.keepFact(`cameras:${who.person.id}`, myCameras.value),
  ])
  if (terminal.value && issued.value && !(await asking(() => stillIssued(terminal.value!)))) await giveTerminalBack()
}

export async function issueTerminal(now: Terminal): Promise<void> {
  await kept.keepFact('terminal', now)
  terminal.value = now
}

export async function giveTerminalBack(): Promise<void> {
  await kept.forgetFact('terminal')
  terminal.value = undefined
}

/** No server is no fault on a phone; what else is wrong is. */
export function passOffline(problem: unknown): void {
  if (!(problem instanceof Refused)) throw problem
}
