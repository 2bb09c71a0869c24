// Field activities in both languages: the list, one with holes and a late camera, what is done on site by one tap, and on paper.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ACTIVITY } from '../dev/mock-activities.mjs'
import { startMock } from '../dev/mock-server.mjs'
import { PHONE, calm, cannotRun, launch, look, open, printed, signIn, visitor } from './browser.mjs'

let browser
let mock

describe('field activities', { skip: cannotRun }, () => {
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
    it(`list, ${language}`, () => visit('activities', '/activities', { ready: '[data-test=activities]' }))
    it(`list on a phone, ${language}`, () => visit('activities-phone', '/activities', { ready: '[data-test=activities]', viewport: PHONE }))
    it(`nothing matches, ${language}`, () => visit('activities-none', '/activities?q=zzz', { ready: '[data-test=empty]' }))
    it(`one with holes, ${language}`, () => visit('activity', `/activities/${ACTIVITY}`, { ready: '[data-hole]' }))
    it(`one on a phone, ${language}`, () => visit('activity-phone', `/activities/${ACTIVITY}`, { ready: '[data-hole]', viewport: PHONE }))
    it(`what is said on site, ${language}`, () => visit('phrases', '/law/phrases', { ready: '[data-step=end]', act: async (page) => {
      await page.click('[data-test=change]')
      await page.waitForSelector('[data-step=showCertificate] textarea')
    } }))
    it(`the form of a new one, ${language}`, () => visit('activity-new', '/activities', { ready: '[data-test=activities]', act: async (page) => {
      await page.click('[data-test=open-activity]')
      await page.waitForSelector('[data-act=open-activity]')
    } }))
  }

  it('what is said is confirmed by the legal section, stands at the activity, and articles are tied to their moments', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/law/phrases`)
    assert.match(await page.innerText('[data-test=guide-state]'), /未经本机关确认/)
    await page.click('[data-test=change]')
    assert.equal(await page.locator('[data-step=announceRecording] textarea').count(), 0)
    await page.fill('[data-step=showCertificate] textarea', '您好，请看执法证。')
    await page.click('[data-step=end] [data-test=add]')
    assert.equal(await page.isDisabled('[data-test=issue]'), true)
    await page.fill('[data-step=end] textarea', '今天到此结束。')
    await page.click('[data-test=issue]')
    await page.waitForSelector('[data-test=guide-state]:has-text("现行第 1 版")')
    const issued = mock.world.activities.guides[0]
    assert.deepEqual(issued.phrases.map((one) => one.step), ['showCertificate', 'explainPurpose', 'explainPurpose', 'end'])
    assert.equal(issued.number, 1)

    await page.goto(`${mock.url}/activities/${ACTIVITY}`)
    assert.match(await page.innerText('[data-test=guide-version]'), /第 2 版/)
    await page.click('[data-test=phrases] summary')
    const said = await page.innerText('[data-test=phrases]')
    assert.match(said, /今天来检查，请您陪同/)
    assert.doesNotMatch(said, /这是文书/)
    await page.click('[data-article=open]:has-text("化妆品") button')
    await page.waitForSelector('[data-act=show-article]')
    assert.equal(await page.inputValue('[data-field=name] input'), '化妆品')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-article=shown]:has-text("化妆品")')
    assert.equal(mock.world.activities.asked.findLast((one) => one.act === 'show-article').body.quantity, '20 盒')
    calm(troubles)
    await context.close()
  })

  it('opened with a partner, begun and ended by one tap each; the partner is remembered', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url, viewport: PHONE })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/activities`)
    await page.click('[data-test=open-activity]')
    await page.selectOption('[data-field=act] select', 'siteInspection')
    await page.fill('[data-field=place] input', '新华路 1 号')
    await page.click('[data-test=submit]')
    assert.match(await page.innerText('[data-test=refused]'), /执法人员不足两人/)
    await page.check('[data-field=officers] label:has-text("赵六") input')
    await page.click('[data-test=submit]')
    await page.waitForURL(/activities\/[0-9a-f-]{36}/)
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-test=end]')
    assert.match(await page.innerText('[data-test=state]'), /进行中/)
    await page.click('[data-mark=announced] button')
    await page.waitForSelector('[data-field=words] input:checked')
    assert.equal(await page.locator('[data-field=words] input:checked').count(), 2)
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-mark=announced] .done')
    assert.deepEqual(mock.world.activities.asked.findLast((one) => one.act === 'mark-moment').body.words, ['party', 'othersOnScene'])
    await page.click('[data-test=end]')
    await page.waitForSelector('[data-test=close]')
    const [begun, over] = ['start-activity', 'end-activity'].map((act) => mock.world.activities.asked.findLast((one) => one.act === act).body.at)
    assert.ok(Math.abs(Date.parse(begun) - Date.now()) < 60_000 && begun <= over)

    await page.goto(`${mock.url}/activities`)
    await page.click('[data-test=open-activity]')
    await page.waitForSelector('[data-act=open-activity]')
    assert.equal(await page.locator('[data-field=officers] label:has-text("赵六") input').isChecked(), true)
    calm(troubles, /422/)
    await context.close()
  })

  it('a hole is explained where it is; findings are answered; recordings that fit are filed at once', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/activities/${ACTIVITY}`)
    await page.waitForSelector('[data-hole=middle]')
    assert.match(await page.innerText('[data-test=covered]'), /74%/)
    assert.match(await page.innerText('[data-test=coverage]'), /没有记录，10 分/)
    await page.click('[data-test=trouble] button:has-text("说明中断")')
    await page.fill('[data-field="time.from"] input', '2026-11-20T09:40')
    await page.fill('[data-field="time.to"] input', '2026-11-20T09:50')
    await page.selectOption('[data-field=cause] select', 'deviceFault')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-hole=middle].explained')
    const sent = mock.world.activities.asked.findLast((one) => one.act === 'explain-interruption').body
    assert.deepEqual(sent, { time: { from: '2026-11-20T01:40:00.000Z', to: '2026-11-20T01:50:00.000Z' }, cause: 'deviceFault', spoken: true })
    await page.click('[data-test=file-all]')
    await page.waitForSelector('[data-test=candidates]', { state: 'detached' })
    await page.click('[data-test=finding] button >> nth=0')
    await page.fill('[data-field=text] textarea', '设备开机慢')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=finding] .state.busy')
    await look(page, 'activity-explained')

    await page.focus('[data-segment] >> nth=0')
    await page.keyboard.press('Enter')
    await page.waitForURL(/recordings\//)
    await page.goBack()
    await page.waitForSelector('[data-segment]')
    const box = await page.locator('[data-segment] rect.solid >> nth=0').boundingBox()
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.waitForURL(/at=\d/)
    const seconds = Number(new URL(page.url()).searchParams.get('at'))
    assert.ok(Math.abs(seconds - 600) < 30, `half of twenty minutes: ${seconds}`)
    calm(troubles, /404/)
    await context.close()
  })

  it('prints with its picture on A4', async () => {
    const { page, context } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/activities/${ACTIVITY}`)
    await page.waitForSelector('[data-hole]')
    const text = await printed(page, 'activity')
    if (text !== undefined) {
      assert.match(text, /现场检查/)
      assert.match(text, /没有记录，5 分/)
      assert.match(text, /开始相差/)
      assert.match(text, /晚开始 2 分/)
      assert.doesNotMatch(text, /登记不记录的理由/)
    }
    await context.close()
  })
})
