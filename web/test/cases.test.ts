import { describe, expect, it } from 'vitest'
import { ACTS } from '../src/cases/acts/acts'
import { bodyOf, unfilled } from '../src/cases/acts/field'
import { placeOf } from '../src/cases/places'

describe('where people do what a duty asks for', () => {
  it.each([
    ['case.stageChecklist.investigation', 'checklist'], ['record.service.required', 'service'], ['textRecord.approval.opinions', 'approvals'],
    ['avRecord.collectiveDiscussion.audioRequired', 'approvals'], ['textRecord.partySignature.required', 'documents'], ['coercion.demandNotice.served', 'measures'],
    ['officers.minPresent', 'people'], ['licence.acceptance.outcomes', 'people'], ['agency.effectiveFrom', undefined],
  ])('%s: %s', (duty, tab) => expect(placeOf(duty)).toBe(tab))
})

describe('the body of an act', () => {
  it('of a filed recording holds only what a person says', () => {
    expect(bodyOf(ACTS['file-recording']!.fields, { recording: 'r1', content: 'inquiry', remark: ' ' })).toEqual({ recording: 'r1', content: 'inquiry' })
  })
  it('keeps the empty occurrence of a finding, which is part of its name', () => {
    expect(bodyOf(ACTS['explain-finding']!.fields, { 'finding.duty': 'd', 'finding.subject': 's', 'finding.occurrence': '', text: ' 停电 ' })).toEqual({
      finding: { duty: 'd', subject: 's', occurrence: '' }, text: '停电', evidence: [],
    })
  })
  it('has every list, and nothing that another choice asks for', () => {
    expect(bodyOf(ACTS['decide-acceptance']!.fields, { 'acceptance.outcome': 'accept', 'acceptance.at': '2026-03-02T01:00:00.000Z', 'acceptance.authority': '省局' })).toEqual({
      acceptance: { outcome: 'accept', at: '2026-03-02T01:00:00.000Z', corrections: [], toSupplement: [] },
    })
  })
})

it('a row that lacks something is told before it is sent', () => {
  const fields = [{ name: 'reports', type: 'items', columns: [{ name: 'to', type: 'choice', required: true }, { name: 'how', type: 'text' }, { name: 'id', type: 'hidden', required: true }] }]
  expect(unfilled(fields, { reports: [{ to: 'head' }, { how: 'phone' }] })).toEqual(fields)
  expect(unfilled(fields, { reports: [{ to: 'head' }] })).toEqual([])
  expect(unfilled(fields, {})).toEqual([])
})
