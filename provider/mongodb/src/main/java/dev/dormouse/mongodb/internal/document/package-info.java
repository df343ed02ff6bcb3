/**
 * Records as documents and back.
 *
 * <p>The primary key is {@code _id}: its value, or a document of its parts where there are several. Other fields keep their names; a nested record is a
 * nested document, an array an array, null an absent field. Types: BOOLEAN bool, INTEGER int, LONG long, FLOAT and DOUBLE double, STRING string, BYTES
 * binData 0, UUID binData 4, TIME a long of nanoseconds, OFFSET_TIME {@code {utc, offset}}, OFFSET_TIMESTAMP {@code {at, more, offset}}, DATE, TIMESTAMP (as if
 * in UTC) and INSTANT date, BIG_INTEGER and DECIMAL decimal128.
 *
 * <p>What the last five cannot hold stands beside them: the field is rounded down to what BSON can hold, and {@code NAME:more} orders what is rounded
 * alike: the nanoseconds within a millisecond, all nanoseconds since 1970 beyond the years of BSON dates, or for numbers the hexadecimal key that
 * {@link dev.dormouse.store.record.KeyEncoder} writes; {@code NAME:scale} keeps a decimal's scale where that key does not. An element of an array, and an
 * {@code _id} of these five types, is the document {@code {value, more, scale}}. So MongoDB's own order of a field and its companion is the one order of
 * values, but for BYTES, which it orders by length.
 *
 * <p>Called by every room that reads or writes documents, on the thread of the transaction; forms are immutable and shared. A document of another shape fails with
 * a {@link dev.dormouse.store.StoreException} that names collection, id and field.
 */
@NullMarked
package dev.dormouse.mongodb.internal.document;

import org.jspecify.annotations.NullMarked;
