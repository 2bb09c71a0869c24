import { createSM3 } from 'hash-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { TestLedger, auditPath, sha256, sm3TreeOf, treeHash } from '../dev/test-ledger.mjs'
import { NotReadable, base64, fromBase64, fromDecimal, fromHex, fromUtf8, hex, utf8 } from '../src/proof/bytes'
import { canonical, readCanonical } from '../src/proof/canonicalJson'
import { readLeaf } from '../src/proof/leaf'
import { included } from '../src/proof/merkle'
import { readTrust, readVerifierKey } from '../src/proof/note'
import { readReceipt } from '../src/proof/receipt'
import { checkReceipt, type Report } from '../src/proof/receiptCheck'
import { verifySm2, type Sm3 } from '../src/proof/sm2'
import { sm3 } from '../src/proof/sm3'
import { Sm3Tree } from '../src/proof/sm3Tree'

let sm3Now: Sm3
beforeAll(async () => {
  sm3Now = await sm3()
})

describe('bytes', () => {
  it.each(['AA', 'AA=', 'AB==', ' AA==', 'AA==\n', 'A_==', 'AAA', '===='])('base64 %j is refused', (text) => {
    expect(() => fromBase64(text)).toThrow(NotReadable)
  })
  it.each(['01', '-1', '+1', '1e3', ' 1', '', '9007199254740992', '1.0'])('decimal %j is refused', (text) => {
    expect(() => fromDecimal(text)).toThrow(NotReadable)
  })
  it('malformed UTF-8 is refused and a byte order mark is kept', () => {
    expect(() => fromUtf8(Uint8Array.of(0xc0, 0x80))).toThrow(NotReadable)
    expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa')
  })
  it('turns large arrays into base64 and back', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, i) => (i * 31) & 255)
    expect(hex(fromBase64(base64(bytes)))).toBe(hex(bytes))
    expect(() => fromHex('AB')).toThrow(NotReadable)
  })
})

describe('canonical JSON', () => {
  it.each(['{"a":1,"b":[true,"中"]}', '{}', '[]', '-9007199254740991', '"\\u001f\\b\\"\\\\/"', '{"\u20ac":1,"\ud83d\ude00":2}'])(
    '%s is read',
    (text) => {
      expect(canonical(readCanonical(utf8(text)))).toBe(text)
    },
  )
  it.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{ }',
    '1.0',
    '1.5',
    '-0',
    '1e2',
    '9007199254740992',
    'null',
    '{"a":null}',
    '"\\/"',
    '"\\u0041"',
    '"\\ud800"',
    '"\u007f\\u001F"',
    '',
    '{"a":1}\n',
    '\ufeff{}',
    '[1,]',
    '["'.padEnd(40, '['),
  ])('%s is refused', (text) => {
    expect(() => readCanonical(utf8(text))).toThrow(NotReadable)
  })
})

it.each([40, 20_000])('JSON nested %i deep is refused without running out of stack', (depth) => {
  expect(() => readCanonical(utf8('['.repeat(depth) + ']'.repeat(depth)))).toThrow(NotReadable)
})

describe('Merkle', () => {
  it('agrees with the slow definition for every index and size up to 40, and refuses every other place', () => {
    const leaves = Array.from({ length: 40 }, (_, i) => Uint8Array.of(i, 7))
    for (let size = 1; size <= 40; size++) {
      const tree = leaves.slice(0, size)
      const root = treeHash(tree)
      for (let index = 0; index < size; index++) {
        const path = auditPath(index, tree)
        expect(included(leaves[index]!, index, size, path, root)).toBe(true)
        expect(included(leaves[index]!, index + 1, size, path, root)).toBe(false)
        expect(included(Uint8Array.of(9), index, size, path, root)).toBe(false)
        expect(included(leaves[index]!, index, size, [...path, root], root)).toBe(false)
        if (path.length > 0) expect(included(leaves[index]!, index, size, path.slice(1), root)).toBe(false)
      }
    }
    expect(included(leaves[0]!, 0, 0, [], treeHash([]))).toBe(false)
  })
  it('SM3 tree agrees with the slow definition, however the bytes are cut', async () => {
    const hasher = await createSM3()
    for (const length of [0, 1, 65535, 65536, 65537, 3 * 65536, 5 * 65536 + 9]) {
      const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * 17 + (i >> 8)) & 255))
      for (const step of [length + 1, 65536, 10_007]) {
        const tree = new Sm3Tree(hasher)
        for (let at = 0; at < length; at += step) tree.update(bytes.subarray(at, at + step))
        expect(hex(tree.root()), `${length} by ${step}`).toBe(sm3TreeOf(bytes))
      }
    }
  })
})

