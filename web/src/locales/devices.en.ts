/** English texts of the pages of devices. */
export default {
  devices: {
    search: 'Search number, serial, model', total: '{n} devices', none: 'No device is registered yet.',
    noMatch: 'No device matches. Widen or clear the filters.', number: 'Number', kind: 'Kind', unit: 'Unit',
    state: 'State', holder: 'Out with', findings: 'Findings', manager: 'Managed by', responsible: 'Answers for it now',
    serial: 'Serial', model: 'Model', since: 'since {time}', sameSerial: 'Same serial as {others}, please check',
    functions: 'Functions', capabilities: 'Capabilities', storagePlace: 'Storage place', purchase: 'Purchase',
    financeView: 'Finance\'s view', acceptance: 'Acceptance', yuan: '{n} yuan', agreed: 'agreed',
    notAgreed: 'not agreed', accepted: '{day}: {met} of {all} demands met', papers: 'Papers', outings: 'Uses',
    neverOut: 'Never checked out yet.', history: 'Whole history', destroyed: 'Contents destroyed by law',
    outWith: 'Out with {name} since {time}', good: '{what}: fine', bad: '{what}: not fine',
    battery: 'battery {percent}%', space: '{size} free', clock: 'clock', noFault: 'faults',
    notChecked: 'Not checked before use',
    columns: { who: 'Who', out: 'Out', purpose: 'Purpose', checked: 'Checked before', back: 'Back' },
    states: { available: 'Here', out: 'Out', stopped: 'Not in use', inRepair: 'In repair', lost: 'Lost or stolen', retired: 'Retired', findings: 'With findings' },
    checkWhen: { beforeUse: 'Looked at before use', beforeDeparture: 'Looked at before setting out' },
    events: { DeviceRegistered: 'Registered', HandInOpened: 'Hand-in begun', HandInBalanced: 'Hand-in balanced', FileNumbersCompared: 'File numbers compared', DeviceDescribed: 'Described', DevicePurchased: 'Bought', PurchaseViewed: 'Finance\'s view', DeviceAccepted: 'Technically accepted', DeviceMoved: 'Moved', DeviceAssigned: 'Manager named', DeviceCheckedOut: 'Checked out', WearDeclared: 'Wearing declared', UseChecked: 'Checked before use', DeviceReassigned: 'Handed over', DeviceReturned: 'Returned', OutsideUseNoted: 'Use outside enforcement', FaultReported: 'Fault, use stopped', FaultTold: 'Leader told', SentForRepair: 'Sent for repair', DeviceRepaired: 'Repaired', DeviceMaintained: 'Maintained', DeviceLost: 'Lost or stolen', DeviceFound: 'Found again', DeviceRetired: 'Retired', FindingRaised: 'Finding raised', FindingCleared: 'Finding cleared', FindingExplained: 'Finding explained', ExplanationJudged: 'Explanation judged', FindingAppealed: 'Appeal', AppealDecided: 'Appeal decided', other: 'Other entry' },
  },
  quota: {
    title: 'Quota',
    how: 'What each unit should have by the agency\'s text. More people, devices or work can be supposed; the register is not changed.',
    supposed: 'This is supposed, not how it is.', reset: 'Back to how it is', unit: 'Unit', officers: 'Officers',
    counted: 'Has', required: 'Should have', shortfall: 'Short of', article: 'Article', moreOfficers: 'More officers',
    moreDevices: 'More devices', workload: 'Workload', moreOfficersOf: '{unit}: more officers',
    moreDevicesOf: '{unit}: more devices', workloadOf: '{unit}: workload', noNumber: 'The text gives no number',
    workloadUnknown: 'workload not set', enough: 'enough', asIs: 'not set', heavy: 'heavy', light: 'light',
  },
}
