// TEST DATA ONLY: the HTTP contract of storing, handing over and filing recordings, as far as the pages need it.
import { agency, at, handIns, recordings } from './mock-data.mjs'
import { law } from './mock-law.mjs'

const who = (id) => ({ id, name: agency.people.find((one) => one.id === id)?.name ?? id })
const id = (n) => `00000000-0000-4000-8000-00000000000${n}`
const KEYS = [['enforcementUnit', '执法机构', 'Unit'], ['deviceNo', '设备编号', 'Device'], ['officer', '执法人员', 'Officer'], ['recordingDate', '记录日期', 'Day of recording']]
const GROUNDS = ['continuous', 'offsite', 'remote', 'onWater', 'poorTraffic']
const WORK = ['except-storing', 'claim-accident', 'file-without-case', 'explain-finding']
const KEEPING = ['hand-to-custodian', 'confirm-accident', 'deny-accident', 'assign-filing']
export const MONTH = '2026-03'

/** Who stands where with his recordings; the columns of the board follow from it. */
export class MockCustody {
  asked = []
  monthly = false
  kept = new Map()
  list = { version: 3, preparedAt: undefined, receivedAt: undefined, nothing: false, items: undefined }

  constructor() {
    const one = (n, ended, more) => this.kept.set(id(n), { completedAt: at(ended), uncertaintyMillis: 500, storedAt: at(-60), storedBy: at(ended + 1440), usedBy: who('p1'), unfiled: [], accident: undefined, findings: [], ...more })
    one(1, -180, { handedBy: at(177), unfiled: ['cause', 'party'], suggested: { officer: '张三、赵六', enforcementUnit: '执法一股' } })
    one(2, -200, { handedBy: at(-20), usedBy: who('p4'), findings: [finding(id(2), at(-20))], unfiled: ['party'], assigned: who('p3') })
    one(3, -1600, { handedBy: at(177), usedBy: who('p4'), findings: [finding(id(3), at(-160), 'recording.storeWithin', 'SQ-M-21', '超过二十四小时入库。', 'Stored after more than 24 hours.')] })
    one(4, -170, { handedBy: at(177), usedBy: undefined })
    one(5, -160, { accident: { claimedBy: who('p4'), reason: '出发前误按开机' }, handed: { custodian: who('p1'), from: who('p1'), at: at(-5) }, handedBy: at(177) })
  }

  answer(world, session, { path, url, method, body }) {
    if (path === '/api/law' && this.monthly) return ok(withMonthly())
    if (path === '/api/findings') return ok({ items: world.empty ? [] : [...world.cases.findings(), ...this.others(world)] })
    if (path === '/api/recordings-board') return ok(this.board(world, url.searchParams))
    if (path === '/api/recordings-received') return ok({ day: url.searchParams.get('day'), items: this.received(url.searchParams) })
    if (path === '/api/balance') return ok(balance(world, url.searchParams))
    if (path.startsWith('/api/hand-overs')) return this.monthly ? this.handOvers(session, path.split('/').slice(3), method, body) : problem(404, 'no-monthly-hand-over', '本机关没有每月移交', '制度没有这样的规定。', 'No monthly hand-over here', 'The text knows none.')
    if (method === 'POST' && (path === '/api/recordings/file-suggested' || path.startsWith('/api/recordings/acts/'))) return ok(this.together(path.split('/').at(-1), body, session))
    const [, , area, which, part, act] = path.split('/')
    if (area !== 'recordings' || !recordings.has(which)) return undefined
    if (part === 'storing') return ok(this.storing(which, session))
    if (part === 'acts') return this.act(which, act, body, session)
    return undefined
  }

  /** What stands open of activities, devices and recordings. */
  others(world) {
    const lines = (kind, link, subject, subjectEn, findings) => findings.map(({ duty, article, severity, state, raisedAt, due, what, whatEn }) => ({ kind, link, subject, subjectEn, duty, article, severity, state, raisedAt, due, what, whatEn }))
    return [
      ...[...world.activities.all.values()].flatMap((one) => lines('activity', `/activities/${one.id}`, `${one.title} · ${one.place}`, `${one.titleEn} · ${one.place}`, one.findings)),
      ...world.devices.all.flatMap((one) => lines('device', `/devices/${one.number}`, one.number, one.number, one.findings)),
      ...[...this.kept].flatMap(([which, kept]) => lines('recording', `/recordings/${which}`, recordings.get(which).name, recordings.get(which).name, kept.findings)),
    ]
  }

  storing(which, session) {
    const { suggested = {}, ...kept } = this.kept.get(which) ?? { uncertaintyMillis: 86_400_000, storedAt: at(-60), unfiled: [], findings: [] }
    const recording = recordings.get(which)
    const keys = [...KEYS, ['cause', '案由', 'Subject of the case'], ['party', '当事人', 'Party']].filter(([key]) => agency.classificationKeys.some((one) => one.key === key))
    return {
      id: which, version: recording.version, reports: [], ...kept, grounds: GROUNDS, ...(kept.storedBy ? { storedByArticle: 'SQ-M-21' } : {}), ...(kept.handedBy ? { handedByArticle: 'SQ-D-9' } : {}),
      ...(kept.usedBy ? { usedBy: { ...kept.usedBy, since: at(-300), until: at(-62) } } : {}), may: session.roles.includes('officer') ? [...WORK, ...KEEPING] : session.roles.includes('legalSection') ? ['judge-explanation'] : [],
      filedBy: keys.map(([key, title, titleEn]) => ({ key, title, titleEn, ...(key === 'party' ? {} : { article: 'LX-24.p2' }), value: recording.keys[key], suggested: suggested[key], missing: kept.unfiled.includes(key) })),
    }
  }

