// TEST DATA ONLY: the HTTP contract of cases, as far as the pages need it.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { agency } from './mock-data.mjs'
import { CASE, dayOf, doc, formOf, mayOf, missing, when } from './mock-cases.mjs'
import { articleView, law, templates } from './mock-law.mjs'
import { paperEndpoints } from './mock-papers.mjs'

const PAPER = readFileSync(new URL('media/paper.pdf', import.meta.url))

/** Answers what is about cases and the law; nothing for other addresses. */
export function caseEndpoints(world, cases, session, { path, url, method, body, headers, bytes }) {
  const query = url.searchParams
  const about = paperEndpoints(cases, { path, query, method, body, bytes })
  if (about) return about
  if (path === '/api/cases') return ok(list(world, cases, query))
  if (path === '/api/templates') return ok({ items: templates.filter((one) => !query.get('kind') || one.cases.includes(query.get('kind'))) })
  if (path === '/api/findings') return ok({ items: world.empty ? [] : cases.findings() })
  if (path === '/api/law') return ok(law)
  if (path === '/api/law/rehearsals') return body.profile.includes('PT') ? ok(rehearsal()) : problem(422, 'malformed', '规则草案无法读取', '第 1 行第 1 列：不认识的键。', 'The draft cannot be read', 'Line 1, column 1: unknown key.')
  if (path.startsWith('/api/law/articles/')) {
    const article = articleView(path.split('/')[4], cases.findings())
    return article ? ok(article) : problem(404, 'no-such-article', '没有这一条', '请核对条款编码。', 'No such article', 'Check the id.')
  }
  const [, , area, id, part, ...rest] = path.split('/')
  if (area !== 'cases') return undefined
  if (part === 'acts') return act(cases, session, id, rest[0], body, headers)
  const file = cases.all.get(id)
  if (!file) return problem(404, 'no-such-case', '没有这个案件', '请核对案号。', 'There is no such case', 'Check the number.')
  if (!part) return ok(view(file, session, query.get('asAt')))
  if (part === 'trace' || part === 'differences') return ok({ items: trace(file).filter((one) => between(one, query)) })
  if (part === 'prefill') return ok({ values: prefill(file, rest[0]) })
  if (part === 'pictures' || part === 'attachments') return (cases.uploaded.push(bytes), ok({ digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, pages: 1 }))
  if (part === 'documents') return documentEndpoint(cases, file, session, rest, { query, method, body })
  return undefined
}

function list(world, cases, query) {
  const one = (name) => query.get(name) ?? ''
  let found = world.empty ? [] : cases.rows()
  for (const name of ['kind', 'unit', 'stage']) if (one(name)) found = found.filter((row) => row[name] === one(name))
  if (one('state')) found = found.filter((row) => (one('state') === 'findings' ? row.findings > 0 : row.status === one('state')))
  if (one('handler')) found = found.filter((row) => row.people.includes(one('handler')))
  if (one('article')) found = found.filter((row) => row.findings > 0)
  if (one('q')) found = found.filter((row) => `${row.number ?? ''}${row.subject}${row.party ?? ''}`.includes(one('q')))
  if (one('from')) found = found.filter((row) => row.openedAt >= one('from'))
  if (one('to')) found = found.filter((row) => row.openedAt.slice(0, 10) <= one('to'))
  const by = one('sort') || 'changedAt'
  found = [...found].sort((a, b) => (a[by] < b[by] ? 1 : -1) * (one('order') === 'asc' ? -1 : 1))
  const [page, size] = [Number(one('page')) || 0, Number(one('size')) || 50]
  return { items: found.slice(page * size, (page + 1) * size).map(({ people, ...row }) => row), total: found.length, mostCounted: 10_000, page, size }
}

function view(file, session, asAt) {
  const own = { ...file, documents: file.documents.map(({ values, ...plain }) => plain), may: mayOf(session.roles) }
  if (!asAt) return own
  const known = (at) => !at || at <= asAt
  return {
    ...own, asAt, documents: own.documents.filter((one) => known(one.draftedAt)), recordings: file.recordings.filter((one) => known(one.endedAt)), findings: file.findings.filter((one) => known(one.raisedAt)),
    services: file.services.filter((one) => known(one.facts.at)), stages: file.stages.map((one) => (one.enteredOn && one.enteredOn <= asAt ? one : { stage: one.stage })),
  }
}

