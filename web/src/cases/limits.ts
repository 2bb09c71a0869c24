import type { Case } from '../http/caseTypes'

/** A day or moment by which something must have happened, as the server says it. */
export interface Limit {
  due: number
  what: string
  article?: string
  /** Names of the locale files for what has none of its own. */
  key?: string
}

const OPEN = new Set(['raised', 'explained', 'rejected', 'appealed'])
/** A limit given as a day lasts to its end. */
const DAY_MILLIS = 86_400_000
const endOf = (due: string) => (due.length === 10 ? Date.parse(`${due}T00:00:00+08:00`) + DAY_MILLIS - 1 : Date.parse(due))

/** What the case is waiting for, the nearest first. */
export function limitsOf(file: Case, english: boolean): Limit[] {
  const limits: Limit[] = [
    ...file.findings.filter((one) => one.due && OPEN.has(one.state)).map((one) => ({ due: endOf(one.due!), what: english ? one.whatEn : one.what, article: one.article })),
    ...file.measures.filter((one) => !one.ended && one.until).map((one) => ({ due: endOf(one.until!), what: '', key: `terms.measureKind.${one.kind}` })),
    ...file.corrections
      .filter((one) => one.followUps.at(-1)?.result !== 'corrected')
      .map((one) => ({ due: endOf(one.due), what: '', key: 'measures.correction' })),
    ...(file.execution.performances.at(-1)?.status === 'full' ? [] : file.execution.dues.slice(-1)).map((one) => ({ due: endOf(one.due), what: one.what })),
  ]
  return limits.sort((a, b) => a.due - b.due)
}
