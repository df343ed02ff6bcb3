package dev.dormouse.lmdb.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A file as pages. */
final class PageFile {

    private final FileChannel channel;
    private final int pageSize;
    private final long pages;

    PageFile(FileChannel channel, int pageSize) throws IOException {
        this.channel = channel;
        this.pageSize = pageSize;
        this.pages = channel.size() / pageSize;
    }

    int pageSize() {
        return pageSize;
    }

    long pages() {
        return pages;
    }

    boolean has(long number) {
        return number >= 0 && number < pages;
    }

    /** Reads a page that the file has. */
    Page page(long number) {
        ByteBuffer bytes = ByteBuffer.allocate(pageSize).order(ByteOrder.nativeOrder());
        read(bytes, number * pageSize);
        return new Page(bytes, pageSize);
    }

    /** Reads bytes behind the head of a page that the file has, as the pages after it. */
    byte[] behind(long number, int length) {
        byte[] bytes = new byte[length];
        read(ByteBuffer.wrap(bytes), number * pageSize + Page.HEADER);
        return bytes;
    }

    private void read(ByteBuffer buffer, long position) {
        try {
            read(channel, buffer, position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads as much as there is. */
    static void read(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer, position + buffer.position());
        }
    }
}