describe('SM2', () => {
  // made with: openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678
  const text = utf8('liuhen-5f3a09c2/SQ\n1\nroot\n')
  const key =
    '043362199518a0f13961a6caa158d988b2a1a3f9b0ce5f4f86d675be92fb8c974955bc139af122dff4b1bfe844915b77076a8671f48247eb410a931727e25ab343'
  const signature =
    '54a724cf670bb5f8ec05c8f8b21ca997ce0d00bc28d913645c6139b0e2d02d7edc192440483a4fdd7bbb39ebacb24ec4346aafe792ca226d27985b2c31768679'
  it('accepts a signature that OpenSSL made, and nothing near it', () => {
    expect(verifySm2(fromHex(signature), text, fromHex(key), sm3Now)).toBe(true)
    for (let bit = 0; bit < 512; bit += 7) {
      const changed = fromHex(signature)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(verifySm2(changed, text, fromHex(key), sm3Now)).toBe(false)
    }
    expect(verifySm2(fromHex(signature), utf8('other'), fromHex(key), sm3Now)).toBe(false)
  })
  it('refuses lengths, zeros and points that cannot be', () => {
    expect(verifySm2(new Uint8Array(64), text, fromHex(key), sm3Now)).toBe(false)
    expect(verifySm2(new Uint8Array(64).fill(255), text, fromHex(key), sm3Now)).toBe(false)
    expect(verifySm2(new Uint8Array(63), text, fromHex(key), sm3Now)).toBe(false)
    expect(verifySm2(fromHex(signature), text, new Uint8Array(65).fill(4), sm3Now)).toBe(false)
  })
})

