// Scene receipts: issued at the desk, printed on three papers, and checked by somebody who has nothing but the paper.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ACTIVITY } from '../dev/mock-activities.mjs'
import { startMock } from '../dev/mock-server.mjs'
import { PHONE, axe, calm, cannotRun, foreignWords, launch, look, open, printed, signIn } from './browser.mjs'

const jsQR = createRequire(import.meta.url)('jsqr').default
const FILE = pathToFileURL(fileURLToPath(new URL('../dist/verify.html', import.meta.url))).href
const VECTORS = JSON.parse(readFileSync(new URL('../../formats/src/test/scene/vectors.json', import.meta.url), 'utf8'))

let browser
let mock
let folder

/** Pixels of the element, read by a reader that shares no code with the page. */
async function readBack(page, selector) {
  const png = await page.locator(selector).screenshot({ scale: 'css' })
  const pixels = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(picture.width * 2, picture.height * 2)
    const context = canvas.getContext('2d')
    context.imageSmoothingEnabled = false
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
    return { data: [...data], width, height }
  }, png.toString('base64'))
  return { png, text: jsQR(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)?.data }
}

const paperOf = (paper) => fileURLToPath(new URL(`../target/screenshots/receipt-${paper}.pdf`, import.meta.url))
const states = (page) => page.$$eval('[data-point]', (points) => points.map((one) => `${one.dataset.point} ${one.dataset.state} ${one.dataset.because}`))

