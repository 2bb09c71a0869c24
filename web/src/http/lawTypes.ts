/** The law as the server tells it: articles, keys, templates, rehearsals. */
import type { FindingRow, Word } from './caseTypes'

export interface TemplateField {
  name: string
  title: string
  titleEn: string
  type: string
  required?: boolean
  many?: boolean
  words?: Word[]
  columns?: TemplateField[]
  from?: string
}

export interface Template {
  id: string
  title: string
  titleEn: string
  kind: string
  stage?: string
  volume: string
  records: string[]
  numbered: boolean
  approval?: string
  served: boolean
  /** Whether blanks of it are handed out. */
  onSite: boolean
  signatures: { as: string; count: number }[]
  seal: boolean
  fields: TemplateField[]
}

/** A value of a document's field, told apart by `is`. */

export interface LawKey {
  key: string
  title: string
  titleEn: string
  standing: 'stated' | 'notStated' | 'default'
  /** As a profile writes it; empty where none is stated. */
  value: string
  feature?: string
}

export interface LawArticle {
  id: string
  title: string
  titleEn?: string
  duty: string
  dutyEn: string
  status: string
  reason?: string
  reasonEn?: string
  from?: string
  keys: LawKey[]
  rules: string[]
  /** How many worked cases. */
  cases: number
  /** How many findings stand open now. */
  findings: number
}

export interface LawText {
  text: string
  title: string
  titleEn?: string
  articles: LawArticle[]
}

export interface LawIndex {
  agency: string
  /** `from`: the day from which articles count whose text prints none. */
  profile: { digest: string; from?: string }
  texts: LawText[]
  national: NationalLimit[]
}

/** A limit of a national law, under every agency. */
export interface NationalLimit {
  key: string
  title: string
  titleEn: string
  articles: string[]
  value: string
  source?: string
  /** Whether the legal section has yet to confirm it. */
  confirm: boolean
  /** How many worked cases its articles have, and how many findings stand open under them now. */
  cases: number
  findings: number
}

export interface ArticleView {
  article: LawArticle
  cases: { name: string; firing: boolean }[]
  /** Why no worked case finds it, where none can. */
  noCase?: string
  noCaseEn?: string
  findings: Pick<FindingRow, 'kind' | 'link' | 'subject' | 'subjectEn' | 'number' | 'duty' | 'state' | 'raisedAt' | 'due'>[]
  /** The official words, where the agency has loaded them. */
  wording?: string
}

export interface Rehearsal {
  /** How many cases were gone through. */
  cases: number
  newly: RehearsalLine[]
  gone: RehearsalLine[]
}

export interface RehearsalLine {
  kind: 'refusal' | 'finding'
  article: string
  duty: string
  count: number
  cases: { id: string; subject: string }[]
}
