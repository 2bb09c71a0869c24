// TEST DATA ONLY: the HTTP contract of devices, as far as the pages need it.
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const KEEPING = ['except-hand-in', 'excuse-hand-in', 'enter-return', 'register-device', 'describe-device', 'accept-device', 'assign-device', 'check-out-device', 'check-device', 'return-device', 'report-fault', 'tell-of-fault', 'repair-device', 'send-for-repair', 'maintain-device', 'report-loss', 'find-device', 'explain-finding']
const who = (id, name) => ({ id, name })
const ZHANG = who('p1', '张三')
const GIB = 1 << 30
const HOLDERS = [
  { duty: 'roles.procurement', title: '设备采购', titleEn: 'Who buys devices', word: 'office', article: 'SQ-M-29', roles: ['office'], people: ['吴十'] },
  { duty: 'roles.procurementSupervision', title: '采购监督', titleEn: 'Who supervises buying', word: 'financeSection', article: 'SQ-E-8.p2', roles: ['finance'], people: ['陈十三'] },
  { duty: 'roles.deviceQuality', title: '设备质量监督', titleEn: 'Who supervises device quality', word: 'office', article: 'SQ-E-8.p3', roles: ['office'], people: ['吴十'] },
  { duty: 'roles.useAndMaintenance', title: '使用与维护', titleEn: 'Who uses and maintains', word: 'enforcementUnitAndOfficer', article: 'SQ-M-29', roles: ['officer', 'unitHead', 'custodian'], people: [] },
  { duty: 'roles.deviceFirstResponsible', title: '设备第一责任人', titleEn: 'First responsible for devices', word: 'unitHead', article: 'SQ-I-6', roles: ['unitHead'], people: ['赵六'] },
]

const camera = (n, more) => ({
  id: `00000000-0000-4000-8000-b0000000000${n}`, version: 3, number: `SQ-0${n}`, kind: 'bodyCamera', unit: 'zf1', unitName: '执法一股', serial: 'DSJ-4471', model: 'DSJ-V8', sameSerial: [], fileNumbers: [], state: 'available', portable: true,
  manager: ZHANG, responsible: ZHANG, outings: [], checkItems: ['battery', 'storage'], checkWhen: ['beforeDeparture', 'beforeUse'], wear: { positions: ['leftShoulder', 'leftChest'], asked: true }, delayGrounds: ['continuous', 'remote', 'onWater'], technicalPoints: ['highDefinition', 'batteryAndMemory', 'smooth', 'fileIntegrity'], allowedUses: ['caseWork'], holders: HOLDERS, quality: [], findings: [], reports: [],
  history: [{ version: 1, type: 'DeviceRegistered', recordedAt: ago(9000), by: { name: '张三', role: 'custodian', kind: 'person' } }], ...more,
})

