import { sha256 } from '@noble/hashes/sha2.js'
import { NotReadable, concat, hex } from './bytes'
import { isObject, readCanonical, type JsonObject } from './canonicalJson'
import { readLeaf, type Leaf } from './leaf'
import { included } from './merkle'
import { askKey, type VerifierKey } from './note'
import { readOrigin } from './origin'
import { readReceipt, type Receipt } from './receipt'
import type { Sm3 } from './sm2'

/** The codes of docs/formats.md section 10 that a file with its receipt, or a bundle, can trip. */
export type FaultCode =
  | ('E02' | 'E03' | 'E04' | 'E05' | 'E06' | 'E09' | 'E17' | 'E26' | 'E28')
  | ('E01' | 'E07' | 'E08' | 'E10' | 'E16' | 'E18' | 'E25' | 'E27') // only a bundle

export type CheckName =
  | 'manifest'
  | 'files'
  | 'custody' // only a bundle has these
  | 'receipt'
  | 'size'
  | 'sha256'
  | 'sm3Tree' // the file and its receipt
  | 'leaf'
  | 'payload'
  | 'origin'
  | 'inclusion' // the receipt and the ledger
  | 'signature' // the ledger and the key

export type NotPerformedReason =
  'no-file' | 'no-key' | 'payload-withheld' | 'other-event' | 'receipt-unreadable' | 'leaf-unreadable' | 'unknown-algorithm'

export interface Check {
  name: CheckName
  outcome: 'passed' | 'failed' | 'notPerformed'
  code?: FaultCode
  reason?: NotPerformedReason
  expected?: string
  found?: string
  detail?: string
}

/** What was hashed of the file at hand. */
export interface Medium {
  sha256: string
  sm3Tree: string
  sizeBytes: number
}

export type Verdict = 'valid' | 'faults' | 'signerUnknown'

export interface Report {
  verdict: Verdict
  checks: Check[]
  leaf?: Leaf
  event?: JsonObject
  origin?: string
  treeSize?: number
  index?: number
  root?: string
  /** How many events of the chain of custody were checked, of a bundle. */
  custody?: number
  /** True when the digest of a file was compared with the event and agrees. */
  fileProven: boolean
}

/** Checks a receipt, and the file when its digests are given. Never throws over what it reads. */
export function checkReceipt(bytes: Uint8Array, keys: VerifierKey[], medium: Medium | undefined, sm3: Sm3): Report {
  let receipt: Receipt
  try {
    receipt = readReceipt(bytes)
  } catch (problem) {
    const wrong: Check = { name: 'receipt', outcome: 'failed', code: 'E02', detail: messageOf(problem) }
    const rest = (['size', 'sha256', 'sm3Tree', 'leaf', 'payload', 'origin', 'inclusion', 'signature'] as const).map((name) =>
      skipped(name, 'receipt-unreadable'),
    )
    return { verdict: 'faults', checks: [wrong, ...rest], fileProven: false }
  }
  const ledger = checkLedger(receipt, sm3)
  const file = checkMedium(ledger.event, ledger.leaf, ledger.whyNoEvent, medium)
  const signatures = checkSignatures(receipt, keys, sm3)
  const checks: Check[] = [{ name: 'receipt', outcome: 'passed' }, ...file, ...ledger.checks, ...signatures]
  const failed = checks.some((check) => check.outcome === 'failed')
  const signed = signatures.some((check) => check.outcome === 'passed')
  return {
    verdict: failed ? 'faults' : signed ? 'valid' : 'signerUnknown',
    checks,
    ...(ledger.leaf ? { leaf: ledger.leaf } : {}),
    ...(ledger.event ? { event: ledger.event } : {}),
    origin: receipt.checkpoint.origin,
    treeSize: receipt.checkpoint.size,
    index: receipt.index,
    root: hex(receipt.checkpoint.root),
    fileProven: file.every((check) => check.outcome === 'passed'),
  }
}

interface LedgerPart {
  checks: Check[]
  leaf?: Leaf
  event?: JsonObject
  whyNoEvent: NotPerformedReason
}

