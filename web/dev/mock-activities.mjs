// TEST DATA ONLY: the HTTP contract of field activities, as far as the pages need it.
const minute = 60_000
const START = Date.parse('2026-11-20T01:00:00.000Z')
const at = (minutes) => new Date(START + minutes * minute).toISOString()
const id = (n) => `00000000-0000-4000-8000-a${String(n).padStart(11, '0')}`
export const ACTIVITY = id(1)
const CAMERAS = ['SQ-01', 'SQ-02'].map((number, i) => ({ id: `00000000-0000-4000-8000-b0000000000${i + 1}`, number, kind: 'bodyCamera' }))
const ACTS = [
  'amend-activity', 'start-activity', 'end-activity', 'mark-moment', 'find-violation', 'explain-interruption', 'give-up-recording', 'sign-statement', 'exempt-activity', 'submit-work-record',
  'file-to-activity', 'unfile-from-activity', 'give-reason', 'state-defect', 'close-activity', 'cancel-activity', 'explain-finding', 'lodge-scene-receipt', 'state-necessity', 'show-article',
]

const item = (act, title, titleEn, from, to, more = {}) => ({
  act, title, titleEn, contents: '全过程', contentsEn: 'The whole act', must: true, source: 'article', article: 'SQ-L-1', means: ['text', 'photo', 'audio', 'video'],
  start: { point: 'in', title: from[0], titleEn: from[1] }, end: { point: 'out', title: to[0], titleEn: to[1] }, ...more,
})
export const items = {
  items: [
    item('siteInspection', '现场检查', 'On-site inspection', ['进入检查场所', 'Entering the place'], ['离开检查场所', 'Leaving the place']),
    item('service', '送达', 'Service', ['到达送达地点', 'Arriving'], ['送达结束', 'Served'], { must: false, source: 'default', article: undefined }),
  ],
  announcement: { text: '为保护您的合法权益，监督我们的执法行为，本次执法全程录音录像', article: 'SQ-D-6' },
  grounds: [{ ground: 'stateSecret', title: '涉及国家秘密', titleEn: 'State secret', article: 'SQ-I-5' }],
  causes: [{ cause: 'deviceFault', title: '设备故障', titleEn: 'Device fault' }, { cause: 'other', title: '其他', titleEn: 'Other' }],
  focus: [
    { word: 'environment', title: '执法环境', titleEn: 'Scene', article: 'SQ-M-19.1' },
    { word: 'seizing', title: '采取措施', titleEn: 'Measures', article: 'SQ-I-10', onViolation: true },
  ],
  delayGrounds: ['continuous', 'remote', 'onWater'],
  introduction: [],
  phrases: { number: 2, from: '2026-03-01', article: 'SQ-M-18', steps: [] },
  wear: { positions: ['leftShoulder', 'leftChest'], handheld: true, article: 'SQ-D-5' },
}

const segment = (n, from, to, uncertaintyMillis = 2_000) => ({ sha256: String(n).repeat(64), sizeBytes: n * 1_000_000, recording: `00000000-0000-4000-8000-00000000000${n}`, name: `MOV_100${n}.mp4`, kind: 'video', from: at(from), to: at(to), uncertaintyMillis })

const step = (word, title, titleEn, phrases, more = {}) => ({ step: word, title, titleEn, phrases: phrases.map(([text, ...acts]) => ({ text, acts })), ...more })
export const SPOKEN = [
  step('showCertificate', '表明身份', 'Showing the certificate', [['我们是执法人员，这是执法证，请核对。']]),
  step('announceRecording', '告知录音录像', 'Announcing the recording', [[items.announcement.text]], { article: 'SQ-D-6' }),
  step('explainPurpose', '说明来意', 'Saying why we come', [['今天来检查，请您陪同。', 'siteInspection'], ['这是文书，请签收。', 'service']]),
  step('end', '结束', 'End', []),
]
items.phrases.steps = SPOKEN

/** Two activities: one with a late camera and a hole, one that has not begun. */
export class MockActivities {
  asked = []
  /** Idempotency keys, in the order in which they came. */
  keys = []
  /** Act → answer. */
  refusing = new Map()
  all = new Map()

