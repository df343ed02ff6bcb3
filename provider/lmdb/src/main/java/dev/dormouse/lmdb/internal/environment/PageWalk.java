package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Walks the trees of a closed LMDB file and finds references to pages beyond its end. */
final class PageWalk {

    private static final int HEADER = 16;
    private static final int BRANCH = 0x01;
    private static final int LEAF = 0x02;
    private static final int LEAF2 = 0x20;
    private static final int NODE_BIG_DATA = 0x01;
    private static final int NODE_SUB_DATA = 0x02;
    private static final int TREE_LENGTH = 48;
    private static final long NO_PAGE = -1;

    private final Path file;
    private final FileChannel channel;
    private final int pageSize;
    private final long pages;
    private final Set<Long> seen = new HashSet<>();

    PageWalk(Path file, FileChannel channel, int pageSize) throws IOException {
        this.file = file;
        this.channel = channel;
        this.pageSize = pageSize;
        this.pages = channel.size() / pageSize;
    }

    /** Checks the trees whose two roots a meta page describes, one after the other. */
    void check(ByteBuffer meta, int trees) throws IOException {
        walkTree(meta, trees);
        walkTree(meta, trees + TREE_LENGTH);
    }

    private void walkTree(ByteBuffer buffer, int tree) throws IOException {
        long root = buffer.getLong(tree + 40);
        if (root != NO_PAGE) {
            walk(root);
        }
    }

    private void walk(long number) throws IOException {
        ByteBuffer page = page(number);
        if (!seen.add(number)) {
            return;
        }
        int flags = page.getShort(10);
        if ((flags & LEAF2) != 0) {
            return;
        }
        int nodes = (Short.toUnsignedInt(page.getShort(12)) - HEADER) / 2;
        for (int i = 0; i < nodes; i++) {
            int node = Short.toUnsignedInt(page.getShort(HEADER + 2 * i));
            if (node + 8 > pageSize) {
                throw new StoreException(LmdbMessages.NOT_LMDB.text(file));
            }
            long low = Short.toUnsignedInt(page.getShort(node));
            long high = Short.toUnsignedInt(page.getShort(node + 2));
            int nodeFlags = Short.toUnsignedInt(page.getShort(node + 4));
            if ((flags & BRANCH) != 0) {
                walk(low | high << 16 | (long) nodeFlags << 32);
            } else if ((flags & LEAF) != 0) {
                data(page, node + 8 + Short.toUnsignedInt(page.getShort(node + 6)), nodeFlags, low | high << 16);
            }
        }
    }

    private void data(ByteBuffer page, int at, int flags, long length) throws IOException {
        if ((flags & NODE_BIG_DATA) != 0) {
            long last = page.getLong(at) + (HEADER + length - 1) / pageSize;
            checkInside(last);
        } else if ((flags & NODE_SUB_DATA) != 0) {
            walkTree(page, at);
        }
    }

    private ByteBuffer page(long number) throws IOException {
        checkInside(number);
        ByteBuffer page = ByteBuffer.allocate(pageSize).order(ByteOrder.nativeOrder());
        DataFile.readFully(channel, page, number * pageSize);
        return page;
    }

    private void checkInside(long number) {
        if (number < 0 || number >= pages) {
            throw new StoreException(LmdbMessages.TRUNCATED.text(file, number, pages));
        }
    }
}