describe('receipt', () => {
  const medium = Buffer.from('a recording')
  const digests = { sha256: hexSha(medium), sm3Tree: sm3TreeOf(medium), sizeBytes: medium.length }
  const ledger = new TestLedger('liuhen-test/SQ')
  const other = new TestLedger('liuhen-test/SQ')
  const actor = { id: stream(1), kind: 'person', name: '张三', role: 'officer' }
  for (let i = 0; i < 7; i++)
    ledger.append({
      stream: stream(i),
      version: 1,
      type: i === 6 ? 'RecordingViewed' : 'RecordingHandedIn',
      actor,
      recordedAt: '2026-03-02T07:04:00.000Z',
      data: { name: `${i}.mp4`, sha256: digests.sha256, sizeBytes: digests.sizeBytes, sm3Tree: `sm3-tree:${digests.sm3Tree}` },
    })
  const good = ledger.receipt(3)
  const trust = readTrust(`# log\n${ledger.vkeys.join('\n')}\n\n`)
  const check = (text: string, keys = trust, file: typeof digests | undefined = digests): Report =>
    checkReceipt(utf8(text), keys, file, sm3Now)
  const codes = (report: Report) => [...new Set(report.checks.flatMap((c) => (c.code ? [c.code] : [])))]

  it('is valid with its file and either key', () => {
    for (const keys of [trust, [trust[0]!], [trust[1]!]])
      expect(check(good, keys)).toMatchObject({ verdict: 'valid', fileProven: true, index: 3 })
  })
  it('is consistent, signer unknown, without a key', () => {
    expect(check(good, []).verdict).toBe('signerUnknown')
  })
  it('without a file proves only the event', () => {
    expect(checkReceipt(utf8(good), trust, undefined, sm3Now)).toMatchObject({ verdict: 'valid', fileProven: false })
    expect(check(ledger.receipt(6))).toMatchObject({ verdict: 'valid', fileProven: false })
    expect(check(ledger.receipt(3, { withPayload: false }))).toMatchObject({ verdict: 'valid', fileProven: false })
  })
  it('names each fault by its code, and only it', () => {
    expect(codes(check(good, trust, { ...digests, sha256: hexSha(Buffer.from('x')) }))).toEqual(['E28'])
    expect(codes(check(good, trust, { ...digests, sizeBytes: 1 }))).toEqual(['E28'])
    expect(codes(check(good, trust, { ...digests, sm3Tree: '0'.repeat(64) }))).toEqual(['E09'])
    expect(codes(check(good, readTrust(other.vkeys.join('\n'))))).toEqual(['E04'])
    expect(codes(check(good.replace('index 3', 'index 4')))).toEqual(['E05'])
    expect(codes(check(swap(good, 'salt')))).toEqual(['E06'])
    expect(codes(check(swapSignature(good)))).toEqual(['E03'])
    expect(codes(check('hello'))).toEqual(['E02'])
  })
  it('says when the leaf is of another agency or not canonical', () => {
    const strange = new TestLedger('liuhen-test/CL')
    strange.leaves.push(ledger.leaves[3]!)
    strange.opened.push(ledger.opened[3]!)
    expect(codes(check(strange.receipt(0), readTrust(strange.vkeys[0]!)))).toEqual(['E17'])
    const loose = new TestLedger('liuhen-test/SQ')
    loose.leaves.push(Buffer.from(`${ledger.leaves[3]!.toString()} `))
    loose.opened.push(ledger.opened[3]!)
    expect(codes(check(loose.receipt(0), readTrust(loose.vkeys[0]!)))).toEqual(['E26'])
  })
  it('refuses anything cut, padded or lengthened', () => {
    for (let end = 0; end < good.length; end += 13) expect(check(good.slice(0, end)).verdict, `cut at ${end}`).toBe('faults')
    for (const text of [
      `${good}\n`,
      ` ${good}`,
      good.replaceAll('\n', '\r\n'),
      good.replace('leaf', 'leaf '),
      `\ufeff${good}`,
      good.padEnd(200_000, 'x'),
    ])
      expect(check(text).verdict).toBe('faults')
  })
  it('a changed byte anywhere up to the signature that is asked for is never valid with its file', () => {
    const bytes = utf8(good)
    const end = utf8(good.slice(0, good.lastIndexOf('\u2014'))).length // the line after it is another key's, and not asked for
    for (let at = 0; at < end; at += 5) {
      const changed = bytes.slice()
      changed[at]! ^= 1
      expect(checkReceipt(changed, [trust[0]!], digests, sm3Now).verdict, `byte ${at}`).not.toBe('valid')
    }
  })
  it('a leaf with a strange field is refused', () => {
    const leaf = ledger.leaves[3]!.toString()
    expect(readLeaf(utf8(leaf)).agency).toBe('SQ')
    expect(() => readLeaf(utf8(leaf.replace('"agency"', '"aaa":1,"agency"')))).toThrow(NotReadable)
    expect(() => readLeaf(utf8(leaf.replace('"version":1}', '"version":0}')))).toThrow(NotReadable)
  })
  it('verifier keys are refused when their id does not belong to them', () => {
    expect(readVerifierKey(ledger.vkeys[0]!).algorithm).toBe('Ed25519')
    expect(readVerifierKey(ledger.vkeys[1]!).algorithm).toBe('SM2')
    for (const line of ['', 'a', 'a+b+c', ledger.vkeys[0]!.replace('SQ+', 'SX+'), `${ledger.vkeys[0]!}A`])
      expect(() => readVerifierKey(line)).toThrow(NotReadable)
  })
  it('reads the proof of every place', () => {
    for (let i = 0; i < 7; i++) expect(readReceipt(utf8(ledger.receipt(i))).index).toBe(i)
  })
})

function stream(i: number): string {
  return `0000000${i}-0000-4000-8000-000000000000`
}
function hexSha(bytes: Uint8Array): string {
  return sha256(bytes).toString('hex')
}
function swap(receipt: string, line: string): string {
  return receipt.replace(new RegExp(`${line} (.)`), (_, first: string) => `${line} ${first === 'A' ? 'B' : 'A'}`)
}
function swapSignature(receipt: string): string {
  const at = receipt.indexOf('\u2014 liuhen-test/SQ ') + 40
  return receipt.slice(0, at) + (receipt[at] === 'A' ? 'B' : 'A') + receipt.slice(at + 1)
}
