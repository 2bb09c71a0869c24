import type { Finding } from './caseTypes'
import type { MissingFiles } from './types'

export type DeviceStanding = 'available' | 'out' | 'stopped' | 'inRepair' | 'lost' | 'retired'

export interface Who {
  id: string
  name: string
}

export interface DeviceRow {
  id: string
  number: string
  kind: string
  unit: string
  unitName: string
  serial?: string
  model?: string
  state: DeviceStanding
  unregistered: boolean
  portable: boolean
  capabilities: string[]
  manager?: Who
  user?: Who
  since?: string
  purpose?: string
  /** Other devices of the agency that say they have this serial. */
  sameSerial: string[]
  findings: number
  changedAt: string
}

export interface DeviceRowPage {
  items: DeviceRow[]
  total: number
  page: number
  size: number
}

export interface PreUseCheck {
  at: string
  by: string
  battery?: { percent: number; enough: boolean }
  storage?: { freeBytes: number; enough: boolean }
  clock?: { offsetMillis?: number; accurate: boolean; set: boolean }
  faultFree?: boolean
  /** Before setting out, before use, or after the first recording of that time out. */
  when?: 'beforeDeparture' | 'beforeUse' | 'afterUse'
}

export interface Outing {
  officer: { id: string; name: string }
  at: string
  purpose: string
  what?: string
  /** Where the officer says that he wears it. */
  worn?: string
  checks: PreUseCheck[]
  handed: { to: { id: string; name: string }; at: string; reason: string }[]
  back?: { at: string; by: string; condition: string; remark?: string }
  /** Why what was recorded this time comes later, in the order in which that was said. */
  delays: Delay[]
}

export interface Delay {
  kind: 'exception' | 'excuse'
  ground: string
  place?: string
  statement: string
  expectedAt?: string
  returnedAt?: string
  evidence: string[]
  by: string
  statedAt?: string
}

/** Files whose names a camera counted with one counter. */
export interface FileSeries {
  pattern: string
  first: string
  last: string
  files: number
  missing: MissingFiles[]
}

export interface Device {
  id: string
  version: number
  number: string
  kind: string
  unit: string
  unitName: string
  serial?: string
  model?: string
  sameSerial: string[]
  state: DeviceStanding
  unregistered?: { by: string; at: string }
  portable: boolean
  description?: { functions: string[]; portable: boolean; capabilities: string[]; storagePlace?: string }
  purchase?: { on: string; order?: string; priceYuan?: string; purpose?: string; standard?: string }
  financeView?: { agreed: boolean; text: string }
  acceptance?: { on: string; points: { point: string; met: boolean; evidence: string }[] }
  manager?: Who
  user?: Who
  responsible?: Who
  outings: Outing[]
  /** Of the files it handed in; empty where their names count nothing. */
  fileNumbers: FileSeries[]
  /** What a station saw last of the files that were stored before. */
  memory?: { at: string; files: number; oldest?: { recording: string; path: string; storedAt: string } }
  checkItems: string[]
  /** When they are looked at: words of the text. */
  checkWhen: string[]
  /** Where the text wants it worn, and whether anybody is asked. */
  wear: { positions: string[]; asked: boolean }
  /** Grounds on which the text lets something be handed in later; none where it knows no exception. */
  delayGrounds: string[]
  technicalPoints: string[]
  allowedUses: string[]
  /** Who answers for what, by the agency's text. */
  holders: DutyHolder[]
  quality: { on: string; text: string; by: string }[]
  findings: Finding[]
  reports: { duty: string; article: string; what: string; whatEn: string }[]
  may: string[]
  history: { version: number; type: string; recordedAt: string; by?: { name: string; role: string; kind: string }; data?: Record<string, unknown>; destroyed?: boolean }[]
}

export interface QuotaRow {
  unit: string
  unitName: string
  officers: number
  counted: number
  required?: number
  shortfall?: number
  officersPerDevice?: number
  workload?: string
  workloadUnknown: boolean
  article?: string
  /** On site in the last twelve months, and how many of them have a recording. */
  activities: number
  recorded: number
  /** Who is named for its devices. */
  custodians: string[]
}

export interface QuotaTable {
  items: QuotaRow[]
  /** Whether these are figures of a question, and not of the register. */
  supposed: boolean
}

/** Who answers for what about devices. */
export interface DutyHolder {
  duty: string
  title: string
  titleEn: string
  word: string
  article: string
  roles: string[]
  people: string[]
}

/** What was found of each unit's equipment. */
export interface UnitEquipment {
  units: { unit: string; unitName: string; version: number; stations: string[]; faults: { facility: string; at: string; what: string }[]; findings: Finding[] }[]
  may: string[]
}

export interface Oversight {
  holders: DutyHolder[]
  purchases: { device: string; kind: string; model?: string; on: string; order?: string; priceYuan?: string; purpose?: string; agreed?: boolean; opinion?: string }[]
  models: { kind: string; model: string; devices: number; faults: number; causes: Record<string, number>; repairs: number; remarks: number }[]
  remarks: { device: string; kind: string; model?: string; on: string; text: string; by?: string }[]
  harm: { person: string; faults: number; returns: number; devices: string[] }[]
}
