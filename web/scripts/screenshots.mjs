// Makes the pictures of docs/screenshots: the demo in a folder that vanishes, or one that runs already and whose data folder is given; a
// camera's recordings handed in; each page in both languages.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attached, collect, demo, folder, hasMedia, home, media, run } from '../test-e2e/harness.mjs'
import { DESKTOP, launch, open } from '../test-pages/browser.mjs'

const LARGEST_BYTES = 250 * 1024
const WAIT_MILLIS = 120_000
const STRIP_MILLIS = 3_000
const SAMPLES = [
  ['20260302_143000_询问室.avi', 'testsrc2=size=640x360:rate=15:duration=8', '-c:v', 'mpeg4'],
  ['20260302_150400_现场检查.mp4', 'smptebars=size=640x360:rate=15:duration=12', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'],
]
const pictures = join(home, 'docs/screenshots')
const work = folder('screenshots')
const camera = join(work.path, 'camera')
mkdirSync(camera)
mkdirSync(pictures, { recursive: true })
if (hasMedia) for (const name of readdirSync(media)) copyFileSync(join(media, name), join(camera, name))
for (const [name, source, ...codec] of SAMPLES)
  await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...codec, join(camera, name)]).catch(() => undefined) // fewer rows without it
writeFileSync(join(camera, '情况说明.txt'), '设备电量不足，09:12 起改用备用机。\n')

const server = process.argv[2] ? attached(process.argv[2]) : await demo(join(work.path, 'data'))
const browser = await launch()
try {
  const handedIn = await collect(server, 'SQ', camera)
  if (handedIn.code !== 0) throw new Error(handedIn.err)
  const shown = handedIn.files.find((file) => file.path === (hasMedia ? 'wearable-camera-1.mp4' : '情况说明.txt'))
  const custodian = server.user('SQ', 'custodian')
  for (const [language, suffix] of [
    ['zh-CN', 'zh'],
    ['en', 'en'],
  ]) {
    const { page, context } = await open(browser, { home: server.url, language, viewport: DESKTOP })
    page.setDefaultTimeout(WAIT_MILLIS)
    const take = async (name) => {
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: join(pictures, `${name}-${suffix}.png`) })
    }
    await page.goto(`${server.url}/sign-in`)
    await page.fill('input[name=username]', custodian.username)
    await page.fill('input[name=password]', custodian.password)
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/desk`)
    await prepared(page)
    await page.reload()
    await page.waitForSelector('table.list')
    await page.goto(`${server.url}/recordings`)
    await page.waitForSelector('table.list tbody tr')
    await take('recordings')
    await page.goto(`${server.url}/recordings/${shown.recording}`)
    await page.waitForSelector('[data-verdict=valid]')
    await page.waitForTimeout(STRIP_MILLIS) // it is drawn when its picture has come
    await take('recording')
    await page.goto(`${server.url}/hand-in`)
    await page.click('[data-test=device]')
    await page.click('.el-select-dropdown__item >> nth=1')
    await page.setInputFiles('[data-test=files]', [
      { name: '20260302_160000_双桥现场.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2_000_000, language) },
      { name: '20260302_161500_复查.txt', mimeType: 'text/plain', buffer: Buffer.alloc(900_000, language) },
    ])
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-balanced=true]')
    await take('hand-in')
    const receipt = await page.evaluate(
      (path) => fetch(path).then((answer) => answer.text()),
      `/api/recordings/${shown.recording}/receipt?wait=5`,
    )
    await page.goto(`${server.url}/verify`)
    await page.setInputFiles('[data-test=files]', [
      { name: shown.path, mimeType: 'application/octet-stream', buffer: readFileSync(join(camera, shown.path)) },
      { name: `${shown.path}.receipt`, mimeType: 'text/plain', buffer: Buffer.from(receipt) },
      { name: 'trust.txt', mimeType: 'text/plain', buffer: readFileSync(server.trust) },
    ])
    await page.waitForSelector('[data-test=verdict][data-verdict=valid]')
    await take('verify')
    await context.close()
    await ofCases(language, suffix)
  }
} finally {
  await browser.close()
  await server.stop()
  work.remove()
}
for (const name of readdirSync(pictures).filter((one) => one.endsWith('.png'))) shrink(join(pictures, name))

/** What the handler of cases sees: the desk, the list, a case with findings, a sealed decision, an article of the regulation. */
async function ofCases(language, suffix) {
  const { page, context } = await open(browser, { home: server.url, language, viewport: DESKTOP })
  page.setDefaultTimeout(WAIT_MILLIS)
  const take = async (name, ready) => {
    await page.waitForSelector(ready)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => scrollTo(0, 0)) // a tab that is opened by its address is scrolled to
    await page.screenshot({ path: join(pictures, `${name}-${suffix}.png`) })
  }
  const officer = server.credentials().users.find((user) => user.username === 'sq.officer1')
  await page.goto(`${server.url}/sign-in`)
  await page.fill('input[name=username]', officer.username)
  await page.fill('input[name=password]', officer.password)
  await page.click('button[type=submit]')
  await page.waitForURL(`${server.url}/desk`)
  await take('desk', 'table.list')
  await page.goto(`${server.url}/cases`)
  await take('cases', 'table.list tbody tr')
  const files = await page.evaluate(async () => {
    const { items } = await (await fetch('/api/cases')).json()
    return Promise.all(items.map((row) => fetch(`/api/cases/${row.id}`).then((answer) => answer.json())))
  })
  const faulty = files.find((file) => file.status.is === 'running')
  const ended = files.find((file) => file.status.is === 'ended')
  await page.goto(`${server.url}/cases/${faulty.id}?tab=findings`)
  await take('case', '#tab-panel > *')
  await page.goto(`${server.url}/cases/${ended.id}/documents/${ended.documents.find((one) => one.template === 'penalty-decision').id}`)
  await page.getByRole('button', { name: language === 'en' ? 'Form' : '填写', exact: true }).click()
  await take('document', '[data-test=document-form]')
  await page.goto(`${server.url}/law/articles/SQ-M-12`)
  await take('law', '[data-test=article]')
  await context.close()
}

/** Waits until every file was looked into and its copies are made. */
async function prepared(page) {
  const busy = () =>
    page.evaluate(async () => {
      const { items } = await (await fetch('/api/recordings?size=200')).json()
      if (items.some((row) => row.probe === 'pending')) return true
      const details = await Promise.all(items.map((row) => fetch(`/api/recordings/${row.id}`).then((answer) => answer.json())))
      return details.some((detail) => detail.copies.some((copy) => copy.state === 'pending'))
    })
  const until = Date.now() + WAIT_MILLIS
  while ((await busy()) && Date.now() < until) await page.waitForTimeout(500)
}

function shrink(path) {
  if (statSync(path).size <= LARGEST_BYTES) return
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--quality', '60-95', '--output', path, path])
  if (statSync(path).size > LARGEST_BYTES) console.error(`${path} is larger than ${LARGEST_BYTES} bytes: apt-get install pngquant`)
}
