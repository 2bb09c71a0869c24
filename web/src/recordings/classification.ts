import { day } from '../frame/format'
import type { Row } from '../http/types'
import { officerName, unitName } from '../identity/session'

/** Keys whose value is a legal day, 2026-03-02. */
const DAYS = new Set(['recordingDate', 'useTime', 'storingDate'])

export function isDay(key: string): boolean {
  return DAYS.has(key)
}

/** What the register and the file itself tell of a recording: an offer, which counts only when a person submits it. */
export function suggested(row: Row): Record<string, string> {
  const known: Record<string, string | undefined> = {
    deviceNo: row.device,
    officer: row.officer && officerName(row.officer),
    enforcementUnit: row.unit && unitName(row.unit),
    recordingDate: row.startedAt && day(row.startedAt),
    useTime: row.startedAt && day(row.startedAt),
    storingDate: day(row.recordedAt),
  }
  return Object.fromEntries(Object.entries(known).filter((pair): pair is [string, string] => Boolean(pair[1])))
}

/** The keys without those left empty. */
export function filledIn(keys: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(keys)
      .map(([key, value]) => [key, (value ?? '').trim()] as const)
      .filter(([, value]) => value),
  )
}
