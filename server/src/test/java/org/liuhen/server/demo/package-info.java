@NullMarked
package org.liuhen.server.demo;

import org.jspecify.annotations.NullMarked;
