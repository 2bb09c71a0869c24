import { describe, expect, it } from 'vitest'
import { ACTS } from '../src/cases/acts/acts'
import { bodyOf } from '../src/cases/acts/field'
import { placeOf } from '../src/cases/places'
import { subjectOf } from '../src/cases/subject'
import type { Case, Missing } from '../src/http/caseTypes'

const missing = (duty: string, what: string): Missing => ({ duty, article: 'SQ-M-7', blocks: true, what, whatEn: what, wayOut: '', wayOutEn: '' })
const line = (item: string, title: string, is = 'open') => ({ stage: 'investigation', item, title, titleEn: title, article: 'SQ-M-7', contents: [], standing: { is } })
const file = {
  checklist: [line('inquiry', '询问情况'), line('testing', '检验、检测、检疫、鉴定'), line('sampling', '抽样取证', 'recorded')],
  defects: [],
  documents: [{ id: 'd1', title: '行政处罚决定书', phase: { is: 'final' } }, { id: 'd2', title: '行政处罚告知书', phase: { is: 'draft' } }],
  measures: [{ id: 'm1', place: '冷柜', ended: false }],
  rights: [{ right: 'hearing', title: '申请听证' }],
} as unknown as Case

describe('what a defect statement is about', () => {
  const duty = 'case.stageChecklist.investigation'
  it('is the item that the words name', () => {
    const all = [missing(duty, '“检验、检测、检疫、鉴定”既没有记录，也没有声明未发生或者不适用。')]
    expect(subjectOf(file, all, all[0]!)).toBe('testing')
  })
  it('is the open item in its place, where the words name it otherwise', () => {
    const all = [missing(duty, '一'), missing(duty, '二')]
    expect(all.map((one) => subjectOf(file, all, one))).toEqual(['inquiry', 'testing'])
  })
  it('skips an item that a statement answers already', () => {
    const stated = { ...file, defects: [{ subject: 'inquiry', duties: [duty] }] } as unknown as Case
    const all = [missing(duty, '一')]
    expect(subjectOf(stated, all, all[0]!)).toBe('testing')
  })
  it.each([
    ['record.service.required', '《行政处罚决定书》已制作，尚未送达。', 'd1'],
    ['record.service.required', '《行政处罚告知书》已制作，尚未送达。', undefined],
    ['record.investigation.required', '措施尚未解除或者处理（冷柜）。', 'm1'],
    ['record.investigation.required', '没有告知当事人申请听证权的记录。', 'hearing'],
  ])('%s: %s', (key, what, subject) => {
    const all = [missing(key, what)]
    expect(subjectOf(file, all, all[0]!)).toBe(subject)
  })
})

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
