/** What the phone keeps when the page is closed, the battery is empty or the network is away for days: IndexedDB, nothing else. */
import type { Problem } from '../http/api'

export interface KeptAct {
  /** In the order of the taps; made by the store. */
  seq?: number
  /** The Idempotency-Key: however often this is sent, by whichever tab, it counts once. */
  key: string
  person: string
  activity: string
  act: string
  body: Record<string, unknown>
  /** Number of the device that it is said of; absent: the activity. */
  device?: string
  /** By the phone's own clock. */
  tappedAt: string
  /** Not sent before, millis since 1970 by the phone's clock: so long it can be undone, or the server asked to wait. */
  notBefore: number
  state: 'waiting' | 'refused' | 'arrived' | 'dropped'
  /** By the phone's own clock. */
  arrivedAt?: number
  problem?: Problem
}

export type CaptureKind = 'photo' | 'audio' | 'video'

export interface Capture {
  id: string
  person: string
  activity: string
  /** Number of the terminal in the register of devices. */
  device: string
  kind: CaptureKind
  mediaType: string
  name: string
  /** Begin and newest piece by the phone's own clock. */
  from: string
  to: string
  clock?: MeasuredClock
  sizeBytes: number
  /** Of the hash over the pieces that are kept, so that a page closed in mid-capture knows the digest that was made while it ran. */
  hashState?: Uint8Array
  sha256?: string
  state: 'capturing' | 'captured' | 'stored'
  /** The page was closed or the store was full before it was stopped by hand. */
  cut?: boolean
  /** The key of the upload: asking again with it never makes a second recording. */
  key: string
  recording?: string
  /** What the server found; another one than ours is told and stays. */
  storedSha256?: string
  /** The receipt was checked and the bytes are not here any more. */
  cleared?: boolean
  /** The code of formats.md, section 10, that the check of the receipt ended with; the bytes are here. */
  fault?: string
  problem?: Problem
}

/** What the phone's clock is ahead of the server's, in millis, and how exactly that is known. */
export interface MeasuredClock {
  measuredAt: string
  offsetMillis: number
  uncertaintyMillis: number
}

/** The phone takes no more: nothing of what was to be kept together was kept. */
export class StoreFull extends Error {}

const NAME = 'liuhen-phone'
type Store = 'facts' | 'acts' | 'captures' | 'pieces'
let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('facts')
      request.result.createObjectStore('acts', { keyPath: 'seq', autoIncrement: true }).createIndex('key', 'key', { unique: true })
      request.result.createObjectStore('captures', { keyPath: 'id' })
      request.result.createObjectStore('pieces')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
  return opened
}

/** Resolves when the transaction is durable; rejects with StoreFull, and nothing of it is kept, when it is not. */
async function write(stores: Store[], work: (transaction: IDBTransaction) => void): Promise<void> {
  const transaction = (await database()).transaction(stores, 'readwrite', { durability: 'strict' })
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new StoreFull(transaction.error?.name ?? 'aborted'))
    work(transaction)
  })
}

async function read<T>(store: Store, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const request = ask((await database()).transaction(store).objectStore(store))
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}

/** Only what structured cloning takes: reactive wrappers are not. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export const fact = <T>(name: string) => read<T | undefined>('facts', (store) => store.get(name) as IDBRequest<T | undefined>)
export const keepFact = (name: string, value: unknown) => write(['facts'], (all) => void all.objectStore('facts').put(plain(value), name))
export const forgetFact = (name: string) => write(['facts'], (all) => void all.objectStore('facts').delete(name))

/** All acts, in the order of the taps. */
export const acts = () => read<KeptAct[]>('acts', (store) => store.getAll() as IDBRequest<KeptAct[]>)
export const addAct = (act: KeptAct) => write(['acts'], (all) => void all.objectStore('acts').add(plain(act)))
export const changeAct = (act: KeptAct) => write(['acts'], (all) => void all.objectStore('acts').put(plain(act)))
export const removeAct = (seq: number) => write(['acts'], (all) => void all.objectStore('acts').delete(seq))

/** Takes an act out that may not be sent yet. False if it may, or is gone. */
export async function takeBack(key: string, now: number): Promise<boolean> {
  let taken = false
  await write(['acts'], (all) => {
    const request = all.objectStore('acts').index('key').get(key) as IDBRequest<KeptAct | undefined>
    request.onsuccess = () => {
      const act = request.result
      taken = act?.state === 'waiting' && act.notBefore > now
      if (taken) all.objectStore('acts').delete(act!.seq!)
    }
  })
  return taken
}

export const captures = () => read<Capture[]>('captures', (store) => store.getAll() as IDBRequest<Capture[]>)
export const capture = (id: string) => read<Capture | undefined>('captures', (store) => store.get(id) as IDBRequest<Capture | undefined>)
export const keepCapture = (one: Capture) => write(['captures'], (all) => void all.objectStore('captures').put({ ...one }))

/** One more piece, and what is known of the whole with it: both or neither. Pieces are named by where they begin. */
export function keepPiece(one: Capture, bytes: ArrayBuffer): Promise<void> {
  return write(['captures', 'pieces'], (all) => {
    all.objectStore('pieces').put(bytes, [one.id, one.sizeBytes - bytes.byteLength])
    all.objectStore('captures').put({ ...one })
  })
}

/** The kept bytes from that offset on: as many whole pieces as it takes to have so many, or all that there are. */
export async function bytesFrom(id: string, offset: number, enoughBytes: number): Promise<ArrayBuffer[]> {
  const keys = await read('pieces', (store) => store.getAllKeys(IDBKeyRange.bound([id, 0], [id, Infinity])) as IDBRequest<unknown> as IDBRequest<[string, number][]>)
  const parts: ArrayBuffer[] = []
  let taken = 0
  for (const [i, key] of keys.entries()) {
    if ((keys[i + 1]?.[1] ?? Infinity) <= offset) continue
    if (taken >= enoughBytes) break
    const bytes = await read('pieces', (store) => store.get(key) as IDBRequest<ArrayBuffer>)
    const part = key[1] < offset ? bytes.slice(offset - key[1]) : bytes
    parts.push(part)
    taken += part.byteLength
  }
  return parts
}

/** Frees the space of a capture that the server has; what is known of it stays. */
export const dropPieces = (id: string) => write(['pieces'], (all) => void all.objectStore('pieces').delete(IDBKeyRange.bound([id, 0], [id, Infinity])))
/** Of a capture that began and has no bytes. */
export const forgetCapture = (id: string) => write(['captures'], (all) => void all.objectStore('captures').delete(id))
