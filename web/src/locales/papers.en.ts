import type zh from './papers.zh-CN'

const en: typeof zh = {
  pile: {
    title: 'Scanned pile', open: 'File scanned paper', choose: 'Choose scans',
    how: 'Scan the signed paper in one go, in any order and any way up. The code at the foot of each page says which page of which document it is. Look at what was found, then file it.',
    reading: 'Sorting …', sheets: '{n} sheets.', foreign: 'Without a code: sheets {places}.', places: 'Sheets of the pile', document: 'Document', number: 'Number', pages: 'Pages',
    standing: 'Standing', unknown: 'no document of this case', missing: 'page {pages} is missing', doubled: '{n} scanned twice', nothing: 'No code was found. Scan again at 200 dpi or more.',
    file: 'File {n} documents', agree: 'Nothing is filed yet; the button below files it.', chosen: '{n} files: {names}',
    empty: 'Empty files: {names}. Scan them again and choose anew.', tooLarge: 'The pile has {size}, at most {most} at once. Make several piles, or scan again at 200 dpi.',
    standings: {
      filed: 'filed', fits: 'complete, can be filed', onFile: 'the same scan is on file', incomplete: 'incomplete', otherVersion: 'another version than the text that counts', notExpected: 'not expected here',
    },
  },
  formChange: {
    changed: 'The library changed this form after the draft was begun.', gone: 'The library has this form no more. What was typed stands below; draft it anew with a form in force.', added: 'The form in force adds: {fields}.',
    held: 'This has no field in the form in force; it stays in this draft and can be copied elsewhere:', renew: 'Draft anew by the form in force',
    how: 'What is filled in goes into the new draft; this one is declared void with the reason.', reason: 'The form changed; drafted anew by the form in force',
  },
  blanks: {
    title: 'Blanks', how: 'For places without a network: each carries its number already. Used ones are entered in their case with that number; spoiled, lost or returned ones are declared void one by one.',
    form: 'Form', state: 'State', all: 'all', print: 'Print {first} to {last}', printOne: 'Print', count: 'Copies', unit: 'Unit', to: 'Held by',
    issue: 'Issue', none: 'No blanks of this form were issued in {year}.', number: 'Number', issuedAt: 'Issued', doing: 'Actions', void: 'Declare void', reason: 'Reason',
    sure: '{number} cannot be brought back and is never used again.', states: { out: 'not used', used: 'used', voided: 'void' },
    enter: 'Enter number of a blank', which: 'Written on which blank', noneOut: 'No blank of this form is out and unused.', wasWritten: 'Was written on site on a numbered blank', enterIt: 'Enter this one',
    year: 'Year', issueSure: '{n} more after number {given}. Issued numbers do not come back; each is used or declared void. Check, then press once more.',
  },
}

export default en
