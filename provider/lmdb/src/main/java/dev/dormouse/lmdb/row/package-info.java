/** What selections and watches hand over: rows, rows as an index sees them, and changes. Records, which outlive their transaction as far as the values in them do. */
@NullMarked
package dev.dormouse.lmdb.row;

import org.jspecify.annotations.NullMarked;
