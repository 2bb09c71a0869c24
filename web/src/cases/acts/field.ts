import type { TemplateField } from '../../http/lawTypes'

/** One field of a form about a case: of a document's template or of an act. */
export interface Field {
  /** Where the value goes; a dot goes into a nested object. */
  name: string
  type: string
  required?: boolean
  many?: boolean
  /** The fields of a row. */
  columns?: Field[]
  /** Words of a choice, and the list of the locale files that has their names. */
  words?: readonly string[]
  terms?: string
  /** The name of its label, where the last part of `name` is not it. */
  label?: string
  /** Labels and words that the server sends. */
  own?: TemplateField
  /** Of a registered person in a row: the column that takes the person's name, so that nobody types what the register knows. */
  fills?: string
  /** Of a person: everybody of the register, not the officers alone. */
  anyone?: boolean
  /** Stands in the address and not in what is sent. */
  inAddress?: boolean
  /** Asked for only while this holds. */
  when?: (values: Values) => boolean
}

/** What has been filled in: plain values, by the whole name of the field. */
export type Values = Record<string, unknown>

const LISTS = new Set(['texts', 'officers', 'documents', 'recordings', 'articles', 'items', 'signers', 'attendees', 'receipts', 'supports', 'dialogue', 'files'])

export function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The body of an act: what is empty is left out, but lists and flags are always there. */
export function bodyOf(fields: readonly Field[], values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    if (field.inAddress) continue
    if (field.when && !field.when(values)) {
      if (LISTS.has(field.type)) place(body, field.name, [])
      continue
    }
    const value = cleaned(field, values[field.name])
    if (value !== undefined) place(body, field.name, value)
  }
  return body
}

function cleaned(field: Field, value: unknown): unknown {
  if (field.type === 'hidden') return value ?? undefined // an empty word of an id is a word
  if (field.type === 'yesNo' && field.required) return value === true
  if (LISTS.has(field.type) || (field.type === 'choice' && field.many)) {
    const list = Array.isArray(value) ? value.filter((item) => !isEmpty(item)) : []
    return field.columns ? list.map((row) => bodyOf(field.columns!, row as Values)) : list
  }
  if (isEmpty(value)) return undefined
  return typeof value === 'string' ? value.trim() || undefined : value
}

function place(body: Record<string, unknown>, name: string, value: unknown): void {
  const path = name.split('.')
  let at = body
  for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>
  at[path.at(-1)!] = value
}

function rowLacks({ columns }: Field, rows: unknown): boolean {
  return columns !== undefined && Array.isArray(rows) && rows.some((row) => unfilled(columns, row as Values).some((column) => column.type !== 'hidden'))
}

/** What a person still has to fill in before the form can be sent; whether it is enough is the server's to say. */
export function unfilled(fields: readonly Field[], values: Values): Field[] {
  return fields.filter((field) => (!field.when || field.when(values)) && ((field.required && field.type !== 'yesNo' && isEmpty(values[field.name])) || rowLacks(field, values[field.name])))
}
