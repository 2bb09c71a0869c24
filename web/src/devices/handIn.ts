import Uppy from '@uppy/core'
import Tus, { type TusBody } from '@uppy/tus'
import { Refused, post, receiptOf, xsrfToken, type Problem } from '../http/api'
import type { Balance } from '../http/types'
import { base64, utf8 } from '../proof/bytes'
import { HashingFailed, hashIn } from '../proof/hashing'
import { readTrust } from '../proof/note'
import { checkReceipt } from '../proof/receiptCheck'
import { sm3 } from '../proof/sm3'
import { balance, bytesPerSecond, items, notebook, paused, phase, type Item } from './handInState'
import { listingOf, type SourceFile } from './listing'
import { writeNotebook, type NotedFile, type Notebook } from './notebook'

type Meta = Record<string, string>

const AT_ONCE = 3
const RETRY_MILLIS = [0, 1000, 3000, 5000, 10_000, 20_000]
const META_FIELDS = ['filename', 'name-bytes', 'path', 'device', 'hand-in', 'modified-at', 'key']
const RATE_WINDOW_MILLIS = 5000

let uppy: Uppy<Meta, TusBody> | undefined

// wherever in the app the person is while it goes on
window.addEventListener('beforeunload', (event) => {
  if (phase.value === 'uploading' || phase.value === 'checking') event.preventDefault()
})

/**
 * Opens a hand-in with its listing, uploads, checks each receipt against the file at hand, and strikes the balance.
 * `unregistered`: the kind of a device that is in no register, from a person who means to hand in all the same.
 */
export async function handIn(
  agency: string,
  device: string,
  files: SourceFile[],
  before: Notebook | undefined,
  newWorker: () => Worker,
  unregistered?: string,
): Promise<void> {
  const noted = before ?? newNotebook(agency, device, files)
  balance.value = undefined
  const listed = Object.entries(noted.files).map(([path, file]): SourceFile => ({ path, ...file }))
  items.value = listed.map((file) =>
    itemOf(
      file,
      noted.files[file.path]!,
      files.find((source) => source.path === file.path),
    ),
  )
  // the same listing as the first time, even if only some of its files were chosen again
  const opened = await post<{ vkeys: string[] }>('/api/hand-ins', {
    id: noted.id,
    device,
    source: 'browser',
    listing: listingOf(listed),
    ...(unregistered && { unregistered }),
  })
  remember(noted)
  phase.value = 'uploading'
  await upload(noted, files)
  phase.value = 'checking'
  await checkAll(files, opened.vkeys, newWorker)
  await settle()
}

export function pauseOrResume(): void {
  if (paused.value) uppy?.resumeAll()
  else uppy?.pauseAll()
  paused.value = !paused.value
}

/** Sends the balance as it stands now. */
export async function settle(): Promise<void> {
  const failed = items.value.filter((item) => item.state === 'failed')
  const stored = items.value.length - failed.length
  const failures = failed.slice(0, 100).map((item) => ({ path: item.path, reason: item.fault ?? item.reason ?? '' }))
  balance.value = await post<Balance>(`/api/hand-ins/${notebook.value!.id}/balance`, {
    camera: items.value.length,
    stored,
    failed: failed.length,
    failures,
  })
  phase.value = 'done'
  if (balance.value.balanced) remember(undefined)
}

/** Back to an empty page; what has been stored stays stored. */
export function leave(): void {
  uppy?.destroy()
  uppy = undefined
  items.value = []
  balance.value = undefined
  remember(undefined)
  phase.value = 'idle'
}

function newNotebook(agency: string, device: string, files: SourceFile[]): Notebook {
  const noted = files.map(({ path, sizeBytes, modifiedAt, problem }): [string, NotedFile] => [
    path,
    { key: crypto.randomUUID(), sizeBytes, ...(modifiedAt && { modifiedAt }), ...(problem && { problem }) },
  ])
  return { id: crypto.randomUUID(), agency, device, openedAt: new Date().toISOString(), files: Object.fromEntries(noted) }
}

function itemOf(listed: SourceFile, noted: NotedFile, source: SourceFile | undefined): Item {
  const item: Item = { path: listed.path, sizeBytes: listed.sizeBytes, state: 'waiting', sentBytes: 0 }
  const { recording, sha256 } = noted
  if (recording && sha256) return { ...item, state: 'stored', sentBytes: listed.sizeBytes, recording, sha256 }
  if (listed.problem) return { ...item, state: 'failed', reason: 'unreadable' }
  return source?.file ? item : { ...item, state: 'failed', reason: 'not-chosen' }
}

function remember(now: Notebook | undefined): void {
  notebook.value = now
  writeNotebook(localStorage, now)
}

