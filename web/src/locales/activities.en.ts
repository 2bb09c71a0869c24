/** English texts of the pages of field activities. */
export default {
  activity: {
    search: 'Search place, people, kind', act: 'Kind', unit: 'Unit', officer: 'Officer', officers: 'Officers', state: 'State', from: 'Started from', to: 'to', place: 'Place', time: 'Time',
    covered: 'Recorded', findings: 'Findings', plannedFor: 'planned for {time}', files: '{n} files', noMatch: 'No activity matches. Widen the days, or clear the filters.',
    none: 'No activity yet. Open the first before you set out, or after you are back.',
    states: { planned: 'Not begun', running: 'Running', ended: 'Ended, to be closed', closed: 'Closed', cancelled: 'Did not take place', findings: 'With findings', unrecorded: 'Without a recording' },
    means: { text: 'text', copy: 'copies', photo: 'photographs', audio: 'sound', video: 'video' },
    markKinds: { certificateShown: 'Certificate shown', announced: 'Recording announced', introduced: 'Spoken introduction', focus: 'In the recording', notApplicable: 'Does not apply' },
    mustRecord: 'Must be recorded by {means}', mayRecord: 'May be recorded by {means}', fromTo: 'from “{from}” to “{to}”', productDefault: 'Product default, to be confirmed by the agency', wasCancelled: 'This activity did not take place: {reason}',
    startNow: 'Start ({point})', endNow: 'End ({point})', correctStart: 'Correct the start', correctEnd: 'Correct the end', blocks: '{n} missing before it can be closed',
    secret: 'Secret', secretOf: 'Secret: {kind}', secretRecording: 'Its activity concerns a secret ({kind}): officers who were there, the head of their unit, the legal section and the leaders may see it.', necessary: 'Why it was recorded', necessityUntold: 'Nobody has said why it was recorded', partySigned: 'The party signed at {times}', wornAt: { leftShoulder: 'left shoulder', leftChest: 'left chest', handheld: 'in the hand', other: 'elsewhere' },
    noFindings: 'No open finding.', onSite: 'On site', readAloud: 'Read aloud to the other side', inRecording: 'In the recording', notDeclared: 'Not declared', declare: 'Declare',
    focus: 'What to dwell on', violation: 'A violation was found on site', noViolation: 'No violation was found on site', trouble: 'Breaks and what was not recorded', noTrouble: 'No break, and nothing left out.', noGrounds: 'The agency’s text names no ground for not recording. If recording is impossible, use “Recording cannot go on”.', reason: 'Reason given', interruption: 'Break',
    spoken: 'cause spoken', notSpoken: 'cause not spoken', givenUp: 'Recording could not go on', reported: 'Reported to {to} at {time}, {how}', statementSigned: 'Statement signed by {n}:', exempted: 'Not recorded',
    workRecord: 'Work record submitted to {to} at {time}', acknowledged: 'noted', notAcknowledged: 'not noted yet', defect: 'Defect statement', recordings: 'Recordings', noRecordings: 'No recording is filed yet.',
    candidates: '{n} recordings by these people or cameras lie in the time of this activity and belong to none.', fileAll: 'File them all here', documents: 'Documents of the same act', noDocuments: 'No document is linked yet.', ofCase: 'Case', findCase: 'Find by number, subject or party', itsDocument: 'Document',
    columns: { name: 'File', device: 'Device', kind: 'Kind', began: 'Began', ended: 'Ended', clock: 'Clock' },
  },
  phrases: {
    title: 'What is said on site', whole: 'All of it', about: 'What officers say on site, by step and act. It counts once the legal section has confirmed it; every activity keeps the version that was in force when it began.', followed: 'Version {n} was in force when it began (from {day})', inForce: 'Version {n} is in force (from {day})',
    noneThen: 'When it began, the agency had confirmed no guide. These are today’s words, for information only.', unconfirmed: 'These words are the product’s; the agency has not confirmed them.', show: 'What is said in this act ({n} steps)', proposed: 'These words are the product’s. They are not the agency’s guide until the legal section has checked, changed and confirmed them.',
    versionNow: 'Version {n} is in force.', notYet: 'Confirmed; it is not in force yet.', prescribed: 'Prescribed by the text: read aloud word for word, and not changed here.', nothing: 'Nothing is said.', allActs: 'All acts', drop: 'Remove', add: 'Add a phrase', change: 'Change', from: 'In force from', issue: 'Confirm and issue version {n}',
    versions: 'Versions', version: 'Version {n}, in force from {day}, confirmed by {name} at {time}',
  },
  articles: { title: 'Articles in the recording', none: 'The linked lists have no articles. Where there is no list yet, articles can be tied directly.', notTied: 'Not tied', another: 'Tie another article' },
  coverage: {
    compared: { what: 'Compared', from: 'Begins', to: 'Ends', begin: 'Start differs', end: 'End differs' }, same: 'the same',
    title: 'Coverage', none: 'Nothing to draw yet: record start and end of the activity, or file its recordings.', covered: '{percent}% recorded ({covered} of {all})', beginsEarly: 'begins {time} early', beginsLate: 'begins {time} late',
    endsEarly: 'ends {time} early', endsLate: 'ends {time} late', uncertain: 'within {time}', unmeasured: 'clock not measured',
    hole: 'Nothing recorded from {from} to {to}, {time}', explained: 'explained', slack: 'by the clocks perhaps up to {time} less',
    keys: { covered: 'recorded', uncertain: 'uncertain by the clock', missing: 'missing', explained: 'missing, explained' }, edges: { begin: 'Begin', middle: 'Middle', end: 'End', whole: 'All' },
  },
}
