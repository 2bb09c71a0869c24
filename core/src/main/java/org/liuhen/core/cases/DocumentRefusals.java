package org.liuhen.core.cases;

import java.util.List;
import org.liuhen.core.cases.documents.FieldFault;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;

/** Why a command on a document cannot be at all. */
final class DocumentRefusals {

    static final Bilingual CORRECT_FIELDS = new Bilingual("请按提示修改后再提交，已填内容保留。",
            "Correct the fields and try again; what was entered is kept.");

    private static final Bilingual TEMPLATE_CHANGED = new Bilingual("本文书的模板在起草之后已经更新，请按现行栏目补填或者修改，已填内容保留。",
            "The form was changed after this draft was begun: fill in the fields as they are now; what was entered is kept.");

    private DocumentRefusals() {}

    /**
     * @param missing what articles ask for and is left out
     * @param form of the draft; the fields are judged by the template in force, and the refusal says when that is another one
     */
    static CaseRefusal badFields(List<FieldFault> faults, List<Missing> missing, Form form, Template inForce) {
        return CaseRefusal.badFields(faults, missing, form.equals(Form.of(inForce)) ? CORRECT_FIELDS : TEMPLATE_CHANGED);
    }

    static CaseRefusal noSuchTemplate(TemplateId template) {
        return CaseRefusal.impossible("no-such-template", "文书格式库没有这种文书：" + template.value() + "。",
                "The library has no form of a document named " + template.value() + ".", "请从文书格式库中选择。",
                        "Choose one of the library.");
    }

    static CaseRefusal notForThisKind(Bilingual title) {
        return CaseRefusal.impossible("not-for-this-kind", "《" + title.zh() + "》不用于这一类案件。",
                "“" + title.en() + "” is not for cases of this kind.", "请选择适用的文书。", "Choose another form.");
    }

    static CaseRefusal alreadyDrafted() {
        return CaseRefusal.impossible("already-drafted", "这份文书已经起草。", "This document is begun already.", "请打开该文书。", "Open it.");
    }

    static CaseRefusal locked() {
        return CaseRefusal.impossible("text-locked", "文书正文已经锁定，等待签名。", "The text is locked for signing.",
                "无人签名的，可以退回草稿；已有签名的，请逐处更改并由当事人确认。",
                "Take it back to a draft if nobody has signed; else alter it place by place and have each place marked.");
    }

    static CaseRefusal notLocked() {
        return CaseRefusal.impossible("not-locked", "文书还是草稿，正文没有锁定。", "The document is a draft; its text is not locked.",
                "请先生成正文，再签名、盖章、定稿。", "Make its text first, then have it signed, sealed and made final.");
    }

    static CaseRefusal isFinal() {
        return CaseRefusal.impossible("already-final", "文书已经定稿，不能再改动。", "The document is final and does not change any more.",
                "需要更正的，另行制作文书。", "Make another document to correct it.");
    }

    static CaseRefusal voided(String reason) {
        return CaseRefusal.impossible("document-voided", "文书已经作废：" + reason + "。", "The document is void: " + reason + ".",
                "请另行制作文书。",
                "Make another document.");
    }

    static CaseRefusal served() {
        return CaseRefusal.impossible("already-served", "文书已经送达，不能作废。", "The document was served and cannot be made void.",
                "请依法作出撤销或者变更决定。", "Revoke or change it by a decision.");
    }

    static CaseRefusal signedAlready() {
        return CaseRefusal.impossible("signed-text", "文书已有签名、印章或者拒签记录，不能退回草稿。",
                "Somebody has signed, sealed or refused; the text cannot go back to a draft.", "请逐处更改并由当事人确认。",
                "Alter it place by place and have each place marked.");
    }

    static CaseRefusal notSigned() {
        return CaseRefusal.impossible("unsigned-text", "尚无人签名，无需逐处更改。", "Nobody has signed it yet: no places need marks.",
                "请退回草稿后修改。", "Take it back to a draft and change it there.");
    }

    static CaseRefusal unmarkedChange(String field) {
        return CaseRefusal.impossible("unmarked-change", "栏目“" + field + "”的改动与所列更改处不一致。",
                "The change of field “" + field + "” is not among the places, or a place has no change.", "请逐处列明更改前后的内容，编号连续。",
                "List every altered place with the text before and after, numbered on.");
    }

    static CaseRefusal noPages() {
        return CaseRefusal.impossible("no-pages", "正文没有页。", "The text has no pages.", "请重新生成正文。", "Make its text again.");
    }

    static CaseRefusal noSuchPages(int pages) {
        return CaseRefusal.impossible("no-such-pages", "文书共 " + pages + " 页，没有所填的页。", "The document has " + pages
                + " pages, not those.",
                "请核对页码。", "Check the pages.");
    }

    static CaseRefusal scanIncomplete(int scanned, int pages) {
        return CaseRefusal.impossible("scan-incomplete", "扫描件只有 " + scanned + " 页，文书共 " + pages + " 页。",
                "The scan has " + scanned + " pages of " + pages + ".", "请补扫缺少的页。", "Scan the missing pages.");
    }

    static CaseRefusal noSuchPlace(int place) {
        return CaseRefusal.impossible("no-such-place", "没有第 " + place + " 处更改。", "There is no altered place " + place + ".",
                "请核对更改处编号。",
                "Check the number of the place.");
    }

    static CaseRefusal notRegistered() {
        return CaseRefusal.impossible("no-such-person", "人员没有登记。", "This person is not in the register.", "请选择已登记的人员。",
                "Choose a person of the register.");
    }

    static CaseRefusal signsForAnother() {
        return CaseRefusal.impossible("signs-for-another", "电子签名只能由本人登录后作出。",
                "An electronic signature is made by its owner, signed in.",
                "请由本人登录签名，或者用手写板、纸质签名。", "Let the person sign in, or sign on the pad or on paper.");
    }

    static CaseRefusal writesForAnother() {
        return CaseRefusal.impossible("writes-for-another", "审核、批准意见只能由本人登录后填写。",
                "The opinions of reviewer and approver are written by themselves, signed in.",
                "请由本人登录填写；意见写在纸上的，先上传扫描件再录入。",
                "Let the person sign in; where the opinion stands on paper, upload its scan first, then enter it.");
    }

    static CaseRefusal noOpinionHere() {
        return CaseRefusal.impossible("no-opinion-here", "这份文书没有该意见栏。", "This document has no place for that opinion.", "请核对文书。",
                "Check the document.");
    }

    static CaseRefusal noNumberHere() {
        return CaseRefusal.impossible("no-number-here", "这种文书不编文号。", "Documents of this kind have no number.", "请核对文书。",
                "Check the document.");
    }

    static CaseRefusal alreadyNumbered(String number) {
        return CaseRefusal.impossible("already-numbered", "文书已有文号：" + number + "。", "The document has its number: " + number
                + ".",
                "文号不能更换；确需更换的，作废后另行制作。", "It keeps it; if it must not, make the document void and another one.");
    }

    static CaseRefusal notNumbered() {
        return CaseRefusal.impossible("not-numbered", "文书还没有文号，不能定稿。", "The document has no number yet and cannot be final.",
                "请先取文号，或者使用预领的编号文书。", "Take a number first, or use a numbered blank.");
    }

    static CaseRefusal noSealHere() {
        return CaseRefusal.impossible("no-seal-here", "这种文书不加盖机关印章。", "Documents of this kind do not bear the agency's seal.",
                "请核对文书。",
                "Check the document.");
    }
}
