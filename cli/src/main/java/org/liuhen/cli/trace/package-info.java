/** From article to code and back: what is checked where, and what an official text says otherwise. */
@NullMarked
package org.liuhen.cli.trace;

import org.jspecify.annotations.NullMarked;
