/**
 * Documents on paper: a final document as PDF, the codes on its pages, the seal of the agency with its signatures and time
 * stamp, and signed paper scanned back in. Plain Java; docs/formats.md, "Documents on paper", tells the bytes.
 */
@NullMarked
package org.liuhen.server.cases.paper;

import org.jspecify.annotations.NullMarked;
