import type { Finding } from './caseTypes'
import type { DeviceStanding } from './deviceTypes'

export type PlaceKind = 'inquiryRoom' | 'hearingRoom' | 'acceptancePlace' | 'other'

export interface PlaceCamera {
  device: string
  number: string
  kind: string
  /** How it stands now: one that is stopped films nothing. */
  state: DeviceStanding
}

export interface PlaceRow {
  id: string
  kind: PlaceKind
  name: string
  unit: string
  unitName: string
  districtServiceHall: boolean
  inUseFrom: string
  closedOn?: string
  /** Those that stand there now. */
  cameras: PlaceCamera[]
  checkedTo?: string
  findings: number
  changedAt: string
}

export interface PlaceRows {
  items: PlaceRow[]
  may: string[]
}

export interface SurveillanceGap {
  from: string
  to: string
  reason: string
}

export interface Place {
  id: string
  version: number
  kind: PlaceKind
  name: string
  unit: string
  unitName: string
  districtServiceHall: boolean
  inUseFrom: string
  closed?: { on: string; reason: string }
  /** The newest first, with those that were taken away. */
  cameras: (PlaceCamera & { from: string; until?: string })[]
  /** Fixed devices that stand in no place. */
  free: { id: string; number: string; kind: string; unit: string }[]
  /** Whether the text wants its record looked at. */
  checked: boolean
  /** By what article it need not be filmed; none: it must, or no text asks for it. */
  exempt: string[]
  checks: { first: string; last: string; gaps: SurveillanceGap[]; by: { id: string; name: string } }[]
  findings: Finding[]
  may: string[]
  history: { version: number; type: string; recordedAt: string; by?: { name: string; role: string; kind: string }; destroyed?: boolean }[]
}

/** What a unit is equipped with, and what its work needs. */
export interface UnitFacilities {
  unit: string
  unitName: string
  devices: { kind: string; number: number }[]
  places: { kind: string; number: number }[]
  needs?: string[]
  /** What no device of the unit can do. */
  lacking?: string[]
  why?: string
  findings?: Finding[]
}

export interface Facilities {
  items: UnitFacilities[]
  may: string[]
}
