// TEST DATA ONLY: the register, a hundred thousand recordings and their ledger, made up at start.
import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { TestLedger, sha256, sm3TreeOf } from './test-ledger.mjs'

export const read = (name) => readFileSync(new URL(`media/${name}`, import.meta.url))
const NOW = Date.parse('2026-03-02T07:04:00.000Z')
export const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString()

export const agency = {
  code: 'SQ',
  name: '双桥区市场监督管理局',
  superior: '承德市市场监督管理局',
  zone: 'Asia/Shanghai',
  now: at(0),
  units: [
    { code: 'zf1', name: '执法一股', kind: 'section' },
    { code: 'zf2', name: '执法二股', kind: 'section' },
    { code: 'fg', name: '法规股', kind: 'legalSection' },
  ],
  officers: [
    ['p1', '张三', 'zf1'],
    ['p2', '李四', 'fg'],
    ['p3', '王五', 'zf2'],
    ['p4', '赵六', 'zf1'],
  ].map(([id, name, unit]) => ({ id, name, unit })),
  people: [
    ['p1', '张三', 'zf1'],
    ['p2', '李四', 'fg'],
    ['p3', '王五', 'zf2'],
    ['p4', '赵六', 'zf1'],
    ['p5', '周局长'],
  ].map(([id, name, unit]) => ({ id, name, unit })),
  devices: Array.from({ length: 12 }, (_, i) => ({
    number: `SQ-${String(i + 1).padStart(4, '0')}`,
    kind: i < 9 ? 'bodyCamera' : 'camera',
    unit: i % 2 ? 'zf2' : 'zf1',
    officer: ['p1', 'p3', 'p4'][i % 3],
    model: 'DSJ-A7',
    state: 'inUse',
  })),
  classificationKeys: [
    { key: 'enforcementUnit', title: '执法机构', titleEn: 'Unit', article: 'LX-24.p2', source: 'article' },
    { key: 'cause', title: '案由', titleEn: 'Subject of the case', article: 'LX-24.p2', source: 'article' },
    { key: 'party', title: '当事人', titleEn: 'Party', source: 'default' },
  ],
}

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const certificate = (number, from, to) => ({ number, from: inDays(from), to: inDays(to) })
const person = (id, name, username, unit, roles, ...certificates) => ({
  id,
  name,
  username,
  unit,
  roles: roles.map(([role, from, to, deputyForName]) => ({
    role,
    from: inDays(from),
    ...(to === undefined ? {} : { to: inDays(to) }),
    ...(deputyForName ? { deputyFor: 'p5', deputyForName } : {}),
  })),
  certificates,
  ...(certificates.length ? { certificate: certificates[0] } : {}),
})

export const register = {
  agency: agency.code,
  name: agency.name,
  superior: agency.superior,
  today: inDays(0),
  units: agency.units,
  people: [
    person('p1', '张三', 'sq.zhang', 'zf1', [['officer', -900], ['custodian', -400, -100]], certificate('03080001', -300, 800), certificate('03079001', -2000, -301)),
    person('p2', '李四', 'sq.li', 'fg', [['legalSection', -900], ['personInCharge', -3, 20, '周七']]),
    person('p3', '王五', 'sq.wang', 'zf2', [['officer', -900]], certificate('03080003', -1800, 25)),
    person('p4', '赵六', 'sq.zhao', 'zf1', [['officer', -900]], certificate('03080004', -2000, -10)),
    person('p5', '周七', 'sq.zhou', undefined, [['personInCharge', -900]]),
  ],
  custodians: [{ unit: 'zf1', kind: 'records', person: 'p1', name: '张三', deputy: 'p4', deputyName: '赵六', from: inDays(-400) }],
  entrusted: [{ unit: 'zf2', body: '市场服务中心', document: '委托书〔2026〕1号', from: inDays(-200), to: inDays(500) }],
  profile: {
    digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
    adoptedBy: '周七',
    from: inDays(-300),
    recordedAt: at(-60),
    confirmations: [{ key: 'storage.classificationKeys', title: '归类项目', titleEn: 'Classification keys', by: '李四', on: inDays(-301) }],
  },
  offered: {
    digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
    needsActivation: false,
    proposed: [
      { key: 'storage.classificationKeys', title: '归类项目', titleEn: 'Classification keys' },
      { key: 'avRecord.timeMatch.tolerance', title: '起止时间相符的容差', titleEn: 'Tolerance of matching times' },
    ],
  },
}

