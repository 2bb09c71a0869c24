import type { Case, Missing } from '../http/caseTypes'

const STAGE_TABLE = 'case.stageChecklist.'

/**
 * What a defect statement about something missing is about, by the id or word that the rule compares with: an item of a stage's table,
 * a right, a document, a measure; nothing where the case does not tell.
 */
export function subjectOf(file: Case, all: readonly Missing[], one: Missing): string | undefined {
  if (one.subject) return one.subject
  const stated = (subject: string) => file.defects.some((defect) => defect.subject === subject && defect.duties.includes(one.duty))
  if (one.duty.startsWith(STAGE_TABLE)) {
    // named by its title, else one for each open item that no statement answers, in the order of the table
    const stage = one.duty.slice(STAGE_TABLE.length)
    const open = file.checklist.filter((line) => line.stage === stage && line.standing.is === 'open' && !stated(line.item))
    return (open.find((line) => one.what.includes(`“${line.title}”`)) ?? open[all.filter((other) => other.duty === one.duty).indexOf(one)])?.item
  }
  const document = file.documents.find((other) => one.what.includes(`《${other.title}》`) && other.phase.is === 'final' && !other.served && !stated(other.id))
  if (document) return document.id
  const measure = file.measures.find((other) => !other.ended && one.what.includes(`（${other.place}）`) && !stated(other.id))
  if (measure) return measure.id
  return file.rights.find((right) => one.what.includes(right.title) && !stated(right.right))?.right
}
