import type zh from './continuity.zh-CN'

/** Words of what a file tells of its continuity: what was observed, never what it means. */
const en: typeof zh = {
  fileNumbers: {
    title: 'File numbers', about: 'Whether numbers between two files that were handed in never arrived, by the running numbers in their names. An observation and no judgement: deleting on the device is one reason of several.', notNumbered: 'The names have no running numbers (they are times, or fewer than three files).',
    files: '{n} files', never: 'Never arrived:', count: '{n}', between: 'Files before and after:',
    seen: 'When it was docked, {at},', still: '{n} files that had been stored before were still on the device, the oldest since {at}:', cleared: 'nothing that had been stored before was on the device.',
  },
  numbersBeside: { title: 'Numbers beside it on the same device', previous: 'Before', next: 'After', none: 'None' },
  continuity: {
    title: 'Continuity of the file', noVerdict: 'These are observations of the file itself and no judgement of its authenticity; what was observed may have an ordinary cause.', waits: 'Waiting to be looked through; the result appears by itself.', runs: 'Being looked through; a long recording takes some minutes.',
    goTo: 'Go to {at} in the player', count: '{n} in all', more: '{n} in all; the first ones are listed',
    outcomes: { observed: 'Observed', notObserved: 'Not observed', notPerformed: 'Not performed', notApplicable: 'Not applicable' },
    checks: {
      gaps: 'Timestamp gaps', duplicates: 'Duplicate timestamps', 'edit-list': 'Edit list', reencoding: 'Traces of re-encoding', tail: 'Missing tail', frozen: 'Frozen picture', black: 'Black picture', silent: 'Silent sound',
      'clock-jump': 'Clock jump',
    },
    about: {
      gaps: 'two pictures further apart than usual', duplicates: 'two pictures with one time', 'edit-list': 'a list in the file leaves out or moves {time} or more', reencoding: 'names of encoders, muxers and editors of computers; some cameras use the same libraries',
      tail: 'no index, cut off, or pictures that end {time} or more before the declared length', frozen: 'a picture unchanged for {time} or more ({decibels} dB)', black: 'no light for {time} or more', silent: 'no sound for {time} or more ({decibels} dB)',
      'clock-jump': 'the file’s time and the satellite time inside it part by {time} or more',
    },
    signs: {
      gap: 'nothing for {length}', 'same-time': 'one time', 'beginning-left-out': '{length} at the beginning not shown', 'middle-left-out': '{length} in the middle not shown or moved', 'end-left-out': '{length} at the end not shown',
      shifted: 'begins {length} later', 'other-rate': 'another speed for {length}', encoder: 'name of an encoder or muxer', editor: 'name of an editor', 'no-index': 'no index',
      'cut-off': 'a part goes on beyond the end of the file', 'ends-early': 'pictures end {length} before the declared length', still: 'still for {length}', dark: 'black for {length}', quiet: 'silent for {length}', jump: 'jumps by {direction}{length}',
    },
    reasons: {
      time: 'took longer than one file may', memory: 'needed more memory than it may', decoder: 'the media tool cannot read it', 'too-long': 'longer than what is looked through', 'still-picture': 'a photo has no course of time', 'no-pictures': 'no moving pictures',
      'no-sound': 'no sound', container: 'this format has no such thing', 'no-times': 'no satellite time in the file', 'not-media': 'no audiovisual file',
    },
    pictures: { every: 'every picture of the original was looked at', key: 'key pictures of the original were looked at, at most {step} apart' },
  },
}

export default en
