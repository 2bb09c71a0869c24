// Gives dist/verify.html a content security policy that names its script and style by hash and allows no connection but to the
// server it came from (where somebody asks after a scene receipt; none from a disk), then writes the digest that is published beside it. Run by `npm run build`.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const PAGE = new URL('../dist/verify.html', import.meta.url)
const MARK = '<!--content-security-policy-->'

const page = readFileSync(PAGE, 'utf8')
const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
if (scripts.length !== 1 || !page.includes(MARK) || /<script[^>]+src=/.test(page) || /<link[^>]+stylesheet/.test(page))
  throw new Error('verify.html is not one self-contained file')
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const styles = [...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((style) => hashOf(style[1]))
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(scripts[0][1])} 'wasm-unsafe-eval'`,
  `style-src ${styles.join(' ')}`,
  'worker-src blob: data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
const sealed = page.replace(MARK, `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
writeFileSync(PAGE, sealed)
writeFileSync(
  new URL('../dist/verify.html.sha256', import.meta.url),
  `${createHash('sha256').update(sealed).digest('hex')}  verify.html\n`,
)
