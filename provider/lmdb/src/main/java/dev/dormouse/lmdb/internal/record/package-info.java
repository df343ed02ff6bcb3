/**
 * The bytes of records: a header, then FlatBuffers or CBOR.
 *
 * <h2>Form</h2>
 *
 * <p>Header, 8 bytes: format (1 FlatBuffers, 2 CBOR, 3 a value of a typed map), compression (0 none, 1 zlib, 2 Snappy, 3 Zstandard), the schema version (2 bytes, little-endian), CRC32C
 * of these four bytes and all that follows it (4 bytes, little-endian). Records of all formats may stand in one table. A compressed record goes on with the length before
 * compression (4 bytes, little-endian) and the compressed bytes; one that would not become shorter is not compressed.
 *
 * <p><b>FlatBuffers</b>: the root table has one field per field of the table, in the order of the catalog, which only appends; an absent field is null. All
 * scalars are optional. BOOLEAN bool; INTEGER int; LONG long; FLOAT float; DOUBLE double; STRING string; BYTES [ubyte]; BIG_INTEGER [ubyte], two's complement,
 * highest byte first; DECIMAL [ubyte], the scale as int (little-endian), then the unscaled value as BIG_INTEGER; UUID struct of two ulong, highest first; DATE long,
 * days since 1970; TIME long, nanoseconds of the day; TIMESTAMP and INSTANT struct of long seconds since 1970 and int nanoseconds; OFFSET_TIME struct of
 * long nanoseconds of the local day, int offset in seconds; OFFSET_TIMESTAMP struct of long seconds since 1970, int nanoseconds, int offset. A nested record is a
 * table. An array is a table of {@code items:[T]} (of BYTES, BIG_INTEGER and DECIMAL: of tables of {@code bytes:[ubyte]}) and {@code nulls:[ubyte]}, the latter only if an element is null: one byte an element, 1 for null.
 *
 * <p><b>CBOR</b>: a map from field names to values without nulls. BIG_INTEGER and DECIMAL as tags 2, 3 and 4; UUID tag 37; DATE tag 100; TIME as nanoseconds; the
 * others as arrays of the numbers that FlatBuffers has, in that order; a nested record is a map, an array an array.
 *
 * <p>A value of a typed map is what its value type makes of it; the version is that of the map's descriptor.
 *
 * <p>Called by {@code store} and {@code check}. A {@link dev.dormouse.lmdb.internal.record.TableRecords} is immutable and thread-safe, a
 * {@link dev.dormouse.lmdb.internal.record.RecordBuffer} and the views are not. Bytes that make no sense are a
 * {@link dev.dormouse.store.StoreException} that names the table.
 */
@NullMarked
package dev.dormouse.lmdb.internal.record;

import org.jspecify.annotations.NullMarked;
