/** 音像记录储存、移交与归类各页上的中文。 */
export default {
  custodyTabs: { label: '音像记录各页', list: '全部音像记录', board: '看板', custodian: '保管人工作台', balance: '每日平衡表', handOvers: '每月移交' },
  countdown: { inTime: '按时', late: '迟 {time}', over: '已超 {time}', soon: '只剩 {time}', running: '还剩 {time}' },
  board: {
    title: '音像记录看板', nothing: '没有在外的设备，也没有待移交、待归类或者有问题的音像记录。', noMatch: '按这些条件没有要办的。可以清除条件。', all: '全部', wholeBoard: '整个看板',
    columns: { out: '在外设备', toHand: '待移交', toFile: '待归类', unlinked: '未关联活动', accidents: '误录待确认', findings: '有问题', stored: '今日入库' },
    none: { out: '设备都已归还。', toHand: '没有待移交的。', toFile: '都已归类。', unlinked: '都已归入活动或者登记无案件。', accidents: '没有待确认的。', findings: '没有未了结的问题。', stored: '今天还没有入库。' },
    choose: '选择 {name}', chooseAll: '选择“{column}”中显示的全部', chosen: '已选 {n} 个', chooseNone: '取消选择', handing: '移交', storing: '储存', noLimit: '制度没有规定期限的数字',
    noTime: '录制结束时间不明', missing: '缺：{what}', and: '、', waiting: '入库后已等 {time}', assigned: '由 {name} 归类', findings: '{n} 个问题', activity: '执法活动', outFor: '已领用 {time}',
    accident: { claimed: '提出误录，待确认', confirmed: '已认定误录' }, result: '已办 {done} 个，未办 {refused} 个', 
  },
  storing: {
    title: '储存与移交', completed: '录制结束', taken: '拍摄时间', noEnd: '不明：设备和文件都没有可信的时间', usedBy: '使用人', hadItOut: '{from} 领用，{to}', stillOut: '尚未归还', stored: '入库', by: '应于 {time} 前',
    noNumber: '制度没有规定期限的数字', handed: '移交保管人', handedFromTo: '{from} 交 {to}', notHanded: '尚未移交', nobody: '无人领用', station: '采集站', stationReceived: '{station} 于 {time} 收到并签收',
    exception: '储存例外', excuse: '不能及时入库的原因', returned: '返回 {time}', expected: '预计返回 {time}', statedAt: '（终端上写于 {time}）', evidence: '材料 {n} 份', checkedIn: '归还登记 {time}', enteredBy: '{name} 登记于 {time}', accident: '误录', claimedBy: '{name} 提出。', confirmedBy: '{name} 确认。',
    withoutCase: '不属于案件', assigned: '指派归类', twoPersons: '误录须由提出人以外的另一人确认。认定后按最低期限保存，不会因此删除。', missing: '还缺', take: '采用建议：{value}',
  },
  keeper: {
    title: '保管人工作台', notForMe: '这一页供保管人和机构负责人使用。', toReceive: '待接收', nothingToReceive: '没有等待移交的音像记录。', files: '{n} 份', filesAndSize: '{n} 份，共 {size}',
    receiveAll: '全部接收（{n} 份）', which: '查看是哪些', more: '这里只显示最先到期的 {n} 份，接收后会显示其余的。', received: '今日已接收', nothingReceived: '今天还没有接收。',
    columns: { officer: '移交人', devices: '设备', files: '份数', size: '大小', at: '时间', custodian: '保管人', paper: '移交接收单' }, print: '打印', printNow: '打印移交接收单', printPaper: '打印',
  },
  receiptPaper: {
    title: '音像记录移交接收单', agency: '机关', officer: '移交人', custodian: '保管人', devices: '设备编号', at: '移交时间', files: '份数', none: '这一天没有这样的移交。请从保管人工作台打开。',
    said: '上列文件已按摘要逐一核对，由移交人当面移交，保管人接收。',
  },
  fileRows: { number: '序号', completed: '录制结束' },
  signatures: { of: '{who}（签名）：', on: '年　　月　　日' },
  monthly: {
    title: '每月移交', paper: '音像记录每月移交清单', month: '月份', dueBy: '应于 {time} 前移交', doneOf: '{all} 人中 {done} 人已完成', nobody: '这个月没有应当移交的人员。', nothing: '本月没有可移交的音像记录',
    giver: '移交人', receiver: '办公室接收人', confirmed: '{name} 于 {time} 确认', notConfirmed: '尚未确认', choose: '清单中的音像记录', prepare: '提交清单（{n} 份）', returned: '{name} 退回了清单：{reason}', noRecordings: '这个月没有音像记录。没有可移交的，也要确认。',
    columns: { person: '专管员', unit: '执法机构', state: '状态', recordings: '份数', size: '大小', findings: '问题' },
    states: { open: '未提交', prepared: '已提交，待办公室接收', received: '已接收', nothing: '已声明没有可移交的，待办公室确认', late: '逾期' },
  },
  dayBalance: {
    title: '音像记录每日平衡表', day: '日期', balanced: '平衡：设备上的文件都已入库', notBalanced: '不平衡：还有文件没有入库或者设备没有归还', sum: '设备上 {camera} 个，已入库 {stored} 个，失败 {failed} 个。',
    next: '请把列出的设备重新接入采集站对账，或者说明原因。', none: '这一天这个机构没有领用设备，也没有入库。', outBack: '{out} 领用，{back}', back: '{time} 归还', notBack: '未归还', stillOut: '在外', noHandIn: '没有入库',
    totals: '合计 {n} 台设备，领用 {used} 台', running: '入库中', unused: '未领用', custodian: '保管人', head: '机构负责人',
    columns: { device: '设备', holder: '领用人', out: '领用与归还', camera: '设备上的文件', stored: '已入库', failed: '失败', recordings: '音像记录', size: '大小', handed: '已移交', unfiled: '未归类', late: '迟' },
  },
}
