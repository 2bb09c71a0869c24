import { createSHA256, createSM3 } from 'hash-wasm'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hex } from '../src/proof/bytes'
import { readTrust } from '../src/proof/note'
import { checkReceipt, type Medium } from '../src/proof/receiptCheck'
import { sm3 } from '../src/proof/sm3'
import { Sm3Tree } from '../src/proof/sm3Tree'

/** Broken on purpose by the command-line verifier's tests, which share no code with this: what concerns receipts must be found here too. */
const BROKEN = process.env.LIUHEN_BROKEN ?? '../cli/src/test/broken'
/** E17 is not among them: its fixture has a manifest that differs, and a receipt alone knows no manifest. */
const OURS = ['E02', 'E03', 'E04', 'E05', 'E06', 'E09', 'E26', 'E28']
/** In a bundle the original is named by the manifest; a file with its receipt says the same as E28. */
const SAID_AS: Record<string, string> = { E08: 'E28' }

const folders = existsSync(BROKEN)
  ? readdirSync(BROKEN).filter(
      (name) => existsSync(join(BROKEN, name, 'bundle', 'custody')) || existsSync(join(BROKEN, name, 'file')),
    )
  : []

it.skipIf(folders.length > 0)(`there are no fixtures at ${BROKEN}: the command-line verifier is not checked out`, () => undefined)

it.each(folders)('%s', async (name) => {
  const folder = join(BROKEN, name)
  const receipts = join(folder, existsSync(join(folder, 'file')) ? 'file' : 'bundle/custody')
  const keys = readTrust(readFileSync(join(folder, 'trust.txt'), 'utf8'))
  const medium = mediumOf(folder)
  const digests = medium && existsSync(medium) ? await digestsOf(readFileSync(medium)) : undefined
  const found = new Set<string>()
  for (const file of readdirSync(receipts).filter((one) => one.endsWith('.receipt')))
    for (const check of checkReceipt(readFileSync(join(receipts, file)), keys, digests, await sm3()).checks)
      if (check.code) found.add(check.code)
  const code = name.slice(0, 3)
  expect([...found]).toEqual(OURS.includes(code) ? [code] : SAID_AS[code] ? [SAID_AS[code]] : [])
})

function mediumOf(folder: string): string | undefined {
  const alone = join(folder, 'file')
  if (existsSync(alone))
    return join(
      alone,
      readdirSync(alone).find((file) => !file.endsWith('.receipt'))!,
    )
  const named = /"medium":"([^"]+)"/.exec(readFileSync(join(folder, 'bundle', 'manifest.json'), 'utf8'))
  return named ? join(folder, 'bundle', named[1]!) : undefined
}

async function digestsOf(bytes: Uint8Array): Promise<Medium> {
  const tree = new Sm3Tree(await createSM3())
  tree.update(bytes)
  const sha256 = (await createSHA256()).update(bytes).digest()
  return { sha256, sm3Tree: hex(tree.root()), sizeBytes: bytes.length }
}
