/** Register of an agency: units, people, roles, stations, ledger keys. Command, event, state, refusal, decider. */
@NullMarked
package org.liuhen.core.agencies;

import org.jspecify.annotations.NullMarked;
