/** Photo, sound and film: each piece is hashed and kept as it comes, so that what is told as captured is there. */
import { createSHA256 } from 'hash-wasm'
import { freshId } from '../http/api'
import * as kept from './kept'
import { StoreFull, type Capture, type CaptureKind } from './kept'
import { capturing, changed, clock, person, terminal } from './phone'

/** Free space under which a warning comes, and under which nothing is begun that would not end well. */
export const SPACE_WARN_BYTES = 500 * 1024 * 1024
export const SPACE_LEAST_BYTES = 50 * 1024 * 1024
const PIECE_MILLIS = 1_000
const PIECE_BYTES = 1024 * 1024
const VIDEO_BITS_PER_SECOND = 2_500_000
/** What a browser can write, the one that survives being cut off first. */
const TYPES = {
  video: ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'],
  audio: ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4'],
}
const ENDINGS: Record<string, string> = { 'video/webm': 'webm', 'audio/webm': 'webm', 'video/mp4': 'mp4', 'audio/mp4': 'm4a', 'image/jpeg': 'jpg', 'image/png': 'png', 'video/quicktime': 'mov' }
const lockOf = (id: string) => `liuhen-phone-capture-${id}`

/** What is free for this page; undefined where the browser does not tell. */
export async function freeBytes(): Promise<number | undefined> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {}
  return quota === undefined || usage === undefined ? undefined : quota - usage
}

/** Asks the browser not to clear what is kept when the phone runs short. */
export const keepForGood = async () => (await navigator.storage?.persist?.()) ?? false

/** A file in the making: pieces go in one after the other, and what is known of it with each. */
class Writing {
  private constructor(
    private one: Capture,
    private readonly hash: Awaited<ReturnType<typeof createSHA256>>,
    private readonly letGo: () => void,
  ) {}

  static async begin(kind: CaptureKind, activity: string, mediaType: string, name?: string): Promise<Writing> {
    const now = new Date()
    const plainType = mediaType.split(';')[0]!
    const one: Capture = {
      id: freshId(), key: freshId(), person: person.value!.person.id, device: terminal.value!.number, activity, kind, mediaType: plainType, name: name ?? nameOf(kind, now, plainType), from: now.toISOString(),
      to: now.toISOString(), sizeBytes: 0, state: 'capturing', ...(clock.value && { clock: clock.value }),
    }
    const hash = await createSHA256()
    hash.init()
    await kept.keepCapture(one)
    // held while this page makes it: a page that finds it unheld knows that the one before was closed
    let letGo = () => {}
    void navigator.locks.request(lockOf(one.id), () => new Promise<void>((done) => (letGo = done)))
    return new Writing(one, hash, () => letGo())
  }

  get id() {
    return this.one.id
  }

  /** @throws StoreFull if it was not kept; what was kept before counts */
  async take(bytes: ArrayBuffer): Promise<void> {
    const before = this.hash.save()
    this.hash.update(new Uint8Array(bytes))
    const next = { ...this.one, to: new Date().toISOString(), sizeBytes: this.one.sizeBytes + bytes.byteLength, hashState: this.hash.save() }
    try {
      await kept.keepPiece(next, bytes)
      this.one = next
    } catch (problem) {
      this.hash.load(before) // the digest is of what is kept
      throw problem
    }
  }

  /** Undefined if nothing was kept of it. */
  async end(cut: boolean): Promise<Capture | undefined> {
    try {
      return await ended(this.one, this.hash.digest(), cut)
    } finally {
      this.letGo()
    }
  }

  /** Half a photo is none. */
  async giveUp(): Promise<void> {
    await kept.dropPieces(this.one.id)
    await kept.forgetCapture(this.one.id)
    this.letGo()
  }
}

async function ended(one: Capture, sha256: string, cut: boolean): Promise<Capture | undefined> {
  if (one.sizeBytes === 0) {
    await kept.forgetCapture(one.id)
    return undefined
  }
  const { hashState: _, ...rest } = one
  const done: Capture = { ...rest, sha256, state: 'captured', ...(cut && { cut }) }
  await kept.keepCapture(done)
  return done
}

