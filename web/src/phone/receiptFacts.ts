import type { Capture } from './kept'
import { acts, captures, terminal } from './phone'
import type { Scene } from './scene'

/** What a scene receipt (现场回执) commits to: what was recorded on this phone until now. */
export interface ReceiptFacts {
  activity: string
  startedAt?: string
  endedAt?: string
  captures: { sha256: string; sizeBytes: number; kind: string; from: string; to: string }[]
  devices: { number: string; serial?: string }[]
  taps: number
  at: string
}

export function sceneReceiptFacts(scene: Scene, at: string): ReceiptFacts {
  const done = (one: Capture) => one.activity === scene.id && one.sha256 !== undefined
  return {
    activity: scene.id, ...(scene.startedAt && { startedAt: scene.startedAt }), ...(scene.endedAt && { endedAt: scene.endedAt }),
    captures: captures.value.filter(done).map(({ sha256, sizeBytes, kind, from, to }) => ({ sha256: sha256!, sizeBytes, kind, from, to })),
    devices: terminal.value ? [{ number: terminal.value.number }] : [], taps: acts.value.filter((act) => act.activity === scene.id && act.state !== 'dropped').length, at,
  }
}
