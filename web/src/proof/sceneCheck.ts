import { NotReadable, utf8 } from './bytes'
import { isObject, readCanonical, type JsonObject } from './canonicalJson'
import type { VerifierKey } from './note'
import { checkReceipt, type Report } from './receiptCheck'
import { asReceipt, digestOf, isHeld, type Capture, type Held, type SceneReceipt } from './sceneReceipt'
import type { Sm3 } from './sm2'

/** How a capture stands: as the server says, `unknown` without an answer, `unproven` where a destruction is claimed and not proven. */
export type Standing = 'filed' | 'stored' | 'absent' | 'destroyed' | 'missing' | 'unproven' | 'unknown'

export interface CheckedCapture extends Capture {
  standing: Standing
  storedAt?: string
  /** A file at hand has this digest. */
  inHand: boolean
}

export interface ScenePoint {
  name: 'receipt' | 'lodged' | 'captures'
  state: 'proven' | 'wrong' | 'none' | 'warn'
  /** A word that the page has a sentence for. */
  because: string
}

export interface SceneReport {
  held: Held
  receipt?: SceneReceipt
  digest?: string
  points: ScenePoint[]
  captures: CheckedCapture[]
  /** Recordings of the activity that were destroyed by law, and nobody can tell which captures they were. */
  destroyed: number
  answeredAt?: string
  /** What the ledger proves, for those who want every step. */
  ledger?: Report
}

interface Answer {
  answeredAt: string
  captures: Map<string, { standing: Standing; storedAt?: string; proof?: string }>
  destroyed: string[]
  digest: string
  lodged?: string
}

export const LARGEST_ANSWER_BYTES = 2 * 1024 * 1024
const STANDINGS = new Set(['filed', 'stored', 'absent', 'destroyed', 'missing'])

export function looksLikeAnswer(start: Uint8Array): boolean {
  return new TextDecoder().decode(start).includes('"liuhen-scene-answer-v1"')
}

/**
 * Checks what somebody holds against an answer of the server, and against files at hand.
 *
 * @param bytes of the answer; without it nothing is known but what the QR code says
 * @param inHand SHA-256 of files, bare hex
 * @throws NotReadable if the answer is not one
 */
export function checkScene(held: Held, bytes: Uint8Array | undefined, keys: VerifierKey[], inHand: ReadonlySet<string>, sm3: Sm3): SceneReport {
  const answer = bytes && readAnswer(bytes)
  const ledger = answer?.lodged === undefined ? undefined : checkReceipt(utf8(answer.lodged), keys, undefined, sm3)
  const lodged = ledger && lodgedIn(ledger)
  const receipt = held.receipt ?? (lodged && isHeld(lodged, held) ? lodged : undefined)
  const digest = held.digest ?? (receipt && digestOf(receipt))
  const ours = answer !== undefined && answer.digest === digest
  const captures = (receipt?.captures ?? []).map((one) => checked(one, ours ? answer : undefined, keys, inHand, sm3))
  return {
    held,
    ...(receipt ? { receipt } : {}),
    ...(digest ? { digest } : {}),
    points: [receiptPoint(held, receipt, lodged), lodgedPoint(held, answer, ledger, lodged), capturesPoint(captures, receipt, ours)],
    captures,
    destroyed: ours ? answer.destroyed.filter((proof) => isDestruction(proof, keys, sm3)).length : 0,
    ...(ours ? { answeredAt: answer.answeredAt } : {}),
    ...(ledger ? { ledger } : {}),
  }
}

function receiptPoint(held: Held, receipt: SceneReceipt | undefined, lodged: SceneReceipt | undefined): ScenePoint {
  if (receipt) return { name: 'receipt', state: 'proven', because: held.receipt ? 'whole' : 'from-ledger' }
  if (lodged) return { name: 'receipt', state: 'wrong', because: 'another-receipt' }
  return { name: 'receipt', state: 'none', because: held.summary ? 'only-summary' : 'only-code' }
}

function lodgedPoint(held: Held, answer: Answer | undefined, ledger: Report | undefined, lodged: SceneReceipt | undefined): ScenePoint {
  const about = { name: 'lodged' as const }
  if (!answer) return { ...about, state: 'none', because: 'not-asked' }
  if (held.digest !== undefined && answer.digest !== held.digest) return { ...about, state: 'wrong', because: 'other-answer' }
  if (!ledger) return { ...about, state: 'none', because: 'pending' }
  if (ledger.verdict === 'faults') return { ...about, state: 'wrong', because: 'faults' }
  if (!lodged || !isHeld(lodged, held) || digestOf(lodged) !== answer.digest) return { ...about, state: 'wrong', because: 'not-this-receipt' }
  if (lodged.agency !== ledger.leaf?.agency || lodged.activity !== ledger.leaf.stream) return { ...about, state: 'wrong', because: 'foreign-log' }
  return ledger.verdict === 'valid' ? { ...about, state: 'proven', because: 'valid' } : { ...about, state: 'warn', because: 'signer-unknown' }
}