function trace(file) {
  const person = { name: '张三', role: 'officer', kind: 'person' }
  const system = { name: 'registry', role: 'system', kind: 'system' }
  const one = (type, days, data, actor = person, late = 0) => ({ type, occurredAt: when(days), recordedAt: when(days, late), actor, data })
  return [
    one('CaseOpened', -45, { subject: file.subject, handlers: ['p1', 'p4'] }), one('SourceStated', -45, { source: { cause: file.source?.cause ?? '' } }), one('PartyNamed', -44, { party: { name: '双桥区惠民食品超市' } }),
    one('ApprovalRequested', -44, { proposal: { proposal: '立案' } }), one('OpinionGiven', -43, { opinion: '同意立案。' }, { name: '李四', role: 'personInCharge', kind: 'person' }), one('StageEntered', -43, {}),
    one('CertificatesShown', -40, { toWhom: '周建国', how: '进店后当场出示' }), one('DocumentDrafted', -40, { title: '现场检查笔录' }), one('DocumentSigned', -40, { signature: { name: '周建国' } }), one('MeasureTaken', -40, { place: '经营场所冷柜' }),
    one('RecordingFiled', -39, { recording: { remark: '现场检查全程' } }, person, 9), one('DefectStated', -38, { missing: '当事人没有在抽样记录上签名。', why: '当事人中途离店。' }), one('FindingRaised', -8, {}, system),
    one('FindingExplained', -6, { text: '检验机构尚未出具报告。' }), one('TextAltered', -5, { places: [{ before: '3 月 2 日', after: '3 月 3 日' }] }), one('ServiceRecorded', -4, { facts: { refusalReason: '负责人拒绝签收' } }),
  ].map((item, i) => ({ version: i + 1, leafIndex: 120_400 + i * 7, ...item }))
}
function between(item, query) {
  const [from, to] = [query.get('from'), query.get('to') ?? query.get('asAt')]
  return (!from || item.recordedAt > from) && (!to || item.recordedAt <= to)
}

function prefill(file, name) {
  const known = {
    'case.subject': file.subject, 'case.number': file.number, 'case.party.name': file.parties[0]?.name, 'case.party.address': file.parties[0]?.address, 'case.party.representative': file.parties[0]?.representative,
    'case.party.phone': file.parties[0]?.phone, 'case.source': file.source?.cause, 'agency.name': agency.name,
  }
  const values = {}
  for (const field of templates.find((one) => one.id === name)?.fields ?? []) {
    if (known[field.from]) values[field.name] = { is: 'text', text: known[field.from] }
    if (field.from === 'case.handlers') values[field.name] = { is: 'officers', people: file.handlers.map((one) => one.id) }
    if (field.from === 'case.recordings' && file.recordings.length) values[field.name] = { is: 'refs', refs: file.recordings.map((one) => one.recording) }
  }
  return values
}

function documentEndpoint(cases, file, session, [documentId, what], { query, method, body }) {
  const document = file.documents.find((one) => one.id === documentId)
  if (!document) return problem(404, 'no-such-document', '没有这份文书', '可能已移走。', 'No such document', 'It may have moved.')
  const key = `${session.person.id} ${documentId}`
  if (what === 'typing') {
    if (method === 'PUT') return (cases.typing.set(key, { values: body.values, savedAt: new Date().toISOString() }), none())
    if (method === 'DELETE') return (cases.typing.delete(key), none())
    return cases.typing.has(key) ? ok(cases.typing.get(key)) : none()
  }
  if (what === 'paper') return { pdf: PAPER }
  if (!what) {
    const fields = templates.find((one) => one.id === document.template).fields
    const values = Object.keys(document.values).length ? document.values : prefill(file, document.template)
    const versions = document.phase.is === 'draft' ? [] : [{ version: 1, digest: document.phase.digest, at: document.phase.at ?? document.draftedAt, phase: document.phase.is }]
    const formChange = cases.changedForms.get(document.template)
    const unsupported = document.template === 'penalty-decision' ? ['当事人明知食品超过保质期仍上架销售'] : []
    return ok({ ...document, values, fields, onSite: templates.find((one) => one.id === document.template).onSite, ...(formChange ? { formChange } : {}), versions, supports: file.supports.filter((one) => one.document === documentId).map(({ fact, supports }) => ({ fact, supports })), unsupported })
  }
  cases.asked.push({ act: what, body })
  file.version++
  if (what === 'lock') {
    document.phase = { is: 'locked', version: 1, digest: `sha256:${'b7'.repeat(32)}`, pages: 2, sizeBytes: PAPER.length }
    return ok({ version: file.version, pages: 2, unprintable: [] })
  }
  if (what === 'number') document.number = '双市监询〔2026〕019号'
  if (what === 'seal') document.seal = { issuedOn: body.issuedOn, onPaper: false }
  if (what === 'scan') document.scan = { scan: `sha256:${'c3'.repeat(32)}`, pages: 2 }
  if (what === 'alter') {
    document.values = body.values
    document.alterations.push({ place: document.alterations.length + 1, field: 'subject', before: '旧', after: '新' })
  }
  return ok({ version: file.version, findings: 3 })
}

