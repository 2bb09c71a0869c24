import type { SceneReceipt } from '../proof/sceneReceipt'
import type { Finding, Missing, Word } from './caseTypes'

/** Times are instants in UTC, as everywhere. */
export interface Span {
  from: string
  to: string
}

export interface Point {
  point: string
  title: string
  titleEn: string
}

/** A row of the agency's items list, or ours where the agency has not confirmed one. */
export interface Item {
  act: string
  title: string
  titleEn: string
  contents?: string
  contentsEn?: string
  must: boolean
  source: 'article' | 'default'
  article?: string
  means: string[]
  start: Point
  end: Point
}

/** A step of an act and what is said at it; with an article where the agency's text prescribes the words. */
export interface SpokenStep {
  step: string
  title: string
  titleEn: string
  article?: string
  phrases: { text: string; acts: string[] }[]
}

/** GET /api/phrase-guide: the newest version, or what the product proposes. */
export interface PhraseGuide {
  article?: string
  inForce?: number
  today: string
  next: number
  proposed: boolean
  steps: SpokenStep[]
  versions: { number: number; from: string; by: string; issuedAt: string }[]
  mayIssue: boolean
}

export interface ItemsList {
  /** What is said on site; without a number it is what the product proposes, and nobody has confirmed it. */
  phrases?: { number?: number; from?: string; article?: string; steps: SpokenStep[] }
  items: Item[]
  announcement?: { text: string; article: string }
  grounds: { ground: string; title: string; titleEn: string; article: string }[]
  /** Grounds on which recordings may be handed in later; none where the text knows no exception. */
  delayGrounds: string[]
  causes: { cause: string; title: string; titleEn: string }[]
  focus: (Word & { article: string; onViolation?: boolean })[]
  introduction: string[]
  /** Where the text wants a recorder worn. */
  wear?: { positions: string[]; handheld: boolean; article: string }
}

export type ActivityStanding = 'planned' | 'running' | 'ended' | 'closed' | 'cancelled'

export interface ActivityRow {
  id: string
  act: string
  title: string
  titleEn: string
  place: string
  unit: string
  unitName: string
  officers: string[]
  case?: string
  plannedFrom?: string
  startedAt?: string
  endedAt?: string
  state: ActivityStanding
  /** The kind of secret that kept it from being recorded. */
  secret?: string
  recordings: number
  coveredMillis?: number
  lengthMillis?: number
  findings: number
}

export interface ActivityRowPage {
  items: ActivityRow[]
  total: number
  mostCounted: number
  page: number
  size: number
}

export interface Segment extends Span {
  recording: string
  name: string
  kind: string
  uncertaintyMillis: number
}

export interface Mark {
  kind: 'certificateShown' | 'announced' | 'introduced' | 'focus' | 'notApplicable'
  at?: string
  words: string[]
  toWhom?: string
  by: string
}

/** A receipt that a party took along from the scene. */
export interface LodgedReceipt {
  receipt: SceneReceipt
  digest: string
  code: string
  lodgedAt: string
}

/** An article of a list, and when it is to be seen. */
export interface ShownArticle {
  document?: string
  name: string
  quantity?: string
  state?: string
  at: string
  by: string
}

export interface Activity {
  id: string
  version: number
  asAt?: string
  act: string
  title: string
  titleEn: string
  item: Item
  weights: string[]
  place: string
  /** The place of the register where it is held. */
  heldAt?: string
  unit: string
  unitName: string
  officers: { id: string; name: string; certificate?: string }[]
  devices: { id: string; number: string; kind?: string; serial?: string }[]
  planned?: Span
  startedAt?: string
  endedAt?: string
  marks: Mark[]
  violationFound: boolean
  interruptions: { time: Span; cause: string; text?: string; spoken: boolean; by: string }[]
  givenUp?: { stoppedAt: string; cause: string; unrecorded: string; reports: { to: string; person: string; at: string; how: string }[]; statement: { officer: string; at: string }[] }
  exemption?: { ground: string; facts: string; secret?: string; by: string; workRecord?: { reason: string; basis: string; to: string; submittedAt: string; acknowledgedAt?: string } }
  reasons: Record<string, string>
  defects: { missing: string; why: string; by: string[] }[]
  cancelled?: string
  /** The version of what is said that was in force when it began, and its words for this act. */
  guide?: { number: number; from: string }
  phrases?: SpokenStep[]
  necessity?: string
  exemptionCause?: { cause: string; earlier: string[] }
  articles: ShownArticle[]
  /** Articles of the linked lists. */
  listed: Omit<ShownArticle, 'at' | 'by'>[]
  recordings: (Segment & { worn?: string; device: string; number: string; sha256?: string; sizeBytes?: number })[]
  receipts: LodgedReceipt[]
  documents: { id: string; case: string; title: string; from?: string; to?: string; partySigned?: string[] }[]
  state: ActivityStanding
  findings: Finding[]
  blocks: Missing[]
  may: string[]
  people: Record<string, string>
}

export interface Hole extends Span {
  slackMillis: number
  edge: 'begin' | 'middle' | 'end' | 'whole'
  explained: boolean
}

/** What of an activity was recorded. */
export interface Coverage {
  from?: string
  to?: string
  gapMillis: number
  lanes: { device: string; number: string; officer?: string; segments: Segment[] }[]
  holes: Hole[]
  coveredMillis: number
  documents: (Span & { id: string; title: string })[]
  marks: { kind: Mark['kind']; at: string }[]
}
