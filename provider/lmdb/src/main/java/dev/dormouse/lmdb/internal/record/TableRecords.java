package dev.dormouse.lmdb.internal.record;

import dev.dormouse.lmdb.internal.compress.Compressor;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.memory.RecordMemory;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.Locale;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** How the records of one table are written and read. New ones get the table's codec, those of the other one stay readable. */
public final class TableRecords {

    private final String table;
    private final RecordType type;
    private final TypeTexts texts;
    private final int schemaVersion;
    private final boolean verified;
    private final FlatBuffersCodec flatBuffers;
    private final CborCodec cbor;
    private final RecordCodec written;
    private final @Nullable Compressor compressor;

    /**
     * Makes it.
     *
     * @param table the table's name, for messages
     * @param type the fields
     * @param codec {@code flatbuffers} or {@code cbor}, for what is written
     * @param compression {@code none}, {@code zlib}, {@code snappy} or {@code zstd}, for what is written
     * @param schemaVersion which version of the type is written, 0 to 65535
     * @param verified whether the checksum is verified at every read
     */
    public TableRecords(
            String table, RecordType type, String codec, String compression, int schemaVersion, boolean verified) {
        this.table = table;
        this.type = type;
        this.texts = new TypeTexts(type);
        this.schemaVersion = schemaVersion;
        this.verified = verified;
        this.flatBuffers = new FlatBuffersCodec(this);
        this.cbor = new CborCodec(this);
        this.written = switch (codec.toLowerCase(Locale.ROOT)) {
            case "flatbuffers" -> flatBuffers;
            case "cbor" -> cbor;
            default -> throw new StoreException(LmdbMessages.UNKNOWN_CODEC.text(codec, table));
        };
        this.compressor = Compressor.named(compression);
        if (compressor == null && !compression.equalsIgnoreCase("none")) {
            throw new StoreException(LmdbMessages.UNKNOWN_COMPRESSION.text(compression, table));
        }
    }

    RecordType type() {
        return type;
    }

    TypeTexts texts() {
        return texts;
    }

    String table() {
        return table;
    }

    /** Encodes a record; the result is good until the buffer's next record. */
    public DirectBuffer encode(Record record, RecordBuffer out) {
        RecordHeader.begin(out, written.format(), schemaVersion);
        written.write(out, record);
        RecordHeader.end(out, compressor);
        return out.content();
    }

    /**
     * Changes fields of an encoded record, if they keep their size and it would be written with the same codec and fields today; the result is good until
     * the buffer's next record.
     *
     * @return the changed record; null if it must be encoded anew
     */
    public @Nullable DirectBuffer patched(DirectBuffer bytes, List<FieldChange> changes, RecordBuffer out) {
        boolean isPlain = written == flatBuffers
                && compressor == null
                && RecordHeader.format(bytes) == RecordHeader.FLATBUFFERS
                && RecordHeader.compression(bytes) == RecordHeader.UNCOMPRESSED
                && RecordHeader.schemaVersion(bytes) == schemaVersion;
        if (!isPlain) {
            return null;
        }
        out.set(bytes);
        if (!RecordHeader.isIntact(out)) {
            // A new checksum would hide it for ever.
            throw corrupt(bytes, "Its checksum does not agree");
        }
        try {
            if (!FlatPatch.apply(out, changes)) {
                return null;
            }
        } catch (IndexOutOfBoundsException e) {
            throw corrupt(bytes, e);
        }
        RecordHeader.end(out, null);
        return out.content();
    }

    /** Returns a view of a record. The bytes must stay for as long as the view is used; the buffer itself may be used again. */
    public RecordView view(DirectBuffer bytes) {
        if (verified && !RecordHeader.isIntact(bytes)) {
            throw corrupt(bytes, "Its checksum does not agree");
        }
        UnsafeBuffer whole = restored(bytes);
        return switch (RecordHeader.format(bytes)) {
            case RecordHeader.FLATBUFFERS -> flatBuffers.view(whole);
            case RecordHeader.CBOR -> cbor.view(whole);
            default -> throw new StoreException(LmdbMessages.RECORD_FORMAT.text(RecordHeader.format(bytes), table));
        };
    }

    /** Returns a view of a copy of a record. */
    public RecordView copy(DirectBuffer bytes, RecordMemory memory) {
        boolean isPlain = RecordHeader.format(bytes) == RecordHeader.FLATBUFFERS
                && RecordHeader.compression(bytes) == RecordHeader.UNCOMPRESSED;
        if (!isPlain) {
            return view(bytes).retain();
        }
        if (verified && !RecordHeader.isIntact(bytes)) {
            throw corrupt(bytes, "Its checksum does not agree");
        }
        return FlatRecordView.copy(this, bytes, memory);
    }

    private UnsafeBuffer restored(DirectBuffer bytes) {
        int number = RecordHeader.format(bytes) == 0 ? RecordHeader.UNCOMPRESSED : RecordHeader.compression(bytes);
        if (number == RecordHeader.UNCOMPRESSED) {
            return new UnsafeBuffer(bytes);
        }
        Compressor used = Compressor.numbered(number);
        if (used == null) {
            throw new StoreException(LmdbMessages.RECORD_COMPRESSION.text(number, table));
        }
        if (!verified && !RecordHeader.isIntact(bytes)) {
            throw corrupt(bytes, "Its checksum does not agree");
        }
        try {
            return RecordHeader.restored(bytes, used);
        } catch (IllegalArgumentException | NegativeArraySizeException e) {
            throw corrupt(bytes, e);
        }
    }

    /** Tells whether a record's checksum agrees. */
    public boolean isIntact(DirectBuffer bytes) {
        return RecordHeader.isIntact(bytes);
    }

    StoreException corrupt(DirectBuffer bytes, RuntimeException cause) {
        StoreException failure = corrupt(bytes, "It refers to " + cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    private StoreException corrupt(DirectBuffer bytes, String what) {
        int shown = Math.min(bytes.capacity(), 16);
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            start.append(String.format(Locale.ROOT, "%02x", bytes.getByte(i)));
        }
        return new StoreException(
                LmdbMessages.CORRUPT_RECORD.text(bytes.capacity() + " bytes " + start + "...", table, what));
    }
}
