/** The only module that talks HTTP. Answers are values or a Refused; nothing else escapes. */
import type { Missing } from './caseTypes'

export interface Problem {
  status: number
  code: string
  title: string
  titleEn: string
  detail: string
  detailEn: string
  next?: string
  nextEn?: string
  article?: string
  /** What is missing before the step, each with its article and its way out. */
  missing?: Missing[]
}

/** The server said no, or could not be reached (status 0). */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

const XSRF_COOKIE = /(?:^|; )XSRF-TOKEN=([^;]*)/

export function xsrfToken(): string {
  return decodeURIComponent(XSRF_COOKIE.exec(document.cookie)?.[1] ?? '')
}

export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('Accept', headers.get('Accept') ?? 'application/json, application/problem+json')
  if ((init.method ?? 'GET') !== 'GET') headers.set('X-XSRF-TOKEN', xsrfToken())
  let answer: Response
  try {
    answer = await fetch(path, { ...init, headers, credentials: 'same-origin' })
  } catch (problem) {
    if (init.signal?.aborted) throw problem
    throw new Refused(own(0, 'unreachable'))
  }
  if (!answer.ok) throw new Refused(await problemOf(answer))
  return answer
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await ask(path, signal ? { signal } : {})
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}

export async function post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const answer = await ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  })
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}

export async function put(path: string, body: unknown): Promise<void> {
  await ask(path, { method: 'PUT', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
}

/** Sends one file as a form does. */
export async function upload<T>(path: string, file: Blob, name: string): Promise<T> {
  const form = new FormData()
  form.set('file', file, name)
  return (await (await ask(path, { method: 'POST', body: form })).json()) as T
}

/** A new id, also on a page without a secure context, where the browser has no randomUUID. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export async function remove(path: string): Promise<void> {
  await ask(path, { method: 'DELETE' })
}

/** Waits until the receipt of an event is there; at most about half a minute. */
export async function receiptOf(recording: string, version?: number): Promise<Uint8Array> {
  const path = version ? `/api/recordings/${recording}/custody/${version}/receipt` : `/api/recordings/${recording}/receipt`
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = await ask(`${path}?wait=10`, { headers: { Accept: 'text/plain, application/json, application/problem+json' } })
    if (answer.status === 200) return new Uint8Array(await answer.arrayBuffer())
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Refused(own(202, 'receipt-pending'))
}

async function problemOf(answer: Response): Promise<Problem> {
  const text = await answer.text()
  try {
    const problem = JSON.parse(text) as Partial<Problem>
    if (typeof problem.code === 'string') return { ...own(answer.status, problem.code), ...problem, status: answer.status }
  } catch {
    return own(answer.status, 'unexpected') // a proxy's page or nothing at all
  }
  return own(answer.status, 'unexpected')
}

/** Problems that have no text of the server; the pages have words for these codes. */
function own(status: number, code: string): Problem {
  return {
    status,
    code: status === 401 && code === 'unexpected' ? 'not-signed-in' : code,
    title: '',
    titleEn: '',
    detail: '',
    detailEn: '',
  }
}