export const users = {
  'sq.zhang': {
    password: 'test-password',
    person: { id: 'p1', name: '张三', username: 'sq.zhang', certificate: '03080001' },
    unit: agency.units[0],
    roles: ['officer', 'custodian'],
  },
  'sq.li': {
    password: 'test-password',
    person: { id: 'p2', name: '李四', username: 'sq.li' },
    unit: agency.units[2],
    roles: ['legalSection'],
  },
  'sq.office': {
    password: 'test-password',
    person: { id: 'p5', name: '周局长', username: 'sq.office' },
    unit: agency.units[0],
    roles: ['office'],
  },
  'sq.wang': {
    oneTimeCode: '123-456',
    person: { id: 'p3', name: '王五', username: 'sq.wang' },
    unit: agency.units[1],
    roles: ['officer'],
  },
}

export const ledger = new TestLedger('liuhen-mock/SQ')
const station = { id: 'st1', kind: 'station', name: '一楼采集站', role: 'station' }
export const system = { id: 'sys', kind: 'system', name: '系统', role: 'system' }

/** Recordings with bytes, custody and receipts; the thousands after them are rows only. */
export const recordings = new Map()

export function addEvent(recording, type, data, actor, when = new Date().toISOString()) {
  const version = recording.custody.length + 1
  const leafIndex = ledger.append({ stream: recording.id, version, type, data, actor, recordedAt: when })
  recording.custody.push({ version, type, at: when, recordedAt: when, actor, leafIndex, data })
  recording.version = version
  return leafIndex
}

export function addRecording(bytes, fields, actor = station) {
  const id = fields.id ?? randomUUID()
  const recording = {
    name: 'x',
    device: 'SQ-0001',
    officer: 'p1',
    unit: 'zf1',
    kind: 'video',
    sizeBytes: bytes.length,
    recordedAt: at(-60),
    hasGaps: false,
    keys: {},
    classified: false,
    probe: 'done',
    path: `DCIM/100MEDIA/${fields.name}`,
    nameBytes: Buffer.from(fields.name).toString('base64'),
    via: 'station',
    by: { name: actor.name, role: actor.role },
    copies: [],
    playable: 'original',
    mediaType: 'video/mp4',
    agency: { code: 'SQ', name: agency.name },
    jobs: [],
    ...fields,
    id,
    sha256: sha256(bytes).toString('hex'),
    sm3Tree: `sm3-tree:${sm3TreeOf(bytes)}`,
    bytes,
    custody: [],
  }
  recording.leafIndex = addEvent(
    recording,
    'RecordingHandedIn',
    {
      recording: id,
      device: recording.device,
      name: recording.name,
      nameBytes: recording.nameBytes,
      path: recording.path,
      sizeBytes: bytes.length,
      sha256: recording.sha256,
      sm3Tree: recording.sm3Tree,
      via: recording.via,
      ...(recording.handIn ? { handIn: recording.handIn } : {}),
    },
    actor,
    recording.recordedAt,
  )
  recordings.set(id, recording)
  return recording
}