/** 20261122T081530-video.webm: the phone's time in the agency's zone, as camera files are named. */
function nameOf(kind: CaptureKind, at: Date, mediaType: string): string {
  const stamp = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/[-:]/g, '')
  return `${stamp}-${kind}.${ENDINGS[mediaType] ?? 'bin'}`
}

export interface Run {
  id: string
  /** Ends it; what was captured, or nothing. */
  stop(): Promise<Capture | undefined>
}

/**
 * Films or records sound until it is stopped, the stream ends, or the store is full.
 *
 * @param over called when it ended by itself
 */
export async function record(kind: 'audio' | 'video', stream: MediaStream, activity: string, over: (captured: Capture | undefined, full: boolean) => void): Promise<Run> {
  const mediaType = TYPES[kind].find((type) => MediaRecorder.isTypeSupported(type))
  if (!mediaType) throw new DOMException('no type to record', 'NotSupportedError')
  const writing = await Writing.begin(kind, activity, mediaType)
  const recorder = new MediaRecorder(stream, { mimeType: mediaType, ...(kind === 'video' && { videoBitsPerSecond: VIDEO_BITS_PER_SECOND }) })
  // a phone that falls asleep takes the camera away
  const awake = await navigator.wakeLock?.request('screen').catch(() => undefined)
  capturing.value = true
  let [full, asked] = [false, false]
  let work: Promise<void> = Promise.resolve()
  recorder.ondataavailable = ({ data }) => {
    work = work.then(async () => {
      if (full || data.size === 0) return
      try {
        await writing.take(await data.arrayBuffer())
      } catch (problem) {
        if (!(problem instanceof StoreFull)) throw problem
        full = true
        if (recorder.state !== 'inactive') recorder.stop()
      }
    })
  }
  const result = new Promise<Capture | undefined>((resolve, reject) => {
    recorder.onstop = () => {
      stream.getTracks().forEach((track) => track.stop())
      capturing.value = false
      void awake?.release()
      work
        .then(() => writing.end(full || !asked))
        .then(async (captured) => {
          await changed()
          if (!asked) over(captured, full)
          resolve(captured)
        })
        .catch((problem: unknown) => {
          if (!asked && problem instanceof StoreFull) over(undefined, true) // what is kept is found when the page is opened again
          reject(problem as Error)
        })
    }
  })
  recorder.start(PIECE_MILLIS)
  return {
    id: writing.id,
    stop: () => {
      asked = true
      if (recorder.state !== 'inactive') recorder.stop()
      return result
    },
  }
}

/** The picture as it is in the viewfinder now. */
export async function photograph(video: HTMLVideoElement, activity: string): Promise<Capture | undefined> {
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [video.videoWidth, video.videoHeight]
  canvas.getContext('2d')!.drawImage(video, 0, 0)
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.92))
  if (!picture) throw new DOMException('no picture', 'InvalidStateError')
  return takeFile('photo', picture, activity)
}

/** What the phone's own camera program made, where the page may not use the camera itself; or one picture. */
export async function takeFile(kind: CaptureKind, file: Blob, activity: string): Promise<Capture | undefined> {
  const writing = await Writing.begin(kind, activity, file.type || 'application/octet-stream', file instanceof File ? file.name : undefined)
  let cut = false
  for (let at = 0; at < file.size && !cut; at += PIECE_BYTES) {
    try {
      await writing.take(await file.slice(at, at + PIECE_BYTES).arrayBuffer())
    } catch (problem) {
      if (!(problem instanceof StoreFull)) throw problem
      cut = true
    }
  }
  const captured = cut ? void (await writing.giveUp()) : await writing.end(false)
  await changed()
  if (cut) throw new StoreFull()
  return captured
}

/** Captures that nobody is making any more: the page was closed, the phone went dark. What was kept counts, with the digest made while it ran. */
export async function recover(): Promise<Capture[]> {
  const recovered: Capture[] = []
  for (const one of (await kept.captures()).filter((each) => each.state === 'capturing')) {
    await navigator.locks.request(lockOf(one.id), { ifAvailable: true }, async (lock) => {
      if (!lock) return
      const hash = await createSHA256()
      const now = await ended(one, one.hashState ? hash.load(one.hashState).digest() : '', true)
      if (now) recovered.push(now)
    })
  }
  if (recovered.length) await changed()
  return recovered
}
