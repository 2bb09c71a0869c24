import { get } from '../http/api'
import type { MeasuredClock } from './kept'

/** Over this the phone's clock is worth a warning: what it says is still corrected. */
export const CLOCK_WARN_MILLIS = 5_000
const TRIES = 3

/** What the phone's clock is ahead of the server's; of several questions the quickest answer, which is the most exact. */
export async function measureClock(): Promise<MeasuredClock> {
  let best: MeasuredClock | undefined
  for (let i = 0; i < TRIES; i++) {
    const [asked, began] = [Date.now(), performance.now()]
    const { now } = await get<{ now: string }>('/api/time')
    const took = performance.now() - began
    const measured = { measuredAt: new Date().toISOString(), offsetMillis: Math.round(asked + took / 2 - Date.parse(now)), uncertaintyMillis: Math.ceil(took / 2) + 1 }
    if (!best || measured.uncertaintyMillis < best.uncertaintyMillis) best = measured
  }
  return best!
}

/** This moment as the server's clock says it, as far as that is known. */
export function trueNow(clock: MeasuredClock | undefined, phone = Date.now()): string {
  return new Date(phone - (clock?.offsetMillis ?? 0)).toISOString()
}