/** One that is out, unchecked; one that lies here; one that does not work. */
export class MockDevices {
  asked = []
  units = [
    { unit: 'zf1', unitName: '执法一股', version: 2, stations: ['SQ-ST-01'], faults: [], findings: [{ duty: 'device.ratio.officersPerDevice', subject: 'zf1', occurrence: '', article: 'SQ-E-6', severity: 'alert', what: '执法人员 7 名，应有设备 3 台，实有 2 台，缺 1 台。', whatEn: '7 officers: 3 devices are asked for, 2 are there, 1 are missing.', wayOut: '请配备或者调配；暂时不能配备的，说明情况。', wayOutEn: 'Buy or move devices, or explain it.', state: 'raised', raisedAt: ago(600) }] },
    { unit: 'zf2', unitName: '执法二股', version: 1, stations: [], faults: [], findings: [] },
  ]
  all = [
    camera(1, {
      state: 'out', user: ZHANG, memory: { at: '2026-03-10T09:40:00Z', files: 3, oldest: { recording: '00000000-0000-4000-8000-0000000000c1', path: 'DCIM/100MEDIA/DSC_0142.MP4', storedAt: '2026-03-02T10:05:00Z' } }, fileNumbers: [{ pattern: 'DSC_####', first: 'DSC_9998', last: 'DSC_0152', files: 149, missing: [{ first: 'DSC_0147', last: 'DSC_0149', count: 3, after: 'DCIM/100MEDIA/DSC_0146.MP4', before: 'DCIM/100MEDIA/DSC_0150.MP4' }] }, { pattern: 'IMG_####', first: 'IMG_0001', last: 'IMG_0007', files: 7, missing: [] }], sameSerial: ['SQ-02'], description: { functions: ['video', 'photo', 'sound'], portable: true, capabilities: ['nightVision'], storagePlace: '二楼装备柜' }, purchase: { on: '2025-03-02', priceYuan: '2680.00', purpose: '现场检查' },
      financeView: { agreed: true, text: '列入预算' }, acceptance: { on: '2025-03-10', points: [{ point: 'smooth', met: true, evidence: '试录十分钟' }, { point: 'highDefinition', met: false, evidence: '夜间模糊' }] },
      outings: [
        { officer: ZHANG, at: ago(90), purpose: 'caseWork', what: '便民超市检查', checks: [], handed: [], delays: [{ kind: 'excuse', ground: 'stationFault', statement: '所里停电，采集站开不了机', evidence: ['sha256:00'], by: 'p1' }] },
        { officer: ZHANG, at: ago(3000), purpose: 'dailyInspection', checks: [{ at: ago(3000), by: 'p1', when: 'beforeDeparture', battery: { percent: 96, enough: true }, storage: { freeBytes: 40 * GIB, enough: true }, clock: { accurate: true, set: false }, faultFree: true }], handed: [{ to: who('p4', '赵六'), at: ago(2900), reason: '换班' }], delays: [], back: { at: ago(2600), by: 'p4', condition: 'good' } },
      ],
      quality: [{ on: '2026-02-28', text: '同批次接口松动', by: 'p1' }],
      findings: [{ duty: 'device.preUseCheck.items', subject: 'x', occurrence: '1', article: 'SQ-D-4.p2', severity: 'alert', what: '领用前没有检查电量和存储空间。', whatEn: 'Battery and space were not checked before use.', wayOut: '请补做检查，或者说明原因。', wayOutEn: 'Check now, or explain.', state: 'raised', raisedAt: ago(90) }],
    }),
    camera(2, { serial: 'DSJ-4471', sameSerial: ['SQ-01'] }),
    camera(3, { serial: undefined, state: 'stopped', kind: 'camera' }),
    camera(4, { serial: undefined, kind: 'phone', model: 'ZF-T1' }),
  ]

  answer(world, session, { path, url, method, body }) {
    const [, , area, number, part, act] = path.split('/')
    if (path === '/api/units/equipment') return ok({ units: this.units, may: ['explain-finding', 'report-facility-fault', 'mend-facility'] })
    if (area === 'units' && method === 'POST') return this.unitAct(number, path.split('/')[6], body)
    if (number === 'oversight') return ok(SHEET)
    if (area === 'people' && part === 'devices') return ok({ items: [{ device: this.all[0].id, number: 'SQ-01', how: 'uses', since: ago(90) }] })
    if (area !== 'devices') return undefined
    if (!number) return ok(this.list(world, url.searchParams))
    if (number === 'quota') return ok(quota(url.searchParams))
    let one = this.all.find((device) => device.number === number)
    if (method === 'POST' && act === 'register-device' && !one) this.all.push((one = camera(9, { ...body, id: `new ${number}`, number, manager: undefined, responsible: undefined })))
    if (!one) return { status: 404, value: { type: 'about:blank', status: 404, code: 'no-such-device', title: '没有登记这台设备', titleEn: 'No such device', detail: '请核对编号。', detailEn: 'Check the number.' } }
    if (method === 'POST' && part === 'acts') return this.act(one, act, body)
    return ok({ ...one, may: session.roles.includes('officer') ? KEEPING : [] })
  }

  unitAct(unit, act, body) {
    this.asked.push({ unit, act, body })
    const one = this.units.find((known) => known.unit === unit)
    if (act === 'report-facility-fault') one.faults.push(body)
    else if (act === 'mend-facility') one.faults = []
    else Object.assign(one.findings[0], { state: 'explained', explained: { text: body.text, by: 'p1' } })
    return ok({ version: ++one.version, findings: 1 })
  }

