/** Acts said on this phone, kept before anything is sent, and sent in the order of the taps when the server can be reached. */
import { freshId, get, post, Refused } from '../http/api'
import { clear } from './clearing'
import { handIn } from './handIn'
import * as kept from './kept'
import type { KeptAct } from './kept'
import { nextAct, nextDue } from './order'
import { acts, asking, captures, changed, expired, notKept, online, passOffline, person, readQueue, refresh } from './phone'

/** So long after a tap it can be undone without a trace: it has not left the phone. Later it is corrected by saying it again. */
export const UNDO_MILLIS = 10_000
const BACK_OFF_MILLIS = [2_000, 5_000, 15_000, 60_000, 300_000]
/** Answers of a server that is there and cannot just now. */
const LATER = new Set([0, 408, 423, 425, 429, 500, 502, 503, 504])
const PROBING_MILLIS = 5_000
const LOOK_AGAIN_MILLIS = 30_000

let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
const running = new Set<string>()

/** Keeps the act; it is on the phone's disk when this resolves. */
export async function say(activity: string, act: string, body: Record<string, unknown>, undoMillis = 0, device?: string): Promise<string> {
  const key = freshId()
  const now = Date.now()
  await kept.addAct({ key, person: person.value!.person.id, activity, act, body, ...(device && { device }), tappedAt: new Date(now).toISOString(), notBefore: now + undoMillis, state: 'waiting' })
  notKept.value = false
  await changed()
  void sendAll()
  return key
}

/** Takes a tap back that has not left the phone. False if it has. */
export async function undo(key: string): Promise<boolean> {
  const taken = await kept.takeBack(key, Date.now())
  await changed()
  return taken
}

/** Once more with the same key: what the server did carry out is not done again. */
export async function again(act: KeptAct): Promise<void> {
  const { problem: _, ...rest } = act
  await kept.changeAct({ ...rest, state: 'waiting', notBefore: Date.now() })
  await changed()
  void sendAll()
}

/** What a person decides not to send stays on the list of the day; with the opening of an activity goes all that hangs on it. */
export async function drop(act: KeptAct): Promise<void> {
  const hanging = act.act === 'open-activity' ? acts.value.filter((one) => one.activity === act.activity && one.state !== 'arrived') : [act]
  for (const one of hanging) await kept.changeAct({ ...one, state: 'dropped' })
  await changed()
}

/** Sends whatever is due, acts beside captures: a long film keeps no tap waiting. */
export async function sendAll(): Promise<void> {
  await Promise.all([byOneTab('acts', sendActs), byOneTab('captures', handInCaptures)])
  plan()
}

/** One tab sends at a time; where two did, or a backup of the phone does it again, the keys see to it that it counts once. */
async function byOneTab(what: string, work: (who: string) => Promise<boolean>): Promise<void> {
  const who = person.value?.person.id
  if (!who || expired.value || running.has(what)) return
  running.add(what)
  try {
    await navigator.locks.request(`liuhen-phone-${what}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      await readQueue()
      if (await work(who)) await refresh()
    })
    failures = 0
  } catch (problem) {
    passOffline(problem)
    failures++
  } finally {
    running.delete(what)
  }
}

/** Somebody else may have signed in at another tab: then nothing of ours goes out under that name. */
async function signedIn(who: string): Promise<boolean> {
  const session = await asking(() => get<{ person: { id: string } } | undefined>('/api/session'))
  if (session?.person.id !== who) expired.value = true
  return !expired.value
}

async function sendActs(who: string): Promise<boolean> {
  const next = () => nextAct(acts.value, who, Date.now())
  if (!next() || !(await signedIn(who))) return false
  for (let act = next(); act; act = next()) await send(act)
  return true
}

const waitingCaptures = (who: string) => captures.value.filter((one) => one.person === who && one.state === 'captured' && !one.problem)
/** The server has them; whether for good is still to be seen. */
const uncleared = (who: string) => captures.value.filter((one) => one.person === who && one.state === 'stored' && one.sha256 === one.storedSha256 && !one.cleared && !one.fault)

async function handInCaptures(who: string): Promise<boolean> {
  if (waitingCaptures(who).length + uncleared(who).length === 0 || !(await signedIn(who))) return false
  for (const one of waitingCaptures(who)) await handIn(one)
  void byOneTab('acts', sendActs).then(plan)
  for (const one of uncleared(who)) await clear(one)
  return false
}

/** @throws Refused if the server cannot be reached, does not know us, or asks to come again later; the act then waits as before */
async function send(act: KeptAct): Promise<void> {
  try {
    await asking(() => post(act.device ? `/api/devices/${encodeURIComponent(act.device)}/acts/${act.act}` : `/api/activities/${act.activity}/acts/${act.act}`, act.body, { 'Idempotency-Key': act.key }))
    await kept.changeAct({ ...act, state: 'arrived', arrivedAt: Date.now() })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const { status, code } = problem.problem
    if (code === 'not-probed') await kept.changeAct({ ...act, notBefore: Date.now() + PROBING_MILLIS })
    else if (LATER.has(status) || status === 401 || code === 'csrf') throw problem
    else await kept.changeAct({ ...act, state: 'refused', problem: problem.problem })
  }
  await changed()
}

/** Comes back by itself: when the next act is due, or after a while if the server was away. */
function plan(): void {
  clearTimeout(timer)
  const who = person.value?.person.id
  if (!who || expired.value) return
  const due = nextDue(acts.value, who)
  if (due === undefined && waitingCaptures(who).length + uncleared(who).length === 0) return
  const wait = failures ? BACK_OFF_MILLIS[Math.min(failures, BACK_OFF_MILLIS.length) - 1]! : Math.max(500, (due ?? 0) - Date.now())
  timer = setTimeout(() => void sendAll(), wait)
}

/** Sends on every sign that there may be a network again. */
export function keepSending(): void {
  const now = () => {
    failures = 0
    void refresh().catch(passOffline)
    void sendAll()
  }
  setInterval(() => !online.value && document.visibilityState === 'visible' && now(), LOOK_AGAIN_MILLIS)
  window.addEventListener('online', now)
  window.addEventListener('offline', () => (online.value = false))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && now())
  now()
}
