/** Cases: the case file, its documents, approvals and service of documents. */
@NullMarked
package org.liuhen.server.cases;

import org.jspecify.annotations.NullMarked;
