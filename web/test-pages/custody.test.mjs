// Storing, hand-over and filing of recordings in both languages: the board, a recording's panel, the custodian's desk, the monthly list and the day's balance.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { MONTH, MockCustody } from '../dev/mock-custody.mjs'
import { startMock } from '../dev/mock-server.mjs'
import { DESKTOP, calm, cannotRun, launch, look, open, printed, signIn, visitor } from './browser.mjs'

const NARROW = { width: 400, height: 850 }
const clip = (n) => `00000000-0000-4000-8000-00000000000${n}`
let browser
let mock

describe('storing, hand-over and filing', { skip: cannotRun }, () => {
  before(async () => {
    mock = await startMock()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    mock?.stop()
  })
  beforeEach(() => (mock.world.custody = new MockCustody()))

  const started = async (path, { as, viewport = DESKTOP } = {}) => {
    const { page, context, troubles } = await open(browser, { home: mock.url, viewport })
    await signIn(page, mock.url, as)
    await page.goto(`${mock.url}${path}`)
    return { page, context, troubles, asked: () => mock.world.custody.asked }
  }
  const fits = async (page) => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen')

  for (const language of ['zh-CN', 'en']) {
    const visit = visitor(() => ({ browser, mock }), language)
    it(`board, ${language}`, () => visit('board', '/recordings/board', { ready: '[data-column=toHand]' }))
    it(`board on a phone, ${language}`, () => visit('board-phone', '/recordings/board', { ready: '[data-column=toHand]', viewport: NARROW, act: fits }))
    it(`one column, ${language}`, () => visit('board-column', '/recordings/board?column=toFile', { ready: '[data-column=toFile]' }))
    it(`nothing on it, ${language}`, () => visit('board-empty', '/recordings/board?unit=fg', { ready: '[data-test=empty]' }))
    it(`a recording, ${language}`, () => visit('storing', `/recordings/${clip(2)}`, { ready: '[data-test=handed]' }))
    it(`a recording on a phone, ${language}`, () => visit('storing-phone', `/recordings/${clip(5)}`, { ready: '[data-test=accident]', viewport: NARROW, act: fits }))
    it(`the form of an exception, ${language}`, () => visit('storing-exception', `/recordings/${clip(3)}`, { ready: '[data-test=except-storing]', act: async (page) => {
      await page.click('[data-test=except-storing]')
      await page.waitForSelector('[data-act=except-storing]')
    } }))
    it(`custodian’s desk, ${language}`, () => visit('custodian', '/recordings/custodian?unit=', { ready: '[data-batch]' }))
    it(`custodian’s desk on a phone, ${language}`, () => visit('custodian-phone', '/recordings/custodian?unit=', { ready: '[data-batch]', viewport: NARROW, act: fits }))
    it(`receipt, ${language}`, () => visit('receipt', '/recordings/custodian/receipt?day=2026-03-02&officer=p1', { ready: '[data-test=receipt]' }))
    it(`balance, ${language}`, () => visit('balance', '/recordings/balance', { ready: '[data-test=devices]' }))
    it(`balance on a phone, ${language}`, () => visit('balance-phone', '/recordings/balance', { ready: '[data-test=devices]', viewport: NARROW, act: fits }))
    it(`monthly, ${language}`, async () => {
      mock.world.custody.monthly = true
      await visit('monthly', '/recordings/hand-overs', { ready: '[data-test=specialists]' })
      await visit('monthly-list', `/recordings/hand-overs/${MONTH}/p1`, { ready: '[data-test=files]' })
      await visit('monthly-phone', `/recordings/hand-overs/${MONTH}/p1`, { ready: '[data-test=files]', viewport: NARROW, act: fits })
    })
  }

  it('counts down in words and shape by the server’s clock, and the address keeps whose it is', async () => {
    const { page, context, troubles } = await started('/recordings/board')
    await page.waitForSelector('[data-column=toHand]')
    const toHand = (n) => page.innerText(`[data-column=toHand] [data-item="${clip(n)}"]`)
    assert.match(await toHand(1), /移交\s*还剩 2 小时 57 分/)
    assert.match(await toHand(2), /移交\s*已超 20 分/)
    await page.waitForSelector(`[data-column=findings] [data-item="${clip(3)}"] [data-countdown=late]`)
    assert.match(await page.innerText('[data-column=out]'), /赵六 已领用 8 小时 20 分/)
    await page.selectOption('[data-test=filter-officer]', 'p4')
    await page.waitForURL(/officer=p4/)
    await page.waitForSelector(`[data-column=toHand] [data-item="${clip(1)}"]`, { state: 'detached' })
    await page.reload()
    await page.waitForSelector(`[data-column=toHand] [data-item="${clip(2)}"]`)
    assert.equal(await page.inputValue('[data-test=filter-officer]'), 'p4')
    calm(troubles)
    await context.close()
  })

  it('is moved on each minute without a reload', async () => {
    const { page, context } = await open(browser, { home: mock.url })
    await page.clock.install()
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/recordings/board`)
    await page.waitForSelector('[data-column=toHand]')
    mock.world.failing = '/api/recordings-board' // what stands there counts on, also while the server is away
    await page.clock.runFor(3 * 60_000)
    await page.waitForFunction((which) => document.querySelector(`[data-column=toHand] [data-item="${which}"]`)?.innerText.includes('还剩 2 小时 54 分'), clip(1))
    mock.world.failing = ''
    await context.close()
  })

  it('several are chosen by keyboard and received at once; what is refused is told line by line', async () => {
    const { page, context, troubles, asked } = await started('/recordings/board')
    await page.waitForSelector('[data-column=toHand]')
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
    await page.focus(`[data-column=accidents] [data-item="${clip(5)}"] input`)
    await page.keyboard.press('Space')
    assert.match(await page.innerText('[data-test=together] strong'), /已选 3 个/)
    await look(page, 'board-chosen')
    await page.click('[data-test=hand-to-custodian]')
    assert.notEqual(await page.inputValue('[data-field=at] input'), '')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=together-result]')
    assert.match(await page.innerText('[data-test=together-result]'), /已办 2 个，未办 1 个/)
    assert.match(await page.innerText(`[data-refused="${clip(5)}"]`), /IMG_0042\.jpg.*已经移交保管人.*无需再次移交/s)
    await page.waitForSelector(`[data-column=toHand] [data-item="${clip(1)}"]`, { state: 'detached' })
    assert.match(await page.innerText('[data-test=together] strong'), /已选 1 个/)
    const sent = asked().filter((one) => one.act === 'hand-to-custodian')
    assert.deepEqual(sent.map((one) => one.which), [clip(1), clip(2), clip(5)])
    assert.equal(sent[0].body.at, '2026-03-02T07:04:00.000Z')
    await page.keyboard.press('Escape')
    await look(page, 'board-refused')
    calm(troubles)
    await context.close()
  })

  it('a whole column is filed as suggested; an exception asks for the agency’s own grounds', async () => {
    const { page, context, troubles, asked } = await started('/recordings/board')
    await page.check('[data-column=toFile] [data-test=choose-all]')
    await page.click('[data-test=file-suggested]')
    await page.waitForSelector('[data-test=together-result]')
    assert.deepEqual(asked().at(-1), { act: 'together file-suggested', ids: [clip(1), clip(2)] })
    await page.check('[data-column=findings] [data-test=choose-all]')
    await page.click('[data-test=except-storing]')
    await page.waitForSelector('[data-field=ground] option:nth-child(2)', { state: 'attached' })
    assert.deepEqual(await page.locator('[data-field=ground] option').allInnerTexts(), ['请选择', '连续工作', '异地执法', '偏远地区', '水上作业', '交通不便'])
    calm(troubles)
    await context.close()
  })

  it('a recording: articles by a click, suggestions by a click, and two persons for an accident', async () => {
    const { page, context, troubles, asked } = await started(`/recordings/${clip(1)}`)
    await page.waitForSelector('[data-test=stored]')
    await page.click('[data-test=handed] a.mono')
    await page.waitForSelector('[data-test=article-panel]')
    await page.keyboard.press('Escape')
    await page.fill('[data-key=enforcementUnit] input', '执法二股')
    await page.click('[data-take=enforcementUnit]')
    assert.equal(await page.inputValue('[data-key=enforcementUnit] input'), '执法一股')
    assert.match(await page.innerText('[data-key=cause]'), /还缺/)
    await page.click('[data-test=claim-accident]')
    await page.fill('[data-field=reason] textarea', '误按')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=accident]')
    await page.click('[data-test=confirm-accident]')
    await page.click('[data-test=submit]')
    assert.match(await page.innerText('[data-test=refused]'), /须由两人认定/)
    assert.deepEqual(asked().map((one) => one.act), ['claim-accident', 'confirm-accident'])
    calm(troubles, /422/)
    await context.close()
  })

  it('an exception and a finding are told on the recording’s page', async () => {
    const { page, context, troubles, asked } = await started(`/recordings/${clip(3)}`)
    await page.click('[data-test=except-storing]')
    await page.selectOption('[data-field=ground] select', 'remote')
    await page.fill('[data-field=place] input', '雾灵山林场')
    await page.fill('[data-field=returnedAt] input', '2026-03-02T14:00')
    await page.fill('[data-field=statement] textarea', '返程两天')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=exception]')
    assert.match(await page.innerText('[data-test=exception]'), /偏远地区.*雾灵山林场.*2026年3月2日 14:00/s)
    assert.deepEqual(asked().at(-1).body, { ground: 'remote', place: '雾灵山林场', returnedAt: '2026-03-02T06:00:00.000Z', statement: '返程两天' })
    await page.click('[data-test=finding] button')
    await page.fill('[data-field=text] textarea', '见储存例外')
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-test=finding] .state.busy')
    calm(troubles)
    await context.close()
  })

  it('the custodian receives all of an officer by one click, and prints the receipt', async () => {
    const { page, context, troubles, asked } = await started('/recordings/custodian?unit=')
    await page.click('[data-batch=p4] [data-test=receive]')
    await page.waitForSelector('[data-batch=p4]', { state: 'detached' })
    assert.match(await page.innerText('[data-test=together-result]'), /已办 2 个/)
    assert.deepEqual(asked().filter((one) => one.act === 'hand-to-custodian').map((one) => one.body.from), ['p4', 'p4'])
    await page.click('[data-test=print-receipt]')
    await page.waitForSelector('[data-test=receipt]')
    assert.match(await page.innerText('[data-test=count]'), /2 份/)
    const paper = await printed(page, 'hand-over-receipt')
    if (paper !== undefined) {
      assert.match(paper, /移交接收单/)
      assert.match(paper, /赵六/)
      assert.match(paper, /2026年3月2日 15:04/)
      const digest = mock.recordings.get(clip(2)).sha256
      assert.ok(paper.replace(/\s/g, '').includes(digest), 'the whole digest is on the paper')
      assert.match(paper, /保管人（签名）/)
      assert.doesNotMatch(paper, /执法活动/)
    }
    calm(troubles)
    await context.close()
  })

  it('the day’s balance says so in words, and prints with lines for both signatures', async () => {
    const { page, context, troubles } = await started('/recordings/balance')
    await page.waitForSelector('[data-balanced=false]')
    assert.match(await page.innerText('[data-test=balance]'), /不平衡.*设备上 43 个，已入库 41 个，失败 2 个/s)
    assert.match(await page.innerText('[data-device=SQ-0005]'), /未归还.*没有入库/s)
    const paper = await printed(page, 'day-balance')
    if (paper !== undefined) {
      assert.match(paper, /不平衡/)
      assert.match(paper, /机构负责人（签名）/)
    }
    await page.selectOption('[data-test=filter-unit]', 'zf2')
    await page.waitForSelector('[data-balanced=true]')
    await page.waitForURL(/unit=zf2/)
    calm(troubles)
    await context.close()
  })

  it('a monthly list is submitted by the giver and received by the office; that there is nothing is confirmed too', async () => {
    mock.world.custody.monthly = true
    const { page, context, troubles, asked } = await started('/recordings/board')
    await page.click('[data-test=custody-tabs] >> text=每月移交')
    await page.click('[data-person=p1] a')
    await page.waitForSelector('[data-test=prepare-list]')
    await page.click('fieldset label >> nth=2')
    await page.click('[data-test=prepare-list]')
    await page.waitForSelector('[data-test=state] >> text=待办公室接收')
    assert.deepEqual(asked().at(-1).body.recordings, [clip(1), clip(2)])
    await context.close()
    const back = await started(`/recordings/hand-overs/${MONTH}/p1`, { as: 'sq.office' })
    await back.page.click('[data-test=return-list]')
    await back.page.fill('[data-field=reason] textarea', '缺一份')
    await back.page.click('[data-test=submit]')
    await back.page.waitForSelector('[data-test=returned] >> text=缺一份')
    await back.context.close()
    mock.world.custody.list.preparedAt = '2026-03-02T07:14:00.000Z'
    const office = await started(`/recordings/hand-overs/${MONTH}/p1`, { as: 'sq.office' })
    await office.page.click('[data-test=receive-list]')
    await office.page.click('[data-test=submit]')
    await office.page.click('[data-test=submit]')
    await office.page.waitForSelector('[data-test=state] >> text=已接收')
    assert.match(await office.page.innerText('[data-test=received]'), /周局长 于 2026年3月2日 15:14 确认/)
    const paper = await printed(office.page, 'monthly-list')
    if (paper !== undefined) assert.match(paper, /每月移交清单/)
    calm([...troubles, ...office.troubles])
    await office.context.close()

    mock.world.custody = Object.assign(new MockCustody(), { monthly: true })
    const nothing = await started(`/recordings/hand-overs/${MONTH}/p3`)
    await nothing.page.click('[data-test=declare-nothing]')
    await nothing.page.click('[data-test=submit]')
    await nothing.page.click('[data-test=submit]')
    await nothing.page.waitForSelector('text=本月没有可移交的音像记录')
    assert.match(await nothing.page.innerText('[data-test=state]'), /待办公室确认/)
    await nothing.context.close()
  })

  it('an agency without a monthly hand-over has no entry, and its page says so', async () => {
    const { page, context, troubles } = await started('/recordings/hand-overs')
    assert.match(await page.innerText('[data-test=refused]'), /没有每月移交/)
    assert.doesNotMatch(await page.innerText('[data-test=custody-tabs]'), /每月移交/)
    calm(troubles, /404/)
    await context.close()
  })

  it('who is neither custodian nor head is told whose desk this is', async () => {
    const { page, context, troubles } = await started('/recordings/custodian', { as: 'sq.li' })
    await page.waitForSelector('[data-test=not-for-me]')
    calm(troubles)
    await context.close()
  })
})
