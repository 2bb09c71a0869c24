import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin, Rolldown } from 'vite'

/** Files of public/ that the officers' page needs without network. */
const PUBLIC = /^(?:icon\.svg|phone[\w-]*\.(?:png|json))$/
const WORKER = 'phone-worker.js'
const PAGE = 'phone.html'

/** Tells the service worker which files the officers' page is made of. Any other content gives another worker, which browsers take for a new version. */
export function phoneFiles(): Plugin {
  return {
    name: 'phone-files',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER]
        const page = bundle[PAGE]
        if (worker?.type !== 'chunk' || page?.type !== 'asset') throw new Error(`no ${WORKER} or no ${PAGE} in the build`)
        const hash = createHash('sha256').update(page.source)
        const kept = readdirSync('public').filter((name) => PUBLIC.test(name)).sort()
        for (const name of kept) hash.update(readFileSync(`public/${name}`))
        const files = ['/phone', ...kept.map((name) => `/${name}`), ...neededBy('phone', bundle).map((name) => `/${name}`)]
        worker.code = worker.code.replaceAll('PHONE_FILES', JSON.stringify({ version: hash.update(files.join()).digest('hex').slice(0, 12), files }))
      },
    },
  }
}

/** An entry, what it imports, and the styles of both; the names carry a hash of the content. */
function neededBy(entry: string, bundle: Rolldown.OutputBundle): string[] {
  const names = new Set<string>()
  const add = (name: string) => {
    const chunk = bundle[name]
    if (names.has(name) || chunk?.type !== 'chunk') return
    names.add(name)
    ;[...chunk.imports, ...chunk.dynamicImports].forEach(add)
    chunk.viteMetadata?.importedCss.forEach((style) => names.add(style))
    chunk.viteMetadata?.importedAssets.forEach((asset) => names.add(asset))
  }
  Object.values(bundle).filter((one) => one.type === 'chunk' && one.isEntry && one.name === entry).forEach((one) => add(one.fileName))
  return [...names].sort()
}
