import type zh from './papers.zh-CN'

const en: typeof zh = {
  pile: {
    title: 'Scanned pile', open: 'File scanned paper', choose: 'Choose scans',
    how: 'Scan the signed paper in one go, in any order and any way up. The code at the foot of each page says which page of which document it is. Look at what was found, then file it.',
    reading: 'Sorting …', sheets: '{n} sheets.', foreign: 'Without a code: sheets {places}.', document: 'Document', number: 'Number', pages: 'Pages',
    standing: 'Standing', unknown: 'no document of this case', missing: 'page {pages} is missing', doubled: '{n} scanned twice', nothing: 'No code was found. Scan again at 200 dpi or more.',
    file: 'File {n} documents',
    standings: {
      filed: 'filed', fits: 'complete, can be filed', onFile: 'the same scan is on file', incomplete: 'incomplete', otherVersion: 'another version than the text that counts', notExpected: 'not expected here',
    },
  },
  blanks: {
    title: 'Blanks', how: 'For places without a network: each carries its number already. Used ones are entered in their case with that number; spoiled, lost or returned ones are declared void one by one.',
    form: 'Form', state: 'State', all: 'all', print: 'Print {first} to {last}', printOne: 'Print', count: 'Copies', unit: 'Unit', to: 'Held by',
    issue: 'Issue', none: 'No blanks of this form were issued in {year}.', number: 'Number', issuedAt: 'Issued', doing: 'Actions', void: 'Declare void', reason: 'Reason',
    sure: '{number} cannot be brought back and is never used again.', states: { out: 'not used', used: 'used', voided: 'void' },
    enter: 'Enter number of a blank', which: 'Running number on the blank',
  },
}

export default en
