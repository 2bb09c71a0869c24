// The officers' page at 360 × 740, against the mock server: every state in both languages, what one tap does, and what happens without network.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ACTIVITY, problem } from '../dev/mock-activities.mjs'
import { startMock } from '../dev/mock-server.mjs'
import { axe, calm, cannotRun, foreignWords, launch, look, open } from './browser.mjs'

const SMALL = { width: 360, height: 740 }
const UNREACHABLE = /ERR_INTERNET_DISCONNECTED/
let browser
let mock

describe('the officers’ page', { skip: cannotRun }, () => {
  before(async () => {
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    mock?.stop()
  })

  /** A phone with that person signed in; `bound` makes it a terminal. */
  async function phone({ language = 'zh-CN', as = 'sq.zhang', bound = true } = {}) {
    mock?.stop()
    mock = await startMock()
    const opened = await open(browser, { home: mock.url, viewport: SMALL, language })
    const { page, context, troubles } = opened
    page.setDefaultTimeout(10_000)
    await context.grantPermissions(['camera', 'microphone'])
    await page.goto(`${mock.url}/phone`)
    await signIn(page, as)
    if (bound) await bind(page)
    await page.goto(`${mock.url}/phone`)
    await page.waitForSelector('[data-test=today]')
    return { ...opened, close: async (...allowed) => (calm(troubles, ...allowed), await context.close()) }
  }
  async function signIn(page, as) {
    await page.fill('input[name=username]', as)
    await page.fill('input[name=password]', 'test-password')
    await page.click('[data-test=sign-in] button')
    await page.waitForSelector('[data-test=sign-in]', { state: 'detached' })
  }
  async function bind(page) {
    await page.goto(`${mock.url}/phone/terminal`)
    await page.selectOption('select[name=device]', 'SQ-04')
    await page.click('[data-test=bind]')
    await page.waitForSelector('[data-test=terminal] strong:has-text("SQ-04")')
  }
  async function opened(page, place = '新华路 1 号') {
    await page.click('[data-test=to-new]')
    await page.selectOption('select[name=act]', 'siteInspection')
    await page.fill('input[name=place]', place)
    await page.check('label:has-text("赵六") input')
    await page.click('[data-test=open]')
    await page.waitForSelector('[data-test=start]')
  }
  /** All that the phone has in one store. */
  const kept = (page, store) =>
    page.evaluate(async (name) => {
      const database = await new Promise((done) => (indexedDB.open('liuhen-phone').onsuccess = (event) => done(event.target.result)))
      return new Promise((done) => (database.transaction(name).objectStore(name).getAll().onsuccess = (event) => done(JSON.stringify(event.target.result))))
    }, store)
  /** The page as if the ten seconds of undoing were over. */
  const later = (page) => page.clock.runFor(11_000)
  const asked = (act) => mock.world.activities.asked.filter((one) => one.act === act)
  async function until(isSo, what) {
    for (let i = 0; i < 200; i++) {
      if (await isSo()) return
      await new Promise((done) => setTimeout(done, 50))
    }
    assert.fail(what)
  }

  for (const language of ['zh-CN', 'en']) {
    it(`every state, ${language}`, async () => {
      mock?.stop()
      mock = await startMock()
      const { page, context, troubles } = await open(browser, { home: mock.url, viewport: SMALL, language })
      page.setDefaultTimeout(10_000)
      const picture = async (name) => {
        await look(page, `phone-${name}-${language}`)
        await axe(page, `phone ${name}`)
        if (language === 'zh-CN') assert.deepEqual(await foreignWords(page), [], `${name}: English left`)
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= SMALL.width, `${name}: wider than the phone`)
      }
      await page.goto(`${mock.url}/phone`)
      await page.waitForSelector('[data-test=sign-in]')
      await picture('sign-in')
      await signIn(page, 'sq.zhang')
      await page.waitForSelector('[data-test=today]')
      await picture('today')
      await page.goto(`${mock.url}/phone/activities/${ACTIVITY}`)
      await page.waitForSelector('[data-test=private]')
      await picture('private')
      await page.goto(`${mock.url}/phone/terminal`)
      await page.waitForSelector('select[name=device]')
      await picture('to-bind')
      await bind(page)
      await picture('terminal')
      await page.click('[data-test=to-new]')
      await page.waitForSelector('[data-test=new]')
      await picture('new')
      await opened(page)
      await context.setOffline(true) // what is said is there before the recording begins, and without network
      await page.click('[data-test=phrases] summary')
      assert.match(await page.innerText('[data-test=guide-version]'), language === 'en' ? /Version 2/ : /第 2 版/)
      assert.match(await page.innerText('[data-test=phrases]'), /今天来检查，请您陪同/)
      assert.doesNotMatch(await page.innerText('[data-test=phrases]'), /这是文书/)
      await picture('planned')
      await page.click('[data-test=start]') // without network still: it stays in the queue, however long the pictures take
      await page.waitForSelector('[data-test=undo]')
      await page.click('[data-test=certificate]')
      assert.match(await page.innerText('[data-test=wear]'), language === 'en' ? /left shoulder/ : /左肩部、左胸部，现场取证可以手持/)
      await page.click('[data-test=announced]')
      await picture('running')
      for (const form of ['break', 'give-up', 'exempt', 'except', 'excuse']) {
        await page.click(`[data-test=${form}]`)
        if (form === 'break') await page.click('[data-test=resume]')
        await page.waitForSelector('[data-form]')
        await picture(form)
        await page.click('[data-form] .taps button >> nth=0')
      }
      await page.click('[data-test=to-queue]')
      await page.waitForSelector('[data-queued=start-activity]')
      await picture('queue')
      calm(troubles, UNREACHABLE)
      await context.close()
    })
  }

  it('one tap starts and one ends; ten seconds long a tap leaves nothing, later it is said again', async () => {
    const { page, close } = await phone()
    await opened(page)
    await page.clock.install()
    await page.dblclick('[data-test=start]')
    assert.equal(await page.locator('[data-test=end]').isDisabled(), true, 'a second tap in the same place must not end it')
    await page.click('[data-test=undo]')
    await page.clock.runFor(2_000)
    await page.waitForSelector('[data-test=start]')
    await page.click('[data-test=start]')
    const tapped = await page.evaluate(() => Date.now())
    await page.waitForSelector('[data-test=end]')
    assert.deepEqual(asked('start-activity'), [])
    await later(page)
    await until(() => asked('start-activity').length === 1, 'the start was not sent')
    assert.ok(Math.abs(Date.parse(asked('start-activity')[0].body.at) - tapped) < 5_000, 'the time of the tap, not of the sending')
    await page.click('[data-test=correct-start]')
    await page.fill('input[name=at]', '2026-11-20T09:00')
    await page.click('form button[type=submit]')
    await until(() => asked('start-activity').length === 2, 'the correction was not sent')
    assert.equal(asked('start-activity')[1].body.at, '2026-11-20T01:00:00.000Z')
    await page.click('[data-test=end]')
    await later(page)
    await until(() => asked('end-activity').length === 1, 'the end was not sent')

    await page.click('[data-test=to-new]')
    await page.click('[data-test=like-last]')
    await page.waitForSelector('[data-test=start]')
    await until(() => asked('open-activity').length === 2, 'not opened again')
    assert.deepEqual(asked('open-activity')[1].body.officers, ['p1', 'p4'])
    await close()
  })

  it('a refusal is told in the server’s words and holds up only what hangs on it', async () => {
    const { page, close } = await phone()
    mock.world.activities.refusing.set('open-activity', problem(422, 'incomplete', '执法人员不足两人', '请再选一名执法人员。', 'Fewer than two officers', 'Name another.'))
    await opened(page, '第一处')
    await page.click('[data-test=start]')
    await opened(page, '第二处')
    await until(() => asked('open-activity').length === 1, 'the second was held up')
    assert.equal(asked('open-activity')[0].body.place, '第二处')
    await page.click('[data-test=to-queue]')
    await page.waitForSelector('[data-state=refused]')
    assert.match(await page.innerText('[data-state=refused]'), /执法人员不足两人/)
    assert.match(await page.innerText('[data-queued=start-activity]'), /等待前一项/)
    await look(page, 'phone-refused')
    await axe(page, 'refused')
    await page.click('[data-test=again]')
    await until(() => asked('open-activity').length === 2, 'not tried again')
    mock.world.activities.refusing.set('open-activity', problem(422, 'incomplete', '执法人员不足两人', '请再选一名执法人员。', 'Fewer than two officers', 'Name another.'))
    await opened(page, '第三处')
    await page.click('[data-test=start]')
    await page.click('[data-test=to-queue]')
    await page.waitForSelector('[data-state=refused]')
    await page.click('[data-test=drop]')
    await page.click('[data-test=drop]')
    await page.waitForFunction(() => !document.querySelector('[data-state=refused]'))
    await page.waitForSelector('[data-test=all-sent]', { timeout: 20_000 })
    await close(/422/)
  })

  it('another person signs in: what the first one tapped waits for the first', async () => {
    const { page, context, close } = await phone()
    await context.setOffline(true)
    await opened(page)
    mock.world.sessions.clear()
    await context.setOffline(false)
    await page.waitForSelector('[data-test=sign-in]')
    assert.match(await page.innerText('[data-test=sign-in]'), /已记录的都在本机/)
    await page.fill('input[name=username]', 'sq.li')
    assert.match(await page.innerText('[data-test=sign-in]'), /张三.*1 项/)
    await signIn(page, 'sq.li')
    await page.waitForSelector('[data-test=of-others]')
    await page.click('[data-test=to-queue]')
    await page.waitForSelector('[data-test=all-sent]')
    await page.reload()
    await page.waitForSelector('[data-test=of-others]')
    assert.deepEqual(asked('open-activity'), [])
    mock.world.sessions.clear()
    await page.reload()
    await signIn(page, 'sq.zhang')
    await until(() => asked('open-activity').length === 1, 'not sent after its own person signed in')
    await close(UNREACHABLE, /40[13]/)
  })

  it('a private phone has no camera and keeps no more than the list', async () => {
    const { page, close } = await phone({ bound: false })
    await page.click(`a[href*="${ACTIVITY}"]`)
    await page.waitForSelector('[data-test=private]')
    assert.equal(await page.locator('[data-test=captures]').count(), 0)
    const facts = await kept(page, 'facts')
    assert.doesNotMatch(facts, /钱某/, 'marks of an activity')
    assert.match(facts, /便民超市/)
    await close()
  })

  it('a photo and a film are handed in with the digest made at capture', async () => {
    const { page, close } = await phone()
    await opened(page)
    await page.click('[data-test=start]')
    await page.click('[data-test=photo]')
    await page.waitForFunction(() => document.querySelector('video')?.videoWidth > 0)
    await page.click('[data-test=shoot]')
    await page.waitForSelector('[data-kind=photo]')
    await page.click('.taps button:has-text("关闭")')
    await page.click('[data-test=video]')
    await page.waitForSelector('[data-test=capturing]')
    await page.waitForTimeout(2500)
    await look(page, 'phone-filming')
    await page.click('[data-test=stop]')
    await page.waitForSelector('[data-kind=video] .state.done')
    await page.waitForSelector('[data-kind=photo] .state.done')
    for (const kind of ['photo', 'video']) {
      const made = await page.getAttribute(`[data-kind=${kind}]`, 'data-sha256')
      const stored = [...mock.recordings.values()].find((one) => one.sha256 === made)
      assert.ok(stored, `${kind} arrived with other bytes`)
      assert.ok(stored.path.includes(`sha256-${made}/`) && stored.device === 'SQ-04')
    }
    await until(() => asked('file-to-activity').length === 2, 'not filed')
    for (const kind of ['photo', 'video']) await page.waitForSelector(`[data-kind=${kind}][data-cleared=true] .proven`)
    assert.equal(await kept(page, 'pieces'), '[]', 'the space is free again')
    await look(page, 'phone-stored')
    await close()
  })

  it('at the end the party gets a receipt, made without network, and it is lodged when there is one', async () => {
    const { page, context, close } = await phone()
    await opened(page)
    await page.click('[data-test=start]')
    await page.setInputFiles('input[name=file-photo]', { name: 'IMG_8.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(50_000, 8) })
    await page.waitForSelector('[data-kind=photo]')
    const sha256 = await page.getAttribute('[data-kind=photo]', 'data-sha256')
    await context.setOffline(true)
    await page.waitForTimeout(1_600)
    await page.click('[data-test=end]')
    await page.click('[data-test=make-receipt]')
    await page.waitForSelector('[data-test=code]')
    assert.match(await page.innerText('[data-test=code]'), /([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}/)
    await look(page, 'phone-receipt')
    await axe(page, 'receipt')
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= SMALL.width, 'wider than the phone')
    await page.reload()
    await page.waitForSelector('[data-test=code]')
    await context.setOffline(false)
    await page.waitForSelector('[data-test=network].done')
    await until(() => asked('lodge-scene-receipt').length === 1, 'not lodged')
    const { body } = asked('lodge-scene-receipt')[0]
    assert.deepEqual(body.receipt.captures.map((one) => one.sha256), [sha256])
    assert.equal(body.receipt.counters.taps, 3)
    assert.deepEqual(body.receipt.devices, [{ number: 'SQ-04' }])
    await close(UNREACHABLE)
  })

  it('a newer version is taken up when the officer says so, and what waits is there again', async () => {
    const { page, close } = await phone()
    await page.evaluate(() => navigator.serviceWorker.ready)
    mock.world.activities.refusing.set('open-activity', problem(422, 'incomplete', '执法人员不足两人', '请再选一名执法人员。', 'Fewer than two officers', 'Name another.'))
    await opened(page)
    await page.click('[data-test=to-queue]')
    await page.waitForSelector('[data-state=refused]')
    mock.world.workerMore = '// newer'
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/phone')).update())
    await look(page, 'phone-newer')
    await Promise.all([page.waitForEvent('load'), page.click('button:has-text("现在更新")')])
    await page.waitForSelector('[data-state=refused]')
    assert.equal(await page.locator('button:has-text("现在更新")').count(), 0)
    await close(/422/)
  })

  it('a film stops when the phone is full; what was kept before counts, with its own digest', async () => {
    const { page, context, close } = await phone()
    await opened(page)
    await page.click('[data-test=start]')
    await context.setOffline(true)
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put
      let left = 3
      IDBObjectStore.prototype.put = function (...what) {
        const request = put.apply(this, what)
        if (this.name === 'pieces' && left-- <= 0) queueMicrotask(() => this.transaction.abort())
        return request
      }
    })
    await page.click('[data-test=video]')
    await page.waitForSelector('[data-test=told]')
    assert.match(await page.innerText('[data-test=told]'), /存储已满/)
    await page.waitForSelector('[data-kind=video]')
    await look(page, 'phone-full')
    await axe(page, 'full')
    await context.setOffline(false)
    await page.waitForSelector('[data-kind=video] .state.done')
    const made = await page.getAttribute('[data-kind=video]', 'data-sha256')
    assert.ok([...mock.recordings.values()].some((one) => one.sha256 === made), 'other bytes than were kept')
    await close(UNREACHABLE)
  })

  it('a tap that the phone cannot keep is told, and so is little space', async () => {
    const { page, close } = await phone()
    await opened(page)
    await page.evaluate(() => {
      IDBObjectStore.prototype.add = function () {
        this.transaction.abort()
      }
      navigator.storage.estimate = () => Promise.resolve({ quota: 300 * 1024 * 1024, usage: 0 })
    })
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-test=not-kept]')
    assert.equal(await page.locator('[data-test=start]').count(), 1, 'shown as if it had begun')
    await page.click('[data-test=to-queue]')
    await page.click('a:has-text("今日")')
    await page.click(`a[href*="${ACTIVITY}"]`)
    await page.waitForSelector('[data-test=space-low]')
    await close()
  })

  it('other bytes at the server than were captured: told, and both digests are kept', async () => {
    const { page, close } = await phone()
    mock.world.tampering = true
    await opened(page)
    await page.click('[data-test=start]')
    await page.setInputFiles('input[name=file-photo]', { name: 'IMG_7.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(3_000_000, 7) })
    await page.waitForSelector('[data-kind=photo] [role=alert]')
    assert.match(await page.innerText('[data-kind=photo] [role=alert]'), /与拍摄时不一致/)
    await page.click('[data-test=to-queue]')
    await page.waitForSelector('[data-kind=photo] [role=alert]')
    await look(page, 'phone-differs')
    await close()
  })
})
