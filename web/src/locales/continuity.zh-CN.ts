/** 文件连续性检查的中文。只说观察到什么，不作判断。 */
export default {
  fileNumbers: {
    title: '文件编号', about: '按入库文件名中的连续编号，看两个已入库文件之间有没有从未入库的编号。这是观察，不是判断：在设备上删除只是原因之一。', notNumbered: '文件名中没有连续编号（按时间命名，或者少于三个文件）。',
    files: '{n} 个文件', never: '从未入库：', count: '{n} 个', between: '前后文件：',
    seen: '{at} 接入时，', still: '设备上还有 {n} 个此前已入库的文件，最早的 {at} 入库：', cleared: '设备上没有此前已入库的文件。',
  },
  numbersBeside: { title: '同一设备的前后编号', previous: '前一个', next: '后一个', none: '没有' },
  continuity: {
    title: '文件连续性', noVerdict: '以下是对文件本身的观察，不是对真实性的判断；观察到的现象可能有正常的原因。', waits: '等待检查，完成后自动出现。', runs: '正在检查，较长的录像需要几分钟。',
    goTo: '播放器跳到 {at}', count: '共 {n} 处', more: '共 {n} 处，这里列出最前面的',
    outcomes: { observed: '观察到', notObserved: '未观察到', notPerformed: '未执行', notApplicable: '不适用' },
    checks: {
      gaps: '时间戳中断', duplicates: '时间戳重复', 'edit-list': '编辑列表', reencoding: '重新编码或封装的痕迹', tail: '结尾缺失', frozen: '画面静止', black: '黑屏', silent: '无声',
      'clock-jump': '时钟跳变',
    },
    about: {
      gaps: '相邻两帧之间超过通常间隔', duplicates: '两帧的时间相同', 'edit-list': '文件内的播放清单略去或移动 {time} 以上', reencoding: '电脑编码、封装、剪辑程序留下的名称；有的摄像机也用同样的程序库',
      tail: '索引缺失、文件截断，或画面比所载长度短 {time} 以上', frozen: '画面 {time} 以上不变（{decibels} 分贝）', black: '{time} 以上没有亮度', silent: '{time} 以上没有声音（{decibels} 分贝）',
      'clock-jump': '文件的时间与文件内卫星定位时间前后相差 {time} 以上',
    },
    signs: {
      gap: '中断 {length}', 'same-time': '时间相同', 'beginning-left-out': '开头 {length} 不播放', 'middle-left-out': '中间 {length} 不播放或移到别处', 'end-left-out': '结尾 {length} 不播放',
      shifted: '推迟 {length} 开始', 'other-rate': '以不同速度播放，共 {length}', encoder: '编码或封装程序的名称', editor: '剪辑程序的名称', 'no-index': '没有索引',
      'cut-off': '有一部分超出文件末尾', 'ends-early': '画面比所载长度短 {length}', still: '静止 {length}', dark: '黑屏 {length}', quiet: '无声 {length}', jump: '跳变 {direction}{length}',
    },
    reasons: {
      time: '超过了一个文件的检查时间', memory: '超过了检查的内存', decoder: '媒体工具读不出来', 'too-long': '超过可检查的长度', 'still-picture': '照片没有时间过程', 'no-pictures': '没有活动画面',
      'no-sound': '没有声音', container: '这种格式没有这一项', 'no-times': '文件里没有卫星定位时间', 'not-media': '不是音像文件',
    },
    pictures: { every: '检查了原件的每一帧', key: '检查了原件的关键帧，最长相隔 {step}' },
  },
}
