import type { OnBehalf, SceneReceiptFacts } from '../receipt/sceneReceipt'
import { acts, ownCaptures, person, terminal } from './phone'
import type { Scene } from './scene'

/** What a scene receipt (现场回执) commits to: what was recorded of the activity on this phone until now. */
export function sceneReceiptFacts(scene: Scene, at: string): SceneReceiptFacts {
  return {
    activity: scene.id,
    ...(scene.startedAt && { startedAt: scene.startedAt }),
    ...(scene.endedAt && { endedAt: scene.endedAt }),
    captures: ownCaptures.value.flatMap(({ activity, sha256, sizeBytes, kind, from, to }) => (activity === scene.id && sha256 ? [{ sha256, sizeBytes, kind, from, to }] : [])),
    devices: terminal.value ? [{ number: terminal.value.number }] : [],
    taps: acts.value.filter((act) => act.activity === scene.id && act.state !== 'dropped' && !NO_TAP.has(act.act)).length,
    interruptions: scene.interruptions,
    at,
  }
}

const NO_TAP = new Set(['file-to-activity', 'lodge-scene-receipt'])

/** Whose act it is; certificates are printed instead of names where the phone knows them: its own officer's. */
export function onBehalf(scene: Scene): OnBehalf {
  const { person: me, agency } = person.value!
  return { agency: agency.code, title: scene.title, officers: scene.officers.map((name) => (name === me.name && me.certificate ? { name, certificate: me.certificate } : { name })) }
}
