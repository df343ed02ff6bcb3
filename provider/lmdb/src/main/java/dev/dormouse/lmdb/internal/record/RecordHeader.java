package dev.dormouse.lmdb.internal.record;

import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/** The first bytes of every record; see the package description. */
final class RecordHeader {

    static final int LENGTH = 8;
    static final int FLATBUFFERS = 1;
    static final int CBOR = 2;

    private RecordHeader() {}

    static int format(DirectBuffer record) {
        return record.capacity() < LENGTH ? 0 : record.getByte(0);
    }

    static int schemaVersion(DirectBuffer record) {
        return record.getShort(2, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /** Begins a record. */
    static void begin(RecordBuffer out, int format, int schemaVersion) {
        out.clear();
        int at = out.zeros(LENGTH);
        out.putByte(at, format);
        out.putShort(at + 2, schemaVersion);
    }

    /** Ends a record: all is written but the checksum. */
    static void end(RecordBuffer out) {
        out.putInt(4, out.checksum(LENGTH));
    }

    /** Tells whether the checksum agrees. */
    static boolean isIntact(DirectBuffer record) {
        int length = record.capacity() - LENGTH;
        if (length < 0) {
            return false;
        }
        byte[] rest = new byte[length];
        record.getBytes(LENGTH, rest);
        CRC32C checksum = new CRC32C();
        checksum.update(rest, 0, length);
        return (int) checksum.getValue() == record.getInt(4, ByteOrder.LITTLE_ENDIAN);
    }
}
