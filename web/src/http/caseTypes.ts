/** What the server answers about cases. Instants are ISO strings in UTC, days are yyyy-MM-dd; `article` is an id or `product`. */
import type { TemplateField } from './lawTypes'

export interface CaseRow {
  id: string
  number?: string
  kind: string
  procedure: string
  origin: string
  subject: string
  party?: string
  unit: string
  /** Names, as the list shows them. */
  handlers: string
  status: 'running' | 'suspended' | 'ended'
  stage: string
  openedAt: string
  endedOn?: string
  changedAt: string
  findings: number
}

export interface CaseRowPage {
  items: CaseRow[]
  total: number
  /** The total ends here; there may be more. */
  mostCounted: number
  page: number
  size: number
}

/** Something that must be there before a step. */
export interface Missing {
  duty: string
  article: string
  blocks: boolean
  what: string
  whatEn: string
  wayOut: string
  wayOutEn: string
  /** What a defect statement about it names; the thing acted on where absent. */
  subject?: string
}

export interface Handler {
  id: string
  name: string
  certificate: string
  certificateFrom: string
  certificateTo: string
  unit: string
}

export interface Party {
  id: string
  kind: string
  name: string
  identityNumber?: string
  representative?: string
  address?: string
  phone?: string
}

export interface Source {
  kind: string
  otherKind?: string
  on: string
  cause: string
  /** Only handlers see more than that there is one. */
  informant?: { name: string; contact?: string }
  attachment?: string
}

export type Standing =
  | { is: 'recorded'; by: string[] }
  | { is: 'declared'; declaration: { declaration: string; ground?: string; by?: string; on?: string } }
  | { is: 'open' }
  | { is: 'optional' }

export interface ChecklistLine {
  stage: string
  item: string
  title: string
  titleEn: string
  article: string
  contents: string[]
  standing: Standing
}

export interface Signed {
  as: string
  name: string
  officer?: string
  kind: string
  on: string
  onPaper: boolean
  picture?: string
}

export interface Alteration {
  place: number
  field: string
  before: string
  after: string
}

export interface CaseDocument {
  id: string
  template: string
  title: string
  titleEn: string
  kind: string
  stage?: string
  volume: 'main' | 'secondary'
  number?: string
  numbered: boolean
  agencySeal: boolean
  mustBeServed: boolean
  /** What must be approved before it is final. */
  approval?: string
  /** Who signs, and how many of them. */
  places: { as: string; count: number }[]
  phase: { is: 'draft' | 'locked' | 'final' | 'voided'; version?: number; digest?: string; pages?: number; at?: string; reason?: string }
  signatures: Signed[]
  alterations: Alteration[]
  alterationMarks: { place: number; kind: string; picture?: string }[]
  pageMarks: { kind: string; fromPage: number; toPage: number; picture?: string }[]
  refusals: { as: string; name: string; note: string; at: string; officers: Handler[] }[]
  opinions: { block: string; opinion: string; reason?: string; by: string; on: string }[]
  seal?: { issuedOn: string; onPaper: boolean; sealed?: string }
  scan?: { scan: string; pages: number }
  /** The day of service. */
  served?: string
  draftedAt: string
  /** Of the act that it records. */
  beganAt?: string
  endedAt?: string
  defective: boolean
}

export interface Approval {
  id: string
  matter: string
  document?: string
  proposal: { proposal: string; facts: string; evidence: string; basis: string; discretion: string }
  route: string[]
  due?: string
  opinions: { step: string; verdict: string; opinion: string; reason?: string; by: string; name: string; signedOn: string; onPaper: boolean; scan?: string }[]
  /** The person who asked. */
  by: string
  requestedAt?: string
  agreedOn?: string
  adopted?: { adopted: boolean; reason?: string }
  withdrawn?: { reason: string }
  state: 'open' | 'agreed' | 'refused' | 'returned' | 'withdrawn'
}

export interface ServiceFacts {
  method: string
  documents: string[]
  recipient?: string
  place?: string
  at?: string
  signatures: Signed[]
  [field: string]: unknown
}

export interface ServiceRecord {
  id: string
  facts: ServiceFacts
  outcome: { is: 'pending' | 'served' | 'failed'; documents?: string[]; on?: string; reason?: string; defective?: boolean }
}

export interface Thing {
  name: string
  quantity: string
  condition: string
  remark?: string
}

export interface Measure {
  id: string
  kind: string
  decision: string
  beganAt: string
  until?: string
  things: Thing[]
  place: string
  keeper: string
  extensions: { until: string; decision: string; reason: string }[]
  liftings: { at: string; manner: string; decision: string; things: Thing[] }[]
  ended: boolean
}

export interface Correction {
  id: string
  document: string
  due: string
  what: string
  followUps: { on: string; result: string; record: string; document?: string }[]
}

export interface Execution {
  dues: { due: string; what: string }[]
  performances: { on: string; kind: string; amount?: string; status: string; voucher?: string }[]
  statements: { logged: { statement: string; at: string; text: string }; review?: { facts: string; reasons: string; evidence: string; opinion: string; on: string } }[]
  decided?: { document: string; on: string; noGoodCause: boolean }
  court?: { document: string; on: string }
  executions: { execution: string; method: string; document: string; object: string; beganAt: string; endedAt?: string; result?: string }[]
  confiscated: { list: { list: string; decision: string; things: Thing[]; custody: string }; disposed?: { manner: string; on: string; participants: string[] } }[]
}

