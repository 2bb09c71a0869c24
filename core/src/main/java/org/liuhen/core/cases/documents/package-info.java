/** Documents of a case (执法文书): templates, the values of their fields, and the agency's number series. */
@NullMarked
package org.liuhen.core.cases.documents;

import org.jspecify.annotations.NullMarked;
