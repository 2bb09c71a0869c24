/** 纸质文书：扫描归卷、预编号空白文书。 */
export default {
  pile: {
    title: '扫描归卷', open: '扫描归卷', choose: '选择扫描件',
    how: '把签好的纸质文书一起扫描，次序、正反不限。每页右下角的页码标记说明它是哪份文书的第几页。先看分拣结果，再确认归入。',
    reading: '正在分拣……', sheets: '共 {n} 页。', foreign: '没有页码标记的：第 {places} 页。', places: '在这一叠的第几页', document: '文书', number: '文号', pages: '应有页数',
    standing: '情况', unknown: '本案没有这份文书', missing: '缺第 {pages} 页', doubled: '重复扫描 {n} 页', nothing: '没有找到页码标记。请提高分辨率后重新扫描。',
    file: '归入 {n} 份', agree: '现在还没有归入任何文书；按下面的按钮才归入。', chosen: '已选 {n} 个文件：{names}',
    empty: '文件是空的：{names}。请重新扫描后再选。', tooLarge: '这一叠共 {size}，一次最多 {most}。请分成几叠，或者降低分辨率重新扫描。',
    standings: {
      filed: '已归入', fits: '齐全，可以归入', onFile: '已有同样的扫描件', incomplete: '不齐', otherVersion: '与现行文本不是同一版本', notExpected: '不应在此',
    },
  },
  formChange: {
    changed: '起草之后，文书库中的模板已经更新。', gone: '文书库中已没有这个模板。内容保留在下面，请用现行模板另拟一份。', added: '新模板增加了：{fields}。',
    held: '下列内容在现行模板中没有对应的栏目，保留在这份草稿中，可以抄到别处：', renew: '按新模板另拟',
    how: '已填内容带到新草稿，这份草稿作废并写明原因。', reason: '模板已更新，按现行模板另拟',
  },
  blanks: {
    title: '空白文书', how: '现场没有网络时使用：文号预先印好，一份一号。用过的在案件中录入并写明文号，写坏、遗失或者交回的逐份作废。',
    form: '文书', state: '状态', all: '不限', print: '打印 {first} 至 {last} 号', printOne: '打印', count: '份数', unit: '领用机构', to: '领用人',
    issue: '发放', none: '{year} 年还没有发放这种空白文书。', number: '文号', issuedAt: '发放', doing: '办理', void: '作废', reason: '原因',
    sure: '{number} 作废之后不能恢复，也不会再用。', states: { out: '未使用', used: '已使用', voided: '已作废' },
    enter: '录入空白文书号', which: '写在哪一份空白文书上', noneOut: '这种文书没有已发放而未使用的空白文书。', wasWritten: '现场已经写在预编号的空白文书上', enterIt: '录入这一份',
    year: '年份', issueSure: '将接着 {given} 号再发放 {n} 份。发放之后号码不能收回，只能逐份使用或者作废。核对后再按一次确认。',
  },
}