export interface FiledRecording {
  recording: string
  beganAt: string
  endedAt: string
  /** Of both times, in milliseconds. */
  uncertaintyMillis: number
  mediaKind: string
  document?: string
  act?: string
  content?: string
  remark?: string
}

export interface Support {
  recording?: string
  fromMillis?: number
  toMillis?: number
  document?: string
  lines?: string
}

export interface Supports {
  document: string
  fact: string
  supports: Support[]
}

export interface Finding {
  duty: string
  subject: string
  occurrence: string
  article: string
  severity: string
  what: string
  whatEn: string
  /** Only while it still follows from the case. */
  wayOut?: string
  wayOutEn?: string
  due?: string
  state: 'raised' | 'explained' | 'accepted' | 'rejected' | 'appealed' | 'cleared'
  raisedAt: string
  clearedAt?: string
  explained?: { text: string; evidence: string[]; by: string }
  judged?: { accepted: boolean; reason: string; by: string }
  appealed?: { text: string; by: string }
  decided?: { upheld: boolean; reason: string; by: string }
}

export interface RightState {
  right: string
  title: string
  titleEn?: string
  told?: { at: string; manner?: string; document?: string }
  answered?: { response: string; at: string; text?: string; document?: string }
  excepted?: { ground: string }
}

export interface Case {
  id: string
  version: number
  asAt?: string
  number?: string
  kind: string
  procedure: string
  origin: string
  subject: string
  unit: string
  unitName: string
  openedAt: string
  status: { is: 'running' | 'suspended' | 'ended'; since?: string; reason?: string; ground?: string; on?: string }
  flags: { legalReview: boolean; collectiveDiscussion: boolean; hearingRight: boolean; executionPower: boolean }
  profile: string
  handlers: Handler[]
  /** Requests for recusal that nobody has decided. */
  recusals: { officer: string; byParty: boolean; ground: string; on: string }[]
  recused: string[]
  parties: Party[]
  source?: Source
  stages: { stage: string; enteredOn?: string }[]
  checklist: ChecklistLine[]
  rights: RightState[]
  certificatesShown: { officers: Handler[]; toWhom: string; at: string; how: string }[]
  others: { stage: string; title: string; text: string; at: string; place: string; officer: Handler }[]
  refusals: { who: string; what: string; words: string; at: string }[]
  defects: { subject: string; duties: string[]; missing: string; why: string; by: string[]; on: string }[]
  documents: CaseDocument[]
  approvals: Approval[]
  discussions: { on: string; host: string; attendees: { person: string; name: string; opinion: string }[]; conclusion: string; minutes?: string; recording?: string }[]
  licence?: {
    application?: { receivedAt: string; applicant: string; materials: string[] }
    outcomes: { outcome: string; at: string; document?: string; verificationMatter?: string; verificationReason?: string; verificationAt?: string; toSupplement: string[]; authority?: string }[]
    replies: { at: string; materials: string[] }[]
    withdrawn?: { on: string; reason: string }
  }
  services: ServiceRecord[]
  measures: Measure[]
  corrections: Correction[]
  execution: Execution
  recordings: FiledRecording[]
  supports: Supports[]
  findings: Finding[]
  /** When the rules can next say something else, without anybody doing anything. */
  nextChangeAt?: string
  blocks: { decision: Missing[]; end: Missing[] }
  may: string[]
  /** Names of all people whose ids stand on the page. */
  people: Record<string, string>
}

export interface TraceItem {
  version: number
  type: string
  /** Absent where the event was destroyed. */
  occurredAt?: string
  recordedAt: string
  actor?: { name: string; role: string; kind: string }
  leafIndex?: number
  data?: Record<string, unknown>
  destroyed?: boolean
}

export interface Word {
  word: string
  title: string
  titleEn: string
}

export interface FieldValue {
  is: string
  [part: string]: unknown
}

export type FieldValues = Record<string, FieldValue>

export interface DocumentView extends CaseDocument {
  values: FieldValues
  /** Absent where the library no longer has the form. */
  fields?: TemplateField[]
  /** Whether blanks of its form are handed out. */
  onSite: boolean
  /** Where the library's form is another one than the document was begun with. */
  formChange?: { gone: boolean; added: string[]; unfit: string[] }
  versions: { version: number; digest: string; at: string; phase: string }[]
  supports: Pick<Supports, 'fact' | 'supports'>[]
  /** Facts without support. */
  unsupported: string[]
}

export interface FindingRow {
  kind: 'case' | 'activity' | 'device' | 'recording' | 'hand-over' | 'unit' | 'place' | 'special-need'
  /** Of a case alone. */
  caseId?: string
  /** The page of what it is of. */
  link: string
  subject: string
  subjectEn?: string
  number?: string
  duty: string
  article: string
  severity: string
  state: string
  raisedAt: string
  /** The duty's title; absent in the list of one article. */
  what?: string
  whatEn?: string
  /** Where the server knows by when. */
  due?: string
  /** When the rules can next say something else of the case, without anybody doing anything. */
  nextChangeAt?: string
}
