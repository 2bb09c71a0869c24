// TEST DATA ONLY: the law of law/ as the server would tell it, and the library of documents.
import { readFileSync, readdirSync } from 'node:fs'
import { readYaml } from './small-yaml.mjs'

const LAW = new URL('../../law/', import.meta.url)
const read = (path) => readYaml(readFileSync(new URL(path, LAW), 'utf8'))
const names = (folder) => readdirSync(new URL(folder, LAW)).filter((name) => name.endsWith('.yaml'))

const keys = read('keys.yaml')
const profile = read('profiles/SQ.yaml')
const order = readFileSync(new URL('templates.yaml', LAW), 'utf8').match(/(?<=^- ).+$/gm)

export const templates = order.map((id) => {
  const { number, cases, source, copies, onSite, secrecy, ...template } = read(`templates/${id}.yaml`)
  return { ...template, cases, onSite: onSite === true || onSite === 'true', numbered: number !== 'none' }
})

const open = { 'SQ-M-12.p2': 1, 'SQ-M-7.6': 2, 'SQ-M-21': 1 }
const worked = { 'SQ-M-12.p2': 4, 'SQ-M-7.6': 2, 'SQ-M-21': 6 }
const rules = { 'SQ-M-12.p2': ['AlterationsMarked'], 'SQ-M-21': ['StoredInTime'], 'SQ-M-7.6': ['StageComplete.Investigation'] }

/** As the server writes a value: words and lists in one line. */
const written = (value) =>
  Array.isArray(value) ? value.map(written).join(', ')
  : value && typeof value === 'object' ? `${value.word}${value.contents ? `[${[].concat(value.contents).join(', ')}]` : ''}`
  : String(value)
const answer = (value) => (value === undefined || value === 'notStated' ? { standing: 'notStated', value: '' } : { standing: 'stated', value: written(value) })

const article = ({ id, title, titleEn, duty, dutyEn, status, reason, reasonEn, from, keys: named = [] }) => ({
  id, title, titleEn, duty, dutyEn, status, reason, reasonEn, from,
  keys: [].concat(named).map((key) => ({ key, title: keys[key]?.title ?? key, titleEn: keys[key]?.en ?? key, ...answer(profile[key]?.[0]?.value) })),
  rules: rules[id] ?? [], cases: worked[id] ?? 0, findings: open[id] ?? 0,
})

const texts = names('articles/')
  .filter((name) => name.startsWith('SQ-'))
  .map((name) => read(`articles/${name}`))
  .map(({ text, title, titleEn, articles }) => ({ text, title, titleEn, articles: articles.map(article) }))

const national = [
  { key: 'national.penalty.decideWithin', title: '处罚决定期限', titleEn: 'Time for the penalty decision', articles: ['CN-penalty-60'], value: 'P90D', source: '中华人民共和国行政处罚法（2021年修订）', confirm: true, cases: 2, findings: 1 },
  { key: 'national.penalty.serveWithin', title: '处罚决定书送达期限', titleEn: 'Time to serve the penalty decision', articles: ['CN-penalty-61'], value: 'P7D working', source: '中华人民共和国行政处罚法（2021年修订）', confirm: true, cases: 2, findings: 0 },
]

export const law = { agency: 'SQ', profile: { digest: `sha256:${'3f9a'.repeat(16)}`, from: '2023-12-04' }, texts, national }
const ofState = national.map((limit) => ({
  id: limit.articles[0], title: limit.source, duty: limit.title, dutyEn: limit.titleEn, status: 'encoded', keys: [{ ...limit, standing: 'stated' }], rules: ['PenaltyDecidedInTime'], cases: limit.cases, findings: limit.findings,
}))
const every = [...texts.flatMap((text) => text.articles), ...ofState]

export function articleView(id, findings) {
  const found = every.find((one) => one.id === id)
  if (!found) return undefined
  const cases = Array.from({ length: found.cases }, (_, i) => ({ name: `${found.title} ${i + 1}`, firing: i % 2 === 0 }))
  return { article: found, cases, findings: findings.filter((finding) => finding.article === id).map(({ what, whatEn, ...row }) => row) }
}

export const checklistTable = ['initiation', 'investigation', 'decision', 'service'].flatMap((table, i) =>
  (profile[`record.${table}.required`]?.[0]?.value ?? []).map(({ word, article: cited, contents }) => ({
    stage: ['initiation', 'investigation', 'reviewDecision', 'serviceExecution'][i], item: word, article: [].concat(cited)[0], contents: [].concat(contents ?? []),
  })),
)
