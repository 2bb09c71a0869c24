/** 执法活动与覆盖图各页上的中文。 */
export default {
  activity: {
    search: '搜索地点、人员、种类', act: '活动种类', unit: '执法机构', officer: '执法人员', officers: '执法人员', state: '状态', from: '开始日期起', to: '止', place: '地点', time: '时间',
    covered: '已记录', findings: '问题', plannedFor: '计划 {time}', files: '{n} 份', noMatch: '没有符合条件的执法活动。可以放宽日期或清除条件。',
    none: '还没有执法活动。到现场前或回来后，按“登记执法活动”登记第一个。',
    states: { planned: '未开始', running: '进行中', ended: '已结束，待办结', closed: '已办结', cancelled: '未进行', findings: '有问题', unrecorded: '没有音像记录' },
    means: { text: '文字', copy: '复制', photo: '拍照', audio: '录音', video: '录像' },
    markKinds: { certificateShown: '亮证', announced: '告知录音录像', introduced: '语音说明', focus: '在记录中', notApplicable: '不适用' },
    mustRecord: '应当记录：{means}', mayRecord: '可以记录：{means}', fromTo: '从“{from}”到“{to}”', productDefault: '产品默认，待本机关确认', wasCancelled: '这个活动没有进行：{reason}',
    startNow: '开始（{point}）', endNow: '结束（{point}）', correctStart: '更正开始时间', correctEnd: '更正结束时间', blocks: '办结前还缺 {n} 项',
    noFindings: '没有未处理的问题。', onSite: '现场', readAloud: '向对方宣读', inRecording: '在记录中', notDeclared: '未声明', declare: '声明',
    secret: '涉密', secretOf: '涉密：{kind}', secretRecording: '所属的执法活动涉及秘密（{kind}）：只有参加的执法人员、本机构负责人、法制机构和机关负责人可以查看。', necessary: '记录的必要', necessityUntold: '还没有写明为什么记录', partySigned: '当事人 {times} 签名', wornAt: { leftShoulder: '左肩部', leftChest: '左胸部', handheld: '手持', other: '其他位置' },
    focus: '重点内容', violation: '现场发现违法行为', noViolation: '现场未发现违法行为', trouble: '中断与不记录', noTrouble: '没有中断，也没有不记录的情况。', noGrounds: '本机关的制度没有规定可以不记录的情形；记录不了的，请用“无法继续记录”。', reason: '写明的理由', interruption: '中断',
    spoken: '已口头说明', notSpoken: '没有口头说明', givenUp: '无法继续记录', reported: '{time} 已向 {to} 报告，{how}', statementSigned: '书面说明已由 {n} 人签署', exempted: '不记录',
    workRecord: '工作记录于 {time} 报送 {to}', acknowledged: '已收悉', notAcknowledged: '待收悉', defect: '情况说明', recordings: '音像记录', noRecordings: '还没有归入音像记录。',
    candidates: '有 {n} 份音像记录的时间与本活动相合，由参加人员或其设备摄录，尚未归入任何活动。', fileAll: '全部归入本活动', documents: '同一活动的文书', noDocuments: '还没有关联文书。', ofCase: '案件', findCase: '按案号、案由、当事人查找', itsDocument: '文书',
    columns: { name: '文件', device: '设备', kind: '种类', began: '开始', ended: '结束', clock: '时钟' },
  },
  phrases: {
    title: '用语指引', whole: '全部用语', about: '执法人员在现场说的话，按步骤和事项列出。法制机构确认后施行，每个活动记下开始时施行的版本。', followed: '开始时施行第 {n} 版（自 {day} 起）', inForce: '现行第 {n} 版（自 {day} 起）',
    noneThen: '开始时没有经本机关确认的用语指引。以下是现在的用语，仅供参考。', unconfirmed: '以下是本系统拟的用语，未经本机关确认。', show: '查看本次活动的用语（{n} 个步骤）', proposed: '以下是本系统拟的用语，未经本机关确认，不作为本机关的用语指引。请法制机构核对、修改后确认。',
    versionNow: '现行第 {n} 版。', notYet: '已确认，尚未到施行日期。', prescribed: '制度规定的用语，原文宣读，不能修改。', nothing: '没有用语。', allActs: '所有事项', drop: '删除', add: '添加一条', change: '修改', from: '施行日期', issue: '确认并发布第 {n} 版',
    versions: '各版', version: '第 {n} 版，自 {day} 起施行，{name} 于 {time} 确认',
  },
  articles: { title: '物品与录像', none: '关联的清单里没有物品。清单还没有制作的，可以直接标记。', notTied: '没有对应', another: '标记其他物品' },
  coverage: {
    compared: { what: '对照', from: '开始', to: '结束', begin: '开始相差', end: '结束相差' }, same: '一致',
    title: '覆盖', none: '还没有可画的时间：先记录活动的开始和结束，或归入音像记录。', covered: '已记录 {percent}%（{covered}，共 {all}）', beginsEarly: '早开始 {time}', beginsLate: '晚开始 {time}',
    endsEarly: '早结束 {time}', endsLate: '晚结束 {time}', uncertain: '误差不超过 {time}', unmeasured: '时钟未测',
    hole: '{from} 至 {to} 没有记录，{time}', explained: '已说明', slack: '因时钟误差可能短至多 {time}',
    keys: { covered: '已记录', uncertain: '时钟误差', missing: '没有记录', explained: '没有记录，已说明' }, edges: { begin: '开头', middle: '中间', end: '结尾', whole: '全部' },
  },
}