async function upload(noted: Notebook, files: SourceFile[]): Promise<void> {
  const waiting = new Set(items.value.filter((item) => item.state === 'waiting').map((item) => item.path))
  if (waiting.size === 0) return
  uppy?.destroy()
  uppy = new Uppy<Meta, TusBody>({ autoProceed: false }).use(Tus, {
    endpoint: `${location.origin}/api/uploads`,
    limit: AT_ONCE,
    retryDelays: RETRY_MILLIS,
    allowedMetaFields: META_FIELDS,
    removeFingerprintOnSuccess: true,
    onBeforeRequest: (request) => request.setHeader('X-XSRF-TOKEN', xsrfToken()),
  })
  follow(uppy, noted)
  for (const source of files) if (waiting.has(source.path) && source.file) uppy.addFile(described(source, source.file, noted))
  await uppy.upload()
}

function described(source: SourceFile, file: File, noted: Notebook) {
  const raw = base64(utf8(source.path.split('/').at(-1)!))
  const meta: Meta = {
    filename: file.name,
    'name-bytes': raw,
    path: source.path,
    device: noted.device,
    'hand-in': noted.id,
    key: noted.files[source.path]!.key,
    relativePath: source.path,
  }
  if (source.modifiedAt) meta['modified-at'] = source.modifiedAt
  return { name: file.name, type: file.type, data: file, meta }
}

function follow(uploads: Uppy<Meta, TusBody>, noted: Notebook): void {
  const itemAt = new Map(items.value.map((item) => [item.path, item]))
  const of = (file: { meta: Meta } | undefined) => (file ? itemAt.get(file.meta.path!) : undefined)
  const marks: { at: number; bytes: number }[] = []
  uploads.on('upload-progress', (file, progress) => {
    const item = of(file)
    if (!item || item.state === 'stored') return
    item.state = 'uploading'
    item.sentBytes = progress.bytesUploaded || 0
    const now = performance.now()
    marks.push({ at: now, bytes: items.value.reduce((sum, one) => sum + one.sentBytes, 0) })
    while (marks.length > 2 && now - marks[0]!.at > RATE_WINDOW_MILLIS) marks.shift()
    const [first, last] = [marks[0]!, marks.at(-1)!]
    if (last.at > first.at) bytesPerSecond.value = Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at))
  })
  uploads.on('upload-success', (file, response) => {
    const item = of(file)
    if (!item) return
    const recording = response.body?.xhr.getResponseHeader('Liuhen-Recording')
    const sha256 = response.body?.xhr.getResponseHeader('Liuhen-Sha256')
    if (!recording || !sha256) {
      Object.assign(item, { state: 'failed', reason: 'no-acknowledgement' })
      return
    }
    Object.assign(item, { state: 'stored', sentBytes: item.sizeBytes, recording, sha256 })
    Object.assign(noted.files[item.path]!, { recording, sha256 })
    remember(noted)
  })
  uploads.on('upload-error', (file, _error, response) => {
    const item = of(file)
    if (item) Object.assign(item, { state: 'failed', ...refusalOf(response?.body?.xhr) })
  })
}

function refusalOf(answer: XMLHttpRequest | undefined): Pick<Item, 'reason' | 'words'> {
  if (!answer || answer.status === 0) return { reason: 'unreachable' }
  try {
    const problem = JSON.parse(answer.responseText) as Partial<Problem>
    if (problem.code && problem.title)
      return { reason: problem.code, words: { zh: problem.title, en: problem.titleEn ?? problem.title } }
  } catch {
    return { reason: `refused ${answer.status}` } // not a problem document; the status is all there is to say
  }
  return { reason: `refused ${answer.status}` }
}

/** One after the other: hashing fills a core, and the person has a second one for other work. */
async function checkAll(files: SourceFile[], vkeys: string[], newWorker: () => Worker): Promise<void> {
  const keys = readTrust(vkeys.join('\n'))
  const sm3Now = await sm3()
  for (const item of items.value) {
    const file = files.find((source) => source.path === item.path)?.file
    if (item.state !== 'stored' || !file) continue
    item.state = 'checking'
    try {
      const [medium, receipt] = await Promise.all([
        hashIn(newWorker(), { kind: 'file', file }, () => undefined),
        receiptOf(item.recording!),
      ])
      const report = checkReceipt(receipt, keys, medium, sm3Now)
      if (report.verdict === 'valid' && report.fileProven) item.state = 'checked'
      else
        Object.assign(item, {
          state: 'failed',
          fault: report.checks.find((check) => check.code)?.code ?? 'E28',
          reason: 'receipt',
        })
    } catch (problem) {
      if (!(problem instanceof Refused || problem instanceof HashingFailed)) throw problem
      Object.assign(item, { state: 'failed', reason: problem instanceof Refused ? problem.problem.code : 'unreadable' })
    }
  }
}