function act(cases, session, id, name, body, headers) {
  cases.asked.push({ act: name, body, key: headers['idempotency-key'] })
  if (name === 'open-case') {
    if (body.handlers.length < 2)
      return refuse([missing('officer.atLeastTwo', 'SQ-M-7.1', '承办人少于两人。', 'Fewer than two handlers.', '请再指定一名持有有效执法证的人员。', 'Name one more officer with a valid certificate.')])
    cases.open(id, body)
    return ok({ version: 1, findings: 0 })
  }
  const file = cases.all.get(id)
  if (!file) return problem(404, 'no-such-case', '没有这个案件', '请核对案号。', 'There is no such case', 'Check the number.')
  const document = file.documents.find((one) => one.id === body.document)
  if (headers['if-match'] && headers['if-match'] !== `"${file.version}"`) return problem(412, 'overtaken', '案件已被他人更新', '您填写的内容已保留。', 'Somebody else was faster', 'What you typed is kept.')
  const stated = (one) => file.defects.some((defect) => defect.duties.includes(one.duty))
  if (name === 'end-case' && file.blocks.end.some((one) => one.blocks && !stated(one))) return refuse(file.blocks.end.filter((one) => !stated(one)))
  if (name === 'finalise-document' && document.signatures.length === 0)
    return refuse([missing('document.sign.party', 'SQ-M-12', '当事人还没有签名。', 'The party has not signed.', '请当事人签名，或注明拒绝签名。', 'Have the party sign, or note the refusal.')])
  if (name === 'draft-document') {
    file.documents.push({ id: body.document, ...formOf(templates.find((one) => one.id === body.template)), phase: { is: 'draft', versions: 0 }, signatures: [], alterations: [], alterationMarks: [], pageMarks: [], refusals: [], opinions: [], draftedAt: new Date().toISOString(), defective: false, values: body.values })
  }
  if (name === 'save-draft') document.values = body.values
  if (name === 'void-document') document.phase = { is: 'voided', reason: body.reason }
  if (name === 'sign-document') document.signatures.push(body.signature)
  if (name === 'mark-alteration') document.alterationMarks.push({ place: body.place, kind: body.kind, picture: body.picture })
  if (name === 'finalise-document') document.phase = { ...document.phase, is: 'final', at: new Date().toISOString() }
  if (name === 'unlock-text') document.phase = { is: 'draft' }
  if (name === 'state-defect') file.defects.push({ ...body, by: body.by.map((one) => file.people[one]), on: dayOf(0) })
  if (name === 'declare-item') {
    const line = file.checklist.find((one) => one.stage === body.item.stage && one.item === body.item.item)
    line.standing = { is: 'declared', declaration: { declaration: body.declaration, ground: body.ground, by: session.person.id, on: dayOf(0) } }
  }
  if (name === 'record-service' && !file.services.some((one) => one.id === body.service)) file.services.push({ id: body.service, facts: body.facts, outcome: { is: 'pending' } })
  if (name === 'explain-finding') Object.assign(file.findings.find((one) => one.duty === body.finding.duty), { state: 'explained', explained: { text: body.text, evidence: body.evidence, by: session.person.id } })
  if (name === 'end-case') file.status = { is: 'ended', ground: body.ground, on: body.on }
  file.version++
  return ok({ version: file.version, findings: 3 })
}

function rehearsal() {
  return { cases: 128, newly: [{ kind: 'refusal', article: 'SQ-M-12.p2', duty: 'document.alteration.mark', count: 7, cases: [{ id: CASE, subject: '涉嫌经营超过保质期的食品案' }] }, { kind: 'finding', article: 'SQ-M-7.6', duty: 'case.stageChecklist.investigation', count: 2, cases: [{ id: CASE, subject: '涉嫌经营超过保质期的食品案' }] }], gone: [] }
}

const ok = (value) => ({ status: 200, value })
const none = () => ({ status: 204 })
const problem = (status, code, title, detail, titleEn, detailEn, more = {}) => ({ status, value: { type: 'about:blank', status, code, title, detail, titleEn, detailEn, ...more } })
const refuse = (all) => problem(422, 'incomplete', '还不能办理', all[0].what, 'Not possible yet', all[0].whatEn, { next: all[0].wayOut, nextEn: all[0].wayOutEn, missing: all })

export { CASE, doc }
