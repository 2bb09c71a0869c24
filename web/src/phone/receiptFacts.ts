import { acts, ownCaptures, person, terminal } from './phone'
import type { Scene } from './scene'

/** What a scene receipt (现场回执) of an activity that has ended commits to: what was recorded on this phone until now. */
export function sceneReceiptFacts(scene: Scene & { startedAt: string; endedAt: string }, at: string) {
  const me = person.value!
  const officers = scene.officers.map((name) => (name === me.person.name && me.person.certificate ? { name, certificate: me.person.certificate } : { name }))
  return {
    activity: { id: scene.id, agency: me.agency.code, title: scene.title, officers },
    startedAt: scene.startedAt,
    endedAt: scene.endedAt,
    captures: ownCaptures.value.flatMap(({ activity, sha256, sizeBytes, kind, from, to }) => (activity === scene.id && sha256 ? [{ sha256, sizeBytes, kind, from, to }] : [])),
    devices: terminal.value ? [{ number: terminal.value.number }] : [],
    taps: acts.value.filter((act) => act.activity === scene.id && act.state !== 'dropped' && act.act !== 'file-to-activity').length,
    interruptions: scene.interruptions,
    at,
  }
}
