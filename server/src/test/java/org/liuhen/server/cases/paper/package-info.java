@NullMarked
package org.liuhen.server.cases.paper;

import org.jspecify.annotations.NullMarked;
