/** A step with a last moment in time; `from` is when its limit began to run. */
export interface Step {
  due: string
  from?: string | undefined
  done?: string | undefined
  now: number
  /** How far the device's clock may be off: that counts for the officer. */
  slackMillis?: number
}

export interface Standing {
  is: 'inTime' | 'late' | 'over' | 'soon' | 'running'
  /** How long there is still, or by how much it is too late. */
  millis: number
}

/** Within the last quarter of a limit it is nearly over. */
const QUARTER = 4
const SOON_MILLIS = 4 * 3_600_000

export function standingOf({ due, from, done, now, slackMillis = 0 }: Step): Standing {
  const last = Date.parse(due)
  if (done !== undefined) {
    const over = Date.parse(done) - last - slackMillis
    return over <= 0 ? { is: 'inTime', millis: 0 } : { is: 'late', millis: over + slackMillis }
  }
  const left = last - now
  if (left + slackMillis < 0) return { is: 'over', millis: -left }
  const soon = from === undefined ? SOON_MILLIS : (last - Date.parse(from)) / QUARTER
  return { is: left <= soon ? 'soon' : 'running', millis: Math.max(0, left) }
}
