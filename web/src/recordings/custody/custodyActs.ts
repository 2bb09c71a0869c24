import type { Act } from '../../cases/acts/acts'
import type { Field } from '../../cases/acts/field'

const need = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, required: true, ...more })
const may = (name: string, type: string, more: Partial<Field> = {}): Field => ({ name, type, ...more })
const FINDING: Field[] = [need('finding.duty', 'hidden'), need('finding.subject', 'hidden'), may('finding.occurrence', 'hidden')]

/** The form of each act on the custody of a recording (docs/formats.md, section 2.10); `grounds` are the words of the agency's own text. */
export function custodyActs(grounds: readonly string[]): Record<string, Act> {
  return {
    'hand-to-custodian': { fields: [may('from', 'person', { label: 'handedFrom', anyone: true }), need('at', 'time', { label: 'handedOverAt' })] },
    'except-storing': {
      fields: [
        need('ground', 'choice', { label: 'storeGround', terms: 'storeGround', words: grounds }), need('place', 'text', { label: 'activityPlace' }),
        need('returnedAt', 'time', { label: 'returnedToUnitAt' }), need('statement', 'longText', { label: 'storeStatement' }),
      ],
    },
    'claim-accident': { fields: [need('reason', 'longText', { label: 'accidentReason' })] },
    'confirm-accident': { fields: [] },
    'deny-accident': { fields: [need('reason', 'longText')] },
    'file-without-case': { fields: [need('reason', 'longText', { label: 'withoutCaseReason' })] },
    'assign-filing': { fields: [need('to', 'person', { label: 'filingTo', anyone: true })] },
    'explain-finding': { fields: [...FINDING, need('text', 'longText', { label: 'explanation' }), may('evidence', 'files', { label: 'explanationEvidence' })] },
    'judge-explanation': { fields: [...FINDING, need('accepted', 'yesNo'), need('reason', 'longText')] },
    'appeal-finding': { fields: [...FINDING, need('text', 'longText', { label: 'appealText' })] },
    'decide-appeal': { fields: [...FINDING, need('upheld', 'yesNo'), need('reason', 'longText')] },
  }
}

/** The same acts on several recordings at once. */
export function actsTogether(grounds: readonly string[]): Record<string, Act> {
  return Object.fromEntries(Object.entries(custodyActs(grounds)).map(([name, act]) => [name, { ...act, fields: [need('recordings', 'hidden'), ...act.fields] }]))
}

/** What can be done with several at once, in the order of the day, and which roles do it. */
export const TOGETHER: readonly { act: string; roles: readonly string[]; plain?: boolean }[] = [
  { act: 'hand-to-custodian', roles: ['custodian'] },
  { act: 'file-suggested', roles: ['officer', 'custodian'], plain: true },
  { act: 'assign-filing', roles: ['custodian', 'unitHead'] },
  { act: 'file-without-case', roles: ['officer', 'custodian', 'unitHead'] },
  { act: 'except-storing', roles: ['officer', 'custodian', 'unitHead'] },
  { act: 'claim-accident', roles: ['officer', 'custodian', 'unitHead'] },
  { act: 'confirm-accident', roles: ['custodian', 'unitHead'], plain: true },
  { act: 'deny-accident', roles: ['custodian', 'unitHead'] },
]

/** The acts on a list of the monthly hand-over. */
export const LIST_ACTS: Record<string, Act> = {
  'declare-nothing': { final: true, fields: [] },
  'receive-list': { final: true, fields: [] },
  'return-list': { fields: [need('reason', 'longText')] },
  'explain-finding': custodyActs([])['explain-finding']!,
  'judge-explanation': custodyActs([])['judge-explanation']!,
  'appeal-finding': custodyActs([])['appeal-finding']!,
  'decide-appeal': custodyActs([])['decide-appeal']!,
}
