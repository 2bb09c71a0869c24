/** 现场执法终端页面上的中文；单独成册，随该页面离线保存。 */
export default {
  frame: { product: '留痕' },
  words: { seconds: '{s} 秒', secondsExact: '{s} 秒', minutes: '{m} 分', days: '{d} 天', minutesSeconds: '{m} 分 {s} 秒', hoursMinutes: '{h} 小时 {m} 分', cancel: '取消', again: '重试' },
  phone: {
    title: '现场', today: '今日', open: '新活动', queue: '待发送', terminal: '本机', nav: '现场导航',
    online: '已连网', offline: '没有网络，照常记录', newer: '新版本已备好', takeOver: '现在更新', storeBroken: '本机存储不可用，不能记录。请关闭无痕模式，或改用其他终端。',
    clockFine: '手机时钟误差不超过 {time}', clockOff: '手机时钟快 {time}，已按服务器时间更正', clockBehind: '手机时钟慢 {time}，已按服务器时间更正', clockUnknown: '手机时钟未与服务器核对', measuredAt: '（{time} 核对）', notKept: '本机存储已满，刚才的操作没有记下。请连网发送，或删除其他程序的文件后再按一次。',
    signIn: { title: '登录', username: '用户名', password: '密码', enter: '登录', first: '首次打开需要网络。登录一次后，没有网络也可以记录。', expired: '登录已过期。已记录的都在本机，重新登录后自动发送。', other: '这里登录过 {name}。换人登录时，其未发送的 {n} 项仍保留，等其本人登录后发送。', signOut: '退出登录', signOutNote: '退出后没有网络就不能再登录。未发送的内容保留在本机。', noOfficer: '您没有执法人员角色，不能在这里记录。' },
    none: '今天还没有活动。到现场后按“新活动”。', plannedFor: '计划 {time}', running: '已进行 {time}', states: { planned: '未开始', running: '进行中', ended: '已结束', closed: '已办结', cancelled: '未进行' },
    like: '与上次相同，立即登记', likeNote: '{act}，{place}，{officers}', form: { act: '活动种类', unit: '执法机构', place: '地点', partners: '同行人员', needPartner: '执法人员不少于两人，请选同行人员。', submit: '登记' },
    start: '开始', end: '结束', startPoint: '到达：{point}', endPoint: '离开：{point}', startedAt: '{time} 开始', endedAt: '{time} 结束', undo: '撤销“{what}”（{n} 秒）', correctStart: '更正开始时间', correctEnd: '更正结束时间', at: '时间', save: '保存',
    wear: '记录仪佩戴于{where}', orHeld: '，现场取证可以手持', wornAt: { leftShoulder: '左肩部', leftChest: '左胸部' },
    readAloud: '请大声宣读', announce: '告知对方正在录音录像（本机关没有规定用语）', announced: '已宣读', told: '已告知', shown: '已亮证', toWhom: '向谁', introduction: '语音说明', spokenOf: { time: '时间', place: '地点', officers: '执法人员', act: '执法行为', focus: '记录重点' }, introduced: '已说明', at_: '{time} 已记', focus: '重点内容', focusNote: '现场可不选，回去再补。',
    capture: { title: '拍摄', photo: '拍照', audio: '录音', video: '录像', stop: '停止', shoot: '拍下', close: '关闭', running: '正在{what}', file: '用相机程序', noCamera: '不能使用相机或话筒：{reason}。请在浏览器设置中允许，或用相机程序拍摄后选取。', refusedPermission: '没有得到允许', noDevice: '没有找到设备', other: '设备被占用或出错', private: '这是私人手机，只记时间、看文字。执法终端由保管人在“本机”中登记。', spaceLow: '本机剩余空间只有 {size}，请尽快连网移交。', spaceNone: '本机剩余空间不足 {size}，不能拍摄。请先连网移交，或改用执法记录仪。', full: '本机存储已满，拍摄在 {time} 停止。此前的内容已保存。', recovered: '上次拍摄未正常停止，已保存的 {n} 份仍在，待移交。', nothing: '没有拍到内容。', pending: '待移交', cut: '中途停止', stored: '已入库', cleared: '回执已在本机核对', fault: '回执核对不符，内容保留在本机。请交系统管理员查看。', differs: '服务器收到的内容与拍摄时不一致', digest: '拍摄时摘要', storedDigest: '服务器摘要' },
    phrases: '用语指引', guideVersion: '本机关第 {n} 版', guideProposed: '本系统拟的用语，未经本机关确认',
    trouble: '异常情况', interrupted: '中断：{n} 次', break: '记录中断', breakNow: '{time} 起中断', resume: '恢复记录', resumed: '恢复时间', brokeAt: '中断时间', cause: '原因', course: '经过（可不填）', spoken: '恢复时已口头说明原因', giveUp: '无法继续记录', gaveUp: '已报告无法继续记录。书面说明由两名执法人员回办公室后签署。', stoppedAt: '停止时间', unrecorded: '没有记录到的内容', reportNow: '立即报告', reportTo: '报告对象', reportOffices: { enforcementUnitHead: '执法机构负责人', leaderInCharge: '主管领导' }, reportPerson: '姓名', reportHow: '方式', reportHows: { phone: '电话', message: '信息', inPerson: '当面' }, exempt: '不记录', noGrounds: '本机关的制度没有规定可以不记录的情形。', exempted: '已登记不记录的理由', ground: '理由', facts: '事实', secret: '涉及秘密的种类', choose: '请选择',
    delay: '不能及时移交', delayWords: { continuous: '连续工作', offsite: '异地执法', remote: '偏远地区', onWater: '水上作业', poorTraffic: '交通不便', deviceFault: '设备故障', noNetwork: '没有网络', stationFault: '采集站故障或者停电', other: '其他原因' }, delayed: '已登记，没有网络时留在本机，连网后发送。', noDelay: '本机关的制度没有规定延后储存的情形；设备故障、没有网络的，可以说明。', camera: '设备', expected: '预计返回时间', returned: '实际返回时间（未返回不填）', withPhotos: '附上本次活动拍的 {n} 张照片',
    receipt: '现场回执', receiptAgain: '再出具一份', receiptTooMuch: '拍摄过多，一份回执写不下。请在工作台出具。', notHere: '本机没有这个活动。可能已不是今天的，请在工作台查看。',
    queuePage: { nothing: '全部已发送。', waiting: '等待发送', refused: '没有被接受', held: '等待前一项', dropped: '不再发送', arrived: '已发送', sendNow: '立即发送', again: '重试', drop: '不再发送', reallyDrop: '确认不再发送', tappedAt: '{time} 记下', captures: '音像', others: '本机另有他人的 {n} 项未发送，待其本人登录后发送。', done: '今天已发送 {n} 项', corrected: '时间有误的，请回到活动更正时间；内容有误的，改好后重新填写，再把这一项设为不再发送。' },
    acts: { 'open-activity': '登记活动', 'start-activity': '开始', 'end-activity': '结束', announced: '宣读告知', certificateShown: '亮证', introduced: '语音说明', focus: '重点内容', 'mark-moment': '标记', 'explain-interruption': '说明中断', 'give-up-recording': '无法继续记录', 'exempt-activity': '不记录', 'except-hand-in': '登记储存例外', 'excuse-hand-in': '说明不能入库', 'enter-return': '登记返回', 'file-to-activity': '归入活动', 'lodge-scene-receipt': '登记回执' },
    terminalPage: { title: '本机', private: '私人手机', privateNote: '只记时间、看文字；不拍摄，除今日列表外不保存案件内容。', issued: '执法终端 {number}', boundBy: '{name} 于 {time} 登记', bind: '登记为执法终端', bindNote: '由保管人在本机登录后登记。拍摄的内容将以该设备的编号入库。', choose: '设备编号', noPhones: '设备登记中没有手机类设备。请先在设备页登记。', custodianOnly: '请保管人或机构负责人在本机登录后登记。', unbind: '解除登记', space: '剩余空间 {size}', persisted: '系统不会自动清除本机内容', notPersisted: '空间紧张时系统可能清除本机内容，请安装到主屏幕', needNetwork: '登记需要网络。' },
  },
  refused: {
    unreachable: { title: '连不上服务器', detail: '网络中断或服务器没有运行。', next: '已记录的都在本机，连上后自动发送。' },
    'not-signed-in': { title: '登录已过期', detail: '太久没有操作，或已在别处退出。', next: '请重新登录，已记录的都在本机。' },
    unexpected: { title: '出错了', detail: '服务器的回答无法理解（{status}）。', next: '请稍后重试；若一直如此，请把发生的时间告诉系统管理员。' },
  },
}
