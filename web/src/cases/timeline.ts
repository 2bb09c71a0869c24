import type { Case, CaseDocument } from '../http/caseTypes'
import type { Tab } from './places'

/** Lanes of the whole process, from top to bottom. */
export const LANES = ['stages', 'documents', 'approvals', 'service', 'recordings', 'findings'] as const
export type Lane = (typeof LANES)[number]
export type Tone = 'busy' | 'done' | 'warn' | 'wrong' | 'none'

/** One thing on the time line; without `to` it is a moment. Millis since 1970. */
export interface Mark {
  key: string
  lane: Lane
  from: number
  to?: number
  label: string
  tone: Tone
  tab: Tab
  /** The document or recording that it is, for the link beside the line. */
  document?: string
  recording?: string
  article?: string
}

export interface Names {
  stage: (word: string) => string
  document: (id: string) => string
  matter: (word: string) => string
  method: (word: string) => string
  media: (word: string) => string
  step: (word: string) => string
  drafted: (title: string) => string
  english: boolean
}

const millis = (at: string) => Date.parse(at)
/** The begin of a legal day. */
const dayMillis = (legalDay: string) => Date.parse(`${legalDay}T00:00:00+08:00`)
const CLOSED = new Set(['accepted', 'cleared'])

/** When it was in the world: the act that it records, its issue, its last signature; when it was typed only where it says none of these. */
function documentTimes(document: CaseDocument): { from: number; to?: number } {
  if (document.beganAt) return { from: millis(document.beganAt), to: millis(document.endedAt ?? document.beganAt) }
  const signed = document.signatures.flatMap((signature) => (signature.on ? [dayMillis(signature.on)] : []))
  const on = document.seal ? dayMillis(document.seal.issuedOn) : signed.length > 0 ? Math.max(...signed) : undefined
  if (on !== undefined) return { from: on }
  const from = millis(document.draftedAt)
  const final = document.phase.at ? millis(document.phase.at) : from
  return { from, ...(final > from ? { to: final } : {}) }
}

/** Everything of the case that has a time, in the order of time. */
export function marksOf(file: Case, now: number, names: Names): Mark[] {
  const end = file.status.is === 'ended' && file.status.on ? dayMillis(file.status.on) : now
  const entered = file.stages.filter((stage) => stage.enteredOn)
  const marks: Mark[] = entered.map((stage, i) => {
    const from = Math.max(dayMillis(stage.enteredOn!), millis(file.openedAt))
    const next = entered[i + 1]?.enteredOn
    return {
      key: `stage ${stage.stage}`, lane: 'stages', from, to: Math.max(next ? dayMillis(next) : end, from), label: names.stage(stage.stage), tone: 'busy', tab: 'checklist',
    }
  })
  for (const document of file.documents) {
    const title = names.document(document.id)
    const tone: Tone = document.phase.is === 'final' ? (document.defective ? 'warn' : 'done') : document.phase.is === 'voided' ? 'none' : 'busy'
    marks.push({ key: `document ${document.id}`, lane: 'documents', ...documentTimes(document), label: title, tone, tab: 'documents', document: document.id })
  }
  for (const approval of file.approvals) {
    const dates = approval.opinions.map((opinion) => dayMillis(opinion.signedOn))
    const from = Math.min(...dates, approval.requestedAt ? millis(approval.requestedAt) : end)
    const last = approval.state === 'open' ? end : Math.max(from, ...dates)
    const tone: Tone = { open: 'busy', agreed: 'done', refused: 'wrong', returned: 'warn', withdrawn: 'none' }[approval.state] as Tone
    marks.push({ key: `approval ${approval.id}`, lane: 'approvals', from, to: last, label: names.matter(approval.matter), tone, tab: 'approvals' })
  }
  for (const service of file.services) {
    const on = service.outcome.on ? dayMillis(service.outcome.on) : undefined
    const from = service.facts.at ? millis(service.facts.at) : on
    if (from === undefined) continue
    const tone: Tone = service.outcome.is === 'served' ? (service.outcome.defective ? 'warn' : 'done') : service.outcome.is === 'failed' ? 'wrong' : 'busy'
    marks.push({ key: `service ${service.id}`, lane: 'service', from, label: `${names.method(service.facts.method)} ${service.facts.documents.map(names.document).join(' ')}`, tone, tab: 'service' })
  }
  for (const recording of file.recordings) {
    marks.push({
      key: `recording ${recording.recording}`, lane: 'recordings', from: millis(recording.beganAt), to: millis(recording.endedAt), label: names.media(recording.mediaKind), tone: 'done',
      tab: 'recordings', recording: recording.recording,
    })
  }
  for (const finding of file.findings) {
    const closed = finding.clearedAt ? millis(finding.clearedAt) : undefined
    const tone: Tone = CLOSED.has(finding.state) ? 'none' : finding.state === 'raised' || finding.state === 'rejected' ? 'wrong' : 'warn'
    marks.push({
      key: `finding ${finding.duty} ${finding.subject} ${finding.occurrence}`, lane: 'findings', from: millis(finding.raisedAt), to: closed ?? end,
      label: names.english ? finding.whatEn : finding.what, tone, tab: 'findings', article: finding.article,
    })
  }
  return marks.sort((a, b) => a.from - b.from)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 182 * DAY, 365 * DAY]
export const CLOSEST = 10 * MINUTE
const OFFSET = 8 * HOUR

export interface Tick {
  at: number
  /** Whether it needs the time of day beside the day. */
  withTime: boolean
}

/** Where the scale is labelled: at most one each `most` of its length, on whole steps of the agency's clock. */
export function ticksOf(from: number, to: number, most: number): Tick[] {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? STEPS.at(-1)!
  const first = Math.ceil((from + OFFSET) / step) * step - OFFSET
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => ({ at: first + i * step, withTime: step < DAY }))
}

/** Puts marks of a lane into rows so that no two words lie on each other; `extent` is where a mark and its words begin and end. */
export function rowsOf<T>(marks: readonly T[], extent: (mark: T) => [number, number], most: number): Map<T, number> {
  const ends: number[] = []
  const rows = new Map<T, number>()
  for (const mark of marks) {
    const [from, to] = extent(mark)
    let row = ends.findIndex((end) => end <= from)
    if (row < 0) row = ends.length < most ? ends.length : ends.indexOf(Math.min(...ends))
    ends[row] = Math.max(to, ends[row] ?? -Infinity)
    rows.set(mark, row)
  }
  return rows
}
