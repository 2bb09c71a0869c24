export const TABS = ['documents', 'checklist', 'service', 'approvals', 'measures', 'recordings', 'findings', 'people', 'trace'] as const
export type Tab = (typeof TABS)[number]

/** On which tab people do what a duty asks for. Only a way to go there; what is missing the server says. */
const PLACES: [RegExp, Tab][] = [
  [/^(?:service|record\.service)\./, 'service'],
  [/^(?:case\.stageChecklist|record)\./, 'checklist'],
  [/^(?:approval|legalReview|textRecord\.approval|textRecord\.collectiveDiscussion|avRecord\.collectiveDiscussion)/, 'approvals'],
  [/^(?:measure|execution|coercion|correction|national\.compulsion|national\.penalty\.(?:pay|registration))/, 'measures'],
  [/^(?:recording|avRecord)/, 'recordings'],
  [/^(?:document|textRecord|national\.penalty\.serve)/, 'documents'],
  [/^(?:officer|party|recusal|right|licence|national\.licence|national\.penalty\.hearing)/, 'people'],
]

export function placeOf(duty: string): Tab | undefined {
  return PLACES.find(([pattern]) => pattern.test(duty))?.[1]
}
