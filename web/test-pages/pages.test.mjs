// Every page, in both languages, in a real browser, against the mock server of dev/.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startMock } from '../dev/mock-server.mjs'
import { PHONE, axe, calm, cannotRun, foreignWords, launch, look, open, signIn, visitor } from './browser.mjs'

const CLIP = '00000000-0000-4000-8000-00000000000'
let browser
let mock

describe('pages', { skip: cannotRun }, () => {
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

    it(`sign-in, ${language}`, async () => {
      const { page, context, troubles } = await open(browser, { language, home: mock.url })
      await page.goto(mock.url)
      await page.waitForSelector('input[name=username]')
      await page.fill('input[name=username]', 'sq.zhang')
      await page.fill('input[name=password]', 'wrong')
      await page.click('button[type=submit]')
      await page.waitForSelector('[data-test=refused]')
      await look(page, `sign-in-wrong-${language}`)
      await axe(page, 'sign-in')
      if (language === 'zh-CN') assert.deepEqual(await foreignWords(page), [])
      calm(troubles, /401/)
      await context.close()
    })
    it(`desk, ${language}`, () => visit('desk', '/desk', { ready: 'table.list' }))
    it(`recordings, ${language}`, () => visit('recordings', '/recordings', { ready: 'table.list tbody tr' }))
    it(`recordings on a phone, ${language}`, () =>
      visit('recordings-phone', '/recordings', { ready: 'table.list tbody tr', viewport: PHONE }))
    it(`recordings without match, ${language}`, () =>
      visit('recordings-empty', '/recordings?q=nothing', { ready: '[data-test=empty]' }))
    it(`classification from the list, ${language}`, () =>
      visit('classification', '/recordings?q=双桥', {
        ready: 'table.list tbody tr',
        act: async (page) => {
          await page.keyboard.press('j')
          await page.keyboard.press('c')
          await page.waitForSelector('[role=dialog] input[name=cause]')
        },
      }))
    it(`recording, ${language}`, () =>
      visit('recording', `/recordings/${CLIP}2`, {
        ready: '[data-verdict=valid]',
        act: async (page) => {
          await page.click('[data-test=play]')
          await page.waitForFunction(() => document.querySelector('video')?.readyState >= 3)
          await page.click('[data-test=hash]')
          await page.click('[data-test=chain] summary')
          await page.waitForFunction(() => [...document.querySelectorAll('[data-test=chain] .state.proven')].length >= 11)
        },
      }))
    it(`recording on a phone, ${language}`, () =>
      visit('recording-phone', `/recordings/${CLIP}1`, { ready: '[data-verdict=valid]', viewport: PHONE }))
    it(`what a file tells of its continuity, ${language}`, () =>
      visit('recording-continuity', `/recordings/${CLIP}2`, {
        ready: '[data-check=gaps]',
        viewport: { width: 400, height: 800 },
        act: (page) => page.locator('[data-test=continuity]').scrollIntoViewIfNeeded(),
      }))
    it(`derived copy, ${language}`, () =>
      visit('recording-derived', `/recordings/${CLIP}3`, {
        ready: '[data-verdict=valid]',
        act: async (page) => {
          await page.click('[data-test=play]')
          await page.waitForSelector('[data-test=derived]')
        },
      }))
    it(`sound, ${language}`, () =>
      visit('recording-sound', `/recordings/${CLIP}4`, {
        ready: '[data-verdict=valid]',
        act: (page) => page.click('[data-test=play]'),
      }))
    it(`photo, ${language}`, () =>
      visit('recording-photo', `/recordings/${CLIP}5`, {
        ready: '[data-verdict=valid]',
        act: async (page) => {
          await page.click('[data-test=play]')
          await page.waitForFunction(() => document.querySelector('img.picture')?.naturalWidth > 0)
        },
      }))
    it(`not playable yet, ${language}`, () =>
      visit('recording-pending', `/recordings/${CLIP}6`, { ready: '[data-verdict=valid]' }))
    it(`not a media file, ${language}`, () => visit('recording-none', `/recordings/${CLIP}7`, { ready: '[data-verdict=valid]' }))
    it(`hand-in, ${language}`, () =>
      visit('hand-in', '/hand-in', {
        ready: '[data-test=start]',
        act: async (page) => {
          await page.click('[data-test=device]')
          await page.click('.el-select-dropdown__item >> nth=0')
          await page.setInputFiles('[data-test=files]', files())
          await page.click('[data-test=start]')
          await page.waitForSelector('[data-balanced=true]', { timeout: 30_000 })
        },
      }))
    it(`balance of a hand-in, ${language}`, () =>
      visit('hand-in-detail', '/hand-ins/aaaaaaaa-0000-4000-8000-000000000002', { ready: 'table.list tbody tr' }))
    it(`help, ${language}`, () =>
      visit('help', '/desk', {
        ready: 'table.list',
        act: async (page) => {
          await page.keyboard.press('?')
          await page.waitForSelector('[role=dialog] kbd')
        },
      }))
    it(`register, ${language}`, () =>
      visit('register', '/register', {
        as: 'sq.li',
        ready: '[data-test=people] tbody tr',
        act: async (page) => {
          assert.equal(await page.locator('[data-test=ending] .state.warn').count(), 2)
          assert.equal(await page.locator('[data-test=ending] .state.wrong').count(), 1)
          await page.click('[data-test=profile] summary')
          await page.waitForSelector('[data-test=profile] .state.none')
        },
      }))
    it(`register on a phone, ${language}`, () =>
      visit('register-phone', '/register', { as: 'sq.li', ready: '[data-test=people] tbody tr', viewport: PHONE }))
    it(`stopped ledger, ${language}`, async () => {
      mock.world.ledgerState = 'stopped'
      await visit('desk-stopped', '/desk', { ready: '[data-test=ledger-stopped]' })
      mock.world.ledgerState = 'writing'
    })
    it(`nothing yet, ${language}`, async () => {
      mock.world.empty = true
      await visit('desk-empty', '/desk', { ready: 'h2' })
      await visit('recordings-none', '/recordings', { ready: '[data-test=empty]' })
      mock.world.empty = false
    })
    it(`a failed list, ${language}`, async () => {
      mock.world.failing = '/api/recordings'
      await visit('recordings-failed', '/recordings', { ready: '[data-test=refused]', allowed: [/503/] })
      mock.world.failing = ''
    })
    it(`no such page, ${language}`, () => visit('not-found', '/nowhere'))
  }

  it('first use sets a password, and the way to the wanted page is kept', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await page.goto(`${mock.url}/recordings?state=gaps`)
    await page.waitForURL(/sign-in/)
    await page.click('text=首次使用')
    await page.fill('input[name=username]', 'sq.wang')
    await page.fill('input[name=code]', '123-456')
    await page.fill('input[name=password]', 'a-long-password')
    await page.fill('input[name=again]', 'a-long-password')
    await page.click('button[type=submit]')
    await page.waitForURL(`${mock.url}/recordings?state=gaps`)
    await page.click('[data-test=sign-out]')
    await page.waitForURL(/sign-in/)
    calm(troubles)
    await context.close()
  })

  it('pages through a hundred thousand rows by keyboard, and keeps state in the address', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.waitForSelector('table.list tbody tr')
    assert.equal(await page.isVisible('[data-test=too-many]'), true)
    assert.match(await page.innerText('h1'), /100,000 个或更多/)
    await page.goto(`${mock.url}/recordings?q=mp4`)
    await page.waitForSelector('table.list tbody tr')
    assert.match(await page.innerText('h1'), /10,000 个或更多/)
    assert.match(await page.innerText('[data-test=too-many]'), /10,000/)
    await page.goto(`${mock.url}/recordings?q=${encodeURIComponent('中断')}`)
    await page.waitForSelector('table.list tbody tr')
    assert.match(await page.innerText('h1'), /共 1 个/)
    assert.equal(await page.isVisible('[data-test=too-many]'), false)
    const started = Date.now()
    await page.goto(`${mock.url}/recordings?page=1999&sort=size&order=asc`)
    await page.waitForSelector('table.list tbody tr')
    assert.ok(Date.now() - started < 2000, `took ${Date.now() - started} ms`)
    await page.keyboard.press('[')
    await page.waitForURL(/page=1998/)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/recordings\/1/)
    await page.goBack()
    await page.waitForURL(/page=1998&?/)
    assert.match(page.url(), /sort=size/)
    await page.fill('input[data-test=q]', '中断')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await page.waitForFunction(() => document.querySelectorAll('table.list tbody tr').length === 1)
    calm(troubles, /404/)
    await context.close()
  })

  it('player: seeks by range request, steps frames, turns, changes speed, all by keyboard', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/recordings/${CLIP}1`)
    await page.click('[data-test=play]')
    await page.waitForFunction(() => document.querySelector('video')?.readyState >= 3)
    const at = () => page.evaluate(() => document.querySelector('video').currentTime)
    await page.keyboard.press('k')
    await page.waitForFunction(() => document.querySelector('video').paused)
    const before = await at()
    await page.keyboard.press('.')
    assert.ok(Math.abs((await at()) - before - 0.04) < 0.01, 'one frame on')
    await page.keyboard.press('l')
    assert.ok((await at()) > before + 9, 'ten seconds on')
    await page.keyboard.press('>')
    assert.equal(await page.evaluate(() => document.querySelector('video').playbackRate), 1.5)
    await page.keyboard.press('r')
    assert.equal(await page.isVisible('video.turn90'), true)
    const strip = await page.locator('[data-test=strip]').boundingBox()
    await page.mouse.click(strip.x + strip.width / 2, strip.y + 20)
    assert.ok(Math.abs((await at()) - 6) < 0.3, 'the middle of the strip')
    assert.ok(mock.world.requests.some((line) => line.startsWith(`POST /api/recordings/${CLIP}1/viewings`)))
    calm(troubles)
    await context.close()
  })

  it('continuity: what was observed brings the player to its second, and what was not tells why', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/recordings/${CLIP}2`)
    await page.click('[data-check=gaps] [data-at="4000"]')
    await page.waitForFunction(() => Math.abs(document.querySelector('video')?.currentTime - 4) < 1.5)
    await page.click('[data-check=frozen] [data-at="6000"]')
    await page.waitForFunction(() => document.querySelector('video').currentTime >= 6)
    assert.match(await page.innerText('[data-check=gaps]'), /观察到/)
    assert.match(await page.innerText('[data-check=tail]'), /未观察到/)
    assert.match(await page.innerText('[data-check=silent]'), /未执行[^]*媒体工具读不出来/)
    assert.match(await page.innerText('[data-check=clock-jump]'), /不适用[^]*文件里没有卫星定位时间/)
    assert.match(await page.innerText('[data-check=frozen]'), /共 41 处/)
    assert.match(await page.innerText('[data-test=continuity]'), /不是对真实性的判断/)
    assert.match(await page.innerText('[data-test=numbers-beside]'), /前一个[^]*双桥现场检查[^]*后一个[^]*从未入库：\s*DSC_0147–DSC_0149\s*（3 个）/)
    await page.click('[data-side=next]')
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === '询问室_01.avi')
    assert.equal(await page.locator('[data-test=numbers-beside]').count(), 0)
    await page.goto(`${mock.url}/recordings/${CLIP}1`)
    await page.waitForSelector('[data-test=continuity-waits]')
    calm(troubles)
    await context.close()
  })

  it('hand-in: a cut connection and a reload lose nothing, and nothing is sent twice', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/hand-in`)
    await page.click('[data-test=device]')
    await page.click('.el-select-dropdown__item >> nth=3')
    await page.setInputFiles('[data-test=files]', files(5_000_000))
    mock.world.cutAfterBytes = 1_000_000
    const handInsBefore = mock.world.handIns.length
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-balanced=true]', { timeout: 30_000 })
    const handIn = mock.world.handIns.at(-1)
    assert.equal(mock.world.handIns.length, handInsBefore + 1)
    assert.equal([...mock.recordings.values()].filter((r) => r.handIn === handIn.id).length, 3)
    calm(troubles, /ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|409/)
    await context.close()
  })

  it('hand-in from a device that is in no register: only when that is ticked, and the device says so', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/hand-in`)
    await page.setInputFiles('[data-test=files]', files(1000))
    await page.check('[data-test=unregistered]')
    assert.equal(await page.isDisabled('[data-test=start]'), true)
    await page.fill('[data-test=strange-number]', '张三手机')
    await axe(page, 'hand-in-unregistered')
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-balanced=true]')
    await page.goto(`${mock.url}/devices?state=unregistered`)
    assert.match(await page.innerText('tr[data-device="张三手机"]'), /手机[^]*未登记/)
    await page.click('tr[data-device="张三手机"] a')
    assert.match(await page.innerText('p[data-test=unregistered]'), /没有登记[^]*张三[^]*登记性能/)
    assert.equal(await page.locator('[data-test=describe-device]').count(), 1)
    calm(troubles)
    await context.close()
  })

  it('hand-in that the server refuses says why in words, and can be tried again', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/hand-in`)
    await page.click('[data-test=device]')
    await page.click('.el-select-dropdown__item >> nth=5')
    await page.setInputFiles('[data-test=files]', files(1000))
    mock.world.refusing = true
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-balanced=false]')
    assert.match(await page.textContent('table.list'), /这台设备不属于本机构/)
    await look(page, 'hand-in-refused-zh-CN')
    await axe(page, 'hand-in-refused')
    mock.world.refusing = false
    await page.click('[data-test=balance] .button.main')
    await page.waitForSelector('[data-balanced=true]')
    calm(troubles, /403/)
    await context.close()
  })

  it('classifies after a viewing has moved the version on, and keeps a draft over a reload', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/recordings/${CLIP}4`)
    await page.fill('input[name=cause]', '未明码标价')
    await page.reload()
    await page.waitForSelector('input[name=cause]')
    assert.equal(await page.inputValue('input[name=cause]'), '未明码标价')
    await page.click('[data-test=play]')
    await page.waitForFunction(() => document.querySelector('audio')?.readyState >= 3)
    await page.waitForLoadState('networkidle')
    await page.click('form.form button[type=submit]')
    await page.waitForFunction(() => document.body.textContent.includes('案由: 未明码标价'))
    calm(troubles)
    await context.close()
  })

  it('a session that ran out leads back to where the person was', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    mock.world.sessions.clear()
    await page.click('nav >> text=录音录像')
    await page.click('[data-test=refused] a')
    await page.waitForURL(/sign-in\?to=\/recordings/)
    calm(troubles, /401/)
    await context.close()
  })

  it('hand-in goes on after a reload in the middle', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    page.on('dialog', (dialog) => dialog.accept())
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/hand-in`)
    await page.click('[data-test=device]')
    await page.click('.el-select-dropdown__item >> nth=4')
    const same = files(700_000)
    await page.setInputFiles('[data-test=files]', same)
    await page.route('**/api/uploads/**', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
    await page.click('[data-test=start]')
    await page.waitForFunction(() => localStorage.getItem('liuhen.handIn'))
    const id = await page.evaluate(() => JSON.parse(localStorage.getItem('liuhen.handIn')).id)
    await page.waitForTimeout(300)
    await page.unroute('**/api/uploads/**')
    // the files chosen again must be the ones listed, by name, size and time
    const times = await page.evaluate(() =>
      Object.values(JSON.parse(localStorage.getItem('liuhen.handIn')).files).map((f) => f.modifiedAt),
    )
    assert.equal(new Set(times).size > 0, true)
    await page.reload()
    await page.waitForSelector('[data-test=unfinished]')
    await look(page, 'hand-in-unfinished-zh-CN')
    await page.evaluate(
      (chosen) => {
        const kept = JSON.parse(localStorage.getItem('liuhen.handIn'))
        const transfer = new DataTransfer()
        for (const { name, size } of chosen)
          transfer.items.add(
            new File([new Uint8Array(size).fill(7)], name, { lastModified: Date.parse(kept.files[name].modifiedAt) }),
          )
        const input = document.querySelector('[data-test=files]')
        input.files = transfer.files
        input.dispatchEvent(new Event('change'))
      },
      same.map((file) => ({ name: file.name, size: file.buffer.length })),
    )
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-balanced=true]', { timeout: 30_000 })
    assert.equal([...mock.recordings.values()].filter((r) => r.handIn === id).length, 3)
    calm(troubles, /ERR_FAILED|409/)
    await context.close()
  })
})

function files(size = 100_000) {
  return ['PIC_0001.jpg', '现场录像.mp4', 'empty.txt'].map((name, i) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(name === 'empty.txt' ? 0 : size + i, 7),
  }))
}
