import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { TestLedger } from '../dev/test-ledger.mjs'
import { hex, utf8 } from '../src/proof/bytes'
import { canonical, type Json, type JsonObject } from '../src/proof/canonicalJson'
import { readTrust } from '../src/proof/note'
import { checkScene } from '../src/proof/sceneCheck'
import { addressOf, asReceipt, codeOf, digestOf, isHeld, readCode, readHeld, readReceipt, summaryOf, type SceneReceipt } from '../src/proof/sceneReceipt'
import { sm3 } from '../src/proof/sm3'
import { qrPath } from '../src/receipt/qr'
import { sceneReceipt } from '../src/receipt/sceneReceipt'

/** Made without this program, and held against the Java of formats as well. */
const VECTORS = JSON.parse(readFileSync('../formats/src/test/scene/vectors.json', 'utf8')) as { name: string; receipt: SceneReceipt; digest: string; code: string; address: string; home: string }[]
const LAST = VECTORS.at(-1)!
const bytesOf = (receipt: SceneReceipt) => utf8(canonical(receipt as unknown as Json))
const changed = (receipt: SceneReceipt, change: Partial<SceneReceipt>) => ({ ...receipt, ...change }) as SceneReceipt

describe.each(VECTORS)('$name', ({ receipt, digest, code, address, home }) => {
  it('has its digest, its code and its address', () => {
    expect(digestOf(receipt)).toBe(digest)
    expect(codeOf(digest)).toBe(code)
    expect(addressOf(receipt, home)).toBe(address)
    const held = readHeld(address)
    expect(held).toMatchObject({ code, digest })
    expect(isHeld(receipt, held)).toBe(true)
    expect(readReceipt(bytesOf(receipt))).toEqual(receipt)
    expect(readHeld(code)).toEqual({ code })
  })

  it('one altered bit makes another receipt, or none', () => {
    const bytes = bytesOf(receipt)
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const broken = bytes.slice()
      broken[bit >> 3]! ^= 1 << (bit & 7)
      let found: SceneReceipt | undefined
      try {
        found = readReceipt(broken)
      } catch {
        continue
      }
      expect(isHeld(found, readHeld(address)), `bit ${bit}`).toBe(false)
    }
  })
})

