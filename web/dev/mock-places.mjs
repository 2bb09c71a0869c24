// TEST DATA ONLY: the HTTP contract of places, as far as the pages need it.
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const day = (ago) => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10)
const KEEPING = ['register-place', 'amend-place', 'place-camera', 'take-camera-away', 'check-surveillance', 'close-place', 'explain-finding']
const camera = (number, more) => ({ device: `00000000-0000-4000-8000-c0000000000${number.at(-1)}`, number, kind: 'surveillance', state: 'available', from: ago(90_000), ...more })
const finding = (duty, article, what, whatEn) => ({ duty, subject: 'x', occurrence: '1', article, severity: 'alert', what, whatEn, wayOut: '请登记安装的设备；不再使用的，登记停用。', wayOutEn: 'Enter the device that stands there, or that the room is not used any more.', state: 'raised', raisedAt: ago(90) })
const place = (n, more) => ({
  id: `00000000-0000-4000-8000-d0000000000${n}`, version: 2, kind: 'inquiryRoom', name: '一楼询问室', unit: 'zf1', unitName: '执法一股', districtServiceHall: false, inUseFrom: '2025-01-06', cameras: [], free: [{ id: '00000000-0000-4000-8000-c00000000009', number: 'JK-09', kind: 'surveillance', unit: 'zf1' }], checked: false, exempt: [], checks: [], findings: [],
  history: [{ version: 1, type: 'PlaceRegistered', recordedAt: ago(90_000), by: { name: '王保管', role: 'custodian', kind: 'person' } }], ...more,
})

/** A room without a camera; a window whose record had a gap; one in the service hall. */
export class MockPlaces {
  asked = []
  all = [
    place(1, { findings: [finding('avRecord.fullCourse.events', 'SQ-M-17.p2', '办案场所在用，没有固定的音像设备。', 'The room is used for handling cases and has no fixed recording device.')] }),
    place(2, {
      kind: 'acceptancePlace', name: '便民服务窗口', checked: true, cameras: [camera('JK-01'), camera('JK-02', { until: ago(5000), state: 'retired' })],
      checks: [{ first: day(1), last: day(1), gaps: [], by: { id: 'p1', name: '张三' } }, { first: day(4), last: day(2), gaps: [{ from: ago(4000), to: ago(3900), reason: '停电' }], by: { id: 'p1', name: '张三' } }],
    }),
    place(3, { kind: 'acceptancePlace', name: '政务大厅 12 号窗口', districtServiceHall: true }),
  ]

  answer(world, session, { path, method, body }) {
    const [, , area, id, part, act] = path.split('/')
    if (area === 'facilities') return this.facilities(session, method, id, act, body)
    if (area !== 'places') return undefined
    const may = session.roles.includes('officer') ? KEEPING : []
    if (!id) return ok({ items: world.empty ? [] : this.all.map(row), may })
    let one = this.all.find((known) => known.id === id)
    if (method === 'POST' && act === 'register-place' && !one) this.all.push((one = place(9, { ...body, id })))
    if (!one) return { status: 404, value: { type: 'about:blank', status: 404, code: 'no-such-place', title: '没有登记这个场所', titleEn: 'This place is not in the register', detail: '请从场所列表打开。', detailEn: 'Open it from the list.' } }
    return method === 'POST' && part === 'acts' ? this.act(one, act, body) : ok({ ...one, may })
  }

  units = [
    { unit: 'zf1', unitName: '执法一股', devices: [{ kind: 'bodyCamera', number: 2 }, { kind: 'surveillance', number: 1 }], places: [{ kind: 'inquiryRoom', number: 1 }, { kind: 'acceptancePlace', number: 2 }], needs: ['explosionProof', 'nightVision'], lacking: ['explosionProof'], why: '烟花爆竹检查', findings: [finding('device.special.capabilities', 'SQ-M-28', '本机构的执法工作需要防爆设备，在用的设备都没有这种性能。', "The unit's work needs a device with explosion-proof.")] },
    { unit: 'zf2', unitName: '执法二股', devices: [], places: [] },
  ]

  facilities(session, method, unit, act, body) {
    if (method === 'POST') {
      this.asked.push({ act, body })
      Object.assign(this.units.find((one) => one.unit === unit), { needs: body.capabilities, lacking: [], why: body.why, findings: [] })
      return ok({ version: 1, findings: 0 })
    }
    return ok({ items: this.units, may: session.roles.includes('officer') ? ['state-special-need', 'explain-finding'] : [] })
  }

  act(one, act, body) {
    this.asked.push({ act, body })
    one.version++
    if (act === 'place-camera') Object.assign(one, { cameras: [camera('JK-09', { from: body.at }), ...one.cameras], free: [], findings: [] })
    if (act === 'check-surveillance') one.checks = [{ ...body, by: { id: 'p1', name: '张三' } }, ...one.checks]
    return ok({ version: one.version, findings: one.findings.length })
  }
}

function row({ cameras, findings, checks, free, history, ...one }) {
  return { ...one, cameras: cameras.filter((camera) => !camera.until), findings: findings.length, checkedTo: checks[0]?.last, changedAt: ago(1) }
}
const ok = (value) => ({ status: 200, value })
