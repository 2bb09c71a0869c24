/** The desk (工作台): what waits for somebody today, from the published views of the features. */
@NullMarked
package org.liuhen.server.desk;

import org.jspecify.annotations.NullMarked;
