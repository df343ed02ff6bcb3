package dev.dormouse.lmdb.internal.file;

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
public final class DataFile {

    /** The name of the file in its folder. */
    public static final String FILE = "data.mdb";

    private DataFile() {}

    /**
     * Refuses a file that is none of LMDB's, of a newer format, or cut short. A file that is absent or empty is fine: LMDB begins it.
     *
     * @param alone whether no other process writes, so that its trees can be walked
     */
    public static void check(Path folder, boolean alone) {
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

    private static void check(Path path, FileChannel channel, boolean alone) throws IOException {
        MetaPage first = first(path, channel);
        MetaPage second = meta(path, channel, first.pageSize());
        MetaPage newest = second.transaction() > first.transaction() ? second : first;
        PageFile file = new PageFile(channel, first.pageSize());
        if (alone && newest.lastPage() >= file.pages()) {
            // The last pages may never have been written, if the transaction that took them gave them back.
            new PageWalk(path, file).check(newest);
        }
    }

    /** Reads the first page, which tells the length of all. */
    static MetaPage first(Path path, FileChannel channel) throws IOException {
        MetaPage first = meta(path, channel, 0);
        if (!first.hasPossiblePageSize()) {
            throw new StoreException(LmdbMessages.NOT_LMDB.text(path));
        }
        if (channel.size() < 2L * first.pageSize()) {
            throw new StoreException(LmdbMessages.TRUNCATED.text(path, 1, channel.size() / first.pageSize()));
        }
        return first;
    }

    static MetaPage meta(Path path, FileChannel channel, long position) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(MetaPage.LENGTH).order(ByteOrder.nativeOrder());
        PageFile.read(channel, page, position);
        if (!MetaPage.isOne(page)) {
            throw new StoreException(LmdbMessages.NOT_LMDB.text(path));
        }
        if (MetaPage.format(page) != MetaPage.FORMAT) {
            throw new StoreException(LmdbMessages.NEWER_LMDB.text(path, MetaPage.format(page)));
        }
        return MetaPage.read(page);
    }
}
