/** Tests of transactions. */
@NullMarked
package dev.dormouse.internal.transaction;

import org.jspecify.annotations.NullMarked;