  act(which, act, body, session) {
    this.asked.push({ act, which, body })
    const kept = this.kept.get(which)
    const refused = this.refusal(which, act, session)
    if (refused) return problem(422, refused.code, refused.title, refused.next, refused.titleEn, refused.nextEn)
    if (act === 'hand-to-custodian') kept.handed = { custodian: who(session.person.id), from: body.from ? who(body.from) : kept.usedBy, at: body.at }
    if (act === 'except-storing') kept.exception = { ...body, returned: true, evidence: [], by: who(session.person.id), enteredAt: at(0) }
    if (act === 'claim-accident') kept.accident = { claimedBy: who(session.person.id), reason: body.reason }
    if (act === 'confirm-accident') kept.accident = { ...kept.accident, confirmedBy: who(session.person.id) }
    if (act === 'deny-accident') kept.accident = undefined
    if (act === 'file-without-case') Object.assign(kept, { withoutCase: { reason: body.reason, by: who(session.person.id) }, unfiled: [] })
    if (act === 'assign-filing') kept.assigned = who(body.to)
    if (act === 'file-suggested') kept.unfiled = kept.unfiled.filter((key) => key === 'party')
    if (act === 'explain-finding') kept.findings = kept.findings.map((one) => ({ ...one, state: 'explained', explained: { text: body.text, evidence: [], by: session.person.id } }))
    return ok({ version: ++recordings.get(which).version, findings: kept.findings.length })
  }

  refusal(which, act, session) {
    const { handed, accident } = this.kept.get(which)
    if (act === 'hand-to-custodian' && handed) return { code: 'already-handed', title: '这条音像记录已经移交保管人。', titleEn: 'The custodian has this recording already.', next: '无需再次移交。', nextEn: 'Nothing is left to do.' }
    if (act === 'confirm-accident' && !accident) return { code: 'no-claim', title: '没有人提出这条记录是误录。', titleEn: 'Nobody has claimed that this was recorded by accident.', next: '请先提出并写明原因。', nextEn: 'Claim it first, with the reason.' }
    if (act === 'confirm-accident' && accident.claimedBy.id === session.person.id) return { code: 'own-matter', title: '误录须由两人认定。', titleEn: 'Two people label an accidental recording.', next: '请由另一人确认。', nextEn: 'Let another person confirm it.' }
    return undefined
  }

  together(act, { recordings: ids, ...body }, session) {
    const refused = []
    for (const which of ids) {
      const { status, value } = this.act(which, act, body, session)
      if (status >= 400) refused.push({ recording: which, title: value.title, titleEn: value.titleEn, next: value.detail, nextEn: value.detailEn })
    }
    this.asked.push({ act: `together ${act}`, ids })
    return { done: ids.length - refused.length, refused }
  }

  board(world, query) {
    const items = [...this.kept].map(([which, kept]) => item(which, kept)).filter((one) => !world.empty && (!query.get('unit') || one.unit === query.get('unit')) && (!query.get('officer') || one.usedBy?.id === query.get('officer')))
    const out = world.empty || query.get('unit') === 'fg' ? [] : [{ number: 'SQ-0003', kind: 'bodyCamera', unit: 'zf1', holder: who('p4'), since: at(-500), purpose: 'caseWork' }]
    const columns = {
      out, toHand: items.filter((one) => one.handedBy && !one.handedAt), toFile: items.filter((one) => one.unfiled.length), unlinked: items.filter((one) => !one.activity).slice(0, 2), accidents: items.filter((one) => one.accident === 'claimed'), findings: items.filter((one) => one.findings), stored: items,
    }
    return { now: at(0), columns: Object.entries(columns).filter(([name]) => !query.get('column') || query.get('column') === name).map(([column, found]) => ({ column, total: found.length, items: found })) }
  }

  received(query) {
    return [...this.kept].filter(([, kept]) => kept.handed && (!query.get('officer') || kept.usedBy?.id === query.get('officer'))).map(([which, kept]) => {
      const { sha256, ...one } = { ...item(which, kept), sha256: recordings.get(which).sha256 }
      return { ...one, custodian: kept.handed.custodian, sha256: `sha256:${sha256}` }
    })
  }

