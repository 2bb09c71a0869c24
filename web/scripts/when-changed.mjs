// Runs what has become necessary since it last succeeded: `node scripts/when-changed.mjs install|build|test`.
// Each step has a stamp with a hash of what it reads; nothing is run, and nothing is touched, when the hash is the same.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('..', import.meta.url))
// outlives mvn clean, and goes away with the modules that it vouches for
const STAMPS = join(HERE, 'node_modules', '.stamps')
const LOCK = ['package.json', 'package-lock.json', '.npmrc']
const PAGES = [
  ...LOCK,
  'src',
  'public',
  'scripts',
  'index.html',
  'phone.html',
  'verify.html',
  'vite.config.ts',
  'vite.verify.config.ts',
  'tsconfig.json',
]

const STEPS = {
  install: { reads: LOCK, made: 'node_modules', run: ['npm', ['ci', '--no-audit', '--no-fund']] },
  // Maven copies and never deletes: pieces of an older build must not stay in the jar
  build: {
    reads: PAGES,
    made: 'dist/verify.html.sha256',
    stale: 'target/classes/META-INF',
    run: ['npm', ['run', '--silent', 'build']],
  },
  test: { reads: [...PAGES, 'test', 'dev', '../cli/src/test/broken'], made: 'node_modules', run: ['npm', ['test', '--silent']] },
}

const name = process.argv[2]
const step = STEPS[name]
if (!step) throw new Error('say install, build or test')
const stamp = join(STAMPS, name)
const now = hashOf([`node ${process.version}`, ...step.reads])
if (existsSync(join(HERE, step.made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) process.exit(0)

rmSync(stamp, { force: true })
if (step.stale) rmSync(join(HERE, step.stale), { recursive: true, force: true })
const [command, args] = step.run
const done = spawnSync(command, args, { cwd: HERE, stdio: 'inherit', shell: process.platform === 'win32' })
if (done.error) {
  console.error(
    `${command} could not be started (${done.error.message}). Install Node.js 20 or newer with npm, then build again.`,
  )
  process.exit(1)
}
if (done.status !== 0) process.exit(done.status ?? 1)
mkdirSync(STAMPS, { recursive: true })
writeFileSync(stamp, now)

function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) existsSync(join(HERE, part)) ? add(hash, part) : hash.update(part)
  return hash.digest('hex')
}

function add(hash, path) {
  const full = join(HERE, path)
  if (statSync(full).isDirectory()) {
    for (const entry of readdirSync(full).sort()) add(hash, join(path, entry))
    return
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
}
