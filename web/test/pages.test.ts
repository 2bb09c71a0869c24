import { describe, expect, it } from 'vitest'
import { clock, inFours, instant, size } from '../src/frame/format'
import { listingOf } from '../src/devices/listing'
import { strangers, type Notebook } from '../src/devices/notebook'
import { fromBase64, fromUtf8, utf8 } from '../src/proof/bytes'
import { readCanonical } from '../src/proof/canonicalJson'
import { fromQuery, isFiltered, toQuery, toRequest } from '../src/recordings/listState'

describe('format', () => {
  it('writes instants in the agency’s zone, whatever the computer’s', () => {
    expect(instant('2026-03-02T07:04:00.000Z', 'zh-CN')).toBe('2026年3月2日 15:04')
    expect(instant('2026-03-01T16:00:00.000Z', 'zh-CN')).toBe('2026年3月2日 00:00')
    expect(instant('2026-03-02T07:04:00.000Z', 'en')).toBe('2 Mar 2026, 15:04')
  })
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [1_288_490_189, '1.2 GB'],
    [5e15, '4547 TB'],
  ])('size %i is %s', (bytes, text) => {
    expect(size(bytes)).toBe(text)
  })
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [3_723_000, '1:02:03'],
    [-5, '0:00'],
  ])('clock %i is %s', (millis, text) => {
    expect(clock(millis)).toBe(text)
  })
  it('writes digests in groups of four', () => {
    expect(inFours('abcdef0123')).toEqual(['abcd', 'ef01', '23'])
  })
})

describe('the address of a list', () => {
  it('comes back the same from its query', () => {
    const query = {
      q: '现场',
      device: 'SQ-0001',
      from: '2026-03-01',
      to: '2026-03-02',
      'key.cause': '超范围',
      sort: 'size',
      order: 'asc',
      page: '3',
      size: '100',
    }
    expect(toQuery(fromQuery(query))).toEqual(query)
    expect(isFiltered(fromQuery({ sort: 'size', page: '2' }))).toBe(false)
  })
  it('survives anything that somebody types into it', () => {
    expect(fromQuery({ page: '-3', size: '7', order: 'up', from: 'yesterday', q: ['a', 'b'] })).toMatchObject({
      page: 0,
      size: 50,
      order: 'desc',
      from: '',
      q: '',
    })
    expect(fromQuery({ page: 'NaN' }).page).toBe(0)
  })
  it('asks for whole legal days of the agency’s zone', () => {
    const request = new URLSearchParams(toRequest(fromQuery({ from: '2026-03-01', to: '2026-03-01' })))
    expect(request.get('from')).toBe('2026-02-28T16:00:00.000Z')
    expect(request.get('to')).toBe('2026-03-01T15:59:59.999Z')
  })
})

describe('hand-in', () => {
  const file = (path: string, sizeBytes = 1) => ({
    path,
    sizeBytes,
    modifiedAt: '2026-03-02T07:04:00.000Z',
    file: new File([], path),
  })
  it('lists files as canonical lines, sorted by raw path', () => {
    const lines = listingOf([
      file('b/2.mp4'),
      file('现场.mp4'),
      file('B.mp4'),
      { path: 'a', sizeBytes: 0, problem: 'unreadable' as const },
    ])
      .trimEnd()
      .split('\n')
    const read = lines.map((line) => readCanonical(utf8(line)) as Record<string, string>)
    expect(read.map((line) => line.path)).toEqual(['B.mp4', 'a', 'b/2.mp4', '现场.mp4'])
    expect(fromUtf8(fromBase64(read[3]!.pathBytes!))).toBe('现场.mp4')
    expect(read[1]!.problem).toBe('unreadable')
  })
  it('knows which files are not those of the listing', () => {
    const notebook: Notebook = {
      id: 'x',
      agency: 'SQ',
      device: 'd',
      openedAt: '',
      files: { a: { key: 'k', sizeBytes: 1, modifiedAt: '2026-03-02T07:04:00.000Z' } },
    }
    expect(strangers(notebook, [file('a')])).toEqual([])
    expect(strangers(notebook, [file('a', 2), file('b')]).map((f) => f.path)).toEqual(['a', 'b'])
  })
})
