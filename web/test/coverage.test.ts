import { describe, expect, it } from 'vitest'
import type { Coverage, Segment } from '../src/http/activityTypes'
import { blurred, compared, differenceOf, percentOf, stretchOf, toldHoles } from '../src/recordings/activities/coverage'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 1) + seconds * 1000).toISOString()
const NOTHING: Coverage = { gapMillis: 10_000, lanes: [], holes: [], coveredMillis: 0, documents: [], marks: [] }
const segment = (from: number, to: number, uncertaintyMillis = 0): Segment => ({ recording: 'r', name: 'a.mp4', kind: 'video', from: at(from), to: at(to), uncertaintyMillis })

describe('the stretch of time of a coverage picture', () => {
  it('is none where nothing has a time', () => expect(stretchOf(NOTHING)).toBeUndefined())
  it('reaches over act, documents and recordings, with a margin', () => {
    const view = stretchOf({ ...NOTHING, from: at(0), to: at(600), lanes: [{ device: 'd', number: '1', segments: [segment(-100, 300)] }], documents: [{ id: 'x', title: 'x', from: at(0), to: at(900) }] })!
    expect(view.to - view.from).toBe(1_000_000 * 1.06)
  })
  it('is never shorter than a minute: a photograph has no length', () => {
    const view = stretchOf({ ...NOTHING, lanes: [{ device: 'd', number: '1', segments: [segment(5, 5)] }] })!
    expect(view.to - view.from).toBe(60_000)
  })
})

it('tells by how much a document begins and ends otherwise than the act', () => {
  const act = { ...NOTHING, from: at(0), to: at(600) }
  expect(differenceOf(act, { from: at(120), to: at(598) })).toEqual({ begin: 120, end: -2 })
  expect(differenceOf(act, { from: at(0), to: at(600) })).toEqual({})
  expect(differenceOf({ ...act, to: undefined }, { from: at(-1), to: at(1) })).toEqual({ begin: -1 })
})

describe('what a clock leaves uncertain', () => {
  it('is nothing for an exact clock, and not drawn for one that nobody measured', () => {
    expect(blurred(segment(0, 60))).toEqual([])
    expect(blurred(segment(0, 60, 86_400_000))).toEqual([])
  })
  it('lies on both sides of both ends, and never beyond the other end', () => {
    expect(blurred(segment(0, 60, 5_000)).map(({ from, to }) => to - from)).toEqual([10_000, 10_000])
    expect(blurred(segment(0, 2, 5_000)).map(({ from, to }) => to - from)).toEqual([7_000, 7_000])
  })
})

it('tells holes longer than the gap between two files: what nobody explained first, of those the longest', () => {
  const hole = (from: number, to: number, explained = false) => ({ from: at(from), to: at(to), slackMillis: 0, edge: 'middle' as const, explained })
  expect(toldHoles({ ...NOTHING, holes: [hole(0, 10), hole(20, 40), hole(50, 110), hole(200, 900, true)] }).map((one) => one.from)).toEqual([at(50), at(20), at(200)])
})

it('rounds what is covered down: almost all is not all', () => {
  expect([percentOf(59_999, 60_000), percentOf(60_000, 60_000), percentOf(0, 60_000), percentOf(undefined, 5), percentOf(5, 0)]).toEqual([99, 100, 0, undefined, undefined])
})

describe('the comparison on paper', () => {
  const lanes = [{ device: 'd', number: 'SQ-01', officer: '张三', segments: [segment(300, 400), segment(20, 100)] }, { device: 'e', number: 'SQ-02', segments: [] }]
  it('has the act, its papers and each device from its first to its last second', () =>
    expect(compared({ ...NOTHING, from: at(0), to: at(600), lanes, documents: [{ id: 'x', title: '笔录', from: at(0), to: at(660) }] }, '检查')).toEqual([
      { name: '检查', from: at(0), to: at(600) }, { name: '笔录', from: at(0), to: at(660), begin: 0, end: 60 }, { name: 'SQ-01 张三', from: at(20), to: at(400), begin: 20, end: -200 },
    ]))
  it('differs from nothing where the act has no end yet', () => expect(compared({ ...NOTHING, from: at(0), lanes }, '检查')).toEqual([{ name: 'SQ-01 张三', from: at(20), to: at(400), begin: 20 }]))
})
