import { sha256 } from '@noble/hashes/sha2.js'
import { NotReadable, base64, fromBase64, hex, utf8 } from './bytes'
import { canonical, isObject, readCanonical, type Json } from './canonicalJson'

/** docs/formats.md section 22: what was recorded of an act until it ended, as the party took it along. */
export interface Capture {
  from: string
  kind: 'video' | 'audio' | 'photo' | 'other'
  /** Bare hex. */
  sha256: string
  sizeBytes: number
  to: string
}

export interface SceneReceipt {
  activity: string
  agency: string
  captures: Capture[]
  counters: { captures: number; interruptions: number; taps: number }
  devices: { number: string; serial?: string }[]
  endedAt: string
  format: typeof RECEIPT_FORMAT
  issuedAt: string
  nonce: string
  /** Certificate numbers, or names where there is none. */
  officers: string[]
  startedAt: string
  title?: string
}

/** What a QR code says of a receipt that is too large for it. */
export interface SceneSummary {
  activity: string
  agency: string
  captures: number
  digest: string
  endedAt: string
  format: typeof SUMMARY_FORMAT
  startedAt: string
}

/** What somebody holds who has a QR code, or only typed the short code. */
export interface Held {
  code: string
  digest?: string
  receipt?: SceneReceipt
  summary?: SceneSummary
}

export const RECEIPT_FORMAT = 'liuhen-scene-receipt-v1'
export const SUMMARY_FORMAT = 'liuhen-scene-summary-v1'
export const MOST_CAPTURES = 200
export const MOST_PEOPLE = 20
export const LONGEST_TEXT = 200
const LARGEST_RECEIPT_BYTES = 36 * 1024
/** So many bytes fit into a QR code of version 25 with correction M: 117 modules, half a millimetre each on the narrowest paper. */
const LONGEST_ADDRESS = 997
const LONGEST_READ = 4096

const SHA256 = /^[0-9a-f]{64}$/
const DIGEST = /^sha256:[0-9a-f]{64}$/
const NONCE = /^[0-9a-f]{32}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A prime number of characters, without 0, 1, I, L and O. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const DIGITS = 15

export function digestOf(receipt: SceneReceipt): string {
  return `sha256:${hex(sha256(utf8(canonical(receipt as unknown as Json))))}`
}

/** 15 characters for the digest and one check character, in groups of four. */
export function codeOf(digest: string): string {
  if (!DIGEST.test(digest)) throw new NotReadable('digest')
  const base = BigInt(ALPHABET.length)
  const digits: number[] = []
  for (let rest = BigInt(`0x${digest.slice(7)}`); digits.length < DIGITS; rest /= base) digits.unshift(Number(rest % base))
  // the check character has the weight 16, and 16 · 2 = 32 leaves 1
  digits.push((ALPHABET.length - ((sum(digits) * 2) % ALPHABET.length)) % ALPHABET.length)
  return inGroups(digits.map((digit) => ALPHABET[digit]).join(''))
}

/** The code that somebody typed, as codeOf writes it; small letters, spaces and hyphens do not matter. */
export function readCode(typed: string): string {
  const letters = typed.replace(/[\s\-–—－]+/g, '').toUpperCase()
  if ([...letters].length !== DIGITS + 1) throw new NotReadable('code: 16 characters')
  const digits = [...letters].map((letter) => ALPHABET.indexOf(letter))
  if (digits.includes(-1)) throw new NotReadable('code: a character that no code has')
  if (sum(digits) % ALPHABET.length !== 0) throw new NotReadable('code: mistyped')
  return inGroups(letters)
}

function sum(digits: number[]): number {
  return digits.reduce((all, digit, place) => all + (place + 1) * digit, 0)
}

function inGroups(letters: string): string {
  return letters.match(/.{4}/g)!.join('-')
}

/**
 * The address that the QR code shows. Everything stands behind the #, which no browser sends to anybody.
 *
 * @param home where the verifying page is, for example https://liuhen.example.gov.cn
 */
export function addressOf(receipt: SceneReceipt, home: string): string {
  const whole = `${home}/verify#scene=${base64Url(canonical(receipt as unknown as Json))}`
  return whole.length <= LONGEST_ADDRESS ? whole : `${home}/verify#scene-summary=${base64Url(canonical(summaryOf(receipt) as unknown as Json))}`
}

export function summaryOf(receipt: SceneReceipt): SceneSummary {
  const { activity, agency, captures, endedAt, startedAt } = receipt
  return { activity, agency, captures: captures.length, digest: digestOf(receipt), endedAt, format: SUMMARY_FORMAT, startedAt }
}

/** What a QR code, the address out of it, or a typed code says. */
export function readHeld(typed: string): Held {
  if (typed.length > LONGEST_READ) throw new NotReadable('address: too long')
  const found = /#(scene|scene-summary)=([A-Za-z0-9_-]*)$/.exec(typed.trim())
  if (!found) return { code: readCode(typed) }
  const bytes = fromBase64Url(found[2]!)
  if (found[1] === 'scene') {
    const receipt = readReceipt(bytes)
    const digest = digestOf(receipt)
    return { code: codeOf(digest), digest, receipt }
  }
  const summary = readSummary(bytes)
  return { code: codeOf(summary.digest), digest: summary.digest, summary }
}

