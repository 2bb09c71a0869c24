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
  return { ...template, cases, numbered: number !== 'none' }
})

const open = { 'SQ-M-12.p2': 1, 'SQ-M-7.6': 2, 'SQ-M-21': 1 }
const worked = { 'SQ-M-12.p2': 4, 'SQ-M-7.6': 2, 'SQ-M-21': 6 }
const rules = { 'SQ-M-12.p2': ['AlterationsMarked'], 'SQ-M-21': ['StoredInTime'], 'SQ-M-7.6': ['StageComplete.Investigation'] }

const article = ({ id, title, titleEn, duty, dutyEn, status, reason, reasonEn, from, keys: named = [] }) => ({
  id, title, titleEn, duty, dutyEn, status, reason, reasonEn, from,
  keys: [].concat(named).map((key) => ({ key, title: keys[key]?.title ?? key, titleEn: keys[key]?.en, value: profile[key]?.[0]?.value ?? 'notStated' })),
  rules: rules[id] ?? [], cases: worked[id] ?? 0, findings: open[id] ?? 0,
})

const texts = names('articles/')
  .filter((name) => name.startsWith('SQ-'))
  .map((name) => read(`articles/${name}`))
  .map(({ text, title, titleEn, articles }) => ({ text, title, titleEn, articles: articles.map(article) }))

const national = [
  {
    text: 'CN-penalty', title: '中华人民共和国行政处罚法', titleEn: 'Administrative Penalty Law',
    articles: [
      ['CN-penalty-60', '办案期限', 'Time for the decision', '自立案之日起九十日内作出决定。', 'A decision within ninety days of the opening.'],
      ['CN-penalty-61', '送达期限', 'Time for service', '宣告后当场交付；当事人不在场的，七日内送达。', 'Handed over at once, or served within seven days.'],
    ].map(([id, title, titleEn, duty, dutyEn]) => article({ id, title, titleEn, duty, dutyEn, status: 'encoded', from: '2021-07-15' })),
  },
]

export const law = { agency: 'SQ', profile: { digest: `sha256:${'3f9a'.repeat(16)}`, from: '2023-12-04' }, texts, national }
const every = [...texts, ...national].flatMap((text) => text.articles)

export function articleView(id, findings) {
  const found = every.find((one) => one.id === id)
  if (!found) return undefined
  const cases = Array.from({ length: found.cases }, (_, i) => ({ name: `${found.title} ${i + 1}`, firing: i % 2 === 0 }))
  return { ...found, cases, findings: findings.filter((finding) => finding.article === id) }
}

export const checklistTable = ['initiation', 'investigation', 'decision', 'service'].flatMap((table, i) =>
  (profile[`record.${table}.required`]?.[0]?.value ?? []).map(({ word, article: cited, contents }) => ({
    stage: ['initiation', 'investigation', 'reviewDecision', 'serviceExecution'][i], item: word, article: [].concat(cited)[0], contents: [].concat(contents ?? []),
  })),
)
