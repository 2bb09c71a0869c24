import { sha256 } from '@noble/hashes/sha2.js'
import { NotReadable, hex } from './bytes'
import { isObject, readCanonical, type JsonObject } from './canonicalJson'
import type { VerifierKey } from './note'
import { isOrPrecedes, readOrigin } from './origin'
import { LARGEST_RECEIPT_BYTES } from './receipt'
import { checkReceipt, type Check, type FaultCode, type Medium, type Report } from './receiptCheck'
import type { Sm3 } from './sm2'

/** docs/formats.md section 5. */
interface Manifest {
  agency: string
  origin: string
  recording: string
  medium: string
  files: { path: string; sha256: string; sizeBytes: number }[]
}

const MANIFEST = 'manifest.json'
const FIRST = 'custody/000001.receipt'
const CUSTODY = /^custody\/(\d{6})\.receipt$/
const LARGEST_MANIFEST_BYTES = 16 * 1024 * 1024
/** What stands beside the original is small; anything larger is read by the command-line verifier. */
const LARGEST_OTHER_BYTES = 64 * 1024 * 1024

/** The files of a bundle by path, each read only when it is needed. */
export type Files = ReadonlyMap<string, Blob>

/** A bundle is handed over as one folder: paths as its manifest has them, without that folder's name. */
export function ofFolder(files: Files): Files {
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [only] = folders
  if (files.has(MANIFEST) || folders.size !== 1 || !only) return files
  return new Map([...files].map(([path, blob]) => [path.slice(only.length), blob]))
}

export function looksLikeBundle(files: Files): boolean {
  return files.has(MANIFEST) || files.has(FIRST)
}

/** The path of the original, if the manifest can be read and the original is there. */
export async function mediumOf(files: Files): Promise<string | undefined> {
  try {
    const { medium } = await manifestOf(files)
    return files.has(medium) ? medium : undefined
  } catch (problem) {
    if (problem instanceof NotReadable) return undefined // said as E01 by the check
    throw problem
  }
}

/** Checks a bundle as `liuhen verify` does, the original by its digests; without them the original is told as not checked. */
export async function checkBundle(files: Files, keys: VerifierKey[], medium: Medium | undefined, sm3: Sm3): Promise<Report> {
  let manifest: Manifest
  try {
    manifest = await manifestOf(files)
  } catch (problem) {
    if (!(problem instanceof NotReadable)) throw problem
    return { verdict: 'faults', checks: [failed('manifest', 'E01', { detail: problem.message })], fileProven: false }
  }
  const receipts = await receiptsOf(files)
  const reports = new Map([...receipts].map(([version, bytes]) => [version, checkReceipt(bytes, keys, undefined, sm3)]))
  const first = receipts.get(1) ? checkReceipt(receipts.get(1)!, keys, medium, sm3) : undefined
  const own = [...(await others(files, manifest)), ...chain(reports, manifest), ...original(files, manifest, first, medium)]
  const later = [...reports].flatMap(([version, report]) =>
    version === 1
      ? []
      : report.checks.filter((check) => check.outcome === 'failed').map((check) => ({ ...check, detail: `${version}: ${check.detail ?? ''}` })),
  )
  const checks = [...own, ...(first?.checks ?? []).map(ofBundle), ...later]
  const wrong = checks.some((check) => check.outcome === 'failed')
  return {
    ...(first ?? { fileProven: false }),
    verdict: wrong ? 'faults' : first?.verdict === 'valid' && [...reports.values()].every((r) => r.verdict === 'valid') ? 'valid' : 'signerUnknown',
    checks,
    custody: receipts.size,
  }
}

async function manifestOf(files: Files): Promise<Manifest> {
  const blob = files.get(MANIFEST)
  if (!blob || blob.size > LARGEST_MANIFEST_BYTES) throw new NotReadable('manifest.json: missing or too large')
  const value = readCanonical(await bytesOf(blob))
  if (!isObject(value) || value.format !== 'liuhen-bundle-v1') throw new NotReadable('manifest.json: not of format liuhen-bundle-v1')
  const listed = Array.isArray(value.files) ? value.files : []
  const texts = [value.agency, value.origin, value.recording, value.medium].every((text) => typeof text === 'string')
  if (!texts || !listed.every(isFile) || !listed.some((file) => isFile(file) && file.path === value.medium))
    throw new NotReadable('manifest.json: its keys')
  return value as unknown as Manifest
}

function isFile(value: unknown): value is Manifest['files'][number] {
  const file = value as JsonObject
  return isObject(file) && typeof file.path === 'string' && typeof file.sha256 === 'string' && typeof file.sizeBytes === 'number'
}

