import type { SpokenStep } from '../../http/activityTypes'

/** The steps at which something is said in an act; a phrase without acts is said in all of them. */
export function spokenIn(steps: SpokenStep[], act: string): SpokenStep[] {
  return steps
    .map((step) => ({ ...step, phrases: step.phrases.filter((phrase) => phrase.acts.length === 0 || phrase.acts.includes(act)) }))
    .filter((step) => step.phrases.length > 0)
}
