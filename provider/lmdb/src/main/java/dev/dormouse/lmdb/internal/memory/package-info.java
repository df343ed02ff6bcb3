/**
 * Memory for records that outlive what they were read from. Lent by the transactions of the environment, used by the forms of records; of one thread at a time. Cannot fail.
 */
@NullMarked
package dev.dormouse.lmdb.internal.memory;

import org.jspecify.annotations.NullMarked;
