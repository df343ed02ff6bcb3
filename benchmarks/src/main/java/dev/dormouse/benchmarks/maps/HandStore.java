package dev.dormouse.benchmarks.maps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.DirectBufferProxy;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.Txn;

/** The environment of the hand-written side, and the bytes of its keys and values: those of typed maps. */
final class HandStore implements AutoCloseable {

    /** What stands before a value: format, compression, version, checksum. */
    static final int HEADER = 8;

    private static final long MAP_SIZE = 64L << 30;

    final Env<DirectBuffer> env;
    final Dbi<DirectBuffer> texts;
    final Dbi<DirectBuffer> indexed;
    final Dbi<DirectBuffer> indexEntries;
    final Dbi<DirectBuffer> bytes;
    final Dbi<DirectBuffer> cookies;

    private final ByteBuffer keyMemory = ByteBuffer.allocateDirect(511);
    private final UnsafeBuffer wholeKey = new UnsafeBuffer(keyMemory);
    private final UnsafeBuffer key = new UnsafeBuffer(0, 0);
    private final ByteBuffer valueMemory = ByteBuffer.allocateDirect(4096);
    private final UnsafeBuffer wholeValue = new UnsafeBuffer(valueMemory);
    private final UnsafeBuffer value = new UnsafeBuffer(0, 0);
    private final CRC32C checksum = new CRC32C();

    HandStore(Path folder, boolean durable) {
        EnvFlags[] flags = durable
                ? new EnvFlags[] {EnvFlags.MDB_NOTLS}
                : new EnvFlags[] {EnvFlags.MDB_NOTLS, EnvFlags.MDB_NOSYNC};
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        env = Env.create(DirectBufferProxy.PROXY_DB)
                .setMapSize(MAP_SIZE)
                .setMaxDbs(10)
                .open(folder.toFile(), flags);
        try (Txn<DirectBuffer> txn = env.txnWrite()) {
            texts = map(txn, "m1", DbiFlags.MDB_CREATE);
            indexed = map(txn, "m2", DbiFlags.MDB_CREATE);
            indexEntries = map(txn, "x2", DbiFlags.MDB_CREATE, DbiFlags.MDB_DUPSORT);
            bytes = map(txn, "m3", DbiFlags.MDB_CREATE);
            cookies = map(txn, "m4", DbiFlags.MDB_CREATE);
            txn.commit();
        }
    }

    private Dbi<DirectBuffer> map(Txn<DirectBuffer> txn, String name, DbiFlags... flags) {
        return env.openDbi(txn, name.getBytes(StandardCharsets.UTF_8), null, false, flags);
    }

    DirectBuffer key(long id) {
        wholeKey.putLong(0, id ^ Long.MIN_VALUE, ByteOrder.BIG_ENDIAN);
        key.wrap(keyMemory, 0, Long.BYTES);
        return key;
    }

    static long id(DirectBuffer key) {
        return key.getLong(0, ByteOrder.BIG_ENDIAN) ^ Long.MIN_VALUE;
    }

    DirectBuffer key(byte[] content) {
        wholeKey.putBytes(0, content);
        key.wrap(keyMemory, 0, content.length);
        return key;
    }

    /** The key of a group in the index of number 1: a text ends with a zero. */
    DirectBuffer key(String group) {
        wholeKey.putShort(0, (short) 1, ByteOrder.BIG_ENDIAN);
        int length = Short.BYTES + wholeKey.putStringWithoutLengthAscii(Short.BYTES, group);
        wholeKey.putByte(length, (byte) 0);
        key.wrap(keyMemory, 0, length + 1);
        return key;
    }

    DirectBuffer value(String text) {
        return value(text.getBytes(StandardCharsets.UTF_8));
    }

    DirectBuffer value(byte[] content) {
        return value(content, content.length);
    }

    DirectBuffer value(byte[] content, int size) {
        wholeValue.putBytes(HEADER, content, 0, size);
        wholeValue.putByte(0, (byte) 3);
        wholeValue.putByte(1, (byte) 0);
        wholeValue.putShort(2, (short) 1, ByteOrder.LITTLE_ENDIAN);
        checksum.reset();
        checksum.update(valueMemory.limit(4).position(0));
        checksum.update(valueMemory.limit(HEADER + size).position(HEADER));
        wholeValue.putInt(4, (int) checksum.getValue(), ByteOrder.LITTLE_ENDIAN);
        value.wrap(valueMemory, 0, HEADER + size);
        return value;
    }

    /** The number of a row as the value of an index entry. */
    MutableDirectBuffer entry(long id) {
        wholeValue.putLong(0, id ^ Long.MIN_VALUE, ByteOrder.BIG_ENDIAN);
        value.wrap(valueMemory, 0, Long.BYTES);
        return value;
    }

    static String text(DirectBuffer stored) {
        return stored.getStringWithoutLengthUtf8(HEADER, stored.capacity() - HEADER);
    }

    static byte[] bytes(DirectBuffer stored) {
        byte[] content = new byte[stored.capacity() - HEADER];
        stored.getBytes(HEADER, content);
        return content;
    }

    /** A number of 64 bits in a FlatBuffers table, by its number there; 0 if it is absent. */
    static long field(DirectBuffer stored, int number) {
        int table = HEADER + stored.getInt(HEADER, ByteOrder.LITTLE_ENDIAN);
        int known = table - stored.getInt(table, ByteOrder.LITTLE_ENDIAN);
        int slot = 4 + 2 * number;
        if (slot >= stored.getShort(known, ByteOrder.LITTLE_ENDIAN)) {
            return 0;
        }
        int at = stored.getShort(known + slot, ByteOrder.LITTLE_ENDIAN);
        return at == 0 ? 0 : stored.getLong(table + at, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        env.close();
    }
}
