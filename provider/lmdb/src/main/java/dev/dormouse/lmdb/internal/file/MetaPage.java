package dev.dormouse.lmdb.internal.file;

import java.nio.ByteBuffer;

/**
 * The root of a transaction.
 *
 * @param pageSize the length of every page
 * @param mapSize the address space of whoever wrote it
 * @param free the tree of the pages that are free
 * @param main the tree of the maps
 * @param lastPage the highest page ever used
 * @param transaction the number of the transaction
 */
record MetaPage(int pageSize, long mapSize, Tree free, Tree main, long lastPage, long transaction) {

    static final int LENGTH = Page.HEADER + 136;
    static final int MAGIC = 0xBEEFC0DE;
    static final int FORMAT = 1;

    private static final int TREES = Page.HEADER + 24;

    static MetaPage read(ByteBuffer page) {
        return new MetaPage(
                page.getInt(TREES),
                page.getLong(Page.HEADER + 16),
                Tree.read(page, TREES),
                Tree.read(page, TREES + Tree.LENGTH),
                page.getLong(Page.HEADER + 120),
                page.getLong(Page.HEADER + 128));
    }

    static boolean isOne(ByteBuffer page) {
        return page.position() >= LENGTH && page.getShort(10) == Page.META && page.getInt(Page.HEADER) == MAGIC;
    }

    static int format(ByteBuffer page) {
        return page.getInt(Page.HEADER + 4);
    }

    boolean hasPossiblePageSize() {
        return Integer.bitCount(pageSize) == 1 && pageSize >= 512 && pageSize <= 1 << 16;
    }
}
