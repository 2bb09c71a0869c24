/** Storing, hand-over and filing of recordings, as the server tells them. */
import type { Finding } from './caseTypes'
import type { Who } from './deviceTypes'

export interface FiledBy {
  key: string
  title: string
  titleEn: string
  article?: string
  value?: string
  suggested?: string
  missing: boolean
}

/** Where a recording stands between the camera, the store, the custodian and its case. */
export interface Storing {
  id: string
  version: number
  completedAt?: string
  uncertaintyMillis: number
  storedAt: string
  storedBy?: string
  storedByArticle?: string
  handedBy?: string
  handedByArticle?: string
  usedBy?: Who & { since: string; until?: string }
  handed?: { custodian: Who; from?: Who; at: string }
  exception?: { ground: string; place: string; statement: string; returnedAt: string; returned: boolean; checkedInAt?: string; by: Who; enteredAt: string; statedAt?: string; evidence: string[] }
  /** Said of the time out, where it is no exception of the text. */
  excuse?: { cause: string; statement: string; by: Who; enteredAt: string; evidence: string[] }
  /** Grounds on which the agency's text lets a recording be stored later; none where it knows no exception. */
  grounds: string[]
  stationReceipt?: { station: string; receivedAt: string }
  accident?: { claimedBy: Who; reason: string; confirmedBy?: Who }
  withoutCase?: { reason: string; by: Who }
  assigned?: Who
  filedBy: FiledBy[]
  unfiled: string[]
  findings: Finding[]
  /** Shown and never raised. */
  reports: { duty: string; occurrence: string; article: string; what: string; whatEn: string }[]
  may: string[]
}

export interface CameraOut {
  number: string
  kind: string
  unit: string
  holder?: Who
  since?: string
  purpose?: string
}

export interface BoardItem {
  id: string
  name: string
  kind: string
  device: string
  unit?: string
  sizeBytes?: number
  usedBy?: Who
  /** The activity that it is filed to. */
  activity?: string
  completedAt?: string
  uncertaintyMillis: number
  storedAt: string
  storedBy?: string
  handedBy?: string
  handedAt?: string
  unfiled: string[]
  assigned?: Who
  accident: 'none' | 'claimed' | 'confirmed'
  findings: number
}

export type ColumnName = 'out' | 'toHand' | 'toFile' | 'unlinked' | 'accidents' | 'findings' | 'stored'

export type Column = { total: number } & ({ column: 'out'; items: CameraOut[] } | { column: Exclude<ColumnName, 'out'>; items: BoardItem[] })

export interface Board {
  now: string
  columns: Column[]
}

/** What came of an act on several recordings: each is done wholly or not at all. */
export interface DoneTogether {
  done: number
  refused: { recording: string; name?: string; title: string; titleEn: string; next?: string; nextEn?: string }[]
}

/** A recording that the custodian took over on the day. */
export interface Received {
  id: string
  name: string
  device: string
  kind: string
  unit?: string
  usedBy?: Who
  completedAt?: string
  storedAt: string
  handedAt: string
  custodian?: Who
  sizeBytes: number
  sha256: string
}

export interface ReceivedDay {
  day: string
  items: Received[]
}

export interface Specialist {
  person: Who
  unit: string
  unitName: string
  recordings: number
  bytes: number
  state: 'open' | 'prepared' | 'received' | 'nothing' | 'late'
  findings: number
}

export interface MonthlyHandOvers {
  month: string
  due: string
  specialists: Specialist[]
}

export interface MonthlyList {
  month: string
  person: Who
  unit: string
  unitName: string
  due: string
  version: number
  recordings: { id: string; name: string; device: string; kind: string; completedAt?: string; storedAt: string; sizeBytes: number; sha256: string }[]
  preparedAt?: string
  preparedBy?: Who
  receivedAt?: string
  receivedBy?: Who
  /** Why the office gave the last list back. */
  returned?: { reason: string; by: Who }
  nothing: boolean
  findings: Finding[]
  may: string[]
}

export interface DayDevice {
  number: string
  kind: string
  /** A name. */
  holder?: string
  outAt?: string
  returnedAt?: string
  /** Figures are absent while a hand-in is not done. */
  handIns: { at: string; camera?: number; stored?: number; failed?: number }[]
  recordings: number
  bytes: number
  handed: number
  unfiled: number
  late: number
}

export interface DayBalance {
  day: string
  unit: string
  unitName: string
  devices: DayDevice[]
  totals: { devices: number; used: number; onCamera: number; stored: number; failed: number; recordings: number; bytes: number; handed: number; unfiled: number; late: number }
  balanced: boolean
}