  constructor() {
    const shared = { articles: [], listed: [], receipts: [], unit: 'zf1', unitName: '执法一股', officers: [{ id: 'p1', name: '张三' }, { id: 'p4', name: '赵六' }], weights: [], interruptions: [], reasons: {}, defects: [], violationFound: false, marks: [], people: { p1: '张三', p4: '赵六' } }
    this.all.set(ACTIVITY, {
      ...shared, id: ACTIVITY, version: 9, ...named(items.items[0]), item: items.items[0], place: '双桥区新华路 8 号 便民超市', devices: CAMERAS, startedAt: at(0), endedAt: at(60), state: 'ended',
      marks: [{ kind: 'certificateShown', at: at(6), words: [], toWhom: '钱某', by: 'p1' }, { kind: 'announced', words: ['party'], by: 'p1' }],
      lanes: [{ device: CAMERAS[0], segments: [segment(1, 5, 25), segment(2, 25.05, 40)] }, { device: CAMERAS[1], segments: [segment(3, 50, 62, 45_000)] }],
      holes: [
        { from: at(0), to: at(5), slackMillis: 2_000, edge: 'begin', explained: false },
        { from: at(40), to: at(50), slackMillis: 47_000, edge: 'middle', explained: false },
      ],
      documents: [{ id: 'd1', case: 'c1', title: '现场检查笔录', from: at(2), to: at(60), partySigned: [at(58)] }],
      guide: { number: 2, from: '2026-03-01' }, phrases: SPOKEN, listed: [{ document: 'd1', name: '化妆品', quantity: '20 盒', state: '完好' }, { document: 'd1', name: '货架' }],
      candidates: [{ id: '00000000-0000-4000-8000-000000000004', name: 'IMG_0001.jpg', device: 'SQ-02', kind: 'photo', startedAt: at(20) }],
      findings: [finding('recordedFromArrival', 'SQ-M-17', '开头五分没有记录。', 'The first five minutes are not recorded.'), finding('unbroken', 'SQ-I-11', '中间十分没有记录，也没有说明。', 'Ten minutes in the middle are missing, unexplained.')],
      blocks: [{ duty: 'avRecord.interruption.causes', article: 'SQ-M-20', blocks: true, what: '有一处中断没有说明原因。', whatEn: 'A break is not explained.', wayOut: '请说明中断，或者作出情况说明。', wayOutEn: 'Explain it, or state the defect.' }],
    })
    const second = id(2)
    this.all.set(second, { ...shared, id: second, version: 1, ...named(items.items[1]), item: items.items[1], place: '翠桥路 2 号', devices: [], planned: { from: at(600), to: at(630) }, state: 'planned', lanes: [], holes: [], documents: [], candidates: [], findings: [], blocks: [] })
  }

  /** What the holder of a receipt is told, lodged in that ledger. */
  answerTo(digest, ledger) {
    const [activity, lodged] = [...this.all.values()].flatMap((one) => one.receipts.map((receipt) => [one, receipt])).find(([, one]) => one.digest === digest) ?? []
    if (!activity) return undefined
    const { receipt, code, lodgedAt } = lodged
    const event = { stream: activity.id, version: 9, type: 'SceneReceiptLodged', recordedAt: lodgedAt, actor: { id: activity.officers[0].id, kind: 'person', name: '张三', role: 'officer' }, data: { code, digest, receipt } }
    const captures = receipt.captures.map(({ sha256 }, i) => (i === this.lost ? { sha256, standing: 'missing' } : { sha256, standing: 'filed', storedAt: lodgedAt }))
    return { answeredAt: new Date().toISOString(), captures, destroyed: [], digest, format: 'liuhen-scene-answer-v1', lodged: ledger.receipt(ledger.append(event)) }
  }

  /** Answers what is about activities; nothing for other addresses. */
  answer(world, session, { path, url, method, body, key }) {
    if (path === '/api/items') return ok(items)
    if (path === '/api/phrase-guide') return this.guide(method, body)
    const [, , area, which, part, name] = path.split('/')
    if (area !== 'activities') return undefined
    if (!which) return ok(this.list(world, url.searchParams))
    const done = method === 'POST' && this.once(key, part === 'acts' ? name : part)
    if (done) return done
    if (part === 'acts' && name === 'open-activity') return this.open(which, body)
    const one = this.all.get(which)
    if (!one) return problem(404, 'no-such-activity', '没有这个执法活动', '请从活动列表打开。', 'There is no such activity', 'Open it from the list.')
    if (method === 'POST') return this.act(one, part === 'acts' ? name : part, body)
    if (part === 'coverage') return ok(coverage(one))
    if (part === 'candidates') return ok({ items: one.candidates, total: one.candidates.length })
    const { lanes, holes, candidates, ...page } = one
    const recordings = lanes.flatMap((lane) => lane.segments.map((segment) => ({ ...segment, device: lane.device.id, number: lane.device.number })))
    return ok({ ...page, recordings, may: session.roles.includes('officer') ? ACTS : [] })
  }

  /** The same key again is answered, and not carried out; an act that a test wants refused is refused, once. */
  once(key, act) {
    const refusal = this.refusing.get(act)
    if (refusal) {
      this.refusing.delete(act)
      return refusal
    }
    if (key && this.keys.includes(key)) return ok({ version: 1, findings: 0 })
    if (key) this.keys.push(key)
    return undefined
  }

