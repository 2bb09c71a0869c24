/** 设备各页上的中文。 */
export default {
  devices: {
    search: '搜索编号、序列号、型号', total: '共 {n} 台', none: '还没有登记设备。', noMatch: '没有符合条件的设备。可以放宽或清除条件。', number: '编号',
    kind: '种类', unit: '使用机构', state: '状态', holder: '领用人', findings: '问题', manager: '管理人', responsible: '当前责任人',
    serial: '序列号', model: '型号', since: '{time} 起', sameSerial: '序列号与 {others} 相同，请核对', functions: '功能',
    capabilities: '特殊性能', storagePlace: '存放地点', purchase: '采购', financeView: '财务意见', acceptance: '技术验收', quality: '产品质量意见', yuan: '{n} 元',
    agreed: '同意', notAgreed: '不同意', accepted: '{day} 验收，{all} 项中 {met} 项符合', papers: '登记资料', outings: '领用记录',
    neverOut: '还没有领用过。', history: '全部历史', destroyed: '内容已依法销毁', outWith: '{name} 于 {time} 领用', good: '{what}，合格',
    bad: '{what}，不合格', battery: '电量 {percent}%', space: '剩余 {size}', clock: '时钟', noFault: '有无故障',
    notChecked: '没有使用前检查记录',
    columns: { who: '领用人', out: '领用', purpose: '用途', checked: '使用前检查', back: '归还' },
    states: { available: '在库', out: '领用中', stopped: '停用', inRepair: '维修中', lost: '遗失或被盗', retired: '已报废', findings: '有问题' },
    checkWhen: { beforeUse: '使用前检查', beforeDeparture: '出发前检查', afterUse: '录制以后才检查' },
    events: { DeviceRegistered: '登记', HandInOpened: '开始入库', HandInBalanced: '入库对账', FileNumbersCompared: '比对文件编号', DeviceDescribed: '登记性能', DevicePurchased: '采购', PurchaseViewed: '财务意见', DeviceAccepted: '技术验收', DeviceMoved: '调配', DeviceAssigned: '定人管理', DeviceCheckedOut: '领用', WearDeclared: '登记佩戴', UseChecked: '使用前检查', DeviceReassigned: '转交', DeviceReturned: '归还', OutsideUseNoted: '非执法使用', UsesCompared: '比对领用与录制', QualityRemarked: '质量意见', ServicedByOther: '非专人保养', FaultReported: '故障停用', FaultTold: '补报故障', SentForRepair: '送修', DeviceRepaired: '维修', DeviceMaintained: '保养', DeviceLost: '遗失或被盗', DeviceFound: '找回', DeviceRetired: '报废', FindingRaised: '提出问题', FindingCleared: '问题消除', FindingExplained: '说明问题', ExplanationJudged: '判定说明', FindingAppealed: '申诉', AppealDecided: '决定申诉', other: '其他登记' },
  },
  oversight: {
    title: '采购与质量', holders: '职责分工', noHolders: '本机关的制度没有写明设备由谁采购、监督和维护。', byDefault: '产品默认', purchases: '采购', noPurchases: '还没有登记采购。',
    device: '设备', model: '种类和型号', boughtOn: '采购日期', order: '采购编号', price: '价格', purpose: '执法用途', opinion: '财务意见', notEntered: '未填', noOpinion: '财务还没有意见',
    quality: '产品质量：按型号统计故障', devices: '台数', faults: '故障', causes: '原因', repairs: '维修', remarks: '质量意见', noModel: '（没有登记型号）',
    harm: '使用不当造成损坏（按使用人）', noHarm: '没有登记使用不当造成的损坏。', person: '使用人', misuse: '使用不当的故障', returns: '归还时损坏或者使用不当', concerned: '涉及设备',
    words: { office: '办公室', officeFinanceSection: '办公室、财务股', equipmentBody: '装备机构（由办公室登记）', financeSection: '财务股', enforcementUnitAndOfficer: '执法机构和执法人员', informationCentre: '信息中心', unitHead: '机构主要负责人', namedPersonPerUnit: '各机构指定的专人', namedPerson: '指定的专人' },
  },
  quota: {
    title: '配备标准', how: '按本机关制度计算各机构应当配备的设备。可以试填增加的人数、设备或者工作量，不改动登记。', supposed: '这是假设的结果，不是现状。', reset: '回到现状',
    unit: '机构', officers: '执法人员', counted: '现有', required: '应有', shortfall: '还缺', article: '依据', moreOfficers: '增加人员',
    moreDevices: '增加设备', workload: '工作量', moreOfficersOf: '{unit} 增加人员', moreDevicesOf: '{unit} 增加设备',
    workloadOf: '{unit} 工作量', noNumber: '制度没有规定数量', activities: '近十二个月执法活动', recorded: '{all} 次，有录音录像 {recorded} 次', custodians: '设备责任人', nobody: '未指定', findings: '配备和设施的问题', noFindings: '没有待处理的问题。设备、人员或者任务量变化后，系统一分钟内重新统计。', workloadUnknown: '工作量未定', enough: '够', asIs: '未定', heavy: '任务较重',
    light: '任务较轻',
  },
}