  handOvers(session, [month, person, part, act], method, body) {
    const items = this.list.items ?? [...this.kept].slice(0, 3).map(([which, kept]) => ({ ...item(which, kept), sha256: `sha256:${recordings.get(which).sha256}` }))
    const state = this.list.receivedAt ? 'received' : this.list.nothing ? 'nothing' : this.list.preparedAt ? 'prepared' : 'open'
    if (!month) {
      const line = (n, given, more = {}) => ({ person: who(n), unit: 'zf1', unitName: '执法一股', recordings: 3, bytes: 5_400_000_000, state: given, findings: 0, ...more })
      return ok({ month: MONTH, due: '2026-03-31T15:59:59.999Z', specialists: [line('p1', state, { recordings: items.length }), line('p4', 'late', { findings: 1 }), line('p3', 'nothing', { recordings: 0, bytes: 0 })] })
    }
    if (method === 'POST') {
      this.asked.push({ act, body, part })
      const now = at(10)
      if (act === 'prepare-list') Object.assign(this.list, { preparedAt: now, items: items.filter((one) => body.recordings.includes(one.id)) })
      if (act === 'declare-nothing') Object.assign(this.list, { preparedAt: now, nothing: true })
      if (act === 'receive-list') this.list.receivedAt = now
      if (act === 'return-list') Object.assign(this.list, { preparedAt: undefined, nothing: false, returned: { reason: body.reason, by: who(session.person.id) } })
      return ok({ version: ++this.list.version, findings: 0 })
    }
    const { preparedAt, receivedAt, nothing, version, returned } = this.list
    return ok({
      month, person: who(person), unit: 'zf1', unitName: '执法一股', due: '2026-03-31T15:59:59.999Z', version, recordings: person === 'p3' ? [] : items, nothing, returned, findings: [], ...(preparedAt ? { preparedAt, preparedBy: who(person) } : {}),
      ...(receivedAt ? { receivedAt, receivedBy: who('p5') } : {}), may: session.roles.includes('office') ? ['receive-list', 'return-list'] : ['prepare-list', 'declare-nothing'],
    })
  }
}

function item(which, kept) {
  const { name, kind, device, unit, sizeBytes } = recordings.get(which)
  const { completedAt, uncertaintyMillis, storedAt, storedBy, handedBy, handed, usedBy, unfiled, assigned, accident, findings } = kept
  return {
    id: which, name, kind, device, unit, sizeBytes, usedBy, completedAt, uncertaintyMillis, storedAt, storedBy, handedBy, handedAt: handed?.at, unfiled, assigned,
    accident: accident ? (accident.confirmedBy ? 'confirmed' : 'claimed') : 'none', findings: findings.filter((one) => one.state !== 'cleared').length,
  }
}

function balance(world, query) {
  const handIn = (one) => ({ at: one.openedAt, camera: one.camera, stored: one.stored, failed: one.failed })
  const device = (number, holder, handed, more) => ({ number, kind: 'bodyCamera', holder: who(holder).name, outAt: at(-420), returnedAt: at(-62), handIns: handed.map(handIn), recordings: handed.reduce((n, one) => n + one.stored, 0), bytes: handed.reduce((n, one) => n + one.bytes, 0), handed: 0, unfiled: 0, late: 0, ...more })
  const even = query.get('unit') === 'zf2'
  const devices = world.empty ? [] : even ? [device('SQ-0002', 'p3', [handIns[0]], { handed: 12 })] : [device('SQ-0001', 'p1', [handIns[0]], { handed: 12, unfiled: 2 }), device('SQ-0003', 'p4', [handIns[1]], { unfiled: 5, late: 1 }), device('SQ-0005', 'p4', [], { returnedAt: undefined })]
  const sum = (of) => devices.reduce((n, one) => n + of(one), 0)
  const counted = (name) => sum((one) => one.handIns.reduce((n, each) => n + each[name], 0))
  return {
    day: query.get('day'), unit: query.get('unit'), unitName: agency.units.find((one) => one.code === query.get('unit'))?.name ?? '', devices, balanced: even || world.empty,
    totals: { devices: devices.length, used: devices.length, onCamera: counted('camera'), stored: counted('stored'), failed: counted('failed'), recordings: sum((one) => one.recordings), bytes: sum((one) => one.bytes), handed: sum((one) => one.handed), unfiled: sum((one) => one.unfiled), late: sum((one) => one.late) },
  }
}

function withMonthly() {
  const [first, ...rest] = law.texts
  const [article, ...others] = first.articles
  const key = { key: 'recording.monthlyHandOver.period', title: '定期移交的周期', titleEn: 'Period of the regular hand-over', standing: 'stated', value: 'P1M' }
  return { ...law, texts: [{ ...first, articles: [{ ...article, keys: [...article.keys, key] }, ...others] }, ...rest] }
}
function finding(subject, due, duty = 'recording.handOver.due', article = 'SQ-D-9', what = '当日没有移交保管人。', whatEn = 'Not handed to the custodian on the day.') {
  return { duty, subject, occurrence: '', article, severity: 'alert', what, whatEn, wayOut: '请移交，或者说明原因。', wayOutEn: 'Hand it over, or give the reason.', due, state: 'raised', raisedAt: at(-10) }
}
const ok = (value) => ({ status: 200, value })
const problem = (status, code, title, detail, titleEn, detailEn) => ({ status, value: { type: 'about:blank', status, code, title, detail, titleEn, detailEn } })
