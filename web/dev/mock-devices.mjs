// TEST DATA ONLY: the HTTP contract of devices, as far as the pages need it.
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const KEEPING = ['register-device', 'describe-device', 'accept-device', 'assign-device', 'check-out-device', 'check-device', 'return-device', 'report-fault', 'tell-of-fault', 'repair-device', 'send-for-repair', 'maintain-device', 'report-loss', 'find-device', 'explain-finding']
const who = (id, name) => ({ id, name })
const ZHANG = who('p1', '张三')
const GIB = 1 << 30

const camera = (n, more) => ({
  id: `00000000-0000-4000-8000-b0000000000${n}`, version: 3, number: `SQ-0${n}`, kind: 'bodyCamera', unit: 'zf1', unitName: '执法一股', serial: 'DSJ-4471', model: 'DSJ-V8', sameSerial: [], fileNumbers: [], state: 'available', portable: true,
  manager: ZHANG, responsible: ZHANG, outings: [], checkItems: ['battery', 'storage'], checkWhen: ['beforeDeparture', 'beforeUse'], wear: { positions: ['leftShoulder', 'leftChest'], asked: true }, technicalPoints: ['highDefinition', 'batteryAndMemory', 'smooth', 'fileIntegrity'], allowedUses: ['caseWork'], findings: [], reports: [],
  history: [{ version: 1, type: 'DeviceRegistered', recordedAt: ago(9000), by: { name: '张三', role: 'custodian', kind: 'person' } }], ...more,
})

/** One that is out, unchecked; one that lies here; one that does not work. */
export class MockDevices {
  asked = []
  all = [
    camera(1, {
      state: 'out', user: ZHANG, fileNumbers: [{ pattern: 'DSC_####', first: 'DSC_9998', last: 'DSC_0152', files: 149, missing: [{ first: 'DSC_0147', last: 'DSC_0149', count: 3, after: 'DCIM/100MEDIA/DSC_0146.MP4', before: 'DCIM/100MEDIA/DSC_0150.MP4' }] }, { pattern: 'IMG_####', first: 'IMG_0001', last: 'IMG_0007', files: 7, missing: [] }], sameSerial: ['SQ-02'], description: { functions: ['video', 'photo', 'sound'], portable: true, capabilities: ['nightVision'], storagePlace: '二楼装备柜' }, purchase: { on: '2025-03-02', priceYuan: '2680.00', purpose: '现场检查' },
      financeView: { agreed: true, text: '列入预算' }, acceptance: { on: '2025-03-10', points: [{ point: 'smooth', met: true, evidence: '试录十分钟' }, { point: 'highDefinition', met: false, evidence: '夜间模糊' }] },
      outings: [
        { officer: ZHANG, at: ago(90), purpose: 'caseWork', what: '便民超市检查', checks: [], handed: [] },
        { officer: ZHANG, at: ago(3000), purpose: 'dailyInspection', checks: [{ at: ago(3000), by: 'p1', battery: { percent: 96, enough: true }, storage: { freeBytes: 40 * GIB, enough: true }, clock: { accurate: true, set: false }, faultFree: true }], handed: [{ to: who('p4', '赵六'), at: ago(2900), reason: '换班' }], back: { at: ago(2600), by: 'p4', condition: 'good' } },
      ],
      findings: [{ duty: 'device.preUseCheck.items', subject: 'x', occurrence: '1', article: 'SQ-D-4.p2', severity: 'alert', what: '领用前没有检查电量和存储空间。', whatEn: 'Battery and space were not checked before use.', wayOut: '请补做检查，或者说明原因。', wayOutEn: 'Check now, or explain.', state: 'raised', raisedAt: ago(90) }],
    }),
    camera(2, { serial: 'DSJ-4471', sameSerial: ['SQ-01'] }),
    camera(3, { serial: undefined, state: 'stopped', kind: 'camera' }),
    camera(4, { serial: undefined, kind: 'phone', model: 'ZF-T1' }),
  ]

  answer(world, session, { path, url, method, body }) {
    const [, , area, number, part, act] = path.split('/')
    if (area !== 'devices') return undefined
    if (!number) return ok(this.list(world, url.searchParams))
    if (number === 'quota') return ok(quota(url.searchParams))
    let one = this.all.find((device) => device.number === number)
    if (method === 'POST' && act === 'register-device' && !one) this.all.push((one = camera(9, { ...body, id: `new ${number}`, number, manager: undefined, responsible: undefined })))
    if (!one) return { status: 404, value: { type: 'about:blank', status: 404, code: 'no-such-device', title: '没有登记这台设备', titleEn: 'No such device', detail: '请核对编号。', detailEn: 'Check the number.' } }
    if (method === 'POST' && part === 'acts') return this.act(one, act, body)
    return ok({ ...one, may: session.roles.includes('officer') ? KEEPING : [] })
  }

  list(world, query) {
    const rows = world.empty ? [] : this.all.filter((one) => (!query.get('state') || one.state === query.get('state')) && (!query.get('kind') || one.kind === query.get('kind')) && `${one.number}${one.serial}`.includes(query.get('q') ?? ''))
    return { items: rows.map(({ outings, findings, ...one }) => ({ ...one, capabilities: [], findings: findings.length, since: one.user ? outings[0].at : undefined, changedAt: ago(1) })), total: rows.length, page: 0, size: 50 }
  }

  act(one, act, body) {
    this.asked.push({ act, body })
    one.version++
    if (act === 'check-out-device') Object.assign(one, { state: 'out', user: ZHANG, outings: [{ officer: ZHANG, at: body.at, purpose: body.purpose, checks: body.check ? [{ ...body.check, at: body.at, by: 'p1' }] : [], handed: [] }, ...one.outings] })
    if (act === 'return-device') Object.assign(one, { state: 'available', user: undefined, outings: [{ ...one.outings[0], back: { at: body.at, by: body.by, condition: body.condition } }, ...one.outings.slice(1)] })
    return ok({ version: one.version, findings: one.findings.length })
  }
}

function quota(query) {
  const more = Object.fromEntries(query.getAll('add').map((text) => text.split(':')))
  const row = (unit, unitName, officers, counted) => {
    const has = counted + Number(more[unit] ?? 0)
    const required = Math.ceil(officers / 3)
    return { unit, unitName, officers, counted: has, required, shortfall: Math.max(0, required - has), officersPerDevice: 3, workloadUnknown: false, article: 'SQ-E-4' }
  }
  return { items: [row('zf1', '执法一股', 7, 2), row('zf2', '执法二股', 3, 1), { unit: 'fg', unitName: '法规股', officers: 1, counted: 0, workloadUnknown: false }], supposed: [...query.keys()].length > 0 }
}
const ok = (value) => ({ status: 200, value })
