package dev.dormouse.lmdb.internal.record;

import dev.dormouse.lmdb.internal.compress.Compressor;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.store.StoreException;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** How the values of one typed map are written and read: the header of all records, then what the value type made. Immutable and thread-safe. */
public final class ValueRecords {

    private final String map;
    private final int version;
    private final @Nullable Compressor compressor;
    private final boolean verified;
    private final int newestStart;

    /**
     * Makes it.
     *
     * @param map the map's name, for messages
     * @param version which version is written, and the highest that is read; 0 to 65535
     * @param compressor how what is written is compressed, null for not at all; all others are read, too
     * @param verified whether the checksum is verified at every read
     */
    public ValueRecords(String map, int version, @Nullable Compressor compressor, boolean verified) {
        this.map = map;
        this.version = version;
        this.compressor = compressor;
        this.verified = verified;
        this.newestStart = RecordHeader.start(RecordHeader.TYPED, version);
    }

    /** Encodes a value; the result is good until the buffer's next one. */
    public DirectBuffer encode(byte[] value, int length, RecordBuffer out) {
        RecordHeader.begin(out, RecordHeader.TYPED, version);
        out.append(value, 0, length);
        RecordHeader.end(out, compressor);
        return out.content();
    }

    /** Returns what the value type made, in {@code view} where it is not compressed. */
    public DirectBuffer content(DirectBuffer stored, UnsafeBuffer view) {
        if (verified || RecordHeader.start(stored) != newestStart) {
            return checked(stored, view);
        }
        view.wrap(stored, RecordHeader.LENGTH, stored.capacity() - RecordHeader.LENGTH);
        return view;
    }

    private DirectBuffer checked(DirectBuffer stored, UnsafeBuffer view) {
        check(stored);
        int number = RecordHeader.compression(stored);
        if (number == RecordHeader.UNCOMPRESSED) {
            view.wrap(stored, RecordHeader.LENGTH, stored.capacity() - RecordHeader.LENGTH);
            return view;
        }
        Compressor used = Compressor.numbered(number);
        if (used == null) {
            throw new StoreException(LmdbMessages.RECORD_COMPRESSION.text(number, map));
        }
        if (!RecordHeader.isIntact(stored)) {
            throw new StoreException(LmdbMessages.CORRUPT_RECORD.text("value", map, "Its checksum does not agree"));
        }
        try {
            UnsafeBuffer whole = RecordHeader.restored(stored, used);
            view.wrap(whole, RecordHeader.LENGTH, whole.capacity() - RecordHeader.LENGTH);
            return view;
        } catch (IllegalArgumentException | NegativeArraySizeException e) {
            throw new StoreException(
                    LmdbMessages.CORRUPT_RECORD.text("value", map, "It cannot be made what it was: " + e.getMessage()),
                    e);
        }
    }

    private void check(DirectBuffer stored) {
        int format = RecordHeader.format(stored);
        if (format != RecordHeader.TYPED) {
            throw new StoreException(LmdbMessages.RECORD_FORMAT.text(format, map));
        }
        if (verified && !RecordHeader.isIntact(stored)) {
            throw new StoreException(LmdbMessages.CORRUPT_RECORD.text("value", map, "Its checksum does not agree"));
        }
        int found = RecordHeader.schemaVersion(stored);
        if (found > version) {
            throw new StoreException(MapMessages.NEWER_VALUE.text(found, map, version));
        }
    }

    /** Tells what is wrong with stored bytes, if anything is. */
    public Optional<String> problem(DirectBuffer stored) {
        if (!RecordHeader.isIntact(stored)) {
            return Optional.of("the checksum does not agree");
        }
        try {
            content(stored, new UnsafeBuffer(0, 0));
            return Optional.empty();
        } catch (StoreException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
