import type { Coverage, Hole, Segment } from '../../http/activityTypes'

/** The stretch of time that a picture shows, millis since 1970. */
export interface Stretch {
  from: number
  to: number
}

export const millis = (at: string) => Date.parse(at)
const MARGIN = 0.03
const SHORTEST = 60_000
/** A clock that nobody measured may be a day off: that is said in words, not drawn. */
export const UNMEASURED_MILLIS = 86_400_000

/** From the first to the last thing in the picture, with a margin; nothing where nothing has a time. */
export function stretchOf(coverage: Coverage): Stretch | undefined {
  const times = [
    ...[coverage.from, coverage.to].flatMap((at) => (at ? [millis(at)] : [])),
    ...coverage.documents.flatMap((one) => [millis(one.from), millis(one.to)]),
    ...coverage.lanes.flatMap((lane) => lane.segments.flatMap((one) => [millis(one.from), millis(one.to)])),
    ...coverage.marks.map((mark) => millis(mark.at)),
  ]
  if (times.length === 0) return undefined
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const margin = Math.max((last - first) * MARGIN, (SHORTEST - (last - first)) / 2)
  return { from: first - margin, to: last + margin }
}

/** How many seconds after (or before, negative) the act's own time a document or recording begins or ends. */
export interface Difference {
  begin?: number
  end?: number
}

/** Against start and end point; only where both are known and the two are not the same second. */
export function differenceOf(coverage: Coverage, one: { from: string; to: string }): Difference {
  const seconds = (at: string, point: string | undefined) => (point ? Math.round((millis(at) - millis(point)) / 1000) : 0)
  const [begin, end] = [seconds(one.from, coverage.from), seconds(one.to, coverage.to)]
  return { ...(begin ? { begin } : {}), ...(end ? { end } : {}) }
}

/** The part of a segment of which nobody can say for certain that it is there: at both ends, as wide as the clock's uncertainty. */
export function blurred(segment: Segment): Stretch[] {
  const { uncertaintyMillis: width } = segment
  if (width === 0 || width >= UNMEASURED_MILLIS) return []
  const [from, to] = [millis(segment.from), millis(segment.to)]
  return [
    { from: from - width, to: Math.min(from + width, to) },
    { from: Math.max(to - width, from), to: to + width },
  ]
}

/** What nobody has explained first, and of those the longest: what a person must look at. Those that are shorter than the files' own gap are not told. */
export function toldHoles(coverage: Coverage): Hole[] {
  const length = (hole: Hole) => millis(hole.to) - millis(hole.from)
  return coverage.holes.filter((hole) => length(hole) > coverage.gapMillis).sort((a, b) => Number(a.explained) - Number(b.explained) || length(b) - length(a))
}

/** Of how much of the act there is a recording, in whole per cent, rounded down: 99.9 is not all. */
export function percentOf(coveredMillis: number | undefined, lengthMillis: number | undefined): number | undefined {
  if (coveredMillis === undefined || !lengthMillis) return undefined
  return Math.floor((100 * coveredMillis) / lengthMillis)
}

/** A row of the comparison on paper; differences are whole seconds after (negative: before) the act's own points, absent for the act itself. */
export interface Compared {
  name: string
  from: string
  to: string
  begin?: number
  end?: number
}

/** The act, its papers, and the recordings of each device from the first beginning to the last end. */
export function compared(coverage: Coverage, act: string): Compared[] {
  const { from, to } = coverage
  const differing = (name: string, one: { from: string; to: string }): Compared => {
    const { begin, end } = differenceOf(coverage, one)
    return { name, from: one.from, to: one.to, ...(from ? { begin: begin ?? 0 } : {}), ...(to ? { end: end ?? 0 } : {}) }
  }
  const lanes = coverage.lanes.flatMap(({ number, officer, segments }) => {
    const times = segments.flatMap((one) => [one.from, one.to]).sort((a, b) => millis(a) - millis(b))
    return times.length ? [differing([number, officer].filter(Boolean).join(' '), { from: times[0]!, to: times.at(-1)! })] : []
  })
  return [...(from && to ? [{ name: act, from, to }] : []), ...coverage.documents.map((one) => differing(one.title, one)), ...lanes]
}
