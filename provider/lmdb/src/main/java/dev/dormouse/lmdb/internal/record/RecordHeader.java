package dev.dormouse.lmdb.internal.record;

import dev.dormouse.lmdb.internal.compress.Compressor;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** The first bytes of every record; see the package description. */
final class RecordHeader {

    static final int LENGTH = 8;
    static final int FLATBUFFERS = 1;
    static final int CBOR = 2;
    static final int TYPED = 3;

    static final int UNCOMPRESSED = 0;

    private static final int CHECKSUM = 4;

    private RecordHeader() {}

    static int format(DirectBuffer record) {
        return record.capacity() < LENGTH ? 0 : record.getByte(0);
    }

    /** Returns the number of the compression. */
    static int compression(DirectBuffer record) {
        return record.getByte(1) & 0xFF;
    }

    static int schemaVersion(DirectBuffer record) {
        return record.getShort(2, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /** Returns what stands before the checksum: format, compression and version, from the lowest byte; 0 if there is no whole header. */
    static int start(DirectBuffer record) {
        return record.capacity() < LENGTH ? 0 : record.getInt(0, ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the start of a record that is not compressed. */
    static int start(int format, int schemaVersion) {
        return schemaVersion << Short.SIZE | format;
    }

    /** Begins a record. */
    static void begin(RecordBuffer out, int format, int schemaVersion) {
        out.clear();
        int at = out.zeros(LENGTH);
        out.putByte(at, format);
        out.putShort(at + 2, schemaVersion);
    }

    /** Ends a record: all is written but the checksum. */
    static void end(RecordBuffer out, @Nullable Compressor compressor) {
        if (compressor != null) {
            compress(out, compressor);
        }
        out.putInt(CHECKSUM, out.checksum(CHECKSUM, LENGTH));
    }

    private static void compress(RecordBuffer out, Compressor compressor) {
        byte[] plain = out.copy(LENGTH);
        byte[] packed = compressor.pack(plain, 0, plain.length);
        if (packed.length + Integer.BYTES < plain.length) {
            out.putByte(1, compressor.number());
            out.truncate(LENGTH);
            out.appendInt(plain.length);
            out.append(packed);
        }
    }

    /** Returns an intact record as it was before it was compressed. */
    static UnsafeBuffer restored(DirectBuffer record, Compressor compressor) {
        byte[] packed = new byte[record.capacity() - LENGTH - Integer.BYTES];
        record.getBytes(LENGTH + Integer.BYTES, packed);
        byte[] rest = compressor.unpack(packed, 0, packed.length, record.getInt(LENGTH, ByteOrder.LITTLE_ENDIAN));
        UnsafeBuffer whole = new UnsafeBuffer(new byte[LENGTH + rest.length]);
        whole.putBytes(0, record, 0, LENGTH);
        whole.putByte(1, (byte) UNCOMPRESSED);
        whole.putBytes(LENGTH, rest);
        return whole;
    }

    /** Tells whether the checksum of a buffer's record agrees. */
    static boolean isIntact(RecordBuffer record) {
        return record.checksum(CHECKSUM, LENGTH) == record.content().getInt(CHECKSUM, ByteOrder.LITTLE_ENDIAN);
    }

    /** Tells whether the checksum agrees. */
    static boolean isIntact(DirectBuffer record) {
        int length = record.capacity();
        if (length < LENGTH) {
            return false;
        }
        byte[] bytes = new byte[length];
        record.getBytes(0, bytes);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, CHECKSUM);
        checksum.update(bytes, LENGTH, length - LENGTH);
        return (int) checksum.getValue() == record.getInt(CHECKSUM, ByteOrder.LITTLE_ENDIAN);
    }
}
