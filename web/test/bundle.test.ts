import { createSHA256, createSM3 } from 'hash-wasm'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hex } from '../src/proof/bytes'
import { checkBundle, looksLikeBundle, mediumOf, ofFolder } from '../src/proof/bundleCheck'
import { readTrust } from '../src/proof/note'
import type { Medium } from '../src/proof/receiptCheck'
import { sm3 } from '../src/proof/sm3'
import { Sm3Tree } from '../src/proof/sm3Tree'
import { readTar } from '../src/proof/tar'

/** Made by the command-line verifier's tests, which share no code with this. */
const FIXTURES = process.env.LIUHEN_FIXTURES ?? '../cli/src/test'

const broken = join(FIXTURES, 'broken')
const folders = existsSync(broken) ? readdirSync(broken).filter((name) => existsSync(join(broken, name, 'bundle'))) : []

it.skipIf(folders.length > 0)(`there are no fixtures at ${broken}: the command-line verifier is not checked out`, () => undefined)

describe.skipIf(folders.length === 0)('a bundle in a tar', () => {
  it.each(['ustar', 'pax'])('valid with its keys, of unknown signer without, as %s', async (format) => {
    const files = await packed(join(FIXTURES, 'valid/bundle/bundle'), format)
    expect(looksLikeBundle(files)).toBe(true)
    const medium = (await mediumOf(files))!
    expect(medium).toBe('original/现场-0001.mp4')
    const trust = readTrust(readFileSync(join(FIXTURES, 'valid/bundle/trust.txt'), 'utf8'))
    const digests = await digestsOf(files.get(medium)!)
    const report = await checkBundle(files, trust, digests, await sm3())
    expect(report).toMatchObject({ verdict: 'valid', fileProven: true, custody: 3 })
    expect(report.checks.filter((check) => check.outcome !== 'passed')).toEqual([])
    expect((await checkBundle(files, [], digests, await sm3())).verdict).toBe('signerUnknown')
  })

  it('of a recording whose events are in a closed log and in the next one', async () => {
    const files = await packed(join(FIXTURES, 'valid/continued/bundle'), 'pax')
    const trust = readTrust(readFileSync(join(FIXTURES, 'valid/continued/trust.txt'), 'utf8'))
    const digests = await digestsOf(files.get((await mediumOf(files))!)!)
    expect(await checkBundle(files, trust, digests, await sm3())).toMatchObject({ verdict: 'valid', custody: 3 })
    const older = trust.filter((key) => !key.name.endsWith('/2'))
    const codes = (await checkBundle(files, older, digests, await sm3())).checks.flatMap((check) => check.code ?? [])
    expect([...new Set(codes)]).toEqual(['E04'])
  })

  it.each(folders)('%s', async (name) => {
    const files = await packed(join(broken, name, 'bundle'), 'pax')
    const trustFile = join(broken, name, 'trust.txt')
    const medium = await mediumOf(files)
    const trust = existsSync(trustFile) ? readTrust(readFileSync(trustFile, 'utf8')) : []
    const digests = medium ? await digestsOf(files.get(medium)!) : undefined
    const report = await checkBundle(files, trust, digests, await sm3())
    expect(report.verdict).toBe('faults')
    expect([...new Set(report.checks.flatMap((check) => check.code ?? []))]).toEqual([name.slice(0, 3)])
  })
})

it('a bundle in a folder of its own, as the server hands it out', async () => {
  const files = ofFolder(await packed(join(FIXTURES, 'valid/bundle'), 'pax', 'bundle'))
  expect(await mediumOf(files)).toBe('original/现场-0001.mp4')
})

it('a tar that is cut off is not read', async () => {
  const whole = tar(join(FIXTURES, 'valid/bundle/bundle'), 'pax')
  await expect(readTar(new Blob([whole.subarray(0, 40_000) as Uint8Array<ArrayBuffer>]))).rejects.toThrow('ends too early')
})

function tar(folder: string, format: string, what = '.'): Buffer {
  return execFileSync('tar', ['-c', `--format=${format}`, '-C', folder, what], { maxBuffer: 64 * 1024 * 1024 })
}

function packed(folder: string, format: string, what = '.'): Promise<Map<string, Blob>> {
  return readTar(new Blob([tar(folder, format, what) as unknown as Uint8Array<ArrayBuffer>]))
}

async function digestsOf(blob: Blob): Promise<Medium> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const tree = new Sm3Tree(await createSM3())
  tree.update(bytes)
  return { sha256: (await createSHA256()).update(bytes).digest(), sm3Tree: hex(tree.root()), sizeBytes: bytes.length }
}
