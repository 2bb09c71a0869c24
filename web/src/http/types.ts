/** What the server answers. Instants are ISO strings in UTC, lengths and offsets are milliseconds. */

export interface Session {
  person: { id: string; name: string; username: string; certificate?: string }
  agency: { code: string; name: string }
  unit?: { code: string; name: string }
  roles: string[]
  expiresAt: string
}

export interface Agency {
  code: string
  name: string
  units: { code: string; name: string; kind: string }[]
  officers: { id: string; name: string; unit: string }[]
  /** Everybody of the register, officers among them. */
  people: { id: string; name: string; unit?: string }[]
  devices: { number: string; kind: string; unit: string; officer?: string; model?: string; state: string }[]
  classificationKeys: ClassificationKey[]
  now: string
}

export interface ClassificationKey {
  key: string
  title: string
  titleEn: string
  article?: string
  source: 'article' | 'default'
}

export interface DeviceClock {
  measuredAt: string
  offsetMillis: number
  uncertaintyMillis: number
}

export interface Row {
  id: string
  name: string
  device: string
  officer?: string
  unit?: string
  kind: string
  startedAt?: string
  endedAt?: string
  durationMillis?: number
  sizeBytes: number
  recordedAt: string
  sha256: string
  leafIndex?: number
  hasGaps: boolean
  keys: Record<string, string>
  classified: boolean
  poster?: string
  probe: 'pending' | 'done' | 'failed'
}

export interface Page<T> {
  items: T[]
  total: number
}

export interface RecordingPage extends Page<Row> {
  /** The total ends here; there may be more. */
  mostCounted: number
}

export interface Stream {
  index: number
  kind: string
  codec: string
  profile?: string
  width?: number
  height?: number
  rateMilli?: number
  sampleRate?: number
  channels?: number
}

export interface Copy {
  copy: 'thumbnails' | 'web' | 'poster'
  sha256?: string
  sizeBytes?: number
  mediaType?: string
  frames?: number
  stepMillis?: number
  state: 'made' | 'failed' | 'pending'
  reason?: string
}

export interface Probed {
  container: string
  streams: Stream[]
  gaps: { atMillis: number; lengthMillis: number }[]
  duplicateTimestamps: number
  rotation: number
  deviceCreatedAt?: string
  gps?: { latitude: string; longitude: string }
  uncertaintyMillis?: number
  tool: string
}

export interface Sighting {
  sign: string
  /** Absent where it concerns the whole file. */
  atMillis?: number
  lengthMillis?: number
  detail?: string
}

export interface ContinuityCheck {
  check: string
  outcome: 'observed' | 'notObserved' | 'notPerformed' | 'notApplicable'
  count?: number
  /** The first ones. */
  sightings: Sighting[]
  reason?: string
  detail?: string
}

export interface Continuity {
  checks: ContinuityCheck[]
  thresholds: {
    editMillis: number
    tailMillis: number
    frozenMillis: number
    frozenDecibels: number
    blackMillis: number
    silentMillis: number
    silentDecibels: number
    jumpMillis: number
  }
  pictures?: 'every' | 'key'
  pictureStepMillis?: number
  tool: string
}

/** Numbers between two files that arrived, of files that did not. */
export interface MissingFiles {
  first: string
  last: string
  count: number
  after: string
  before: string
}

/** What stands beside a recording in the order of its camera's numbers. */
export interface Beside {
  previous?: { id: string; name: string }
  missingBefore?: MissingFiles
  next?: { id: string; name: string }
  missingAfter?: MissingFiles
}

export interface Recording extends Row {
  path: string
  nameBytes: string
  sm3Tree: string
  modifiedAt?: string
  clock?: DeviceClock
  handIn?: string
  via: string
  by: { name: string; role: string }
  probed?: Probed
  notProbed?: { reason: string; detail: string }
  /** Absent until it was looked through. */
  continuity?: Continuity
  /** Absent where its name counts nothing. */
  beside?: Beside
  /** The kind of secret of the activity that has it; it is shown to those whom that concerns. */
  secret?: string
  copies: Copy[]
  playable: 'original' | 'web' | 'pending' | 'none'
  mediaType: string
  version: number
  agency: { code: string; name: string }
  jobs: { name: string; state: string; progressPercent?: number }[]
}

export interface CustodyItem {
  version: number
  type: string
  /** Absent, like actor and data, when the content was destroyed. */
  at?: string
  recordedAt: string
  actor?: { name: string; role: string; kind: string }
  leafIndex?: number
  data?: Record<string, unknown>
  destroyed?: boolean
}

export interface HandIn {
  id: string
  device: string
  deviceOfficer?: string
  source: string
  by: string
  openedAt: string
  balancedAt?: string
  camera: number
  stored: number
  failed: number
  server: number
  bytes: number
  balanced: boolean
}

export interface Desk {
  now: string
  handInsToday: HandIn[]
  unbalanced: HandIn[]
  unclassified: { total: number; oldest: Row[] }
  probing: { pending: number; failed: number }
  ledger: { size: number; signedAt?: string; origin: string; state: 'writing' | 'stopped'; reason?: string; reasonEn?: string }
}

export interface Balance {
  camera: number
  stored: number
  failed: number
  server: { stored: number }
  balanced: boolean
}
