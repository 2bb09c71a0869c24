import type { Act } from '../../cases/acts/acts'
import type { Field, Values } from '../../cases/acts/field'
import type { ItemsList } from '../../http/activityTypes'
import type { Word } from '../../http/caseTypes'

const need = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, required: true, ...more })
const may = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, ...more })
/** Who can have heard the announcement: the words of docs/formats.md, section 2.8. */
export const HEARD_BY = ['party', 'othersOnScene'] as const
const FINDING: Field[] = [need('finding.duty', 'hidden'), need('finding.subject', 'hidden'), may('finding.occurrence', 'hidden')]

/** A choice whose words the server knows, because they are the agency's. */
const oneOf = (name: string, label: Word, words: Word[]): Field => need(name, 'choice', { own: { name, title: label.title, titleEn: label.titleEn, type: 'choice', words } })
const titled = (title: string, titleEn: string): Word => ({ word: '', title, titleEn })

/** The form of each act on a field activity (docs/formats.md, section 2.8.1), with the words of the agency's own list. */
export function activityActs(list: ItemsList, devices: { id: string; number: string }[], rooms: { id: string; name: string; closedOn?: string }[] = []): Record<string, Act> {
  const causes = list.causes.map((one) => ({ ...one, word: one.cause }))
  const cause = oneOf('cause', titled('原因', 'Cause'), causes)
  const place = need('place', 'text', { label: 'activityPlace' })
  const used = rooms.filter((one) => !one.closedOn).map(({ id, name }) => ({ word: id, title: name, titleEn: name }))
  const own = { name: 'room', title: '登记的场所', titleEn: 'Registered place', type: 'choice', words: used }
  const carried = may('devices', 'choice', {
    many: true, own: { name: 'devices', title: '使用的设备', titleEn: 'Devices used', type: 'choice', many: true, words: devices.map(({ id, number }) => ({ word: id, title: number, titleEn: number })) },
  })
  const of = (kind: string) => ({ when: (values: Values) => values.kind === kind })
  const said = (kind: string, label: string, terms: string, words: readonly string[]): Field => need('words', 'choice', { many: true, label, terms, words, ...of(kind) })
  const moment: Field[] = [
    need('kind', 'hidden'), may('at', 'time', { label: 'momentAt' }), said('announced', 'heardBy', 'heardBy', HEARD_BY), said('introduced', 'spokenOf', 'spokenOf', list.introduction),
    need('words', 'hidden', of('certificateShown')), need('words', 'hidden', of('focus')), need('words', 'hidden', of('notApplicable')),
  ]
  return {
    'open-activity': {
      fields: [
        need('activity', 'hidden'), oneOf('act', titled('活动种类', 'Kind of activity'), list.items.map((item) => ({ word: item.act, title: item.title, titleEn: item.titleEn }))),
        need('unit', 'unit'), ...(used.length ? [may('room', 'choice', { own })] : []), { ...place, when: (values: Values) => !values.room }, may('weights', 'choice', { many: true, terms: 'weight', words: ['personalLiberty', 'lifeHealth', 'majorProperty', 'caseHandlingPlace'] }),
        need('officers', 'officers', { label: 'activityOfficers' }), carried, may('planned.from', 'time', { label: 'plannedFrom' }), may('planned.to', 'time', { label: 'plannedTo' }),
      ],
    },
    'hold-at-place': { fields: [need('place', 'choice', { own: { ...own, name: 'place' } })] },
    'amend-activity': { fields: [place, need('officers', 'officers', { label: 'activityOfficers' }), carried] },
    'start-activity': { fields: [need('at', 'time', { label: 'startedAt' })] },
    'end-activity': { fields: [need('at', 'time', { label: 'endedAt' })] },
    'mark-moment': { fields: [...moment, may('toWhom', 'text', { when: (values) => values.kind === 'certificateShown' || values.kind === 'announced' })] },
    'find-violation': { fields: [need('found', 'yesNo', { label: 'violationFound' })] },
    'explain-interruption': {
      fields: [need('time.from', 'time', { label: 'brokeAt' }), need('time.to', 'time', { label: 'resumedAt' }), cause, may('text', 'longText', { label: 'course' }), need('spoken', 'yesNo', { label: 'causeSpoken' })],
    },
    'give-up-recording': {
      fields: [
        need('stoppedAt', 'time'), cause, need('unrecorded', 'longText'),
        need('reports', 'items', {
          columns: [
            need('to', 'choice', { label: 'reportedTo', terms: 'reportTo', words: ['enforcementUnitHead', 'leaderInCharge'] }), need('person', 'person', { label: 'reportedPerson', anyone: true }),
            need('at', 'time', { label: 'reportedAt' }), need('how', 'text', { label: 'reportedHow' }),
          ],
        }),
      ],
    },
    'sign-statement': { final: true, fields: [need('at', 'time', { label: 'signedAt' })] },
    'exempt-activity': {
      fields: [
        oneOf('ground', titled('不记录的理由', 'Ground for not recording'), list.grounds.map((one) => ({ ...one, word: one.ground }))), need('facts', 'longText', { label: 'exemptionFacts' }),
        { ...cause, when: (values) => values.ground === 'objectiveCause' },
        may('secret', 'text', { when: (values) => String(values.ground).toLowerCase().includes('secret') }),
      ],
    },
    'submit-work-record': { fields: [need('reason', 'longText'), need('basis', 'text'), need('to', 'person', { label: 'leader', anyone: true }), need('at', 'time', { label: 'submittedAt' })] },
    'acknowledge-work-record': { fields: [] },
    'state-necessity': { fields: [need('text', 'longText', { label: 'necessity' })] },
    'show-article': { fields: [may('document', 'hidden'), need('name', 'text', { label: 'articleName' }), may('quantity', 'text', { label: 'articleQuantity' }), may('state', 'text', { label: 'articleState' }), need('at', 'time', { label: 'articleAt' })] },
    'file-to-activity': { fields: [need('recording', 'anyRecording')] },
    'unfile-from-activity': { fields: [need('recording', 'hidden'), need('reason', 'longText')] },
    'unlink-document': { fields: [need('document', 'hidden'), need('reason', 'longText')] },
    'give-reason': { fields: [need('duty', 'hidden'), need('text', 'longText', { label: 'reason' })] },
    'state-defect': { fields: [may('subject', 'hidden'), need('duties', 'hidden'), need('missing', 'longText'), need('why', 'longText'), need('by', 'officers', { label: 'statedBy' })] },
    'close-activity': { final: true, fields: [] },
    'cancel-activity': { final: true, fields: [need('reason', 'longText')] },
    'explain-finding': { fields: [...FINDING, need('text', 'longText', { label: 'explanation' }), may('evidence', 'files', { label: 'explanationEvidence' })] },
    'judge-explanation': { fields: [...FINDING, need('accepted', 'yesNo'), need('reason', 'longText')] },
    'appeal-finding': { fields: [...FINDING, need('text', 'longText', { label: 'appealText' })] },
    'decide-appeal': { fields: [...FINDING, need('upheld', 'yesNo'), need('reason', 'longText')] },
  }
}
