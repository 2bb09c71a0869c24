// TEST DATA ONLY: tus 1.0 creation, HEAD, PATCH and DELETE in memory, with a way to cut a connection.
import { randomUUID } from 'node:crypto'
import { addRecording, rows } from './mock-data.mjs'

export class MockUploads {
  #uploads = new Map()
  #byKey = new Map()
  constructor(world) {
    this.world = world
    world.cutAfterBytes = 0
  }

  async handle(path, request, response, session) {
    if (this.world.refusing)
      return void response
        .writeHead(403, { 'Content-Type': 'application/problem+json' })
        .end(
          JSON.stringify({
            status: 403,
            code: 'device-of-other-unit',
            title: '这台设备不属于本机构',
            titleEn: 'The device is another unit’s',
          }),
        )
    const headers = { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' }
    if (request.method === 'POST') {
      const meta = Object.fromEntries(
        (request.headers['upload-metadata'] ?? '')
          .split(',')
          .filter(Boolean)
          .map((pair) => {
            const [key, value] = pair.trim().split(' ')
            return [key, Buffer.from(value ?? '', 'base64').toString()]
          }),
      )
      const id = this.#byKey.get(meta.key) ?? randomUUID()
      if (!this.#uploads.has(id)) {
        this.#uploads.set(id, { length: Number(request.headers['upload-length']), bytes: Buffer.alloc(0), meta, session })
        this.#byKey.set(meta.key, id)
        this.#seal(this.#uploads.get(id))
      }
      return void response.writeHead(201, { ...headers, Location: `/api/uploads/${id}`, ...this.#acknowledgement(id) }).end()
    }
    const id = path.split('/').at(-1)
    const upload = this.#uploads.get(id)
    if (!upload) return void response.writeHead(404, headers).end()
    if (request.method === 'HEAD')
      return void response
        .writeHead(200, {
          ...headers,
          'Upload-Offset': upload.bytes.length,
          'Upload-Length': upload.length,
          ...this.#acknowledgement(id),
        })
        .end()
    if (request.method === 'DELETE') return (this.#uploads.delete(id), void response.writeHead(204, headers).end())
    if (Number(request.headers['upload-offset']) !== upload.bytes.length) return void response.writeHead(409, headers).end()
    for await (const part of request) {
      upload.bytes = Buffer.concat([upload.bytes, part])
      if (this.world.cutAfterBytes && upload.bytes.length >= this.world.cutAfterBytes) {
        this.world.cutAfterBytes = 0
        return void request.socket.destroy()
      }
    }
    this.#seal(upload)
    response.writeHead(204, { ...headers, 'Upload-Offset': upload.bytes.length, ...this.#acknowledgement(id) }).end()
  }

  #seal(upload) {
    if (upload.recording || upload.bytes.length !== upload.length) return
    const { meta, session } = upload
    if (this.world.tampering) upload.bytes[0] ^= 1
    const actor = { id: session.person.id, kind: 'person', name: session.person.name, role: session.roles[0] }
    upload.recording = addRecording(
      upload.bytes,
      {
        name: meta.filename,
        path: meta.path,
        device: meta.device,
        handIn: meta['hand-in'],
        via: 'browser',
        kind: 'pending',
        probe: 'pending',
        playable: 'pending',
        recordedAt: new Date().toISOString(),
        modifiedAt: meta['modified-at'],
      },
      actor,
    )
    rows.unshift(upload.recording)
  }

  #acknowledgement(id) {
    const { recording } = this.#uploads.get(id)
    return recording ? { 'Liuhen-Recording': recording.id, 'Liuhen-Sha256': recording.sha256 } : {}
  }
}
