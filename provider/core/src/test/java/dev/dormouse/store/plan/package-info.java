/** Plans as text, and the words in which tests build them. */
@NullMarked
package dev.dormouse.store.plan;

import org.jspecify.annotations.NullMarked;
