// TEST DATA ONLY: blanks with numbers and scanned piles, as far as the pages need them.
import { readFileSync } from 'node:fs'
import { agency } from './mock-data.mjs'
import { doc } from './mock-cases.mjs'
import { templates } from './mock-law.mjs'

const PAPER = readFileSync(new URL('media/paper.pdf', import.meta.url))
const ok = (value) => ({ status: 200, value })
const problem = (status, code, title, titleEn, next, nextEn) => ({ status, value: { status, code, title, titleEn, detail: '', detailEn: '', next, nextEn } })

/** Answers what is about blanks and piles; nothing for other addresses. */
export function paperEndpoints(cases, { path, query, method, body, bytes }) {
  const [, , area, id, what] = path.split('/')
  if (area === 'cases' && what === 'pile') return pile(cases, query, bytes)
  if (area !== 'blanks') return undefined
  if (!id) return ok({ items: templates.filter((one) => one.onSite).map(({ id: template, title, titleEn }) => ({ template, title, titleEn, word: '检' })) })
  if (what === 'paper') return { pdf: PAPER }
  const all = (cases.blanks[id] ??= [])
  if (method === 'POST') cases.asked.push({ act: `${what}-blanks`, body })
  if (what === 'issue') for (let i = 0; i < body.count; i++) all.unshift(blank(all.length + 1, body))
  if (what === 'void') {
    const one = all.find((each) => each.number === body.number)
    if (one.state !== 'out') return problem(409, 'number-not-a-blank', `${body.number} 号不是未使用的空白文书。`, `Number ${body.number} is no blank that can still be used.`, '请核对纸面上的文号。', 'Check the number on the paper.')
    Object.assign(one, { state: 'voided', reason: body.reason })
  }
  const year = Number(query.get('year') ?? new Date().getFullYear())
  return ok({ word: '检', year, given: all.length, items: year === new Date().getFullYear() ? all : [] })
}

const blank = (number, { unit, to }) => ({
  number, written: `双市监检〔2026〕${number}号`, document: `00000000-0000-4000-8000-00000000b${String(number).padStart(3, '0')}`, unitName: agency.units.find((one) => one.code === unit).name,
  toName: agency.people.find((one) => one.id === to).name, issuedAt: new Date().toISOString(), state: 'out',
})

/** One that fits, one with a page missing, one of somebody else, a sheet without a code. */
function pile(cases, query, bytes) {
  if (!bytes.includes('%PDF-')) return problem(415, 'file-type', '第 1 个文件“x.txt”：不支持这种文件', 'File 1 “x.txt”: This kind of file is not taken', '请另存为 PDF 或者图片后重新上传。', 'Save it as PDF or picture and upload it again.')
  const keep = query.get('keep') === 'true'
  cases.asked.push({ act: 'pile', body: { keep } })
  const one = (more) => ({ version: 1, places: [], missing: [], doubled: [], ...more })
  return ok({
    sheets: 6, version: 42, foreign: [6],
    documents: [
      one({ document: doc(3), title: '现场检查（勘验）笔录', titleEn: 'Inspection record', pages: 2, places: [3, 1], standing: keep ? 'filed' : 'fits' }),
      one({ document: doc(5), title: '询问笔录', titleEn: 'Inquiry record', pages: 3, places: [4, 2], missing: [2], standing: 'incomplete' }),
      one({ pages: 1, places: [5], standing: 'notExpected' }),
    ],
  })
}
