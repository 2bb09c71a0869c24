// Paper of cases in both languages: scanned piles, numbered blanks, drafts whose form has changed, articles of national law.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { CASE, doc } from '../dev/mock-cases.mjs'
import { startMock } from '../dev/mock-server.mjs'
import { PHONE, calm, cannotRun, launch, open, printed, signIn, visitor } from './browser.mjs'

const PDF = { name: '扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 of the mock') }
const sized = (name, bytes) => ({ name, mimeType: 'image/png', buffer: Buffer.alloc(bytes) })
const page415 = /415/
let browser
let mock

describe('paper of cases', { skip: cannotRun }, () => {
  before(async () => {
    mock = await startMock()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    mock?.stop()
  })

  const sorted = async (page) => {
    await page.click('[data-test=open-pile]')
    await page.setInputFiles('[data-test=pile-files]', PDF)
    await page.waitForSelector('[data-test=pile]')
  }

  for (const language of ['zh-CN', 'en']) {
    const visit = visitor(() => ({ browser, mock }), language)
    it(`pile, ${language}`, () => visit('pile', `/cases/${CASE}?tab=documents`, { ready: '[data-test=open-pile]', act: sorted }))
    it(`pile on a phone, ${language}`, () => visit('pile-phone', `/cases/${CASE}?tab=documents`, { ready: '[data-test=open-pile]', act: sorted, viewport: PHONE }))
    it(`no blanks, ${language}`, () => visit('blanks-none', '/blanks', { ready: '[data-test=empty]' }))
    it(`article of national law, ${language}`, () => visit('law-of-state', '/law/articles/CN-penalty-60', { ready: '[data-test=article] ul li' }))
    it(`a form that has changed, ${language}`, async () => {
      mock.world.cases.changedForms.set('inquiry-record', { gone: false, added: ['place'], unfit: ['formerField'] })
      mock.world.cases.typing.set(`p1 ${doc(6)}`, { values: { place: { is: 'text', text: '询问室' }, formerField: { is: 'text', text: '旧模板里写的话' } }, savedAt: new Date().toISOString() })
      await visit('document-form-changed', `/cases/${CASE}/documents/${doc(6)}`, { ready: '[data-test=held]' })
      mock.world.cases.changedForms.clear()
      mock.world.cases.typing.clear()
    })
  }

  it('a pile is sorted, tells what is missing and what is foreign, and is filed only when somebody says so', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases/${CASE}?tab=documents`)
    await page.click('[data-test=open-pile]')
    const sent = () => mock.world.cases.asked.filter((one) => one.act === 'pile').length
    const before = sent()
    await page.setInputFiles('[data-test=pile-files]', [sized('空.png', 0), PDF])
    assert.match(await page.innerText('[data-test=pile-wrong]'), /空\.png/)
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-pile-'))
    const large = ['大.png', '也大.png'].map((name) => join(folder, name))
    for (const path of large) (writeFileSync(path, 'x'), truncateSync(path, 27 << 20))
    await page.setInputFiles('[data-test=pile-files]', large)
    await page.waitForFunction(() => document.querySelector('[data-test=pile-wrong]')?.textContent.includes('最多'))
    rmSync(folder, { recursive: true })
    assert.match(await page.innerText('[data-test=pile-wrong]'), /共 5\d.*最多 5\d/)
    assert.equal(sent(), before, 'nothing of these was sent')
    await page.setInputFiles('[data-test=pile-files]', { ...PDF, name: 'x.txt', buffer: Buffer.from('no picture') })
    assert.match(await page.innerText('[data-test=refused]'), /第 1 个文件“x\.txt”/)
    await page.setInputFiles('[data-test=pile-files]', PDF)
    await page.waitForSelector('[data-standing=fits]')
    assert.equal(await page.locator('[data-test=refused]').count(), 0)
    assert.match(await page.innerText('[data-standing=incomplete]'), /缺第 2 页/)
    assert.match(await page.innerText('[data-standing=notExpected]'), /本案没有这份文书/)
    assert.match(await page.innerText('[data-test=foreign]'), /第 6 页/)
    assert.deepEqual(mock.world.cases.asked.findLast((one) => one.act === 'pile').body, { keep: false })
    await page.click('[data-test=file-pile]')
    await page.waitForSelector('[data-standing=filed]')
    assert.deepEqual(mock.world.cases.asked.findLast((one) => one.act === 'pile').body, { keep: true })
    assert.equal(await page.locator('[data-test=file-pile]').count(), 0, 'nothing is left to be filed')
    calm(troubles, page415)
    await context.close()
  })

  it('blanks: issued after being asked twice, one written on, one void with its reason; a number is chosen, never typed', async () => {
    const office = await open(browser, { home: mock.url })
    await signIn(office.page, mock.url, 'sq.office')
    await office.page.goto(`${mock.url}/blanks`)
    await office.page.waitForSelector('[data-test=empty]')
    await office.page.selectOption('[data-test=form]', 'inquiry-record')
    await office.page.fill('[data-test=issue] input', '3')
    await office.page.selectOption('[data-test=issue] select >> nth=0', 'zf1')
    await office.page.selectOption('[data-test=issue] select >> nth=1', 'p1')
    await office.page.click('[data-test=issue] button')
    assert.match(await office.page.innerText('[data-test=issue] [role=alert]'), /接着 0 号再发放 3 份.*不能收回/)
    assert.equal(mock.world.cases.asked.some((one) => one.act === 'issue-blanks'), false)
    await office.page.click('[data-test=issue] button')
    await office.page.waitForSelector('[data-test=blanks] tbody tr >> nth=2')
    await office.page.click('[data-number="2"] button')
    await office.page.fill('[data-test=void] textarea', '雨淋湿，写坏')
    await office.page.click('[data-test=void] button[type=submit]')
    await office.page.waitForSelector('[data-number="2"][data-state=voided]')
    assert.match(await office.page.innerText('[data-number="2"]'), /雨淋湿，写坏/)
    assert.equal(await office.page.locator('[data-number="2"] button').count(), 0)

    let answer
    const held = new Promise((resolve) => (answer = resolve))
    const first = await office.page.locator('[data-test=form] option').first().getAttribute('value')
    await office.page.route(`**/api/blanks/${first}?*`, (route) => held.then(() => route.continue()))
    await office.page.reload()
    await office.page.selectOption('[data-test=form]', 'inquiry-record')
    await office.page.waitForSelector('[data-number="2"][data-state=voided]')
    const late = office.page.waitForResponse(`**/api/blanks/${first}?*`)
    answer()
    await (await late).finished()
    await office.page.waitForTimeout(200)
    assert.equal(await office.page.locator('[data-number="2"][data-state=voided]').count(), 1, 'a slow answer about another form is dropped')
    calm(office.troubles)
    await office.context.close()

    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases/${CASE}`)
    await page.click('[data-test=new-document]')
    await page.check('[data-test=on-blank]')
    assert.equal(await page.locator('[data-template=penalty-decision]').count(), 0, 'no blanks are made of a decision')
    await page.click('[data-template=inquiry-record]')
    await page.waitForSelector('[data-test=which-blank] option', { state: 'attached' })
    const choices = await page.locator('[data-test=which-blank] option').allInnerTexts()
    assert.deepEqual(choices.map((text) => /〕(\d)号/.exec(text)?.[1]).filter(Boolean), ['1', '3'], 'the void one is not among them')
    await page.selectOption('[data-test=which-blank]', '1')
    await page.click('[data-test=blank] button[type=submit]')
    await page.waitForURL(/documents\/00000000-0000-4000-8000-00000000b001/)
    assert.deepEqual(mock.world.cases.asked.findLast((one) => one.act === 'number').body, { blank: 1 })
    calm(troubles)
    await context.close()
  })

  it('a changed form: what was typed is shown and goes into a new draft, the old one is void', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    const { cases } = mock.world
    cases.changedForms.set('inquiry-record', { gone: false, added: ['place'], unfit: ['formerField'] })
    cases.typing.set(`p1 ${doc(6)}`, { values: { place: { is: 'text', text: '询问室' }, formerField: { is: 'text', text: '旧模板里写的话' } }, savedAt: new Date().toISOString() })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases/${CASE}/documents/${doc(6)}`)
    assert.match(await page.innerText('[data-test=held]'), /旧模板里写的话/)
    assert.equal(await page.locator('[data-test=save], [data-test=lock]').count(), 0, 'neither would keep it')
    await page.click('[data-test=renew]')
    await page.waitForURL((url) => !url.pathname.endsWith(doc(6)))
    const drafted = cases.asked.findLast((one) => one.act === 'draft-document').body
    assert.deepEqual([drafted.values.place, drafted.values.formerField], [{ is: 'text', text: '询问室' }, undefined])
    assert.equal(cases.asked.findLast((one) => one.act === 'void-document').body.document, doc(6))
    cases.changedForms.clear()
    calm(troubles)
    await context.close()
  })

  it('a member of a collective discussion is chosen once: person and name', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    await page.goto(`${mock.url}/cases/${CASE}?tab=approvals`)
    await page.click('#tab-panel button:has-text("记录集体讨论")')
    const form = page.locator('[data-act=discuss-collectively]')
    await form.locator('[data-field=on] input').fill('2026-03-02')
    await form.locator('[data-field=host] input').fill('周局长')
    await form.locator('[data-field=attendees] > div > button').click()
    assert.equal(await form.locator('[data-field=name]').count(), 0)
    await form.locator('[data-field=person] select').selectOption({ label: '周局长' })
    await form.locator('[data-field=opinion] textarea').fill('同意。')
    await form.locator('[data-field=conclusion] textarea').fill('同意处罚。')
    await form.locator('[data-test=submit]').click()
    await form.waitFor({ state: 'detached' })
    assert.deepEqual(mock.world.cases.asked.findLast((one) => one.act === 'discuss-collectively').body.attendees, [{ person: 'p5', name: '周局长', opinion: '同意。' }])
    calm(troubles)
    await context.close()
  })

  it('findings come by their time; national law is found, opened and counted; the paper prints alone', async () => {
    const { page, context, troubles } = await open(browser, { home: mock.url })
    await signIn(page, mock.url)
    assert.match(await page.innerText('[data-test=desk-findings] li:has-text("案件") >> nth=0'), /还剩[\s\S]*SQ-M-12\.p2[\s\S]*最早在/)
    for (const [kind, address] of [['执法活动', /^\/activities\//], ['设备', /^\/devices\//], ['音像记录', /^\/recordings\//]])
      assert.match(await page.locator(`[data-test=desk-findings] li:has(.kind:text-is("${kind}")) a`).first().getAttribute('href'), address)
    await page.goto(`${mock.url}/law`)
    await page.fill('[data-test=find-article]', 'CN-penalty-61')
    await page.click('[data-test=national] [data-article=CN-penalty-61]')
    await page.waitForSelector('[data-test=article] ul li')
    assert.match(await page.innerText('[data-test=article]'), /PenaltyDecidedInTime/)
    await page.goto(`${mock.url}/cases/${CASE}/documents/${doc(9)}`)
    await page.waitForSelector('[data-drawn] >> nth=0')
    const words = await printed(page, 'document-paper')
    if (words !== undefined) {
      assert.equal(words.includes('签名与印痕'), false, 'the panels beside it are not printed')
      assert.equal(words.split('\f').length - 1, 3, 'each page on a sheet of its own')
    }
    calm(troubles)
    await context.close()
  })
})
