// The pages of the case and the law, in both languages, in a real browser, against the mock server of dev/.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { CASE, LICENCE, doc } from '../dev/mock-cases.mjs'
import { startMock } from '../dev/mock-server.mjs'
import { PHONE, calm, cannotRun, foreignWords, launch, open, printed, signIn, visitor } from './browser.mjs'

let browser
let mock
/** No such case; nothing kept of a draft that nobody typed in. */
const page404 = /404/
const page422 = /422/

describe('pages of cases', { skip: cannotRun }, () => {
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
    const timeline = '[data-test=timeline] .mark'

    it(`desk, ${language}`, () => visit('case-desk', '/desk', { ready: '[data-test=desk-findings] li' }))
    it(`list, ${language}`, () => visit('cases', '/cases', { ready: 'table.list tbody tr' }))
    it(`list on a phone, ${language}`, () => visit('cases-phone', '/cases?kind=penalty&state=findings', { ready: 'table.list tbody tr', viewport: PHONE }))
    it(`list without match, ${language}`, () => visit('cases-empty', '/cases?q=nothing', { ready: '[data-test=empty]' }))
    it(`opening, ${language}`, () => visit('case-open', '/cases', { ready: 'table.list tbody tr', act: async (page) => (await page.click('[data-test=open-case]'), page.waitForSelector('[data-act=open-case]')) }))
    for (const tab of ['documents', 'checklist', 'service', 'approvals', 'measures', 'recordings', 'findings', 'people', 'trace'])
      it(`case: ${tab}, ${language}`, () => visit(`case-${tab}`, `/cases/${CASE}?tab=${tab}`, { ready: timeline, act: (page) => page.waitForSelector('#tab-panel > *') }))
    it(`case on a phone, ${language}`, () => visit('case-phone', `/cases/${CASE}?tab=findings`, { ready: timeline, viewport: PHONE }))
    it(`the thing beside the line, the article beside the page, ${language}`, () =>
      visit('case-beside', `/cases/${CASE}?tab=findings`, {
        ready: timeline,
        act: async (page) => {
          await page.click('[data-test=blocks] summary >> nth=1')
          await page.click('[data-test=missing] a.mono:visible >> nth=0')
          await page.waitForSelector('[data-test=article-panel] [data-test=article]')
          await page.focus(`${timeline}[tabindex="0"]`)
          for (const key of ['ArrowRight', 'ArrowRight', '+', 'ArrowDown']) await page.keyboard.press(key)
          await page.waitForSelector('[data-test=beside]')
        },
      }))
    it(`as at, and compared, ${language}`, () =>
      visit('case-as-at', `/cases/${CASE}?asAt=${encodeURIComponent(new Date(Date.now() - 20 * 86_400_000).toISOString())}`, {
        ready: '[data-test=past]',
        act: async (page) => {
          await page.click('[data-test=compare]')
          await page.click('[data-test=differences] button[type=submit]')
          await page.waitForSelector('[data-test=differences] [data-test=trace] tbody tr')
        },
      }))
    it(`licence, ${language}`, () =>
      visit('case-licence', `/cases/${LICENCE}?tab=people`, {
        ready: timeline,
        act: async (page) => {
          await page.click('#tab-panel button.main')
          await page.selectOption('[data-act=decide-acceptance] select >> nth=0', 'correctOnSpotThenAccept')
          await page.click('[data-field="acceptance.corrections"] > div > button')
        },
      }))
    it(`no such case, ${language}`, () => visit('case-none', '/cases/00000000-0000-4000-8000-00000000ffff', { ready: '[data-test=refused]', allowed: [page404] }))
    it(`library, ${language}`, () =>
      visit('case-library', `/cases/${CASE}`, { ready: '[data-test=new-document]', act: async (page) => (await page.click('[data-test=new-document]'), page.waitForSelector('[data-template]')) }))
    it(`draft, ${language}`, () =>
      visit('document-draft', `/cases/${CASE}/documents/${doc(6)}`, { ready: '[data-test=document-form]', act: (page) => page.click('[data-field=questions] > div > button') }))
    it(`rows of a document, ${language}`, () =>
      visit('document-rows', `/cases/${CASE}/documents/${doc(8)}`, { ready: '[data-test=document-form]', act: (page) => page.click('[data-field=samples] > div > button') }))
    it(`locked, with altered places, ${language}`, () => visit('document-locked', `/cases/${CASE}/documents/${doc(9)}`, { ready: '[data-drawn] >> nth=0' }))
    it(`facts of a decision, ${language}`, () => visit('document-facts', `/cases/${CASE}/documents/${doc(10)}`, { ready: '[data-test=supports] .fact' }))
    it(`preview, ${language}`, () =>
      visit('document-preview', `/cases/${CASE}/documents/${doc(10)}`, { ready: '[data-test=document-form]', act: async (page) => (await page.click('[data-test=preview]'), page.waitForSelector('[data-drawn]')) }))
    it(`signing, ${language}`, () =>
      visit('document-sign', `/cases/${CASE}/documents/${doc(9)}`, { ready: '[data-test=sign-open]', act: async (page) => (await page.click('[data-test=sign-open]'), page.waitForSelector('[data-test=pad]')) }))
    it(`document on a phone, ${language}`, () => visit('document-phone', `/cases/${CASE}/documents/${doc(6)}`, { ready: '[data-test=document-form]', viewport: PHONE }))
    it(`law, ${language}`, () => visit('law', '/law/articles/SQ-M-12.p2', { ready: '[data-test=article]' }))
    it(`national limits, ${language}`, () => visit('law-national', '/law?text=national', { ready: '[data-test=national]' }))
    it(`law on a phone, ${language}`, () => visit('law-phone', '/law', { ready: '.articles li', viewport: PHONE }))
    it(`rehearsal, ${language}`, () =>
      visit('rehearsal', '/law/rehearsal', {
        as: 'sq.li',
        ready: '[data-test=profile]',
        act: async (page) => {
          await page.fill('[data-test=profile]', 'recording.storeWithin:\n  - {from: 2026-12-01, article: SQ-M-21, value: PT12H}\n')
          await page.click('[data-test=rehearse]')
          await page.waitForSelector('[data-side=newly] tbody tr')
        },
      }))
  }

  it('a refused end says what is missing, with article and way out, and the statement is filled in and kept', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases/${CASE}`)
    await page.click('[data-test=act-end-case]')
    await page.click('[data-test=submit]')
    assert.match(await page.innerText('[data-act=end-case] [role=alert]'), /还没有填：结案方式/)
    await page.selectOption('[data-act=end-case] select', 'performed')
    await page.click('[data-test=submit]')
    assert.match(await page.innerText('[data-act=end-case] [role=alert]'), /不能撤销/)
    await page.click('[data-test=submit]')
    await page.waitForSelector('[data-act=end-case] [data-test=missing]')
    assert.match(await page.innerText('[data-act=end-case] [data-test=missing]'), /SQ-M-7\.6/)
    await page.click('[data-act=end-case] [data-test=state-defect] >> nth=0')
    await page.waitForSelector('[data-act=state-defect]')
    assert.match(await page.inputValue('[data-field=missing] textarea'), /检测/)
    await page.fill('[data-field=why] textarea', '样品灭失，无法检验。')
    await page.reload()
    await page.waitForSelector('[data-test=blocks]')
    await page.click('[data-test=blocks] summary >> nth=1')
    await page.click('[data-test=blocks] [data-test=state-defect]:visible >> nth=0')
    assert.equal(await page.inputValue('[data-field=why] textarea'), '样品灭失，无法检验。', 'what was typed is still there')
    await page.check('[data-field=by] input >> nth=0')
    await page.click('[data-act=state-defect] [data-test=submit]')
    await page.waitForSelector('[data-act=state-defect]', { state: 'detached' })
    const { body, key } = mock.world.cases.asked.findLast((one) => one.act === 'state-defect')
    assert.deepEqual(body, { subject: 'testing', duties: ['case.stageChecklist.investigation'], missing: '“检测、检验、检疫、鉴定”既没有记录，也没有声明未发生。', why: '样品灭失，无法检验。', by: ['p1'] })
    assert.match(key, /^[0-9a-f-]{36}$/)
    calm(troubles, page422)
    await context.close()
  })

  it('a document: from the library, typed and kept, locked, signed by hand with its strokes, final', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases/${CASE}`)
    await page.click('[data-test=new-document]')
    await page.click('[data-template=inquiry-record]')
    await page.waitForURL(/documents/)
    assert.equal(await page.inputValue('[data-field=subject] input'), '涉嫌经营超过保质期的食品案')
    await page.fill('[data-field=place] input', '执法一股询问室')
    await page.waitForSelector('[data-test=saved-at]')
    await page.reload()
    await page.waitForFunction(() => document.querySelector('[data-field=place] input')?.value === '执法一股询问室')
    await page.fill('[data-field=beganAt] input', '2026-03-02T09:30')
    await page.click('[data-field=questions] > div > button')
    await page.fill('[data-field=questions] textarea >> nth=0', '这些食品是什么时候进的货？')
    await page.click('[data-test=lock]')
    await page.waitForSelector('[data-test=finalise]')
    const saved = mock.world.cases.asked.findLast((one) => one.act === 'save-draft').body.values
    assert.deepEqual(saved.place, { is: 'text', text: '执法一股询问室' })
    assert.deepEqual(saved.beganAt, { is: 'time', at: '2026-03-02T01:30:00.000Z' })
    assert.deepEqual(saved.officers, { is: 'officers', people: ['p1', 'p4'] })
    assert.deepEqual(saved.questions, { is: 'dialogue', exchanges: [{ question: '这些食品是什么时候进的货？', answer: '' }] })
    await page.click('[data-test=finalise]')
    await page.click('[data-test=finalise]')
    await page.waitForSelector('[data-test=document-acts] [data-test=missing]')
    await page.click('[data-test=sign-open]')
    const pad = await page.locator('[data-test=pad]').boundingBox()
    await page.mouse.move(pad.x + 60, pad.y + 60)
    await page.mouse.down()
    for (let i = 0; i < 12; i++) await page.mouse.move(pad.x + 60 + i * 20, pad.y + 60 + (i % 3) * 25)
    await page.mouse.up()
    await page.click('[data-test=sign] [data-test=submit]')
    await page.waitForSelector('[data-test=sign]', { state: 'detached' })
    assert.match(mock.world.cases.uploaded.at(-1).toString('latin1'), /iTXtliuhen strokes/)
    const { signature } = mock.world.cases.asked.findLast((one) => one.act === 'sign-document').body
    assert.equal(signature.name, '张三')
    assert.match(signature.picture, /^sha256:[0-9a-f]{64}$/)
    await page.click('[data-test=finalise]')
    await page.click('[data-test=finalise]')
    await page.waitForFunction(() => document.querySelector('h1 + .row')?.textContent.includes('定稿'))
    calm(troubles, page422)
    await context.close()
  })

  it('a list is an address, its filters can be kept, and it goes by keyboard', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.waitForSelector('table.list tbody tr')
    await page.selectOption('[data-test=filter-kind]', 'penalty')
    await page.waitForURL(/kind=penalty/)
    await page.click('[data-test=keep-filter]')
    await page.keyboard.type('处罚')
    await page.fill('form.row input', '处罚案件')
    await page.keyboard.press('Enter')
    await page.goto(`${mock.url}/cases`)
    await page.click('text=处罚案件')
    await page.waitForURL(/kind=penalty/)
    await page.click('h1')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`cases/${CASE}`))
    await page.waitForSelector('[data-test=timeline] .mark')
    await page.keyboard.press('9')
    await page.waitForURL(/tab=trace/)
    await page.waitForSelector('[data-test=trace] tbody tr')
    const words = await printed(page, 'case-trace')
    if (words !== undefined) assert.match(words, /双桥区市场监督管理局/)
    calm(troubles)
    await context.close()
  })

  it('the service form asks for what its method needs, and sends no more', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases/${CASE}?tab=service`)
    await page.click('[data-test=new-service]')
    const method = '[data-field="facts.method"] select'
    await page.selectOption(method, 'lien')
    await page.fill('[data-field="facts.witness"] input', '社区工作人员刘某')
    await page.selectOption(method, 'mail')
    assert.equal(await page.isVisible('[data-field="facts.witness"]'), false)
    await page.fill('[data-field="facts.trackingNumber"] input', 'XA12345678911')
    await page.check('[data-field="facts.documents"] input >> nth=0')
    await page.click('[data-act=record-service] [data-test=submit]')
    await page.waitForSelector('[data-act=record-service]', { state: 'detached' })
    const { facts } = mock.world.cases.asked.findLast((one) => one.act === 'record-service').body
    assert.equal(facts.trackingNumber, 'XA12345678911')
    assert.equal('witness' in facts, false)
    assert.deepEqual(facts.signatures, [])
    calm(troubles)
    await context.close()
  })

  it('keys: search, help, pages, and the past by the slider, where nothing can be done', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.keyboard.press('?')
    await page.waitForSelector('[role=dialog]:visible')
    await page.keyboard.press('Escape')
    await page.waitForSelector('[role=dialog]', { state: 'hidden' })
    for (const key of ['g', 'l']) await page.keyboard.press(key)
    await page.waitForURL(/\/law/)
    await page.keyboard.press('/')
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT')
    await page.goto(`${mock.url}/cases/${CASE}`)
    await page.focus('#as-at')
    await page.keyboard.press('Home')
    await page.waitForSelector('[data-test=past]')
    assert.match(page.url(), /asAt=20/)
    assert.equal(await page.locator('[data-test=case-acts]').count(), 0)
    assert.equal(await page.locator('[data-test=new-document]').count(), 0)
    await page.click('[data-test=as-at] >> text=回到现在')
    await page.waitForSelector('[data-test=case-acts]')
    const words = await printed(page, 'case-line')
    if (words !== undefined) for (const word of ['涉嫌经营超过保质期的食品案', '阶段', '现场检查（勘验）笔录', '卡在哪里']) assert.ok(words.includes(word), word)
    calm(troubles)
    await context.close()
  })

  it('a case is opened: a refusal keeps what was typed; a new case says on every tab that there is nothing yet', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases`)
    await page.click('[data-test=open-case]')
    await page.fill('[data-act=open-case] [data-field=subject] input', '涉嫌无照经营案（新）')
    await page.click('[data-act=open-case] [data-test=submit]')
    await page.waitForSelector('[data-act=open-case] [data-test=missing]')
    assert.match(await page.innerText('[data-act=open-case] [data-test=missing]'), /SQ-M-7\.1/)
    assert.equal(await page.inputValue('[data-act=open-case] [data-field=subject] input'), '涉嫌无照经营案（新）')
    await page.check('[data-act=open-case] [data-field=handlers] label:has-text("赵六") input')
    await page.click('[data-act=open-case] [data-test=submit]')
    await page.waitForURL(/cases\/[0-9a-f-]{36}/)
    await page.waitForSelector('[data-test=timeline] .mark')
    for (const tab of ['documents', 'service', 'approvals', 'measures', 'recordings', 'findings', 'people', 'trace']) {
      await page.click(`#tab-${tab}`)
      await page.waitForSelector('#tab-panel > *')
      assert.deepEqual(await foreignWords(page), [], tab)
      assert.ok((await page.innerText('#tab-panel')).trim().length > 4, tab)
    }
    calm(troubles, page422)
    await context.close()
  })

  it('nothing scrolls sideways on a phone', async () => {
    const { page, context } = await open(browser, { home: mock.url, viewport: PHONE })
    await signIn(page, mock.url)
    const paths = ['/desk', '/cases', '/law', '/law?text=national', '/law/articles/SQ-M-12.p2', `/cases/${CASE}/documents/${doc(6)}`, `/cases/${CASE}/documents/${doc(9)}`]
    for (const tab of ['documents', 'checklist', 'service', 'approvals', 'measures', 'recordings', 'findings', 'people', 'trace']) paths.push(`/cases/${CASE}?tab=${tab}`)
    const wide = []
    for (const path of paths) {
      await page.goto(mock.url + path)
      await page.waitForSelector('h1')
      await page.waitForLoadState('networkidle')
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) wide.push(path)
    }
    assert.deepEqual(wide, [])
    await context.close()
  })

  it('every act of the contract has a form, or a page of its own', async () => {
    const acts = readFileSync(new URL('../src/cases/acts/acts.ts', import.meta.url), 'utf8')
    const own = ['draft-document', 'save-draft', 'unlock-text', 'sign-document', 'mark-alteration', 'finalise-document']
    const { mayOf } = await import('../dev/mock-cases.mjs')
    for (const act of mayOf(['officer', 'legalSection'])) assert.ok(own.includes(act) || acts.includes(`'${act}': {`) || acts.includes(`\n  ${act}: {`), act)
  })
})
