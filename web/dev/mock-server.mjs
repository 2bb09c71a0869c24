// TEST DATA ONLY: answers like the server so that pages can be written and tested. Never shipped.
import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addEvent, addRecording, agency, at, handIns, ledger, read, recordings, register, rows, users } from './mock-data.mjs'
import { MockActivities } from './mock-activities.mjs'
import { canonical } from './test-ledger.mjs'
import { caseEndpoints } from './mock-case-endpoints.mjs'
import { MockCases } from './mock-cases.mjs'
import { MockCustody } from './mock-custody.mjs'
import { MockDevices } from './mock-devices.mjs'
import { MockPlaces } from './mock-places.mjs'
import { MockUploads } from './mock-uploads.mjs'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.sha256': 'text/plain',
}
export const APP_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export function startMock(port = 0) {
  const world = {
    sessions: new Map(),
    ledgerState: 'writing',
    failing: '',
    empty: false,
    balances: new Map(),
    handIns: [...handIns],
    requests: [],
    /** Anything here makes the officers' page a newer one. */
    workerMore: '',
  }
  const uploads = new MockUploads(world)
  world.cases = new MockCases()
  world.activities = new MockActivities()
  world.devices = new MockDevices()
  world.places = new MockPlaces()
  world.custody = new MockCustody()
  const server = createServer((request, response) => {
    handle(world, uploads, request, response).catch((problem) => {
      console.error(problem)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}`,
        world,
        vkeys: ledger.vkeys,
        recordings,
        stop: () => {
          server.closeAllConnections()
          server.close()
        },
      }),
    ),
  )
}

async function handle(world, uploads, request, response) {
  const url = new URL(request.url, 'http://x')
  const path = decodeURIComponent(url.pathname)
  world.requests.push(`${request.method} ${url.pathname}${url.search}`)
  if (path === '/verify')
    return file(response, join(DIST, 'verify.html'), { 'Content-Security-Policy': "frame-ancestors 'none'" })
  if (!path.startsWith('/api/') && !path.startsWith('/ledger/')) return page(world, response, path)
  if (path === '/ledger/SQ/vkey') return text(response, ledger.vkeys.map((key) => `# from ${at(-9999)}\n${key}\n`).join(''))
  if (path === '/ledger/SQ/checkpoint') return text(response, ledger.checkpoint())
  if (world.failing && path.startsWith(world.failing))
    return problem(
      response,
      503,
      'database-away',
      '数据库暂时连不上',
      '已存的不受影响，正在自动重连。',
      'The database is away',
      'Nothing stored is touched; it reconnects by itself.',
    )
  if (path.startsWith('/api/scene-receipts/')) {
    const answer = world.activities.answerTo(path.split('/')[3], ledger)
    return answer ? text(response, canonical(answer)) : problem(response, 404, 'not-found', '这里没有登记这份现场回执', '可能还没有上传。', 'No such scene receipt is lodged here', 'It may not be lodged yet.')
  }
  const session = world.sessions.get(/LIUHEN_SESSION=([^;]+)/.exec(request.headers.cookie ?? '')?.[1])
  if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers['x-xsrf-token'] !== 'mock-xsrf')
    return problem(response, 403, 'csrf', '请求没有带防伪标记', '请刷新页面。', 'No CSRF token', 'Reload the page.')
  if (path === '/api/time') return json(response, { now: new Date().toISOString() })
  if (path.startsWith('/api/session')) return sessions(world, session, path, request, response)
  if (!session)
    return problem(response, 401, 'not-signed-in', '请先登录', '登录已过期。', 'Not signed in', 'The session ran out.')
  if (path.startsWith('/api/uploads')) return uploads.handle(path, request, response, session)
  const sent = ['POST', 'PUT'].includes(request.method) ? await bytesOf(request) : Buffer.alloc(0)
  const isForm = request.headers['content-type']?.startsWith('multipart/')
  const body = ['POST', 'PUT'].includes(request.method) ? JSON.parse((!isForm && sent.toString()) || '{}') : undefined
  const asked = { path, url, method: request.method, body, key: request.headers['idempotency-key'] }
  const about = world.custody.answer(world, session, asked) ?? caseEndpoints(world, world.cases, session, { ...asked, headers: request.headers, bytes: sent })
  const onSite = about ?? world.activities.answer(world, session, asked) ?? world.devices.answer(world, session, asked) ?? world.places.answer(world, session, asked)
  if (onSite) return answer(response, onSite)
  if (path === '/api/agency') return json(response, agency)
  if (path === '/api/register') return json(response, register)
  if (path === '/api/desk') return json(response, desk(world))
  if (path.startsWith('/api/hand-ins')) return handInEndpoints(world, path, url, body, response)
  if (path === '/api/recordings') return json(response, list(world, url.searchParams))
  const [, , , id, ...rest] = path.split('/')
  const recording = recordings.get(id)
  if (!recording)
    return problem(
      response,
      404,
      'no-such-recording',
      '没有这个录音录像',
      '可能已移走，或您无权查看。',
      'No such recording',
      'It has moved or you may not see it.',
    )
  return recordingEndpoints(recording, rest.join('/'), request, url, body, response, session)
}

async function sessions(world, session, path, request, response) {
  const cookie = { 'Set-Cookie': ['XSRF-TOKEN=mock-xsrf; Path=/; SameSite=Strict'] }
  if (request.method === 'GET') return session ? json(response, session, 200, cookie) : empty(response, cookie)
  if (request.method === 'DELETE') return (world.sessions.clear(), empty(response))
  const given = JSON.parse((await bytesOf(request)).toString())
  const user = users[given.username]
  const right = path.endsWith('first-use')
    ? user?.oneTimeCode === given.oneTimeCode
    : user?.password !== undefined && user.password === given.password
  if (!user || !right)
    return problem(
      response,
      401,
      'wrong-credentials',
      '用户名或密码不对',
      '请检查大小写和输入法。',
      'Wrong user name or password',
      'Check capitals and the input method.',
    )
  const token = randomUUID()
  const now = {
    person: user.person,
    agency: { code: agency.code, name: agency.name },
    unit: user.unit,
    roles: user.roles,
    expiresAt: new Date(Date.now() + 8 * 3600_000).toISOString(),
  }
  world.sessions.set(token, now)
  return json(response, now, 200, {
    'Set-Cookie': [`LIUHEN_SESSION=${token}; HttpOnly; SameSite=Strict; Path=/`, ...cookie['Set-Cookie']],
  })
}

function desk(world) {
  if (world.empty)
    return {
      now: at(0),
      handInsToday: [],
      unbalanced: [],
      unclassified: { total: 0, oldest: [] },
      probing: { pending: 0, failed: 0 },
      ledger: { size: 1, signedAt: at(-1), origin: ledger.origin, state: 'writing' },
    }
  const open = rows.filter((row) => !row.classified)
  const stopped = world.ledgerState === 'stopped'
  return {
    now: at(0),
    handInsToday: world.handIns,
    unbalanced: world.handIns.filter((h) => h.balancedAt && !h.balanced),
    unclassified: { total: open.length, oldest: open.slice(-8).reverse().map(row) },
    probing: { pending: 3, failed: rows.filter((r) => r.probe === 'failed').length },
    ledger: {
      size: 128_417,
      signedAt: at(-1),
      origin: ledger.origin,
      state: world.ledgerState,
      ...(stopped ? { reason: '数据库比已签名的检查点少 12 条（128,405 < 128,417）' } : {}),
    },
  }
}

function list(world, query) {
  const one = (name) => query.get(name) ?? ''
  const states = {
    unclassified: (r) => !r.classified,
    classified: (r) => r.classified,
    gaps: (r) => r.hasGaps,
    pending: (r) => r.probe === 'pending',
    failed: (r) => r.probe === 'failed',
  }
  let found = world.empty ? [] : rows
  for (const key of ['device', 'officer', 'unit', 'kind']) if (one(key)) found = found.filter((r) => r[key] === one(key))
  if (one('q')) found = found.filter((r) => `${r.name} ${r.device}`.includes(one('q')))
  if (one('state')) found = found.filter(states[one('state')])
  if (one('from')) found = found.filter((r) => r.recordedAt >= one('from'))
  if (one('to')) found = found.filter((r) => r.recordedAt <= one('to'))
  for (const [key, value] of query) if (key.startsWith('key.')) found = found.filter((r) => r.keys[key.slice(4)] === value)
  const by = { size: 'sizeBytes' }[one('sort')] ?? (one('sort') || 'recordedAt')
  const sign = one('order') === 'asc' ? 1 : -1
  found = [...found].sort((a, b) => (a[by] < b[by] ? -sign : a[by] > b[by] ? sign : 0))
  const [page, size] = [Number(one('page')) || 0, Number(one('size')) || 50]
  const searched = one('q') || [...query.keys()].some((key) => key.startsWith('key.'))
  const mostCounted = searched ? 10_000 : 100_000
  const total = Math.min(found.length, mostCounted)
  return { items: found.slice(page * size, (page + 1) * size).map(row), total, mostCounted, page, size }
}

function row({ bytes, custody, ...plain }) {
  return plain
}

function handInEndpoints(world, path, url, body, response) {
  const [, , , id, act] = path.split('/')
  if (body && !id) {
    const lines = body.listing
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const before = world.handIns.find((h) => h.id === body.id)
    if (!before && body.unregistered) world.devices.found(body.device, body.unregistered)
    if (!before)
      world.handIns.push({
        id: body.id,
        device: body.device,
        source: body.source,
        by: '张三',
        openedAt: new Date().toISOString(),
        camera: lines.length,
        stored: 0,
        failed: 0,
        server: 0,
        bytes: lines.reduce((n, l) => n + l.sizeBytes, 0),
        balanced: false,
        lines,
      })
    return json(
      response,
      { id: body.id, device: body.device, agency: 'SQ', openedAt: at(0), origin: ledger.origin, vkeys: ledger.vkeys },
      before ? 200 : 201,
    )
  }
  const handIn = world.handIns.find((h) => h.id === id)
  if (!handIn)
    return problem(response, 404, 'no-such-hand-in', '没有这次入库', '请回到工作台。', 'No such hand-in', 'Go back to the desk.')
  const mine = [...recordings.values()].filter((r) => r.handIn === id)
  if (act === 'balance') {
    Object.assign(handIn, {
      camera: body.camera,
      stored: body.stored,
      failed: body.failed,
      server: mine.length,
      balancedAt: new Date().toISOString(),
      balanced: body.camera === body.stored && body.stored === mine.length && body.failed === 0,
    })
    return json(response, {
      camera: body.camera,
      stored: body.stored,
      failed: body.failed,
      server: { stored: mine.length },
      balanced: handIn.balanced,
    })
  }
  const missing = handIn.camera - handIn.server
  const files =
    handIn.lines?.map((line) => ({
      path: line.path,
      sizeBytes: line.sizeBytes,
      state: 'stored',
      sha256: mine.find((r) => r.path === line.path)?.sha256,
      recording: mine.find((r) => r.path === line.path)?.id,
    })) ??
    Array.from({ length: handIn.camera }, (_, i) => ({
      path: `DCIM/100MEDIA/MOV_${1000 + i}.mp4`,
      sizeBytes: 80_000_000 + i * 1_234_567,
      ...(i < missing
        ? i
          ? { state: 'missing' }
          : { state: 'problem', problem: 'unreadable' }
        : { state: 'stored', sha256: 'ab12'.repeat(16), recording: '00000000-0000-4000-8000-000000000001' }),
    }))
  return json(response, { ...handIn, files })
}

function recordingEndpoints(recording, what, request, url, body, response, session) {
  const actor = { id: session.person.id, kind: 'person', name: session.person.name, role: session.roles[0] }
  const receipt = (index) => text(response, ledger.receipt(index))
  if (what === '') return json(response, row(recording), 200, { ETag: `"${recording.version}"` })
  if (what === 'custody') return json(response, { items: recording.custody })
  if (what === 'receipt') return receipt(recording.leafIndex)
  const custody = /^custody\/(\d+)\/receipt$/.exec(what)
  if (custody) return receipt(recording.custody[custody[1] - 1].leafIndex)
  if (what === 'viewings')
    return (
      addEvent(
        recording,
        'RecordingViewed',
        { viewing: randomUUID(), ...(body.purpose ? { purpose: body.purpose } : {}) },
        actor,
      ),
      json(response, { viewing: randomUUID(), expiresAt: at(60) }, 201)
    )
  if (what === 'copies/poster') return bytes(request, response, read('poster.jpg'), 'image/jpeg')
  if (what === 'copies/thumbnails') return bytes(request, response, read('thumbnails.jpg'), 'image/jpeg')
  if (what === 'media' || what === 'copies/web') {
    if (!url.searchParams.get('viewing'))
      return problem(
        response,
        403,
        'no-viewing',
        '请先登记查看',
        '播放前先在保管链上记一笔。',
        'No viewing',
        'Open a viewing first.',
      )
    return bytes(request, response, what === 'media' ? recording.bytes : read('clip.mp4'), recording.mediaType)
  }
  if (what === 'classification') {
    if (request.headers['if-match'] !== `"${recording.version}"`)
      return problem(
        response,
        412,
        'version-conflict',
        '有人刚刚改过',
        '已为您取来最新内容，请再看一眼后提交。',
        'Changed meanwhile',
        'The newest state has been fetched; look again and submit.',
      )
    Object.assign(recording, { keys: body.keys, classified: true })
    return (addEvent(recording, 'RecordingClassified', { keys: body.keys }, actor), empty(response))
  }
  if (what === 'exports')
    return (
      addEvent(recording, 'RecordingExported', { to: body.to, purpose: body.purpose }, actor),
      json(
        response,
        {
          export: randomUUID(),
          files: [{ path: `original/${recording.name}`, url: `/api/recordings/${recording.id}/media?viewing=x` }],
        },
        201,
      )
    )
  return problem(response, 404, 'unexpected', '没有', '没有', 'No', 'No')
}

function bytes(request, response, all, type) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes', 'X-Content-Type-Options': 'nosniff' }
  if (!range) return void response.writeHead(200, { ...headers, 'Content-Length': all.length }).end(all)
  const [from, to] = [Number(range[1]), range[2] ? Number(range[2]) : all.length - 1]
  response
    .writeHead(206, { ...headers, 'Content-Range': `bytes ${from}-${to}/${all.length}`, 'Content-Length': to - from + 1 })
    .end(all.subarray(from, to + 1))
}

function worker(response, text) {
  response.writeHead(200, { 'Content-Type': 'text/javascript', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': APP_POLICY }).end(text)
}

function page(world, response, path) {
  const wanted = join(DIST, normalize(path))
  if (path === '/phone-worker.js') return worker(response, readFileSync(wanted, 'utf8') + world.workerMore)
  const shell = /^\/phone(\/|$)/.test(path) ? 'phone.html' : 'index.html'
  file(response, extname(path) && existsSync(wanted) ? wanted : join(DIST, shell), {
    'Content-Security-Policy': APP_POLICY,
  })
}

function file(response, path, headers) {
  response
    .writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    })
    .end(readFileSync(path))
}

export async function bytesOf(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

function json(response, value, status = 200, headers = {}) {
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
    .end(JSON.stringify(value))
}

/** Paper is shown in a frame of the page itself, so it has a policy of its own. */
function answer(response, { status, value, pdf }) {
  if (pdf) return void response.writeHead(200, { 'Content-Type': 'application/pdf', 'X-Frame-Options': 'DENY', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" }).end(pdf)
  if (status === 204) return empty(response)
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', 'Cache-Control': 'no-store' }).end(JSON.stringify(value))
}

function text(response, value) {
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(value)
}

function empty(response, headers = {}) {
  response.writeHead(204, headers).end()
}

function problem(response, status, code, title, detail, titleEn, detailEn) {
  response
    .writeHead(status, { 'Content-Type': 'application/problem+json' })
    .end(JSON.stringify({ type: 'about:blank', status, code, title, detail, titleEn, detailEn }))
}

export { addRecording }
if (process.argv[1] === fileURLToPath(import.meta.url))
  startMock(Number(process.env.PORT ?? 18990)).then(({ url }) => console.log(`mock server with test data: ${url}`))
