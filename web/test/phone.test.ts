import { describe, expect, it } from 'vitest'
import type { KeptAct } from '../src/phone/kept'
import { heldBy, nextAct, nextDue } from '../src/phone/order'
import { scenes, type Scene } from '../src/phone/scene'

let seq = 0
const tap = (activity: string, act: string, more: Partial<KeptAct> = {}): KeptAct => ({
  seq: ++seq, key: `key-${seq}`, person: 'zhang', activity, act, body: {}, tappedAt: '2026-11-22T00:00:00.000Z', notBefore: 0, state: 'waiting', ...more,
})
const names = (acts: KeptAct[], now = 100) => {
  const sent: string[] = []
  const left = acts.map((act) => ({ ...act }))
  for (let next = nextAct(left, 'zhang', now); next; next = nextAct(left, 'zhang', now)) {
    sent.push(`${next.activity} ${next.act}`)
    next.state = 'arrived'
  }
  return sent
}

describe('what is sent next', () => {
  it('goes in the order of the taps, whatever order they are read in', () => {
    expect(names([tap('a', 'open-activity'), tap('a', 'start-activity'), tap('b', 'open-activity'), tap('a', 'end-activity')].reverse())).toEqual([
      'a open-activity', 'a start-activity', 'b open-activity', 'a end-activity',
    ])
  })
  it('waits for a tap that can still be undone, within its activity only', () => {
    const acts = [tap('a', 'start-activity', { notBefore: 101 }), tap('a', 'mark-moment'), tap('b', 'mark-moment')]
    expect(names(acts)).toEqual(['b mark-moment'])
    expect(names(acts, 101)).toEqual(['a start-activity', 'a mark-moment', 'b mark-moment'])
    expect(nextDue(acts, 'zhang')).toBe(0)
  })
  it('never takes what somebody else tapped', () => expect(names([tap('a', 'open-activity', { person: 'li' }), tap('b', 'open-activity')])).toEqual(['b open-activity']))
  it('files when the recording was looked at, and nothing waits for it', () => expect(names([tap('a', 'file-to-activity', { notBefore: 500 }), tap('a', 'end-activity')])).toEqual(['a end-activity']))
  it.each(['refused', 'dropped'] as const)('holds all of an activity whose opening was %s, and nothing else', (state) => {
    const acts = [tap('a', 'open-activity', { state }), tap('a', 'start-activity'), tap('b', 'open-activity')]
    expect(names(acts)).toEqual(['b open-activity'])
    expect(heldBy(acts, acts[1]!)).toBe(acts[0])
    expect(nextDue(acts.slice(0, 2), 'zhang')).toBeUndefined()
  })
  it('holds the end of what was refused to start, and goes on with the rest; said again, it lets the end go', () => {
    const acts = [tap('a', 'open-activity', { state: 'arrived' }), tap('a', 'start-activity', { state: 'refused' }), tap('a', 'mark-moment'), tap('a', 'end-activity')]
    expect(names(acts)).toEqual(['a mark-moment'])
    expect(names([...acts, tap('a', 'start-activity')])).toEqual(['a mark-moment', 'a start-activity', 'a end-activity'])
  })
})

describe('what the phone shows', () => {
  const known: Scene = { id: 'a', act: 'siteInspection', title: '现场检查', titleEn: 'Inspection', place: 'x', officers: ['张三'], state: 'planned', marks: [], interruptions: 0, givenUp: false, exempted: false, cameras: [], delayed: false }
  const shown = (...said: KeptAct[]) => scenes([known], said, undefined, (id) => id)
  it('is what the server said and what was tapped since', () => {
    const [scene] = shown(tap('a', 'start-activity', { body: { at: 'T1' } }), tap('a', 'mark-moment', { body: { kind: 'announced', at: 'T2', words: ['party'] } }), tap('a', 'end-activity', { body: { at: 'T3' } }))
    expect(scene).toMatchObject({ state: 'ended', startedAt: 'T1', endedAt: 'T3', marks: [{ kind: 'announced' }] })
    expect(known.state).toBe('planned')
  })
  it('has an ended activity stay ended when its start is corrected', () => {
    const [scene] = shown(tap('a', 'start-activity', { body: { at: 'T1' } }), tap('a', 'end-activity', { body: { at: 'T3' } }), tap('a', 'start-activity', { body: { at: 'T0' } }))
    expect(scene).toMatchObject({ state: 'ended', startedAt: 'T0', endedAt: 'T3' })
  })
  it('has what was opened here first shown when it runs', () => {
    const opened = tap('b', 'open-activity', { body: { act: 'service', place: 'y', officers: ['zhang', 'li'] } })
    expect(shown(opened, tap('b', 'start-activity', { body: { at: 'T1' } })).map((one) => [one.id, one.state])).toEqual([['b', 'running'], ['a', 'planned']])
  })
})
