import type zh from './custody.zh-CN'

const en: typeof zh = {
  custodyTabs: { label: 'Pages of recordings', list: 'All recordings', board: 'Board', custodian: 'Custodian’s desk', balance: 'Daily balance', handOvers: 'Monthly hand-over' },
  countdown: { inTime: 'in time', late: '{time} late', over: 'overdue by {time}', soon: 'only {time} left', running: '{time} left' },
  board: {
    title: 'Board of recordings', nothing: 'No camera is out, and no recording is to be handed over or filed or has a finding.', noMatch: 'Nothing is to be done under these filters. Clear them to see the rest.', all: 'All', wholeBoard: 'Whole board',
    columns: { out: 'Cameras out', toHand: 'To hand over', toFile: 'To file', unlinked: 'Without an activity', accidents: 'Accidental, to confirm', findings: 'With findings', stored: 'Stored today' },
    none: { out: 'All cameras are back.', toHand: 'Nothing to hand over.', toFile: 'Everything is filed.', unlinked: 'All belong to an activity, or to no case.', accidents: 'Nothing to confirm.', findings: 'No open findings.', stored: 'Nothing stored today yet.' },
    choose: 'Choose {name}', chooseAll: 'Choose all shown under “{column}”', chosen: '{n} chosen', chooseNone: 'Choose none', handing: 'Hand-over', storing: 'Storing', noLimit: 'The text gives no number',
    noTime: 'End of the recording not known', missing: 'Missing: {what}', and: ', ', waiting: 'Waiting for {time} since it was stored', assigned: 'To be filed by {name}', findings: '{n} findings', activity: 'Activity', outFor: 'out for {time}',
    accident: { claimed: 'Claimed accidental, to confirm', confirmed: 'Labelled accidental' }, result: '{done} done, {refused} not done',
  },
  storing: {
    title: 'Storing and hand-over', completed: 'Recording ended', taken: 'Taken', noEnd: 'Not known: neither device nor file has a time to be trusted', usedBy: 'Used by', hadItOut: 'had it out from {from}, {to}', stillOut: 'not back yet', stored: 'Stored', by: 'due by {time}',
    noNumber: 'The text gives no number', handed: 'Handed to the custodian', handedFromTo: 'from {from} to {to}', notHanded: 'Not handed over yet', nobody: 'nobody had it out', station: 'Station', stationReceived: '{station} received and signed at {time}',
    exception: 'Exception to storing', excuse: 'Why it is late', returned: 'returned {time}', expected: 'return expected {time}', statedAt: '(written on the terminal {time})', evidence: '{n} pieces of evidence', checkedIn: 'camera checked in {time}', enteredBy: 'Entered by {name}, {time}', accident: 'Accidental', claimedBy: 'Claimed by {name}.', confirmedBy: 'Confirmed by {name}.',
    withoutCase: 'Without a case', assigned: 'To be filed by', twoPersons: 'Another person than the one who claimed it confirms. It is then kept for the minimum term; nothing is deleted.', missing: 'missing', take: 'Take the suggestion: {value}',
  },
  keeper: {
    title: 'Custodian’s desk', notForMe: 'This page is for custodians and heads of units.', toReceive: 'To receive', nothingToReceive: 'No recording waits to be handed over.', files: '{n} files', filesAndSize: '{n} files, {size}',
    receiveAll: 'Receive all ({n})', which: 'Show which', more: 'Only the {n} that are due first are shown; the rest follows when these are received.', received: 'Received today', nothingReceived: 'Nothing received today yet.',
    columns: { officer: 'From', devices: 'Devices', files: 'Files', size: 'Size', at: 'Time', custodian: 'Custodian', paper: 'Receipt' }, print: 'Print', printNow: 'Print the receipt', printPaper: 'Print',
  },
  receiptPaper: {
    title: 'Receipt of recordings handed over', agency: 'Agency', officer: 'Handed over by', custodian: 'Custodian', devices: 'Devices', at: 'Handed over', files: 'Files', none: 'There was no such hand-over on this day. Open it from the custodian’s desk.',
    said: 'The files above were compared by their digests, handed over in person and received by the custodian.',
  },
  fileRows: { number: 'No.', completed: 'Recording ended' },
  signatures: { of: '{who} (signature):', on: 'Date:' },
  monthly: {
    title: 'Monthly hand-over', paper: 'List of the monthly hand-over', month: 'Month', dueBy: 'due by {time}', doneOf: '{done} of {all} are done', nobody: 'Nobody has to hand over this month.', nothing: 'Nothing to hand over this month',
    giver: 'Handed over by', receiver: 'Received by the office', confirmed: 'confirmed by {name}, {time}', notConfirmed: 'not confirmed yet', choose: 'Recordings on the list', prepare: 'Submit the list ({n} files)', returned: '{name} returned the list: {reason}', noRecordings: 'There are no recordings of this month. That there is nothing to hand over is confirmed too.',
    columns: { person: 'Specialist', unit: 'Unit', state: 'State', recordings: 'Files', size: 'Size', findings: 'Findings' },
    states: { open: 'not submitted', prepared: 'submitted, waiting for the office', received: 'received', nothing: 'nothing to hand over, waiting for the office', late: 'late' },
  },
  dayBalance: {
    title: 'Daily balance of recordings', day: 'Day', balanced: 'Balanced: every file on the cameras is stored', notBalanced: 'Not balanced: files are not stored, or cameras are not back', sum: '{camera} on the cameras, {stored} stored, {failed} failed.',
    next: 'Connect the cameras in the list to a station again, or give the reason.', none: 'This unit had no camera out and handed nothing in on this day.', outBack: 'out {out}, {back}', back: 'back {time}', notBack: 'not back', stillOut: 'out', noHandIn: 'no hand-in',
    totals: '{n} cameras in all, {used} used', running: 'hand-in is running', unused: 'not used', custodian: 'Custodian', head: 'Head of the unit',
    columns: { device: 'Camera', holder: 'Holder', out: 'Out and back', camera: 'Files on it', stored: 'Stored', failed: 'Failed', recordings: 'Recordings', size: 'Size', handed: 'Handed over', unfiled: 'Not filed', late: 'Late' },
  },
}
export default en