describe('scene receipts', { skip: cannotRun }, () => {
  before(async () => {
    mock = await startMock()
    browser = await launch()
    folder = mkdtempSync(join(tmpdir(), 'liuhen-scene-'))
  })
  after(async () => {
    await browser?.close()
    mock?.stop()
    if (folder) rmSync(folder, { recursive: true })
  })

  for (const language of ['zh-CN', 'en']) {
    it(`issued at the desk, printed, scanned, asked after, kept and checked offline, ${language}`, async () => {
      const desk = await open(browser, { language, home: mock.url })
      await signIn(desk.page, mock.url)
      await desk.page.goto(`${mock.url}/activities/${ACTIVITY}`)
      await desk.page.click('[data-test=make-receipt]')
      await desk.page.click('[data-test=lodge-receipt]')
      await desk.page.waitForSelector('[data-test=qr]')
      const { receipt, digest } = mock.world.activities.asked.findLast((one) => one.act === 'lodge-scene-receipt').body
      assert.equal(receipt.captures.length, 3)
      assert.equal(receipt.agency, 'SQ')
      const code = (await desk.page.innerText('[data-test=code] strong')).trim()
      const { text: address, png } = await readBack(desk.page, '[data-test=qr]')
      assert.match(address, new RegExp(`^${mock.url}/verify#scene`))
      await look(desk.page, `receipt-desk-${language}`)
      await axe(desk.page, 'receipt')
      await desk.page.evaluate(() => (window.print = () => new Promise(() => {})))
      calm(desk.troubles)
      const picture = join(folder, `code-${language}.png`)
      writeFileSync(picture, png)

      const party = await open(browser, { language, home: mock.url, viewport: PHONE })
      const sent = []
      party.page.on('request', (request) => sent.push(request.url()))
      await party.page.goto(address)
      await party.page.waitForSelector('[data-test=scene-code]')
      assert.ok((await party.page.innerText('[data-test=scene-code]')).includes(code))
      assert.ok(sent.every((url) => !url.includes('scene') || url === address), 'scanning sends nothing')
      await party.page.click('[data-test=scene-ask]')
      await party.page.waitForSelector('[data-point=lodged][data-state=warn]')
      assert.deepEqual(await states(party.page), ['receipt proven from-ledger', 'lodged warn signer-unknown', 'captures proven there'])
      assert.equal(sent.filter((url) => url.includes(digest)).length, 1)
      await party.page.fill('#trust', mock.vkeys.join('\n'))
      await party.page.waitForSelector('[data-point=lodged][data-state=proven]')
      await look(party.page, `receipt-checked-${language}`)
      await axe(party.page, 'receipt checked')
      if (language === 'zh-CN') assert.deepEqual((await foreignWords(party.page)).filter((word) => !/^(?:https?|verify|scene)$/.test(word)), [])
      const [download] = await Promise.all([party.page.waitForEvent('download'), party.page.click('a[download]')])
      const answer = join(folder, `answer-${language}.json`)
      await download.saveAs(answer)
      calm(party.troubles)

      const alone = await open(browser, { language, home: 'file://' })
      await alone.context.setOffline(true)
      await alone.page.goto(FILE)
      await alone.page.setInputFiles('[data-test=scene-files]', picture)
      await alone.page.waitForSelector('[data-test=scene-code]')
      await alone.page.setInputFiles('[data-test=scene-files]', answer)
      await alone.page.fill('#trust', mock.vkeys.join('\n'))
      await alone.page.waitForSelector('[data-point=lodged][data-state=proven]')
      await alone.page.fill('[data-test=scene-typed]', code.toLowerCase().replaceAll('-', ' '))
      await alone.page.waitForSelector('[data-point=lodged][data-state=proven]')
      const mistyped = code.replace(/.$/, (last) => (last === '2' ? '3' : '2'))
      await alone.page.fill('[data-test=scene-typed]', mistyped)
      assert.match(await alone.page.innerText('[data-test=scene] [role=alert]'), language === 'en' ? /mistyped/ : /抄错/)
      const other = VECTORS.at(-1)
      await alone.page.fill('[data-test=scene-typed]', other.address)
      await alone.page.waitForSelector('[data-because=other-answer]')
      calm(alone.troubles)
      for (const { context } of [desk, party, alone]) await context.close()
    })
  }

  it('a capture that is gone is told, and a file in hand is compared', async () => {
    const bytes = Buffer.from('现场照片')
    const capture = { from: '2026-11-20T01:10:00.000Z', kind: 'photo', sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, to: '2026-11-20T01:10:00.000Z' }
    const receipt = { ...VECTORS[1].receipt, activity: ACTIVITY, captures: [capture], counters: { captures: 1, interruptions: 0, taps: 2 } }
    const text = canonical(receipt)
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
    mock.world.activities.act(mock.world.activities.all.get(ACTIVITY), 'lodge-scene-receipt', { receipt, digest })
    mock.world.activities.lost = 0
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await page.goto(`${mock.url}/verify#scene=${Buffer.from(text).toString('base64url')}`)
    await page.waitForSelector('[data-because=whole]')
    await page.click('[data-test=scene-ask]')
    await page.waitForSelector('[data-point=captures][data-state=wrong]')
    await look(page, 'receipt-missing')
    await page.setInputFiles('[data-test=scene-files]', [{ name: '照片.jpg', mimeType: 'image/jpeg', buffer: bytes }, { name: '别的.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') }])
    await page.waitForSelector('[data-because=in-hand]')
    await page.waitForSelector('[data-test=scene-note] >> nth=1')
    const manifest = canonical({ agency: 'SQ', exportedAt: '2026-11-21T00:00:00.000Z', files: [{ path: 'original/照片.jpg', sha256: capture.sha256, sizeBytes: bytes.length }], format: 'liuhen-bundle-v1', medium: 'original/照片.jpg', origin: 'liuhen-mock/SQ', recording: ACTIVITY })
    await page.click('[data-test=scene] button:has-text("清除")')
    await page.fill('[data-test=scene-typed]', `${mock.url}/verify#scene=${Buffer.from(text).toString('base64url')}`)
    await page.setInputFiles('[data-test=scene-files]', { name: '证据包.tar', mimeType: 'application/x-tar', buffer: tar({ 'manifest.json': Buffer.from(manifest), 'original/照片.jpg': bytes }) })
    await page.waitForSelector('[data-because=in-hand]')
    await page.evaluate((hash) => (location.hash = hash), new URL(VECTORS[1].address).hash)
    await page.waitForSelector('[data-point=lodged][data-because=not-asked]')
    await page.click('[data-test=scene-ask]')
    await page.waitForSelector('[data-test=scene-refused]')
    calm(troubles, /404/)
    mock.world.activities.lost = undefined
    await context.close()
  })

  it('prints on a roll, on A6 and on A4 with the list', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/activities/${ACTIVITY}`)
    await page.click('[data-receipt] button')
    await page.waitForSelector('[data-test=qr]')
    const widths = { roll: 227, a6: 298, a4: 595 } // points
    for (const [paper, width] of Object.entries(widths)) {
      // the browser's own dialog holds the page while it is open; here the paper is taken in its place
      await page.evaluate(() => {
        window.print = () => {
          const sheets = document.adoptedStyleSheets
          const kept = [...sheets]
          const root = document.documentElement
          window.paperKept = () => (root.setAttribute('data-printing', 'receipt'), (document.adoptedStyleSheets = kept))
          window.paperOf = document.querySelector('.alone')?.cloneNode(true)
        }
      })
      await page.click(`[data-test=print-${paper}]`)
      await page.waitForFunction(() => window.paperOf)
      await page.evaluate(() => {
        window.paperKept()
        document.body.append(window.paperOf)
      })
      const words = await printed(page, `receipt-${paper}`)
      if (words) {
        assert.match(words, /回执码/, paper)
        assert.doesNotMatch(words, /覆盖/, `${paper}: nothing of the page around it`)
        const pages = /Pages: +(\d+)/.exec(spawnSync('pdfinfo', [paperOf(paper)], { encoding: 'utf8' }).stdout)
        assert.equal(pages[1], '1', `${paper}: pages`)
        assert.equal(/音像清单/.test(words), paper === 'a4')
        const size = /Page size: +([\d.]+) x/.exec(spawnSync('pdfinfo', [paperOf(paper)], { encoding: 'utf8' }).stdout)
        assert.ok(Math.abs(Number(size[1]) - width) < 2, `${paper}: ${size[1]} points wide`)
      }
      await page.evaluate(() => {
        document.documentElement.removeAttribute('data-printing')
        window.paperOf.remove()
        document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
        delete window.paperOf
      })
    }
    calm(troubles)
    await context.close()
  })
})

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object') return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
  return JSON.stringify(value)
}

/** An uncompressed archive as tar writes it. */
function tar(files) {
  const blocks = Object.entries(files).flatMap(([name, bytes]) => {
    const header = Buffer.alloc(512)
    header.write(name)
    header.write('0000644\0', 100)
    header.write('0000000\0', 108)
    header.write('0000000\0', 116)
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('00000000000\0', 136)
    header.write('        0', 148)
    header.write('ustar\x0000', 257)
    const sum = header.reduce((all, byte) => all + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