function checkLedger(receipt: Receipt, sm3: Sm3): LedgerPart {
  const { checkpoint } = receipt
  const inclusion = included(receipt.leaf, receipt.index, checkpoint.size, receipt.proof, checkpoint.root)
  const inclusionCheck: Check = inclusion
    ? { name: 'inclusion', outcome: 'passed', detail: `${receipt.index} / ${checkpoint.size}` }
    : { name: 'inclusion', outcome: 'failed', code: 'E05', detail: `${receipt.index} / ${checkpoint.size}` }
  let leaf: Leaf
  try {
    leaf = readLeaf(receipt.leaf)
  } catch (problem) {
    const wrong: Check = { name: 'leaf', outcome: 'failed', code: 'E26', detail: messageOf(problem) }
    const rest = [skipped('payload', 'leaf-unreadable'), skipped('origin', 'leaf-unreadable'), inclusionCheck]
    return { checks: [wrong, ...rest], whyNoEvent: 'leaf-unreadable' }
  }
  const agency = readOrigin(checkpoint.origin)?.agency ?? ''
  const origin: Check =
    agency === leaf.agency
      ? { name: 'origin', outcome: 'passed', detail: checkpoint.origin }
      : { name: 'origin', outcome: 'failed', code: 'E17', expected: agency, found: leaf.agency }
  const leafCheck: Check = { name: 'leaf', outcome: 'passed', detail: leaf.type }
  if (!receipt.opened) {
    const checks = [leafCheck, skipped('payload', 'payload-withheld'), origin, inclusionCheck]
    return { checks, leaf, whyNoEvent: 'payload-withheld' }
  }
  const salted = concat(receipt.opened.salt, receipt.opened.payload)
  const digests = [
    ['SHA-256', leaf.payloadSha256, hex(sha256(salted))],
    ['SM3', leaf.payloadSm3, hex(sm3(salted))],
  ] as const
  const differing = digests.find(([, expected, found]) => expected !== found)
  let payload: Check
  let event: JsonObject | undefined
  if (differing) {
    payload = {
      name: 'payload',
      outcome: 'failed',
      code: 'E06',
      expected: differing[1],
      found: differing[2],
      detail: differing[0],
    }
  } else {
    payload = { name: 'payload', outcome: 'passed' }
    try {
      const read = readCanonical(receipt.opened.payload)
      if (isObject(read)) event = read
      else payload = { name: 'payload', outcome: 'failed', code: 'E02', detail: 'payload: not an object' }
    } catch (problem) {
      payload = { name: 'payload', outcome: 'failed', code: 'E02', detail: `payload: ${messageOf(problem)}` }
    }
  }
  const checks = [leafCheck, payload, origin, inclusionCheck]
  return event ? { checks, leaf, event, whyNoEvent: 'no-file' } : { checks, leaf, whyNoEvent: 'receipt-unreadable' }
}

function checkMedium(
  event: JsonObject | undefined,
  leaf: Leaf | undefined,
  why: NotPerformedReason,
  medium: Medium | undefined,
): Check[] {
  const names = ['size', 'sha256', 'sm3Tree'] as const
  const data = event?.data
  if (!isObject(data)) return names.map((name) => skipped(name, why))
  if (leaf?.type !== 'RecordingHandedIn') return names.map((name) => skipped(name, 'other-event'))
  if (!medium) return names.map((name) => skipped(name, 'no-file'))
  const size = comparison('size', 'E28', text(data.sizeBytes), String(medium.sizeBytes))
  const digest = comparison('sha256', 'E28', text(data.sha256), medium.sha256)
  // other bytes have another tree as well: the tree is a fault of its own only where SHA-256 agrees
  const treeCode = digest.outcome === 'failed' ? 'E28' : 'E09'
  return [size, digest, comparison('sm3Tree', treeCode, text(data.sm3Tree), `sm3-tree:${medium.sm3Tree}`)]
}

function checkSignatures(receipt: Receipt, keys: VerifierKey[], sm3: Sm3): Check[] {
  if (keys.length === 0) return [skipped('signature', 'no-key')]
  const { checkpoint } = receipt
  const checks: Check[] = []
  for (const key of keys) {
    const about = { name: 'signature' as const, detail: `${key.algorithm} ${key.name}+${key.id}` }
    const answer = askKey(key, checkpoint, sm3)
    if (answer === 'wrong') checks.push({ ...about, outcome: 'failed', code: 'E03' })
    if (answer === 'unknown-algorithm') checks.push({ ...about, outcome: 'notPerformed', reason: 'unknown-algorithm' })
    if (answer === 'verified' && key.name === checkpoint.origin) checks.push({ ...about, outcome: 'passed' })
  }
  if (checks.some((check) => check.outcome !== 'notPerformed')) return checks
  const found = checkpoint.signatures.map((signature) => `${signature.name}+${signature.id}`).join(', ')
  return [
    ...checks,
    { name: 'signature', outcome: 'failed', code: 'E04', expected: keys.map((key) => `${key.name}+${key.id}`).join(', '), found },
  ]
}

function comparison(name: CheckName, code: FaultCode, expected: string, found: string): Check {
  return expected === found ? { name, outcome: 'passed', found } : { name, outcome: 'failed', code, expected, found }
}

function skipped(name: CheckName, reason: NotPerformedReason): Check {
  return { name, outcome: 'notPerformed', reason }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function messageOf(problem: unknown): string {
  if (problem instanceof NotReadable) return problem.message
  throw problem // a fault of this program must not look like a fault of the receipt
}