/** Whether the receipt is the one that is held, in all that is held of it. */
export function isHeld(receipt: SceneReceipt, held: Held): boolean {
  const digest = digestOf(receipt)
  return (
    codeOf(digest) === held.code &&
    (held.digest === undefined || held.digest === digest) &&
    (held.summary === undefined || canonical(summaryOf(receipt) as unknown as Json) === canonical(held.summary as unknown as Json))
  )
}

export function readReceipt(bytes: Uint8Array): SceneReceipt {
  if (bytes.length > LARGEST_RECEIPT_BYTES) throw new NotReadable('receipt: too large')
  return asReceipt(readCanonical(bytes))
}

/** The same of what is read already, for example out of an event. */
export function asReceipt(value: Json | undefined): SceneReceipt {
  if (!isObject(value)) throw new NotReadable('receipt: not an object')
  const keys = Object.keys(value).filter((key) => key !== 'title').sort().join()
  if (keys !== 'activity,agency,captures,counters,devices,endedAt,format,issuedAt,nonce,officers,startedAt') throw new NotReadable('receipt: its fields')
  const receipt = value as unknown as SceneReceipt
  check(receipt.format === RECEIPT_FORMAT, 'format')
  check(UUID.test(receipt.activity), 'activity')
  check(typeof receipt.agency === 'string', 'agency')
  check([receipt.startedAt, receipt.endedAt, receipt.issuedAt].every(isInstant), 'times')
  check(NONCE.test(receipt.nonce), 'nonce')
  check(soundCaptures(value.captures), 'captures')
  check(soundCounters(value.counters, receipt.captures.length), 'counters')
  check(soundDevices(value.devices), 'devices')
  check(Array.isArray(value.officers) && value.officers.length <= MOST_PEOPLE && value.officers.every(isText), 'officers')
  check(value.title === undefined || isText(value.title), 'title')
  return receipt
}

function readSummary(bytes: Uint8Array): SceneSummary {
  const value = readCanonical(bytes)
  if (!isObject(value) || Object.keys(value).sort().join() !== 'activity,agency,captures,digest,endedAt,format,startedAt' || value.format !== SUMMARY_FORMAT)
    throw new NotReadable('summary: its fields')
  check(typeof value.digest === 'string' && DIGEST.test(value.digest) && isCount(value.captures) && [value.startedAt, value.endedAt].every(isInstant), 'summary')
  return value as unknown as SceneSummary
}

function soundCaptures(list: Json | undefined): boolean {
  if (!Array.isArray(list) || list.length > MOST_CAPTURES) return false
  const sound = list.every(
    (one) =>
      isObject(one) && Object.keys(one).sort().join() === 'from,kind,sha256,sizeBytes,to' && isInstant(one.from) && isInstant(one.to) && isKind(one.kind) &&
      typeof one.sha256 === 'string' && SHA256.test(one.sha256) && isCount(one.sizeBytes) && (one.from as string) <= (one.to as string),
  )
  const captures = list as unknown as Capture[]
  return sound && captures.every((one, i) => i === 0 || byTime(captures[i - 1]!, one) < 0) && new Set(captures.map((one) => one.sha256)).size === captures.length
}

function soundCounters(value: Json | undefined, captures: number): boolean {
  return isObject(value) && Object.keys(value).sort().join() === 'captures,interruptions,taps' && value.captures === captures && isCount(value.interruptions) && isCount(value.taps)
}

function soundDevices(list: Json | undefined): boolean {
  if (!Array.isArray(list) || list.length > MOST_PEOPLE) return false
  const sound = list.every((one) => isObject(one) && Object.keys(one).every((key) => key === 'number' || key === 'serial') && isText(one.number) && (one.serial === undefined || isText(one.serial)))
  const devices = list as unknown as SceneReceipt['devices']
  return sound && devices.every((one, i) => i === 0 || devices[i - 1]!.number < one.number)
}

/** The order in which captures stand in a receipt. */
export function byTime(a: Capture, b: Capture): number {
  const [first, second] = [`${a.from} ${a.sha256}`, `${b.from} ${b.sha256}`]
  return first < second ? -1 : first > second ? 1 : 0
}

export function isKind(value: Json | undefined): value is Capture['kind'] {
  return value === 'video' || value === 'audio' || value === 'photo' || value === 'other'
}

function isInstant(value: Json | undefined): boolean {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && value >= 0
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT
}

function check(sound: boolean, what: string): asserts sound {
  if (!sound) throw new NotReadable(`receipt: ${what}`)
}

function base64Url(text: string): string {
  return base64(utf8(text)).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')
}

function fromBase64Url(text: string): Uint8Array {
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4))
}