function capturesPoint(captures: CheckedCapture[], receipt: SceneReceipt | undefined, answered: boolean): ScenePoint {
  const about = { name: 'captures' as const }
  if (!receipt) return { ...about, state: 'none', because: 'unknown' }
  if (captures.length === 0) return { ...about, state: 'none', because: 'nothing-captured' }
  const open = captures.filter((one) => !one.inHand)
  if (open.some((one) => one.standing === 'missing' || one.standing === 'unproven')) return { ...about, state: 'wrong', because: 'missing' }
  if (open.length === 0) return { ...about, state: 'proven', because: 'in-hand' }
  if (!answered) return { ...about, state: 'none', because: 'not-asked' }
  if (open.some((one) => one.standing === 'absent')) return { ...about, state: 'warn', because: 'absent' }
  if (open.some((one) => one.standing === 'destroyed')) return { ...about, state: 'warn', because: 'destroyed' }
  return { ...about, state: 'proven', because: 'there' }
}

function checked(capture: Capture, answer: Answer | undefined, keys: VerifierKey[], inHand: ReadonlySet<string>, sm3: Sm3): CheckedCapture {
  const said = answer?.captures.get(capture.sha256)
  const standing = !answer
    ? 'unknown'
    : !said
      ? 'missing' // an answer that passes over a capture does not say that it is there
      : said.standing === 'destroyed' && !(said.proof && isDestruction(said.proof, keys, sm3))
        ? 'unproven'
        : said.standing
  return { ...capture, standing, inHand: inHand.has(capture.sha256), ...(said?.storedAt ? { storedAt: said.storedAt } : {}) }
}

/** The ledger's own word that the payload of an earlier event of that stream was destroyed. */
function isDestruction(proof: string, keys: VerifierKey[], sm3: Sm3): boolean {
  const report = checkReceipt(utf8(proof), keys, undefined, sm3)
  return report.verdict !== 'faults' && report.leaf?.type === 'PayloadDestroyed'
}

/** The receipt that the event holds; none if it is another event, or its digest is not that of the receipt in it. */
function lodgedIn(ledger: Report): SceneReceipt | undefined {
  const data = ledger.event?.data
  if (ledger.leaf?.type !== 'SceneReceiptLodged' || !isObject(data)) return undefined
  try {
    const receipt = asReceipt(data.receipt)
    return digestOf(receipt) === data.digest ? receipt : undefined
  } catch (problem) {
    if (problem instanceof NotReadable) return undefined
    throw problem
  }
}

function readAnswer(bytes: Uint8Array): Answer {
  if (bytes.length > LARGEST_ANSWER_BYTES) throw new NotReadable('answer: too large')
  const value = readCanonical(bytes)
  if (!isObject(value) || value.format !== 'liuhen-scene-answer-v1') throw new NotReadable('answer: not of format liuhen-scene-answer-v1')
  const { answeredAt, captures, destroyed, digest, lodged } = value
  if (typeof answeredAt !== 'string' || typeof digest !== 'string' || (lodged !== undefined && typeof lodged !== 'string')) throw new NotReadable('answer: its fields')
  if (!Array.isArray(captures) || !Array.isArray(destroyed) || !destroyed.every((one) => typeof one === 'string')) throw new NotReadable('answer: its lists')
  const standings = new Map(captures.map((one) => standingOf(one as JsonObject)))
  return { answeredAt, captures: standings, destroyed: destroyed as string[], digest, ...(lodged === undefined ? {} : { lodged }) }
}

function standingOf(one: JsonObject): [string, { standing: Standing; storedAt?: string; proof?: string }] {
  const { sha256, standing, storedAt, proof } = one
  if (typeof sha256 !== 'string' || typeof standing !== 'string' || !STANDINGS.has(standing)) throw new NotReadable('answer: a capture')
  return [sha256, { standing: standing as Standing, ...(typeof storedAt === 'string' ? { storedAt } : {}), ...(typeof proof === 'string' ? { proof } : {}) }]
}
