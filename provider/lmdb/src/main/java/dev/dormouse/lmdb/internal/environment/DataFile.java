package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks at {@code data.mdb} before LMDB does, which would crash the process over some of what can be found. Only used while no environment of this JVM has the file
 * open.
 */
final class DataFile {

    static final String FILE = "data.mdb";

    private static final int HEADER = 16;
    private static final int META_LENGTH = 136;
    private static final int MAGIC = 0xBEEFC0DE;
    private static final int LMDB_FORMAT = 1;
    private static final int META_FLAG = 0x08;

    private DataFile() {}

    /**
     * Refuses a file that is none of LMDB's, of a newer format, or cut short. A file that is absent or empty is fine: LMDB begins it.
     *
     * @param alone whether no other process writes, so that its trees can be walked
     */
    static void check(Path folder, boolean alone) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw new StoreException(LmdbMessages.NOT_LMDB.text(file));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > 0) {
                check(file, channel, alone);
            }
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(file), e);
        }
    }

    private static void check(Path file, FileChannel channel, boolean alone) throws IOException {
        ByteBuffer first = meta(file, channel, 0);
        int pageSize = first.getInt(HEADER + 24);
        if (Integer.bitCount(pageSize) != 1 || pageSize < 512 || pageSize > 1 << 16) {
            throw new StoreException(LmdbMessages.NOT_LMDB.text(file));
        }
        if (channel.size() < 2L * pageSize) {
            throw new StoreException(LmdbMessages.TRUNCATED.text(file, 1, channel.size() / pageSize));
        }
        ByteBuffer second = meta(file, channel, pageSize);
        ByteBuffer newest = transaction(second) > transaction(first) ? second : first;
        long pages = channel.size() / pageSize;
        if (alone && lastPage(newest) >= pages) {
            // The last pages may never have been written, if the transaction that took them gave them back.
            new PageWalk(file, channel, pageSize).check(newest, HEADER + 24);
        }
    }

    private static ByteBuffer meta(Path file, FileChannel channel, long position) throws IOException {
        ByteBuffer meta = ByteBuffer.allocate(META_LENGTH + HEADER).order(ByteOrder.nativeOrder());
        readFully(channel, meta, position);
        if (meta.position() < META_LENGTH || (meta.getShort(10) & META_FLAG) == 0 || meta.getInt(HEADER) != MAGIC) {
            throw new StoreException(LmdbMessages.NOT_LMDB.text(file));
        }
        int format = meta.getInt(HEADER + 4);
        if (format != LMDB_FORMAT) {
            throw new StoreException(LmdbMessages.NEWER_LMDB.text(file, format));
        }
        return meta;
    }

    static void readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer, position + buffer.position());
        }
    }

    private static long lastPage(ByteBuffer meta) {
        return meta.getLong(HEADER + 120);
    }

    private static long transaction(ByteBuffer meta) {
        return meta.getLong(HEADER + 128);
    }
}
