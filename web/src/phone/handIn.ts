/** Hands a capture in by tus 1.0.0: announced by its own key, resumed where the server stands, never twice. */
import { ask, freshId, Refused } from '../http/api'
import { base64, utf8 } from '../proof/bytes'
import * as kept from './kept'
import type { Capture } from './kept'
import { asking, changed } from './phone'

const PATCH_BYTES = 4 * 1024 * 1024
const TUS = { 'Tus-Resumable': '1.0.0' }
/** Not the capture's fault: it is tried again. */
const LATER_CODES = new Set(['csrf', 'offset-conflict'])
const LATER = new Set([0, 401, 404, 408, 423, 429, 500, 502, 503, 504, 507])

/**
 * Sends what is missing, compares the server's digest with the one made at capture, and keeps both. The bytes stay here until their receipt
 * is checked; if the server found others, ours stay for whoever looks into it.
 *
 * @throws Refused if the server cannot be reached or asks to come again later; nothing is lost, the call may be repeated
 */
export async function handIn(one: Capture): Promise<void> {
  try {
    const { recording, sha256 } = await sent(one)
    const stored: Capture = { ...one, state: 'stored', recording, storedSha256: sha256 }
    await kept.keepCapture(stored)
    const now = Date.now()
    // the key is the capture's own: a restored backup files it once, too
    if (!(await kept.acts()).some((act) => act.key === one.id))
      await kept.addAct({ key: one.id, person: one.person, activity: one.activity, act: 'file-to-activity', body: { recording }, tappedAt: new Date(now).toISOString(), notBefore: now, state: 'waiting' })
  } catch (problem) {
    if (!(problem instanceof Refused) || LATER.has(problem.problem.status) || LATER_CODES.has(problem.problem.code)) throw problem
    await kept.keepCapture({ ...one, problem: problem.problem })
  }
  await changed()
}

/** For a capture that the server did not take: the same bytes, announced anew. */
export async function handInAgain(one: Capture): Promise<void> {
  const { problem: _, ...rest } = one
  await kept.keepCapture({ ...rest, key: freshId() })
  await changed()
}

interface Acknowledged {
  recording: string
  sha256: string
}

async function sent(one: Capture): Promise<Acknowledged> {
  const created = await asking(() => ask('/api/uploads', { method: 'POST', headers: { ...TUS, 'Upload-Length': String(one.sizeBytes), 'Upload-Metadata': described(one) } }))
  const at = created.headers.get('Location')!
  let answer = created
  for (let told = acknowledged(answer); ; told = acknowledged(answer)) {
    if (told) return told
    const offset = Number(answer.headers.get('Upload-Offset') ?? 0)
    const body = new Blob(await kept.bytesFrom(one.id, offset, PATCH_BYTES))
    answer = await asking(() => ask(at, { method: 'PATCH', body, headers: { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' } }))
  }
}

function acknowledged(answer: Response): Acknowledged | undefined {
  const [recording, sha256] = ['Liuhen-Recording', 'Liuhen-Sha256'].map((name) => answer.headers.get(name))
  return recording && sha256 ? { recording, sha256 } : undefined
}

/** docs/formats.md, section 6.6: the path keeps the digest made at capture in the journal, whatever arrives. */
function described(one: Capture): string {
  const values: Record<string, string> = { filename: one.name, path: `${one.activity}/sha256-${one.sha256}/${one.name}`, device: one.device, 'modified-at': one.to, key: one.key }
  if (one.clock) values.clock = JSON.stringify(one.clock)
  return Object.entries(values).map(([name, value]) => `${name} ${base64(utf8(value))}`).join(',')
}
