import type { Activity, ActivityRow, ActivityStanding, ItemsList, Mark, Point } from '../http/activityTypes'
import type { KeptAct } from './kept'

/** An activity as the phone shows it: what the server said last, and what was tapped since. */
export interface Scene {
  id: string
  act: string
  title: string
  titleEn: string
  place: string
  officers: string[]
  plannedFrom?: string
  startedAt?: string
  endedAt?: string
  state: ActivityStanding
  marks: Pick<Mark, 'kind' | 'at' | 'words' | 'toWhom'>[]
  interruptions: number
  givenUp: boolean
  exempted: boolean
  /** Numbers of the cameras it was planned with. */
  cameras: string[]
  delayed: boolean
}

/** A row of today's list; marks and the rest are known where the activity itself was read. */
export function sceneOf(row: ActivityRow, read?: Activity): Scene {
  const { id, act, title, titleEn, place, officers, plannedFrom, startedAt, endedAt, state } = row
  return {
    id, act, title, titleEn, place, officers, state, ...(plannedFrom && { plannedFrom }), ...(startedAt && { startedAt }), ...(endedAt && { endedAt }),
    marks: read?.marks.map(({ kind, at, words, toWhom }) => ({ kind, words, ...(at && { at }), ...(toWhom && { toWhom }) })) ?? [],
    interruptions: read?.interruptions.length ?? 0, givenUp: !!read?.givenUp, exempted: !!read?.exemption, cameras: read?.devices.map((one) => one.number) ?? [], delayed: false,
  }
}

export interface Opened {
  act: string
  place: string
  officers: string[]
}

/** An activity that was opened on this phone and that the server does not know yet. */
function opened(act: KeptAct, list: ItemsList | undefined, nameOf: (person: string) => string): Scene {
  const said = act.body as unknown as Opened
  const item = list?.items.find((one) => one.act === said.act)
  return {
    id: act.activity, act: said.act, title: item?.title ?? said.act, titleEn: item?.titleEn ?? said.act, place: said.place, officers: said.officers.map(nameOf), state: 'planned',
    marks: [], interruptions: 0, givenUp: false, exempted: false, cameras: [], delayed: false,
  }
}

/** The scene after one more tap, as it is shown before the server knows; what the server makes of it comes with the next list. */
function tapped(scene: Scene, { act, body }: KeptAct): Scene {
  const at = typeof body.at === 'string' ? body.at : undefined
  if (act === 'start-activity' && at) return { ...scene, startedAt: at, state: scene.endedAt ? scene.state : 'running' }
  if (act === 'end-activity' && at) return { ...scene, endedAt: at, state: 'ended' }
  if (act === 'mark-moment') return { ...scene, marks: [...scene.marks, body as unknown as Scene['marks'][number]] }
  if (act === 'explain-interruption') return { ...scene, interruptions: scene.interruptions + 1 }
  if (act === 'give-up-recording') return { ...scene, givenUp: true }
  if (act === 'except-hand-in' || act === 'excuse-hand-in') return { ...scene, delayed: true }
  if (act === 'exempt-activity') return { ...scene, exempted: true }
  return scene
}

/**
 * Today's activities of one person.
 *
 * @param known as the server said, without the acts in `said`
 * @param said acts that the server's answer does not hold yet, in the order of the taps
 */
export function scenes(known: Scene[], said: KeptAct[], list: ItemsList | undefined, nameOf: (person: string) => string): Scene[] {
  const all = new Map(known.map((scene) => [scene.id, scene]))
  for (const act of said) {
    const scene = all.get(act.activity) ?? (act.act === 'open-activity' ? opened(act, list, nameOf) : undefined)
    if (scene) all.set(act.activity, tapped(scene, act))
  }
  return [...all.values()].sort((a, b) => rank(a) - rank(b) || begin(b).localeCompare(begin(a)))
}

const rank = (scene: Scene) => ['running', 'planned', 'ended', 'closed', 'cancelled'].indexOf(scene.state)
const begin = (scene: Scene) => scene.startedAt ?? scene.plannedFrom ?? ''

/** The points of the items list between which this act is recorded. */
export function pointsOf(scene: Scene, list: ItemsList | undefined): { start?: Point; end?: Point } {
  const item = list?.items.find((one) => one.act === scene.act)
  return item ? { start: item.start, end: item.end } : {}
}
