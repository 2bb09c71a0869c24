/** The law on the screen: each article with its duty, what checks it, and how it stands in this agency; and drafts tried on the past. */
@NullMarked
package org.liuhen.server.cases.law;

import org.jspecify.annotations.NullMarked;
