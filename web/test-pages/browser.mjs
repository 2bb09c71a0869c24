// What every page test shares: one real browser, screenshots into target/screenshots, axe-core, and no word on the console.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const EXECUTABLE = process.env.LIUHEN_CHROMIUM ?? '/usr/bin/chromium'
const SCREENSHOTS = fileURLToPath(new URL('../target/screenshots/', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Cameras and microphones are the browser's own test pictures. */
const ARGS = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--mute-audio', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

export const DESKTOP = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

/** A reason to skip, or false. */
export const cannotRun = existsSync(EXECUTABLE)
  ? existsSync(fileURLToPath(new URL('../dist/index.html', import.meta.url)))
    ? false
    : 'dist is missing: npm run build first'
  : `no browser at ${EXECUTABLE}; set LIUHEN_CHROMIUM`

/** @param viewer with the browser's own viewer of PDFs, as people have it; without it they are downloads */
export function launch({ viewer = false } = {}) {
  mkdirSync(SCREENSHOTS, { recursive: true })
  return chromium.launch({ executablePath: EXECUTABLE, headless: !viewer, args: [...(viewer ? ['--headless=new'] : []), ...ARGS] })
}

/** A browser that remembers in this folder, as a person's does from one day to the next; the rest as {@link open}. */
export async function launchKept(folder, { viewport = DESKTOP, language = 'zh-CN', home = '' } = {}) {
  mkdirSync(SCREENSHOTS, { recursive: true })
  return watched(await chromium.launchPersistentContext(folder, { executablePath: EXECUTABLE, args: ARGS, ...person(viewport) }), language, home)
}

const person = (viewport) => ({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true })

/** A page that remembers every console error, page error and request to a foreign host. */
export async function open(browser, { viewport = DESKTOP, language = 'zh-CN', home = '' } = {}) {
  return watched(await browser.newContext(person(viewport)), language, home)
}

async function watched(context, language, home) {
  await context.addInitScript((wanted) => {
    try {
      if (!localStorage.getItem('liuhen.language')) localStorage.setItem('liuhen.language', wanted)
    } catch {
      /* a file page without storage */
    }
  }, language)
  return { context, ...listened(context.pages()[0] ?? (await context.newPage()), home) }
}

function listened(page, home) {
  const troubles = []
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && troubles.push(`${message.type()}: ${message.text()}`),
  )
  page.on('pageerror', (error) => troubles.push(`pageerror: ${error.message}`))
  page.on(
    'request',
    (request) =>
      home && /^https?:/.test(request.url()) && !request.url().startsWith(home) && troubles.push(`foreign: ${request.url()}`),
  )
  return { page, troubles }
}

export async function signIn(page, home, username = 'sq.zhang') {
  await page.goto(`${home}/sign-in`)
  await page.fill('input[name=username]', username)
  await page.fill('input[name=password]', 'test-password')
  await page.click('button[type=submit]')
  await page.waitForURL(`${home}/desk`)
}

/** Prints as a person would, beside the screenshots; the words of the paper, or nothing where poppler-utils is not installed. */
export async function printed(page, name) {
  const path = `${SCREENSHOTS}${name}.pdf`
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
  const text = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  return text.status === 0 ? text.stdout : undefined
}

export async function look(page, name) {
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true })
}

/**
 * Opens a page as somebody, does something there, takes its picture, and lets nothing pass: axe, words of the other language, the console.
 * A person signs in once for all visits.
 *
 * @param started tells the browser and the server of the tests, which are there only when the first test runs
 */
export function visitor(started, language) {
  const signedIn = new Map()
  const entered = async (as, viewport) => {
    const { browser, mock } = started()
    const key = `${as} ${viewport?.width}`
    if (!signedIn.has(key)) {
      const first = await open(browser, { language, home: mock.url, viewport })
      await signIn(first.page, mock.url, as)
      calm(first.troubles)
      await first.page.close()
      signedIn.set(key, first.context)
    }
    return signedIn.get(key)
  }
  return async (name, path, { ready, act, viewport, allowed = [], as } = {}) => {
    const context = await entered(as, viewport)
    const home = started().mock.url
    const { page, troubles } = listened(await context.newPage(), home)
    await page.goto(home + path)
    await page.waitForSelector(ready ?? 'h1')
    await act?.(page)
    await page.waitForLoadState('networkidle')
    await look(page, `${name}-${language}`)
    await axe(page, name)
    if (language === 'zh-CN') assert.deepEqual(await foreignWords(page), [], `${name}: English left`)
    calm(troubles, ...allowed)
    await page.close()
  }
}

/** Evaluated through the debugger, so that the page's own policy need not allow it. */
export async function axe(page, name) {
  await page.evaluate(AXE)
  const violations = await page.evaluate(async () =>
    (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    ),
  )
  assert.deepEqual(violations, [], `${name}: axe`)
}

/** Console errors that a test provoked on purpose are named; any other is a failure. */
export function calm(troubles, ...allowed) {
  assert.deepEqual(
    troubles.filter((trouble) => !allowed.some((pattern) => pattern.test(trouble))),
    [],
  )
}

/** Words of the other language that were left on the page: Latin letters in running text of the Chinese locale. */
export async function foreignWords(page) {
  return page.evaluate(() => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('.mono, kbd, [lang=en], script, style, table, .data, h1.name')) continue
      const words = node.textContent
        .replace(
          /SHA-256|SM3|Hz|[KMGT]?B\b|Esc|Enter|Space|mp4|avi|ogg|h264|mpeg4|aac|[\w./-]*\.(receipt|tar|mp4|avi|mts|ogg|jpg)|SQ-\d+|\bE\d\d\b|liuhen-[0-9a-z]+\/SQ/gi,
          '',
        )
        .match(/[A-Za-z]{3,}/g)
      if (words) found.push(...words)
    }
    return found
  })
}