  list(world, query) {
    const rows = [...this.all.values()].map(({ id: row, act, title, titleEn, place, unit, unitName, officers, planned, startedAt, endedAt, state, lanes, findings }) => ({
      id: row, act, title, titleEn, place, unit, unitName, officers: officers.map((one) => one.name), plannedFrom: planned?.from, startedAt, endedAt, state, recordings: lanes.flatMap((lane) => lane.segments).length,
      ...(endedAt ? { coveredMillis: 44.95 * minute, lengthMillis: 60 * minute } : {}), findings: findings.filter((one) => one.state !== 'cleared').length,
    }))
    const found = world.empty ? [] : rows.filter((row) => (!query.get('state') || row.state === query.get('state')) && (!query.get('act') || row.act === query.get('act')) && `${row.title}${row.place}`.includes(query.get('q') ?? ''))
    return { items: found, total: found.length, mostCounted: 10_000, page: 0, size: 50 }
  }

  open(which, body) {
    this.asked.push({ act: 'open-activity', body })
    if (body.officers.length < 2) return problem(422, 'incomplete', '执法人员不足两人', '请再选一名执法人员。', 'Fewer than two officers', 'Name another.')
    const row = items.items.find((one) => one.act === body.act)
    this.all.set(which, { ...this.all.get(id(2)), id: which, ...named(row), item: row, place: body.place, planned: undefined, officers: body.officers.map((one) => ({ id: one, name: { p1: '张三', p3: '王五', p4: '赵六' }[one] })) })
    return ok({ version: 1, findings: 0 })
  }

  /** What the legal section confirms; nothing is confirmed at first. */
  guides = []
  guide(method, body) {
    if (method === 'POST') {
      const said = body
      this.guides.unshift({ ...said, by: '孙七', issuedAt: at(0) })
      return ok({ number: said.number })
    }
    const newest = this.guides[0]
    const steps = SPOKEN.map((each) => (newest && !each.article ? { ...each, phrases: newest.phrases.filter((phrase) => phrase.step === each.step) } : each))
    return ok({ article: 'SQ-M-18', ...(newest && { inForce: newest.number }), today: '2026-11-22', next: this.guides.length + 1, proposed: !newest, steps, versions: this.guides.map(({ number, from, by, issuedAt }) => ({ number, from, by, issuedAt })), mayIssue: true })
  }

  act(one, name, body) {
    this.asked.push({ act: name, body })
    one.version++
    if (name === 'start-activity') Object.assign(one, { startedAt: body.at, state: 'running' })
    if (name === 'end-activity') Object.assign(one, { endedAt: body.at, state: 'ended' })
    if (name === 'mark-moment') one.marks = [...one.marks, { ...body, by: 'p1' }]
    if (name === 'explain-interruption') {
      one.interruptions = [...one.interruptions, { ...body, by: 'p1' }]
      one.holes = one.holes.map((hole) => (hole.edge === 'middle' ? { ...hole, explained: true } : hole))
      one.blocks = []
    }
    if (name === 'show-article') one.articles = [...one.articles, { ...body, by: 'p1' }]
    if (name === 'state-necessity') one.necessity = body.text
    if (name === 'lodge-scene-receipt') one.receipts = [...one.receipts, { receipt: body.receipt, digest: body.digest, code: codeOf(body.digest), lodgedAt: new Date().toISOString() }]
    if (name === 'explain-finding') one.findings = one.findings.map((each) => (each.duty === body.finding.duty ? { ...each, state: 'explained', explained: { text: body.text, evidence: [], by: 'p1' } } : each))
    if (name === 'file-candidates') {
      one.candidates = []
      return ok({ version: one.version, filed: 1, left: 0 })
    }
    return ok({ version: one.version, findings: one.findings.length })
  }
}

/** docs/formats.md section 22.2, once more. */
function codeOf(digest) {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const places = []
  for (let rest = BigInt(`0x${digest.slice(7)}`); places.length < 15; rest /= 31n) places.unshift(Number(rest % 31n))
  const sum = places.reduce((all, place, i) => all + (i + 1) * place, 0)
  return [...places, (31 - ((2 * sum) % 31)) % 31].map((place) => letters[place]).join('').match(/.{4}/g).join('-')
}

const named = ({ act, title, titleEn }) => ({ act, title, titleEn })
const finding = (duty, article, what, whatEn) => ({ duty, subject: ACTIVITY, occurrence: '', article, severity: 'alert', what, whatEn, wayOut: '请说明原因。', wayOutEn: 'Give the reason.', state: 'raised', raisedAt: at(60) })
const coverage = (one) => ({
  from: one.startedAt, to: one.endedAt, gapMillis: 10_000, lanes: one.lanes.map(({ device, segments }) => ({ device: device.id, number: device.number, officer: '张三', segments })), holes: one.holes, coveredMillis: one.endedAt ? 44.95 * minute : 0,
  documents: one.documents, marks: one.marks.filter((mark) => mark.at).map(({ kind, at: moment }) => ({ kind, at: moment })),
})
const ok = (value) => ({ status: 200, value })
export const problem = (status, code, title, detail, titleEn, detailEn) => ({ status, value: { type: 'about:blank', status, code, title, detail, titleEn, detailEn } })
