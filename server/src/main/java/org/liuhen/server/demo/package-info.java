/**
 * Data for trying Liuhen out: recordings made on the spot, as a body camera would have them, and cases
 * told as stories, played as the people of each agency would act. Nothing of it is in a real
 * installation.
 */
@NullMarked
package org.liuhen.server.demo;

import org.jspecify.annotations.NullMarked;
