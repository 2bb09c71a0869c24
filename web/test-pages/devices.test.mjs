// Devices in both languages: the list, one with its papers and uses, check-out with the check before it, and the quota with what-if.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startMock } from '../dev/mock-server.mjs'
import { PHONE, calm, cannotRun, launch, open, signIn, visitor } from './browser.mjs'

let browser
let mock

describe('devices', { skip: cannotRun }, () => {
  before(async () => {
    mock = await startMock()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    mock?.stop()
  })

  for (const language of ['zh-CN', 'en']) {
    const visit = visitor(() => ({ browser, mock }), language)
    it(`list, ${language}`, () => visit('devices', '/devices', { ready: '[data-test=devices]' }))
    it(`list on a phone, ${language}`, () => visit('devices-phone', '/devices', { ready: '[data-test=devices]', viewport: PHONE }))
    it(`one that is out, ${language}`, () => visit('device', '/devices/SQ-01', { ready: '[data-test=user]' }))
    it(`numbers that never arrived, on a phone, ${language}`, () =>
      visit('device-numbers', '/devices/SQ-01', { ready: '[data-series="DSC_####"]', viewport: { width: 400, height: 800 } }))
    it(`quota, ${language}`, () => visit('quota', '/devices/quota', { ready: '[data-test=quota]' }))
    it(`who answers, purchases and quality, ${language}`, () => visit('oversight', '/devices/oversight', { ready: '[data-test=purchases]' }))
    it(`nothing matches, ${language}`, () => visit('devices-none', '/devices?q=zzz', { ready: '[data-test=empty]' }))
  }

  it('is taken after a look at battery and space, and comes back', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/devices/SQ-02`)
    await page.click('[data-test=check-out-device]')
    await page.fill('[data-field="check.battery.percent"] input', '88')
    await page.click('[data-test=submit]')
    assert.match(await page.innerText('[data-test=unfilled]'), /剩余空间/)
    await page.fill('[data-field="check.storage.freeBytes"] input', '29.5')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=return-device]')
    const { body } = mock.world.devices.asked.at(-1)
    assert.deepEqual(body.check, { battery: { percent: 88, enough: true }, storage: { freeBytes: 29.5 * 2 ** 30, enough: true } })
    assert.match(await page.innerText('[data-test=outings]'), /电量 88%，合格；剩余 29\.5 GB，合格/)
    await page.click('[data-test=return-device]')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=check-out-device]')
    calm(troubles)
    await context.close()
  })

  it('tells which numbers between two files never arrived, and where names count nothing', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/devices/SQ-01`)
    assert.match(await page.innerText('[data-series="DSC_####"]'), /观察到[^]*从未入库：\s*DSC_0147–DSC_0149\s*（3 个）[^]*DSC_0146\.MP4/)
    assert.match(await page.innerText('[data-series="IMG_####"]'), /未观察到/)
    await page.goto(`${mock.url}/devices/SQ-02`)
    assert.match(await page.innerText('[data-test=not-numbered]'), /不适用/)
    calm(troubles)
    await context.close()
  })

  it('what if: more cameras end the shortfall, and the register stays as it is', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/devices/quota`)
    await page.waitForSelector('[data-unit=zf1] .wrong')
    await page.fill('[data-unit=zf1] input >> nth=1', '1')
    await page.press('[data-unit=zf1] input >> nth=1', 'Tab')
    await page.waitForSelector('[data-test=supposed]')
    await page.waitForSelector('[data-unit=zf1] .wrong', { state: 'detached' })
    await page.click('[data-test=reset]')
    await page.waitForSelector('[data-unit=zf1] .wrong')
    calm(troubles)
    await context.close()
  })

  it('says which unit lacks what, and takes its explanation', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/devices/quota#zf1`)
    assert.match(await page.innerText('[data-of=zf1]'), /缺 1 台[^]*SQ-E-6/)
    assert.match(await page.innerText('[data-unit=zf1]'), /63 次，有录音录像 56 次\s*冯十二/)
    await page.click('[data-of=zf1] article button')
    await page.fill('[data-field=text] textarea', '已列入明年预算')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-of=zf1] >> text=已列入明年预算')
    assert.equal(mock.world.devices.asked.at(-1).unit, 'zf1')
    await page.click('[data-test=fault-zf1]')
    assert.equal(await page.inputValue('[data-field=facility] input'), 'SQ-ST-01')
    await page.fill('[data-field=what] textarea', '无法联网')
    await page.click('[data-test=submit]')
    await page.click('[data-test=mend-zf1]')
    await page.fill('[data-field=what] textarea', '更换网线')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=mend-zf1]', { state: 'detached' })
    const [broken, mended] = mock.world.devices.asked.slice(-2)
    assert.deepEqual([broken.act, broken.body.facility, broken.body.unit, mended.act], ['report-facility-fault', 'SQ-ST-01', undefined, 'mend-facility'])
    calm(troubles)
    await context.close()
  })

  it('who answers for a device stands on its page, with whether the check came before setting out', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/devices/SQ-01`)
    assert.match(await page.innerText('[data-test=holders]'), /采购监督\s*财务股（陈十三）\s*SQ-E-8\.p2[^]*机构主要负责人（赵六）/)
    await page.waitForSelector('[data-when=beforeDeparture]')
    assert.match(await page.innerText('[data-test=quality]'), /接口松动/)
    calm(troubles)
    await context.close()
  })
})
