import { hex } from '../proof/bytes'
import { byTime, isKind, LONGEST_TEXT, MOST_CAPTURES, MOST_PEOPLE, RECEIPT_FORMAT, type Capture, type SceneReceipt } from '../proof/sceneReceipt'

/** What a phone, or the desk, knows of an act when it ends. Times are instants in UTC. */
export interface SceneReceiptFacts {
  /** Its id. */
  activity: string
  startedAt?: string
  endedAt?: string
  captures: { sha256: string; sizeBytes: number; kind: string; from: string; to: string }[]
  devices: { number: string; serial?: string }[]
  /** How often officers tapped. */
  taps: number
  interruptions?: number
  /** When the receipt is made. */
  at: string
}

/** Whose act it is, as it stands on the receipt. */
export interface OnBehalf {
  agency: string
  title?: string
  officers: { name: string; certificate?: string }[]
}

/** It cannot be made of this, and why. */
export class NoReceipt extends Error {
  constructor(readonly why: 'not-over' | 'too-many-captures') {
    super(why)
  }
}

/**
 * The receipt over these facts. The same facts and chance give the same bytes.
 *
 * @param chance 16 random bytes, so that nobody can guess a receipt that he does not hold
 * @throws NoReceipt before the act has ended, or with more captures than one receipt lists: then make another for the rest
 */
export function sceneReceipt(facts: SceneReceiptFacts, of: OnBehalf, chance: Uint8Array): SceneReceipt {
  if (chance.length !== 16) throw new RangeError('16 random bytes')
  const { startedAt, endedAt } = facts
  if (!startedAt || !endedAt) throw new NoReceipt('not-over')
  const captures = [...new Map(facts.captures.map((one) => [one.sha256, capture(one)])).values()].sort(byTime)
  if (captures.length > MOST_CAPTURES) throw new NoReceipt('too-many-captures')
  const title = text(of.title ?? '')
  return {
    activity: facts.activity,
    agency: of.agency,
    captures,
    counters: { captures: captures.length, interruptions: facts.interruptions ?? 0, taps: facts.taps },
    devices: devices(facts.devices),
    endedAt: instant(endedAt),
    format: RECEIPT_FORMAT,
    issuedAt: instant(facts.at),
    nonce: hex(chance),
    officers: of.officers.slice(0, MOST_PEOPLE).map((one) => text(one.certificate ?? one.name)),
    startedAt: instant(startedAt),
    ...(title ? { title } : {}),
  }
}

function capture(one: SceneReceiptFacts['captures'][number]): Capture {
  return { from: instant(one.from), kind: isKind(one.kind) ? one.kind : 'other', sha256: one.sha256, sizeBytes: one.sizeBytes, to: instant(one.to) }
}

/** None twice, by their numbers; one device more or less on paper is nobody's proof, so a list too long is cut. */
function devices(all: SceneReceiptFacts['devices']): SceneReceipt['devices'] {
  const known = new Map(all.map((one) => [text(one.number), one.serial ? text(one.serial) : '']))
  return [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST_PEOPLE)
    .map(([number, serial]) => (serial ? { number, serial } : { number }))
}

function instant(at: string): string {
  return new Date(at).toISOString()
}

/** As much of a text as is kept; half a character is not. */
function text(whole: string): string {
  return whole.trim().slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '')
}
