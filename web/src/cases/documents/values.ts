import type { FieldValue, FieldValues } from '../../http/caseTypes'
import type { TemplateField } from '../../http/lawTypes'
import { isEmpty, type Field, type Values } from '../acts/field'

/** The form's field of a template's field. */
export function fieldOf(field: TemplateField): Field {
  return {
    name: field.name,
    type: field.type,
    own: field,
    ...(field.required ? { required: true } : {}),
    ...(field.many ? { many: true } : {}),
    ...(field.words ? { words: field.words.map((word) => word.word) } : {}),
    ...(field.columns ? { columns: field.columns.map(fieldOf) } : {}),
  }
}

/** What the form shows for what the document holds. */
export function plain(fields: readonly TemplateField[], values: FieldValues): Values {
  return Object.fromEntries(fields.filter((field) => values[field.name]).map((field) => [field.name, plainOne(field, values[field.name]!)]))
}

function plainOne(field: TemplateField, value: FieldValue): unknown {
  switch (value.is) {
    case 'words':
      return field.many ? value.words : (value.words as string[])[0]
    case 'refs':
      return field.type === 'document' ? (value.refs as string[])[0] : value.refs
    case 'rows':
      return (value.rows as FieldValues[]).map((row) => plain(field.columns ?? [], row))
    case 'text':
      return value.text
    case 'time':
      return value.at
    case 'day':
      return value.day
    case 'whole':
      return value.number
    case 'money':
      return value.yuan
    case 'yesNo':
      return value.yes
    case 'person':
      return value.person
    case 'officers':
      return value.people
    case 'dialogue':
      return value.exchanges
    default:
      return undefined
  }
}

/** What has no field in the form, or none that takes it. */
export function unfit(fields: readonly TemplateField[], values: FieldValues, told: readonly string[] = []): FieldValues {
  const names = new Set(fields.map((field) => field.name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name) || told.includes(name)))
}

/** What a value says, for somebody who is to copy it by hand. */
export function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).filter(Boolean).join('\n')
  if (value && typeof value === 'object')
    return Object.entries(value)
      .filter(([part]) => part !== 'is')
      .map(([, inner]) => said(inner))
      .filter(Boolean)
      .join('\n')
  return value == null ? '' : String(value)
}

/** What the document is to hold of what the form shows; empty is absent. */
export function valued(fields: readonly TemplateField[], values: Values): FieldValues {
  const filled: FieldValues = {}
  for (const field of fields) {
    const value = valuedOne(field, values[field.name])
    if (value) filled[field.name] = value
  }
  return filled
}

function valuedOne(field: TemplateField, value: unknown): FieldValue | undefined {
  if (isEmpty(value)) return undefined
  const listed = (Array.isArray(value) ? value : [value]).filter((one) => !isEmpty(one))
  switch (field.type) {
    case 'time':
      return { is: 'time', at: value }
    case 'day':
      return { is: 'day', day: value }
    case 'number':
      return { is: 'whole', number: value }
    case 'money':
      return { is: 'money', yuan: String(value).trim() }
    case 'choice':
      return listed.length ? { is: 'words', words: listed } : undefined
    case 'yesNo':
      return { is: 'yesNo', yes: value }
    case 'person':
      return { is: 'person', person: value }
    case 'officers':
      return listed.length ? { is: 'officers', people: listed } : undefined
    case 'items': {
      const rows = listed.map((row) => valued(field.columns ?? [], row as Values)).filter((row) => Object.keys(row).length)
      return rows.length ? { is: 'rows', rows } : undefined
    }
    case 'dialogue': {
      const exchanges = (listed as { question: string; answer: string }[]).filter((one) => one.question.trim() || one.answer.trim())
      return exchanges.length ? { is: 'dialogue', exchanges } : undefined
    }
    case 'document':
    case 'documents':
    case 'recordings':
    case 'articles':
      return listed.length ? { is: 'refs', refs: listed.map((one) => String(one).trim()) } : undefined
    default:
      return { is: 'text', text: String(value) }
  }
}
