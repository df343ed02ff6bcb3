/**
 * What a store keeps: tables, records, keys, indexes, and the paths by which fields are read without decoding the rest.
 *
 * <h2>Encoded keys</h2>
 *
 * <p>{@link dev.dormouse.store.record.KeyEncoder} writes keys as bytes whose unsigned order is the one order; part follows part without separator, each
 * saying where it ends, so that no key begins another. The types are those of the table: no tags are written.
 *
 * <table>
 * <caption>Form of a part</caption>
 * <tr><th>type</th><th>bytes</th></tr>
 * <tr><td>BOOLEAN</td><td>1: 0 or 1</td></tr>
 * <tr><td>INTEGER, LONG</td><td>4, 8: big-endian, sign bit turned</td></tr>
 * <tr><td>FLOAT, DOUBLE</td><td>4, 8: IEEE bits, sign bit turned, negative ones complemented; NaN all zero; -0.0 as 0.0</td></tr>
 * <tr><td>BIG_INTEGER</td><td>80 + n, then the n bytes of the magnitude (n to 126), or FF, four bytes of n and the magnitude; a negative number complemented as
 * a whole</td></tr>
 * <tr><td>DECIMAL</td><td>00 negative, 01 zero, 02 positive; unless zero: the power of ten above the first digit in the form of BIG_INTEGER, the digits in
 * pairs plus 1, then 00; these complemented for a negative number. The scale is not kept.</td></tr>
 * <tr><td>STRING, BYTES</td><td>UTF-8, or the bytes, where 00 is written as 01 01 and 01 as 01 02; then 00</td></tr>
 * <tr><td>UUID</td><td>16</td></tr>
 * <tr><td>DATE</td><td>5: days since 1970 + 2^39</td></tr>
 * <tr><td>TIME</td><td>6: nanoseconds of the day</td></tr>
 * <tr><td>TIMESTAMP</td><td>11: date, time</td></tr>
 * <tr><td>INSTANT</td><td>11: seconds since 1970 + 2^55 in 7, nanoseconds in 4</td></tr>
 * <tr><td>OFFSET_TIME</td><td>9: nanoseconds of the day in UTC + 18 hours in 6, offset in seconds + 2^23 in 3</td></tr>
 * <tr><td>OFFSET_TIMESTAMP</td><td>14: instant, offset in seconds + 2^23 in 3</td></tr>
 * </table>
 *
 * <p>A part of a primary key is just this: it is never null and rises. Every part of an index key, nullable or not, begins with a marker, 00 for null and 01
 * for a value, so that a field may become nullable without a new index; a descending part is complemented with its marker. An index key ends before the
 * primary key, which a store keeps beside it in its own form. An index on an array has one key an element, each once, and one null for none.
 *
 * <p>Knows no entity class and no store. Definitions are immutable and thread-safe; a {@link dev.dormouse.store.record.RecordView}
 * belongs to the thread of the transaction that gave it.
 */
@NullMarked
package dev.dormouse.store.record;

import org.jspecify.annotations.NullMarked;
