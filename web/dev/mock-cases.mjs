// TEST DATA ONLY: one rich case, a licence, an ended one, and a list of many. Times hang on the moment of the start.
import { randomUUID } from 'node:crypto'
import { agency } from './mock-data.mjs'
import { checklistTable, templates } from './mock-law.mjs'

const NOW = Date.now()
const DAY = 86_400_000
export const when = (days, hours = 0) => new Date(Math.floor(NOW / 60_000) * 60_000 + days * DAY + hours * 3_600_000).toISOString()
export const dayOf = (days) => new Date(NOW + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10)
const id = (prefix, n) => `${prefix}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const CASE = id('c', 1)
export const LICENCE = id('c', 2)
export const doc = (n) => id('d', n)
const digest = (pair) => `sha256:${pair.repeat(32)}`
const template = (name) => templates.find((one) => one.id === name)

const ITEMS = {
  exOfficio: ['依职权启动', 'Begun ex officio'], onApplication: ['依申请启动', 'Begun on application'], officerIdentity: ['执法人员身份及出示证件', 'Identity of officers'],
  inquiry: ['询问情况', 'Inquiry'], siteInspection: ['现场检查、勘验情况', 'Site inspection'], documentaryAndPhysicalEvidence: ['调取书证、物证', 'Documentary and physical evidence'],
  sampling: ['抽样取证', 'Sampling'], testing: ['检测、检验、检疫、鉴定', 'Testing'], evidencePreservation: ['证据保全', 'Evidence preservation'], coerciveMeasure: ['行政强制措施', 'Coercive measure'],
  rightsNotice: ['权利告知', 'Rights told'], rightsResponse: ['陈述、申辩、回避、听证情况', 'Responses to rights'], hearingAndArgument: ['听证、论证', 'Hearing and argument'],
  handlerProposal: ['承办人处理建议', 'Handler’s proposal'], unitProposedDecision: ['承办机构拟作决定', 'Proposed decision'], legalReview: ['法制审核', 'Legal review'],
  collectiveDiscussion: ['集体讨论', 'Collective discussion'], headApproval: ['负责人审批', 'Approval by the head'], service: ['送达', 'Service'], partyPerformance: ['当事人履行', 'Performance'],
  coerciveExecution: ['强制执行', 'Coercive execution'], confiscatedProperty: ['没收财物处理', 'Confiscated property'], other: ['其他应当记录的内容', 'Other'],
}

/** What a document keeps of its template. */
export function formOf(form) {
  const { id: named, title, titleEn, kind, stage, volume, numbered, seal, served, approval, signatures = [] } = form
  return {
    template: named, title, titleEn, kind, stage, volume, numbered, agencySeal: seal === true, mustBeServed: served === true, approval,
    places: signatures.map(({ as, count = 1 }) => ({ as, count })),
  }
}

function paper(n, name, phase, drafted, more = {}) {
  const at = more.at ?? drafted
  return {
    id: doc(n), ...formOf(template(name)),
    phase: phase === 'draft' ? { is: phase, versions: 0 } : { is: phase, version: 1, digest: digest('a1'), pages: more.pages ?? 1, ...(phase === 'final' ? { defective: false, at: when(at, 3) } : { sizeBytes: 91_763 }) },
    signatures: [], alterations: [], alterationMarks: [], pageMarks: [], refusals: [], opinions: [], draftedAt: when(drafted), defective: false,
    values: {}, ...Object.fromEntries(Object.entries(more).filter(([key]) => !['at', 'pages'].includes(key))),
  }
}
const signed = (as, name, on, officer) => ({ as, name, kind: as === 'party' ? 'fingerprint' : 'signature', on: dayOf(on), onPaper: false, ...(officer ? { officer } : {}) })
const officers = (on) => [signed('officer', '张三', on, 'p1'), signed('officer', '赵六', on, 'p4')]

export const missing = (duty, article, what, whatEn, wayOut, wayOutEn) => ({ duty, article, blocks: article !== 'product', what, whatEn, wayOut, wayOutEn })
const statement = ['请补充记录；没有发生的，由承办人声明未发生；无法补录的，作出情况说明。', 'Record it; declare that it did not occur; if it can no longer be had, make a defect statement.']
const TESTING = { ...missing('case.stageChecklist.investigation', 'SQ-M-7.6', '“检测、检验、检疫、鉴定”既没有记录，也没有声明未发生。', '“Testing” is neither recorded nor declared not to have occurred.', ...statement), subject: 'testing' }
const REVIEW = missing('approval.legalReview', 'SQ-M-8.3', '没有法制审核意见。', 'There is no opinion of the legal review.', '请送法制机构审核。', 'Send it to the legal section.')
const SERVICE = missing('record.service.required', 'SQ-M-9.1', `《${template('rights-notice').title}》已制作，尚未送达。`, `“${template('rights-notice').titleEn}” is issued and not served.`, '请记录送达；无法送达的，作出情况说明。', 'Record its service; if it cannot be served, make a defect statement.')
const NINETY = missing('penalty.decideWithin', 'product', '立案之日起九十日内应当作出决定，还剩不到一半时间。', 'A decision is due within ninety days of the opening; less than half is left.', '请抓紧办理，或依法延长。', 'Go on, or extend it by law.')

const finding = (duty, subject, article, state, raised, what, whatEn, wayOut, wayOutEn, more = {}) => ({
  duty, subject, occurrence: '', profile: digest('3f'), article, severity: 'alert', state, raisedAt: when(raised), what, whatEn, wayOut, wayOutEn, ...more,
})

const OFFICERS = [
  { id: 'p1', name: '张三', certificate: '03080001', certificateFrom: '2024-03-01', certificateTo: '2029-02-28', unit: 'zf1' },
  { id: 'p4', name: '赵六', certificate: '03080004', certificateFrom: '2023-06-01', certificateTo: '2028-05-31', unit: 'zf1' },
]

function penalty() {
  const documents = [
    paper(1, 'lead-register', 'final', -45, { number: '双市监线〔2026〕031号', at: -45 }),
    paper(2, 'case-opening-approval', 'final', -44, {
      number: '双市监立〔2026〕012号', at: -43,
      opinions: [{ block: 'handler', opinion: '建议立案调查。', by: 'p1', on: dayOf(-44) }, { block: 'approver', opinion: '同意立案。', by: 'p3', on: dayOf(-43) }],
    }),
    paper(3, 'inspection-record', 'final', -40, { pages: 2, signatures: [signed('party', '周建国', -40), ...officers(-40)], pageMarks: [{ kind: 'fingerprint', fromPage: 1, toPage: 2 }] }),
    paper(4, 'preservation-notice', 'final', -40, { number: '双市监登保〔2026〕004号', served: dayOf(-40), signatures: officers(-40) }),
    paper(5, 'property-list', 'final', -40, { signatures: [signed('party', '周建国', -40), ...officers(-40)] }),
    paper(6, 'inquiry-record', 'draft', -12),
    paper(7, 'sampling-record', 'final', -39, { defective: true, signatures: officers(-39) }),
    paper(8, 'sampling-list', 'draft', -39),
    paper(9, 'penalty-notice', 'locked', -6, {
      number: '双市监罚告〔2026〕008号', pages: 3, at: -5, signatures: [signed('party', '周建国', -5)],
      alterations: [{ place: 1, field: 'facts', before: '3 月 2 日', after: '3 月 3 日' }, { place: 2, field: 'evidence', before: '二十一袋', after: '二十三袋' }],
      alterationMarks: [{ place: 1, kind: 'fingerprint' }],
    }),
    paper(10, 'penalty-decision', 'draft', -2),
    paper(11, 'rights-notice', 'final', -12, { signatures: [signed('party', '周建国', -12), ...officers(-12)] }),
    paper(12, 'legal-review-opinion', 'draft', -3),
  ]
  const recordings = [
    { recording: '00000000-0000-4000-8000-000000000001', beganAt: when(-40, -1), endedAt: when(-40, 0.6), uncertaintyMillis: 1500, mediaKind: 'video', content: 'siteInspection', document: doc(3), remark: '现场检查全程' },
    { recording: '00000000-0000-4000-8000-000000000004', beganAt: when(-12, -0.5), endedAt: when(-12, 0.4), uncertaintyMillis: 1000, mediaKind: 'audio', content: 'inquiry' },
    { recording: '00000000-0000-4000-8000-000000000005', beganAt: when(-40), endedAt: when(-40), uncertaintyMillis: 1000, mediaKind: 'photo', content: 'documentaryAndPhysicalEvidence', remark: '货架照片' },
  ]
  const by = { exOfficio: ['source'], officerIdentity: ['certificatesShown'], siteInspection: [doc(3), recordings[0].recording], sampling: [doc(7)], evidencePreservation: [id('e', 1)], rightsNotice: ['rights'], handlerProposal: [id('a', 2)], unitProposedDecision: [id('a', 2)] }
  const checklist = checklistTable.map((line) => ({
    ...line, title: ITEMS[line.item]?.[0] ?? line.item, titleEn: ITEMS[line.item]?.[1] ?? line.item,
    standing: by[line.item] ? { is: 'recorded', by: by[line.item] }
      : line.item === 'coerciveMeasure' ? { is: 'declared', declaration: { declaration: 'didNotOccur', by: 'p1', on: dayOf(-10), ground: '本案未采取行政强制措施' } }
      : ['onApplication', 'other'].includes(line.item) ? { is: 'optional' } : { is: 'open' },
  }))
  return {
    id: CASE, version: 41, number: '双市监立〔2026〕012号', kind: 'penalty', procedure: 'ordinary', origin: 'exOfficio', subject: '涉嫌经营超过保质期的食品案', unit: 'zf1', unitName: '执法一股',
    openedAt: when(-45), status: { is: 'running' }, flags: { legalReview: true, collectiveDiscussion: false, hearingRight: true, executionPower: false }, profile: digest('3f'),
    handlers: OFFICERS,
    parties: [{ id: id('f', 1), kind: 'company', name: '双桥区惠民食品超市', identityNumber: '91130802MA0********', representative: '周建国', address: '承德市双桥区南营子大街 18 号', phone: '0314-2030000' }],
    source: { kind: 'complaint', on: dayOf(-46), cause: '群众举报该店货架摆放超过保质期的速冻食品，经核查属实。', informant: { name: '已保密' } },
    stages: [{ stage: 'initiation', enteredOn: dayOf(-45) }, { stage: 'investigation', enteredOn: dayOf(-43) }, { stage: 'reviewDecision', enteredOn: dayOf(-8) }, { stage: 'serviceExecution' }],
    checklist,
    rights: [
      { right: 'statement', title: '陈述', titleEn: 'Statement', told: { at: when(-12), manner: '书面', document: doc(11) }, answered: { response: 'exercised', at: when(-12, 1), text: '承认事实，请求从轻。' } },
      { right: 'defence', title: '申辩', titleEn: 'Defence', told: { at: when(-12), manner: '书面', document: doc(11) } },
      { right: 'recusal', title: '申请回避', titleEn: 'Recusal', told: { at: when(-40) }, answered: { response: 'waived', at: when(-40) } },
      { right: 'hearing', title: '申请听证', titleEn: 'Hearing' },
    ],
    recusals: [], recused: [], pauses: [],
    certificatesShown: [{ officers: OFFICERS, toWhom: '周建国', at: when(-40), how: '进店后当场出示，录像可见' }],
    others: [], refusals: [],
    defects: [{ subject: doc(7), duties: ['document.sign.party'], missing: '当事人没有在抽样记录上签名。', why: '当事人中途离店，联系后未返回。', by: ['张三', '赵六'], on: dayOf(-38) }],
    documents,
    approvals: [
      {
        id: id('a', 1), matter: 'caseOpening', document: doc(2), route: ['unitHead', 'agencyHead'], state: 'agreed', by: 'p1', agreedOn: dayOf(-43),
        proposal: { proposal: '立案', facts: '货架有超过保质期食品二十三袋', evidence: '现场检查笔录、照片', basis: '食品安全法第三十四条', discretion: '无' },
        opinions: [{ step: 'unitHead', verdict: 'agreed', opinion: '同意。', by: 'p3', name: '王五', signedOn: dayOf(-44), onPaper: false }, { step: 'agencyHead', verdict: 'agreed', opinion: '同意立案。', by: 'p2', name: '李四', signedOn: dayOf(-43), onPaper: true }],
      },
      {
        id: id('a', 2), matter: 'decision', document: doc(10), route: ['unitHead', 'legalReview', 'agencyHead'], due: 'legalReview', state: 'open', by: 'p1',
        proposal: { proposal: '罚款五千元，没收违法所得', facts: '经营超过保质期食品二十三袋，货值 460 元', evidence: '现场检查笔录、询问笔录、照片、录像', basis: '食品安全法第一百二十四条', discretion: '首次违法，货值小，从轻' },
        opinions: [{ step: 'unitHead', verdict: 'agreed', opinion: '事实清楚，同意报审。', by: 'p3', name: '王五', signedOn: dayOf(-3), onPaper: false }],
      },
    ],
    discussions: [],
    services: [
      { id: id('b', 1), facts: { method: 'direct', documents: [doc(4)], recipient: '周建国', place: '经营场所', at: when(-40, 1), server: 'p1', signatures: [signed('recipient', '周建国', -40)], receipts: [] }, outcome: { is: 'served', documents: [doc(4)], on: dayOf(-40), defective: false } },
      { id: id('b', 2), facts: { method: 'lien', documents: [doc(9)], recipient: '双桥区惠民食品超市', place: '经营场所', at: when(-4), server: 'p4', refusalReason: '负责人拒绝签收', signatures: [], receipts: [] }, outcome: { is: 'pending' } },
    ],
    measures: [{ id: id('e', 1), kind: 'preservation', decision: doc(4), beganAt: when(-40), until: dayOf(2), place: '经营场所冷柜', keeper: '周建国', ended: false, extensions: [], liftings: [], things: [{ name: '速冻水饺 500 克', quantity: '23 袋', condition: '完好', remark: '保质期至上月 3 日' }] }],
    corrections: [{ id: id('e', 2), document: doc(1), due: dayOf(-3), what: '下架全部超过保质期的食品，建立临期食品管理台账。', followUps: [{ on: dayOf(-20), result: 'partly', record: '已下架，台账尚未建立。' }] }],
    execution: { dues: [], performances: [], statements: [], executions: [], confiscated: [] },
    recordings,
    supports: [{ document: doc(10), fact: '货架上有超过保质期的速冻水饺二十三袋', supports: [{ recording: recordings[0].recording, fromMillis: 412_000, toMillis: 438_000 }, { document: doc(3), lines: '12–15' }] }],
    findings: [
      finding('document.alteration.mark', doc(9), 'SQ-M-12.p2', 'raised', -5, '行政处罚告知书第 2 处更改没有捺印或者盖章。', 'Altered place 2 of the penalty notice has no mark.', '请当事人在更改处捺印；不能补的，作出情况说明。', 'Have the place marked; if that is not possible, make a defect statement.', { due: dayOf(1) }),
      finding('case.stageChecklist.investigation', 'testing', 'SQ-M-7.6', 'explained', -8, '调查取证阶段缺少检测、检验记录。', 'Testing is not recorded in the investigation.', ...statement, { explained: { text: '检验机构尚未出具报告。', evidence: [], by: 'p1' } }),
      finding('recording.storeWithin', recordings[1].recording, 'SQ-M-21', 'rejected', -11, '询问录音超过二十四小时才储存。', 'The sound recording was stored later than 24 hours.', '请说明原因；有通讯故障等情形的，注明返回时间。', 'Explain why.', { explained: { text: '采集站停电。', evidence: [], by: 'p4' }, judged: { accepted: false, reason: '当日供电记录正常。', by: 'p2' } }),
      finding('case.source', CASE, 'SQ-M-6.1', 'cleared', -45, '没有记录启动原因。', 'The cause is not stated.', '请补充登记。', 'State it.', { clearedAt: when(-44) }),
    ],
    blocks: { decision: [TESTING, REVIEW], end: [TESTING, REVIEW, SERVICE, NINETY] },
    people: Object.fromEntries(agency.officers.map((one) => [one.id, one.name])),
  }
}

const ALL_ACTS = [
  'name-party', 'state-source', 'change-handlers', 'request-recusal', 'flag-case', 'suspend-case', 'resume-case', 'transfer-case', 'merge-case', 'split-case', 'end-case', 'reopen-case', 'enter-stage',
  'declare-item', 'withdraw-declaration', 'show-certificates', 'tell-right', 'record-response', 'except-right', 'record-other', 'record-refusal', 'file-recording', 'unfile-recording', 'support-fact', 'state-defect',
  'receive-application', 'decide-acceptance', 'reply-supplement', 'withdraw-application', 'draft-document', 'save-draft', 'unlock-text', 'sign-document', 'mark-alteration', 'mark-across-pages', 'note-refusal',
  'write-opinion', 'finalise-document', 'void-document', 'request-approval', 'give-opinion', 'adopt-review', 'withdraw-request', 'discuss-collectively', 'record-service', 'complete-service', 'fail-service',
  'take-measure', 'extend-measure', 'lift-measure', 'order-correction', 'follow-up-correction', 'set-performance-due', 'record-performance', 'log-statement', 'review-statement', 'decide-execution', 'apply-to-court',
  'execute', 'confiscate-property', 'dispose-property', 'explain-finding', 'appeal-finding',
]
const LEGAL = ['state-defect', 'write-opinion', 'give-opinion', 'explain-finding', 'judge-explanation', 'appeal-finding', 'draft-document', 'save-draft', 'sign-document']
export const mayOf = (roles) => [...new Set([...(roles.includes('officer') ? ALL_ACTS : []), ...(roles.includes('legalSection') ? LEGAL : [])])]

function blank(caseId, body) {
  const unit = agency.units.find((one) => one.code === body.unit)
  return {
    ...penalty(), id: caseId, version: 1, number: undefined, kind: body.kind, procedure: body.procedure, origin: body.origin, subject: body.subject, unit: body.unit, unitName: unit?.name ?? body.unit, openedAt: body.at,
    handlers: body.handlers.map((person, i) => ({ id: person, name: agency.officers.find((one) => one.id === person)?.name ?? '', certificate: `0308000${i + 1}`, certificateFrom: '2024-03-01', certificateTo: '2029-02-28', unit: body.unit })),
    parties: [], source: undefined, stages: ['initiation', 'investigation', 'reviewDecision', 'serviceExecution'].map((stage, i) => ({ stage, ...(i === 0 ? { enteredOn: dayOf(0) } : {}) })),
    checklist: penalty().checklist.map((line) => ({ ...line, standing: { is: 'open' } })), rights: [], certificatesShown: [], defects: [], documents: [], approvals: [], services: [], measures: [], corrections: [], recordings: [],
    supports: [], findings: [], blocks: { decision: [TESTING], end: [TESTING] },
  }
}

export class MockCases {
  all = new Map()
  typing = new Map()
  asked = []
  /** By form, the newest first. */
  blanks = {}
  /** How the library's form differs from the one that drafts were begun with. */
  changedForms = new Map()
  /** What was uploaded, as it came. */
  uploaded = []

  constructor() {
    this.all.set(CASE, penalty())
    const licence = blank(LICENCE, { kind: 'licence', procedure: 'ordinary', origin: 'onApplication', subject: '食品经营许可申请', unit: 'zf2', handlers: ['p3', 'p4'], at: when(-6) })
    licence.licence = { application: { receivedAt: when(-6), applicant: '承德味道餐饮有限公司', materials: ['申请书', '主体资格证明'] }, outcomes: [{ outcome: 'notifySupplementAndReject', at: when(-5), toSupplement: ['食品安全管理制度'] }], replies: [] }
    this.all.set(LICENCE, licence)
  }

  open(caseId, body) {
    this.all.set(caseId, blank(caseId, body))
  }

  rows() {
    const own = [...this.all.values()].map((file) => ({
      id: file.id, number: file.number, kind: file.kind, procedure: file.procedure, origin: file.origin, subject: file.subject, party: file.parties[0]?.name, unit: file.unit, handlers: file.handlers.map((one) => one.name).join('、'),
      status: file.status.is, stage: file.stages.findLast((one) => one.enteredOn)?.stage ?? 'initiation', openedAt: file.openedAt, changedAt: when(0, -2), findings: file.findings.filter((one) => !['cleared', 'accepted'].includes(one.state)).length,
      people: file.handlers.map((one) => one.id),
    }))
    return [...own, ...MANY]
  }

  findings() {
    return [...this.all.values()].flatMap((file) =>
      file.findings.filter((one) => !['cleared', 'accepted'].includes(one.state)).map(({ duty, article, severity, state, raisedAt, due, what, whatEn }) => ({ kind: 'case', caseId: file.id, link: `/cases/${file.id}`, subject: file.subject, subjectEn: file.subject, number: file.number, duty, article, severity, state, raisedAt, due, nextChangeAt: when(1.5), what, whatEn })),
    )
  }
}

const SUBJECTS = ['涉嫌无照经营案', '涉嫌虚假宣传案', '计量器具监督检查', '特种设备日常检查', '食品经营许可申请', '涉嫌销售不合格电动自行车案', '涉嫌未按规定明码标价案']
const MANY = Array.from({ length: 320 }, (_, i) => ({
  id: randomUUID(), number: `双市监立〔2026〕${String(i + 20).padStart(3, '0')}号`, kind: ['penalty', 'penalty', 'inspection', 'dailyInspection', 'licence', 'penalty', 'penalty'][i % 7], procedure: i % 5 ? 'ordinary' : 'summary',
  origin: i % 7 === 4 ? 'onApplication' : 'exOfficio', subject: SUBJECTS[i % 7], party: `双桥区第${i + 1}商店`, unit: i % 2 ? 'zf2' : 'zf1', handlers: i % 2 ? '王五、赵六' : '张三、赵六', people: i % 2 ? ['p3', 'p4'] : ['p1', 'p4'],
  status: ['running', 'running', 'ended', 'running', 'suspended'][i % 5], stage: ['initiation', 'investigation', 'reviewDecision', 'serviceExecution'][i % 4], openedAt: when(-i / 2 - 1), changedAt: when(-i / 3 - 0.3),
  ...(i % 5 === 2 ? { endedOn: dayOf(-i / 3) } : {}), findings: i % 9 === 0 ? 1 : 0,
}))