const clip = read('clip.mp4')
const clock = { measuredAt: at(-70), offsetMillis: 12_300, uncertaintyMillis: 500 }
const streams = [
  { index: 0, kind: 'video', codec: 'h264', profile: 'High', width: 640, height: 360, rateMilli: 25_000 },
  { index: 1, kind: 'audio', codec: 'aac', sampleRate: 44_100, channels: 1 },
]
const probed = {
  container: 'mp4',
  streams,
  gaps: [],
  duplicateTimestamps: 0,
  rotation: 0,
  deviceCreatedAt: at(-180),
  uncertaintyMillis: 500,
  tool: 'ffprobe',
  gps: { latitude: '40.9734', longitude: '117.9376' },
}
const sprite = { copy: 'thumbnails', state: 'made', frames: 24, stepMillis: 500, mediaType: 'image/jpeg' }
const times = { startedAt: at(-180), endedAt: at(-179.8), durationMillis: 12_000, clock, modifiedAt: at(-180) }
const id = (n) => `00000000-0000-4000-8000-00000000000${n}`

const checked = (check, outcome, more = {}) => ({ check, outcome, sightings: [], ...more })
/** Each outcome once, and more sightings than are listed. */
const continuity = {
  checks: [
    checked('gaps', 'observed', {
      count: 2,
      sightings: [
        { sign: 'gap', atMillis: 4000, lengthMillis: 1500 },
        { sign: 'gap', atMillis: 9000, lengthMillis: 800 },
      ],
    }),
    checked('duplicates', 'observed', { count: 12 }),
    checked('edit-list', 'observed', { count: 1, sightings: [{ sign: 'beginning-left-out', atMillis: 0, lengthMillis: 2000 }] }),
    checked('reencoding', 'observed', { count: 1, sightings: [{ sign: 'encoder', detail: 'encoder: Lavf60.16.100' }] }),
    checked('tail', 'notObserved'),
    checked('frozen', 'observed', { count: 41, sightings: [{ sign: 'still', atMillis: 6000, lengthMillis: 5400 }] }),
    checked('black', 'notObserved'),
    checked('silent', 'notPerformed', { reason: 'decoder', detail: 'Invalid data found when processing input' }),
    checked('clock-jump', 'notApplicable', { reason: 'no-times' }),
  ],
  thresholds: {
    editMillis: 500,
    tailMillis: 2000,
    frozenMillis: 5000,
    frozenDecibels: -60,
    blackMillis: 2000,
    silentMillis: 10_000,
    silentDecibels: -60,
    jumpMillis: 3000,
  },
  pictures: 'key',
  pictureStepMillis: 2000,
  tool: 'ffmpeg 8.0.1',
}

const first = addRecording(clip, {
  id: id(1),
  name: '20260302_120400_双桥现场检查.mp4',
  ...times,
  probed,
  copies: [sprite],
  poster: `/api/recordings/${id(1)}/copies/poster`,
})
addEvent(first, 'RecordingProbed', { kind: 'video', container: 'mp4' }, system, at(-59))
addEvent(first, 'DerivedCopyMade', { copy: 'thumbnails', sha256: '0'.repeat(64) }, system, at(-58))
const gap = addRecording(clip, {
  id: id(2),
  name: '20260302_121500_中断.mp4',
  ...times,
  hasGaps: true,
  continuity,
  beside: { previous: { id: id(1), name: '20260302_120400_双桥现场检查.mp4' }, missingAfter: { first: 'DSC_0147', last: 'DSC_0149', count: 3, after: 'DSC_0146.MP4', before: 'DSC_0150.MP4' }, next: { id: id(3), name: '询问室_01.avi' } },
  copies: [sprite],
  poster: `/api/recordings/${id(2)}/copies/poster`,
  probed: {
    ...probed,
    gaps: [
      { atMillis: 4000, lengthMillis: 1500 },
      { atMillis: 9000, lengthMillis: 800 },
    ],
  },
})
addEvent(gap, 'RecordingProbed', { kind: 'video', container: 'mp4' }, system, at(-57))
addRecording(Buffer.from('RIFF not for browsers AVI '.repeat(4000)), {
  id: id(3),
  name: '询问室_01.avi',
  ...times,
  playable: 'web',
  poster: `/api/recordings/${id(3)}/copies/poster`,
  device: 'SQ-0010',
  officer: 'p3',
  unit: 'zf2',
  probed: { ...probed, container: 'avi', streams: [{ ...streams[0], codec: 'mpeg4' }] },
  copies: [
    sprite,
    { copy: 'web', state: 'made', sha256: sha256(clip).toString('hex'), sizeBytes: clip.length, mediaType: 'video/mp4' },
  ],
})
addRecording(read('sound.ogg'), {
  id: id(4),
  name: '录音笔_0007.ogg',
  kind: 'audio',
  mediaType: 'audio/ogg',
  startedAt: at(-170),
  durationMillis: 5000,
  probed: { ...probed, container: 'ogg', streams: [streams[1]], gps: undefined },
})
addRecording(read('photo.jpg'), {
  id: id(5),
  name: 'IMG_0042.jpg',
  kind: 'photo',
  mediaType: 'image/jpeg',
  device: 'SQ-0011',
  startedAt: at(-160),
  poster: `/api/recordings/${id(5)}/copies/poster`,
})
addRecording(clip, {
  id: id(6),
  name: '正在转换.mts',
  kind: 'video',
  probe: 'done',
  playable: 'pending',
  jobs: [{ name: 'web', state: 'running', progressPercent: 42 }],
  probed,
})
const damaged = addRecording(Buffer.alloc(0), {
  id: id(7),
  name: '空文件.mp4',
  kind: 'pending',
  probe: 'failed',
  playable: 'none',
  notProbed: { reason: 'empty', detail: '' },
})
addEvent(damaged, 'RecordingNotProbed', { reason: 'empty', detail: '' }, system, at(-50))