  found(number, kind) {
    const finding = { duty: 'device.kinds', subject: 'x', occurrence: '', article: 'SQ-M-16', severity: 'alert', what: '文件来自没有登记的设备。', whatEn: 'Files came from a device that is in no register.', wayOut: '请查明后登记性能（设备档案）。', wayOutEn: 'Find out what it is and describe it.', state: 'raised', raisedAt: ago(1) }
    this.all.push(camera(8, { id: `found ${number}`, number, kind, serial: undefined, model: undefined, manager: undefined, responsible: undefined, unregistered: { by: '张三', at: ago(1) }, findings: [finding] }))
  }

  list(world, query) {
    const rows = world.empty ? [] : this.all.filter((one) => (!query.get('state') || one.state === query.get('state') || (query.get('state') === 'unregistered' && one.unregistered)) && (!query.get('kind') || one.kind === query.get('kind')) && `${one.number}${one.serial}`.includes(query.get('q') ?? ''))
    return { items: rows.map(({ outings, findings, ...one }) => ({ ...one, capabilities: [], unregistered: Boolean(one.unregistered), findings: findings.length, since: one.user ? outings[0].at : undefined, changedAt: ago(1) })), total: rows.length, page: 0, size: 50 }
  }

  act(one, act, body) {
    this.asked.push({ act, body })
    one.version++
    if (act === 'check-out-device') Object.assign(one, { state: 'out', user: ZHANG, outings: [{ officer: ZHANG, at: body.at, purpose: body.purpose, checks: body.check ? [{ ...body.check, at: body.at, by: 'p1' }] : [], handed: [], delays: [] }, ...one.outings] })
    if (act === 'return-device') Object.assign(one, { state: 'available', user: undefined, outings: [{ ...one.outings[0], back: { at: body.at, by: body.by, condition: body.condition } }, ...one.outings.slice(1)] })
    if (act === 'except-hand-in') one.outings[0].delays.push({ kind: 'exception', by: 'p1', ...body })
    if (act === 'enter-return') Object.assign(one.outings[0].delays.findLast((said) => said.kind === 'exception'), body)
    return ok({ version: one.version, findings: one.findings.length })
  }
}

function quota(query) {
  const more = Object.fromEntries(query.getAll('add').map((text) => text.split(':')))
  const row = (unit, unitName, officers, counted) => {
    const has = counted + Number(more[unit] ?? 0)
    const required = Math.ceil(officers / 3)
    return { unit, unitName, officers, counted: has, required, shortfall: Math.max(0, required - has), officersPerDevice: 3, workloadUnknown: false, article: 'SQ-E-4', activities: officers * 9, recorded: officers * 8, custodians: unit === 'zf1' ? ['冯十二'] : [] }
  }
  return { items: [row('zf1', '执法一股', 7, 2), row('zf2', '执法二股', 3, 1), { unit: 'fg', unitName: '法规股', officers: 1, counted: 0, workloadUnknown: false, activities: 0, recorded: 0, custodians: [] }], supposed: [...query.keys()].length > 0 }
}
const SHEET = {
  holders: HOLDERS,
  purchases: [
    { device: 'SQ-01', kind: 'bodyCamera', model: 'DSJ-V8', on: '2025-03-02', order: '采-2025-7', priceYuan: '2680.00', purpose: '现场检查', agreed: true, opinion: '列入预算' },
    { device: 'SQ-02', kind: 'bodyCamera', model: 'DSJ-V8', on: '2025-03-02' },
  ],
  models: [
    { kind: 'bodyCamera', model: 'DSJ-V8', devices: 2, faults: 3, causes: { misuse: 1, quality: 2 }, repairs: 2, remarks: 1 },
    { kind: 'camera', model: '', devices: 1, faults: 0, causes: {}, repairs: 0, remarks: 0 },
  ],
  remarks: [{ device: 'SQ-02', kind: 'bodyCamera', model: 'DSJ-V8', on: '2026-02-28', text: '同批次接口松动', by: '吴十' }],
  harm: [{ person: '张三', faults: 1, returns: 0, devices: ['SQ-01'] }],
}
const ok = (value) => ({ status: 200, value })