async function receiptsOf(files: Files): Promise<Map<number, Uint8Array>> {
  const receipts = new Map<number, Uint8Array>()
  for (const [path, blob] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = CUSTODY.exec(path)
    // one byte more than allowed is enough to be refused as too large
    if (name) receipts.set(Number(name[1]), await bytesOf(blob.slice(0, LARGEST_RECEIPT_BYTES + 1)))
  }
  return receipts
}

/** Every file but the original against the manifest. */
async function others(files: Files, manifest: Manifest): Promise<Check[]> {
  const checks: Check[] = []
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  for (const path of files.keys())
    if (path !== MANIFEST && !listed.has(path)) checks.push(failed('files', 'E10', { detail: path }))
  for (const file of manifest.files) {
    if (file.path === manifest.medium) continue
    const blob = files.get(file.path)
    const found = blob && blob.size <= LARGEST_OTHER_BYTES ? hex(sha256(await bytesOf(blob))) : ''
    if (found !== file.sha256 || blob?.size !== file.sizeBytes)
      checks.push(failed('files', 'E27', { expected: file.sha256, found: `${file.path} ${found}` }))
  }
  if (checks.length === 0) checks.push({ name: 'files', outcome: 'passed', found: String(manifest.files.length) })
  return checks
}

/** The receipts tell one stream without a hole, in the order of the log. */
function chain(reports: ReadonlyMap<number, Report>, manifest: Manifest): Check[] {
  const leaves = [...reports].map(([version, report]) => ({ version, leaf: report.leaf, report }))
  if (leaves.some(({ leaf }) => !leaf)) return [{ name: 'custody', outcome: 'notPerformed', reason: 'receipt-unreadable' }]
  const checks: Check[] = []
  const origins = [...new Set(leaves.map(({ report }) => report.origin!))].filter((origin) => !isOrPrecedes(origin, manifest.origin))
  const agency = readOrigin(manifest.origin)?.agency ?? ''
  if (origins.length > 0) checks.push(failed('origin', 'E17', { expected: manifest.origin, found: origins.join(', ') }))
  else if (agency !== manifest.agency) checks.push(failed('origin', 'E17', { expected: agency, found: manifest.agency }))
  const broken = leaves.some(
    ({ version, leaf, report }, i) =>
      version !== i + 1 ||
      leaf!.version !== version ||
      leaf!.stream !== manifest.recording ||
      (i > 0 && !comesAfter(report, leaves[i - 1]!.report)),
  )
  if (broken || leaves.length === 0) checks.push(failed('custody', 'E18', { expected: `1 … ${leaves.length}`, found: leaves.map((l) => `${l.leaf!.version}`).join(', ') }))
  const back = leaves.findIndex(({ leaf }, i) => i > 0 && leaf!.recordedAt < leaves[i - 1]!.leaf!.recordedAt)
  if (back > 0) checks.push(failed('custody', 'E25', { detail: leaves[back]!.leaf!.recordedAt }))
  const roots = new Map<string, string>()
  for (const { report } of leaves) {
    const at = `${report.origin} ${report.treeSize}`
    if ((roots.get(at) ?? report.root) !== report.root) checks.push(failed('custody', 'E16', { detail: at }))
    roots.set(at, report.root!)
  }
  return checks.length > 0 ? checks : [{ name: 'custody', outcome: 'passed', found: String(leaves.length) }]
}

/** Further on in the same log, or in a later one. */
function comesAfter(report: Report, before: Report): boolean {
  return report.origin === before.origin ? report.index! > before.index! : isOrPrecedes(before.origin!, report.origin!)
}

/** What a receipt alone cannot say of the original. */
function original(files: Files, manifest: Manifest, first: Report | undefined, medium: Medium | undefined): Check[] {
  const checks: Check[] = [{ name: 'manifest', outcome: 'passed' }]
  if (!files.has(manifest.medium)) return [...checks, failed('files', 'E07', { detail: manifest.medium })]
  const data = first?.event?.data
  const listed = manifest.files.find((file) => file.path === manifest.medium)!
  if (isObject(data) && first?.leaf?.type === 'RecordingHandedIn') {
    if (data.sha256 !== listed.sha256 || data.sizeBytes !== listed.sizeBytes)
      checks.push(failed('manifest', 'E01', { expected: String(data.sha256), found: listed.sha256 }))
  } else if (medium && first && first.verdict !== 'faults') checks.push(failed('sha256', 'E28', { found: medium.sha256 }))
  return checks
}

/** In a bundle the manifest names the original, so that other bytes are an altered original and not just another file. */
function ofBundle(check: Check): Check {
  return check.code === 'E28' ? { ...check, code: 'E08' } : check
}

function failed(name: Check['name'], code: FaultCode, more: Partial<Check>): Check {
  return { name, outcome: 'failed', code, ...more }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}
