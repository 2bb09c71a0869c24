// The single file, opened from the disk with the network off: what a stranger does.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, openSync, closeSync, ftruncateSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TestLedger, sha256, sm3TreeOf } from '../dev/test-ledger.mjs'
import { startMock } from '../dev/mock-server.mjs'
import { PHONE, axe, calm, cannotRun, foreignWords, launch, look, open } from './browser.mjs'

const FILE = fileURLToPath(new URL('../dist/verify.html', import.meta.url))
const PAGE = pathToFileURL(FILE).href
const LARGE = process.env.LIUHEN_LARGE_FILES === '1'

let browser
let folder
let ledger

describe('verify.html', { skip: cannotRun }, () => {
  before(async () => {
    browser = await launch()
    folder = mkdtempSync(join(tmpdir(), 'liuhen-verify-'))
    ledger = new TestLedger('liuhen-5f3a09c2/SQ')
  })
  after(async () => {
    await browser?.close()
    if (folder) rmSync(folder, { recursive: true })
  })

  /** Writes a file, its receipt and a trust file; the receipt claims what `claimed` says. */
  function given(
    name,
    bytes,
    claimed = { sha256: sha256(bytes).toString('hex'), sm3Tree: sm3TreeOf(bytes), sizeBytes: bytes.length },
  ) {
    const index = ledger.append({
      stream: '3f2b8f0e-8f53-4c9e-9a55-6f1f4a7f0001',
      version: 1,
      type: 'RecordingHandedIn',
      recordedAt: '2026-03-02T07:04:00.000Z',
      actor: { id: '3f2b8f0e-8f53-4c9e-9a55-6f1f4a7f0002', kind: 'station', name: '一楼采集站', role: 'station' },
      data: { name, sha256: claimed.sha256, sm3Tree: `sm3-tree:${claimed.sm3Tree}`, sizeBytes: claimed.sizeBytes },
    })
    const paths = { file: join(folder, name), receipt: join(folder, `${name}.receipt`), trust: join(folder, 'trust.txt') }
    if (bytes) writeFileSync(paths.file, bytes)
    writeFileSync(paths.receipt, ledger.receipt(index))
    writeFileSync(paths.trust, ledger.vkeys.join('\n'))
    return paths
  }

  async function offline(options) {
    const opened = await open(browser, { home: 'file://', ...options })
    await opened.context.setOffline(true)
    await opened.page.goto(PAGE)
    await opened.page.waitForSelector('h1')
    return opened
  }

  async function verdict(page, paths) {
    await page.setInputFiles('[data-test=files]', paths)
    await page.waitForSelector('[data-test=verdict]')
    await page.waitForFunction(() => !document.querySelector('progress'))
    return page.getAttribute('[data-test=verdict]', 'data-verdict')
  }

  it('is one file whose digest is published beside it', () => {
    const page = readFileSync(FILE)
    const published = readFileSync(`${FILE}.sha256`, 'utf8')
    assert.equal(published, `${createHash('sha256').update(page).digest('hex')}  verify.html\n`)
    assert.doesNotMatch(page.toString(), /<(?:script|link|img)[^>]+(?:src|href)="(?!data:)/)
  })

  for (const language of ['zh-CN', 'en']) {
    it(`valid, consistent but unknown signer, and altered, ${language}`, async () => {
      const paths = given('现场录像.mp4', Buffer.alloc(1_500_000, 9))
      const { page, context, troubles } = await offline({ language })
      await look(page, `verify-start-${language}`)
      assert.equal(await verdict(page, [paths.file, paths.receipt, paths.trust]), 'valid')
      await look(page, `verify-valid-${language}`)
      await axe(page, 'verify')
      if (language === 'zh-CN') assert.deepEqual(await foreignWords(page), [])
      await page.fill('#trust', '')
      await page.waitForSelector('[data-verdict=signerUnknown]')
      await look(page, `verify-unknown-${language}`)
      await axe(page, 'verify-unknown')
      writeFileSync(paths.file, Buffer.alloc(1_500_000, 8))
      await page.setInputFiles('[data-test=files]', [paths.file, paths.trust])
      await page.waitForSelector('[data-verdict=faults]')
      assert.match(await page.textContent('[data-test=verdict]'), /E28/)
      await look(page, `verify-altered-${language}`)
      await axe(page, 'verify-altered')
      calm(troubles)
      await context.close()
    })
  }

  it('works on a phone, and says what is wrong with a pasted key', async () => {
    const paths = given('照片.jpg', Buffer.from('photo'))
    const { page, context, troubles } = await offline({ viewport: PHONE })
    await page.fill('#trust', 'not a key')
    await page.waitForSelector('.state.wrong')
    await page.fill('#trust', ledger.vkeys[1])
    assert.equal(await verdict(page, [paths.file, paths.receipt]), 'valid')
    await look(page, 'verify-phone-zh-CN')
    await axe(page, 'verify-phone')
    calm(troubles)
    await context.close()
  })

  it('keeps its own policy: no connection goes out, not even from its own script', async () => {
    const { page, context } = await open(browser)
    await page.goto(PAGE)
    const went = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => true,
        () => false,
      ),
    )
    assert.equal(went, false)
    assert.match(await page.getAttribute('meta[http-equiv=Content-Security-Policy]', 'content'), /default-src 'none'/)
    await context.close()
  })

  it('works the same when a server gives it at /verify', async () => {
    const mock = await startMock()
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await page.goto(`${mock.url}/verify`)
    const paths = given('a.bin', Buffer.from('bytes'))
    assert.equal(await verdict(page, [paths.file, paths.receipt, paths.trust]), 'valid')
    calm(troubles)
    await context.close()
    mock.stop()
  })

  it('a file being hashed can be cancelled', async () => {
    const large = join(folder, 'cancel.bin')
    sparse(large, 2 * 1024 ** 3)
    const { page, context, troubles } = await offline()
    await page.setInputFiles('[data-test=files]', [large])
    await page.waitForFunction(() => document.querySelector('progress')?.value > 0)
    await look(page, 'verify-hashing-zh-CN')
    await page.click('.hashing button')
    await page.waitForFunction(() => !document.querySelector('progress'))
    calm(troubles)
    await context.close()
  })

  it(
    'hashes 4 GiB with flat memory',
    { skip: LARGE ? false : 'set LIUHEN_LARGE_FILES=1 to run it (about a minute)', timeout: 600_000 },
    async () => {
      const size = 4 * 1024 ** 3
      const large = join(folder, 'large.bin')
      sparse(large, size)
      const paths = given('large.bin', undefined, {
        sha256: await digestOfZeros(size),
        sm3Tree: treeOfZeros(size),
        sizeBytes: size,
      })
      const { page, context, troubles } = await offline()
      const started = Date.now()
      await page.setInputFiles('[data-test=files]', [large, paths.receipt, paths.trust])
      const most = { bytes: 0 }
      const watching = setInterval(
        () =>
          void page
            .evaluate(() => performance.memory?.usedJSHeapSize ?? 0)
            .then(
              (bytes) => (most.bytes = Math.max(most.bytes, bytes)),
              () => 0,
            ),
        1000,
      )
      await page.waitForSelector('[data-test=verdict]', { timeout: 500_000 })
      clearInterval(watching)
      assert.equal(await page.getAttribute('[data-test=verdict]', 'data-verdict'), 'valid')
      const seconds = (Date.now() - started) / 1000
      console.log(
        `4 GiB: ${seconds.toFixed(1)} s, ${(4096 / seconds).toFixed(0)} MiB/s, most heap of the page ${(most.bytes / 1024 ** 2).toFixed(0)} MiB`,
      )
      assert.ok(most.bytes < 200 * 1024 ** 2)
      calm(troubles)
      await context.close()
    },
  )
})

function sparse(path, size) {
  const file = openSync(path, 'w')
  ftruncateSync(file, size)
  writeSync(file, Buffer.of(0), 0, 1, size - 1)
  closeSync(file)
}

async function digestOfZeros(size) {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(64 * 1024 ** 2)
  for (let at = 0; at < size; at += piece.length) hash.update(piece)
  return hash.digest('hex')
}

/** All leaves are alike and their number is a power of two: one hash for each level. */
function treeOfZeros(size) {
  const sm3 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sm3')).digest()
  let node = sm3(Buffer.of(0), Buffer.alloc(65536))
  for (let leaves = size / 65536; leaves > 1; leaves /= 2) node = sm3(Buffer.of(1), node, node)
  return node.toString('hex')
}