describe('a code', () => {
  it('tells every wrong character and every two that changed places', () => {
    for (const { code } of VECTORS) {
      const letters = [...code.replaceAll('-', '')]
      for (const [i, letter] of letters.entries()) {
        for (const other of '23456789ABCDEFGHJKMNPQRSTUVWXYZ01ILO') {
          if (other !== letter) expect(() => readCode(letters.with(i, other).join(''))).toThrow()
        }
        for (let j = i + 1; j < letters.length; j++)
          if (letters[j] !== letter) expect(() => readCode(letters.with(i, letters[j]!).with(j, letter).join('')), `${i} ${j}`).toThrow()
      }
    }
  })

  it('is read as people type it', () => {
    expect(readCode(` ${LAST.code.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(LAST.code)
    expect(readCode(LAST.code.replaceAll('-', '－'))).toBe(LAST.code)
    for (const wrong of ['', LAST.code.slice(1), `${LAST.code}2`, 'ſ'.repeat(16)]) expect(() => readCode(wrong)).toThrow()
  })
})

describe('a picture of the code', () => {
  const reader = spawnSync('zbarimg', ['--version']).status === 0
  const picture = (address: string, scale: number) => {
    const { size, path } = qrPath(address)
    const width = size * scale
    const data = new Uint8ClampedArray(width * width * 4).fill(255)
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
      for (let dy = 0; dy < scale; dy++)
        for (let dx = 0; dx < scale; dx++) data.fill(0, ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4, ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4 + 3)
    return { width, height: width, data }
  }

  it.each(VECTORS)('is read back by two readers: $name', async ({ address }) => {
    const image = picture(address, 4)
    const jsQR = ((await import('jsqr')) as unknown as { default: { default: typeof import('jsqr').default } }).default.default
    expect(jsQR(image.data, image.width, image.height)?.data).toBe(address)
    expect(decodeQR(image)).toBe(address)
    expect(qrPath(address).size - 8, 'modules').toBeLessThanOrEqual(117)
  })

  it.skipIf(!reader)('is read back by zbarimg', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-qr-'))
    try {
      for (const { address } of VECTORS) {
        const { width, data } = picture(address, 4)
        const grey = Uint8Array.from({ length: width * width }, (_, i) => data[i * 4]!)
        writeFileSync(join(folder, 'code.pgm'), Buffer.concat([Buffer.from(`P5 ${width} ${width} 255\n`), grey]))
        expect(spawnSync('zbarimg', ['--quiet', '--raw', join(folder, 'code.pgm')], { encoding: 'utf8' }).stdout.trim()).toBe(address)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a receipt is made', () => {
  const facts = {
    activity: LAST.receipt.activity, startedAt: '2026-03-02T01:00:00Z', endedAt: '2026-03-02T02:00:00Z', at: '2026-03-02T02:00:01.000Z', taps: 4,
    captures: [{ sha256: 'b'.repeat(64), sizeBytes: 2, kind: 'photo', from: '2026-03-02T01:00:02Z', to: '2026-03-02T01:00:02Z' }, { sha256: 'a'.repeat(64), sizeBytes: 1, kind: 'video', from: '2026-03-02T01:00:01Z', to: '2026-03-02T01:00:05Z' }],
    devices: [{ number: 'SQ-2' }, { number: 'SQ-1', serial: 'x' }, { number: 'SQ-2' }],
  }
  const of = { agency: 'SQ', title: '现场检查', officers: [{ name: '张三', certificate: '03080001' }, { name: '李四' }] }
  const chance = new Uint8Array(16).fill(7)

  it('of what the phone knows, in the order of section 22', () => {
    const receipt = sceneReceipt(facts, of, chance)
    expect(asReceipt(receipt as unknown as Json)).toEqual(receipt)
    expect(receipt).toMatchObject({ officers: ['03080001', '李四'], devices: [{ number: 'SQ-1', serial: 'x' }, { number: 'SQ-2' }], counters: { captures: 2, interruptions: 0, taps: 4 }, nonce: '07'.repeat(16) })
    expect(receipt.captures.map((one) => one.kind)).toEqual(['video', 'photo'])
    expect(digestOf(sceneReceipt({ ...facts, captures: [...facts.captures].reverse() }, of, chance))).toBe(digestOf(receipt))
    expect(sceneReceipt({ ...facts, captures: [...facts.captures, facts.captures[0]!] }, of, chance)).toEqual(receipt)
  })

  it('and not of more than it lists', () => {
    const many = Array.from({ length: 201 }, (_, i) => ({ ...facts.captures[0]!, sha256: i.toString(16).padStart(64, '0') }))
    expect(() => sceneReceipt({ ...facts, captures: many }, of, chance)).toThrow('too-many-captures')
    expect(asReceipt(sceneReceipt({ ...facts, captures: many.slice(1) }, of, chance) as unknown as Json).captures).toHaveLength(200)
  })

  it('and not before the act has ended', () => {
    const { endedAt: _, ...running } = facts
    expect(() => sceneReceipt(running, of, chance)).toThrow('not-over')
    expect(sceneReceipt({ ...facts, captures: [{ ...facts.captures[0]!, kind: 'hologram' }] }, of, chance).captures[0]!.kind).toBe('other')
  })

  it('of hostile words', () => {
    const receipt = sceneReceipt({ ...facts, devices: [{ number: '"\\' }] }, { ...of, title: `${'字'.repeat(199)}𠮷野` }, chance)
    expect(asReceipt(receipt as unknown as Json).title).toBe('字'.repeat(199))
    expect(isHeld(receipt, readHeld(addressOf(receipt, 'https://a.cn')))).toBe(true)
  })
})

describe('what does not look like section 22 says is refused', () => {
  const receipt = LAST.receipt
  const [first, second] = receipt.captures
  it.each([
    ['format', { format: 'x' }], ['nonce', { nonce: 'AB' }], ['times', { endedAt: '2026-02-30T00:00:00.000Z' }], ['captures', { captures: [second, first] }], ['captures', { captures: [first, first] }],
    ['captures', { captures: [{ ...first, extra: 1 }] }], ['captures', { captures: [{ ...first, to: '2020-01-01T00:00:00.000Z' }] }], ['counters', { counters: { captures: 1, interruptions: 0, taps: 0 } }],
    ['devices', { devices: [{ number: 'B' }, { number: 'A' }] }], ['officers', { officers: [''] }], ['title', { title: ' ' }],
  ])('%s', (what, change) => expect(() => asReceipt({ ...receipt, ...change } as unknown as Json)).toThrow(what))
})

describe('an answer', async () => {
  const hashed = await sm3()
  const ledger = new TestLedger('liuhen-5f3a09c2/SQ')
  const keys = readTrust(ledger.vkeys.join('\n'))
  const actor = { id: '3f2b8f0e-8f53-4c9e-9a55-6f1f4a7f0002', kind: 'person', name: '张三', role: 'officer' }
  const at = '2026-03-02T10:00:00.000Z'
  const event = (type: string, data: Record<string, unknown>, stream: string = LAST.receipt.activity) => ledger.receipt(ledger.append({ stream, version: 1, type, recordedAt: at, actor, data })).toString()
  const lodging = (receipt: SceneReceipt, more: object = {}) => event('SceneReceiptLodged', { code: codeOf(digestOf(receipt)), digest: digestOf(receipt), receipt, ...more })
  const answer = (lodged: string | undefined, standing: (i: number) => object, more: object = {}) =>
    utf8(canonical({
      answeredAt: at, captures: LAST.receipt.captures.map((one, i) => ({ sha256: one.sha256, ...standing(i) })) as unknown as Json, destroyed: [], digest: LAST.digest, format: 'liuhen-scene-answer-v1',
      ...(lodged === undefined ? {} : { lodged }), ...more,
    } as unknown as JsonObject))
  const filed = () => ({ standing: 'filed', storedAt: at })
  const ours = lodging(LAST.receipt)
  const held = readHeld(LAST.address)
  const states = (bytes: Uint8Array | undefined, of = held, inHand: string[] = [], trusted = keys) => {
    const report = checkScene(of, bytes, trusted, new Set(inHand), hashed)
    return report.points.map((point) => `${point.name} ${point.state} ${point.because}`)
  }

  it('proves that the receipt is lodged and shows what is there', () => {
    expect(states(answer(ours, filed))).toEqual(['receipt proven from-ledger', 'lodged proven valid', 'captures proven there'])
    expect(states(answer(ours, filed), readHeld(LAST.code))).toEqual(['receipt proven from-ledger', 'lodged proven valid', 'captures proven there'])
    expect(states(answer(ours, filed), held, [], [])[1]).toBe('lodged warn signer-unknown')
    expect(states(undefined)).toEqual(['receipt none only-summary', 'lodged none not-asked', 'captures none unknown'])
    expect(states(undefined, readHeld(VECTORS[1]!.address))[0]).toBe('receipt proven whole')
    expect(states(answer(undefined, filed))[1]).toBe('lodged none pending')
  })

  it.each([
    ['absent', 'warn absent'], ['missing', 'wrong missing'], ['destroyed', 'wrong missing'],
  ])('a capture that is %s', (standing, expected) => {
    expect(states(answer(ours, (i) => (i === 3 ? { standing } : filed())))[2]).toBe(`captures ${expected}`)
  })

  it('a destruction counts with its proof only', () => {
    const gone = (proof: string) => answer(ours, (i) => (i === 0 ? { proof, standing: 'destroyed' } : filed()))
    expect(states(gone(event('PayloadDestroyed', { version: 1 }, '3f2b8f0e-8f53-4c9e-9a55-6f1f4a7f0009')))[2]).toBe('captures warn destroyed')
    expect(states(gone(ours))[2]).toBe('captures wrong missing')
    expect(states(gone('liuhen-receipt v1\n'))[2]).toBe('captures wrong missing')
  })

  it('that passes over a capture does not say that it is there, but a file at hand does', () => {
    const bytes = utf8(canonical({ answeredAt: at, captures: [], destroyed: [], digest: LAST.digest, format: 'liuhen-scene-answer-v1', lodged: ours }))
    expect(states(bytes)[2]).toBe('captures wrong missing')
    const all = LAST.receipt.captures.map((one) => one.sha256)
    expect(states(bytes, held, all)[2]).toBe('captures proven in-hand')
    expect(states(bytes, held, all.slice(1))[2]).toBe('captures wrong missing')
  })

  it('about another receipt, of another agency, another event, or with another content is no proof', () => {
    const other = changed(LAST.receipt, { nonce: 'ff'.repeat(16) })
    expect(states(answer(lodging(other), filed, { digest: digestOf(other) }))[1]).toBe('lodged wrong other-answer')
    expect(states(answer(lodging(other), filed))).toEqual(['receipt wrong another-receipt', 'lodged wrong not-this-receipt', 'captures none unknown'])
    expect(states(answer(lodging(other, { digest: LAST.digest }), filed))[1]).toBe('lodged wrong not-this-receipt')
    expect(states(answer(event('RecordingHandedIn', { receipt: LAST.receipt, digest: LAST.digest }), filed))[1]).toBe('lodged wrong not-this-receipt')
    expect(states(answer(event('SceneReceiptLodged', { receipt: LAST.receipt, digest: LAST.digest }, '3f2b8f0e-8f53-4c9e-9a55-6f1f4a7f0009'), filed))[1]).toBe('lodged wrong foreign-log')
    const foreign = new TestLedger('liuhen-5f3a09c2/CL')
    const elsewhere = foreign.receipt(foreign.append({ stream: LAST.receipt.activity, version: 1, type: 'SceneReceiptLodged', recordedAt: at, actor, data: { receipt: LAST.receipt, digest: LAST.digest } })).toString()
    expect(states(answer(elsewhere, filed), held, [], readTrust(foreign.vkeys.join('\n')))[1]).toBe('lodged wrong foreign-log')
    expect(states(answer(elsewhere, filed))[1]).toBe('lodged wrong faults')
    expect(states(answer(ours.replace('payload e', 'payload f'), filed))[1]).toBe('lodged wrong faults')
  })

  it('a summary that lies about the receipt is found', () => {
    const lying = { ...held, summary: { ...summaryOf(LAST.receipt), captures: 11 } }
    expect(states(answer(ours, filed), lying)[0]).toBe('receipt wrong another-receipt')
  })

  it('that is none is refused', () => {
    for (const wrong of ['', '[]', '{}', '{"format":"liuhen-scene-answer-v1"}']) expect(() => checkScene(held, utf8(wrong), keys, new Set(), hashed)).toThrow()
    expect(() => checkScene(held, answer(ours, () => ({ standing: 'fine' })), keys, new Set(), hashed)).toThrow()
  })
})

describe('what the command line is tried with is judged alike', async () => {
  const hashed = await sm3()
  const BROKEN = '../cli/src/test'
  const folders = ['valid', 'broken'].flatMap((kind) => readdirSync(join(BROKEN, kind)).filter((name) => existsSync(join(BROKEN, kind, name, 'scene'))).map((name) => join(BROKEN, kind, name)))
  const EXPECTED: Record<string, string[]> = {
    scene: ['receipt proven', 'lodged proven', 'captures proven'], E30: ['receipt wrong', 'lodged wrong', 'captures none'], E31: ['receipt wrong', 'lodged wrong', 'captures none'],
    E32: ['receipt proven', 'lodged proven', 'captures wrong'], E33: ['receipt proven', 'lodged proven', 'captures proven'],
  }
  it.each(folders)('%s', async (folder) => {
    const scene = join(folder, 'scene')
    const file = join(scene, '现场-0001.mp4')
    const inHand = new Set(existsSync(file) ? [hex(sha256(readFileSync(file)))] : [])
    const keys = readTrust(readFileSync(join(folder, 'trust.txt'), 'utf8'))
    const report = checkScene(readHeld(readFileSync(join(scene, 'held.txt'), 'utf8')), readFileSync(join(scene, 'answer.json')), keys, inHand, hashed)
    const name = folder.split('/').at(-1)!
    expect(report.points.map((point) => `${point.name} ${point.state}`)).toEqual(EXPECTED[name.startsWith('scene') ? 'scene' : name.slice(0, 3)])
    if (existsSync(file)) expect(report.captures.some((one) => one.inHand)).toBe(!name.startsWith('E33'))
  })
})
