package org.liuhen.core.cases;

/** By which way documents are served (送达方式). */
public enum ServiceMethod {
    /** 直接送达. */
    DIRECT("direct"),
    /** 委托送达. */
    ENTRUSTED("entrusted"),
    /** 邮寄送达. */
    MAIL("mail"),
    /** 公告送达. */
    PUBLIC_NOTICE("publicNotice"),
    /** 留置送达; the catalogue's word is lien. */
    LEAVE_BEHIND("lien"),
    /** 电子送达. */
    ELECTRONIC("electronic");

    private final String word;

    ServiceMethod(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