const CAUSES = ['超范围经营', '未明码标价', '经营过期食品', '']
export const rows = [...recordings.values()]
for (let i = 0; i < 100_000; i++) {
  const device = agency.devices[i % 12]
  const minutes = -200 - i * 7
  const cause = CAUSES[i % 4]
  rows.push({
    id: `10000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    name: `${at(minutes).slice(0, 10).replaceAll('-', '')}_${String(100_000 + i).slice(1)}.mp4`,
    device: device.number,
    officer: device.officer,
    unit: device.unit,
    kind: i % 9 === 8 ? 'photo' : 'video',
    startedAt: at(minutes),
    durationMillis: 30_000 + ((i * 7919) % 1_800_000),
    sizeBytes: 1_000_000 + ((i * 104_729) % 900_000_000),
    recordedAt: at(minutes + 100),
    sha256: sha256(Buffer.from(String(i))).toString('hex'),
    leafIndex: i + 20,
    hasGaps: i % 41 === 0,
    keys: cause ? { cause, party: `当事人${i % 200}` } : {},
    classified: Boolean(cause),
    probe: i % 997 === 0 ? 'failed' : 'done',
  })
}

export const handIns = [
  {
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    device: 'SQ-0001',
    deviceOfficer: 'p1',
    source: 'camera',
    by: '一楼采集站',
    openedAt: at(-62),
    balancedAt: at(-58),
    camera: 12,
    stored: 12,
    failed: 0,
    server: 12,
    bytes: 8_123_456_789,
    balanced: true,
  },
  {
    id: 'aaaaaaaa-0000-4000-8000-000000000002',
    device: 'SQ-0003',
    deviceOfficer: 'p4',
    source: 'camera',
    by: '一楼采集站',
    openedAt: at(-45),
    balancedAt: at(-31),
    camera: 31,
    stored: 29,
    failed: 2,
    server: 29,
    bytes: 21_456_789_012,
    balanced: false,
  },
  {
    id: 'aaaaaaaa-0000-4000-8000-000000000003',
    device: 'SQ-0008',
    deviceOfficer: 'p3',
    source: 'browser',
    by: '王五',
    openedAt: at(-4),
    camera: 6,
    stored: 3,
    failed: 0,
    server: 3,
    bytes: 1_456_789_012,
    balanced: false,
  },
]
