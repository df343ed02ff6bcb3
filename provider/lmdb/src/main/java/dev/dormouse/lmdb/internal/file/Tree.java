package dev.dormouse.lmdb.internal.file;

import java.nio.ByteBuffer;

/**
 * What LMDB notes about a tree.
 *
 * @param flags how its keys are ordered, and whether they have several values
 * @param depth how many pages lie between its root and its entries, both counted
 * @param branchPages how many pages lead on
 * @param leafPages how many have entries
 * @param overflowPages how many have long values
 * @param entries how many values there are
 * @param root the page at its top
 */
record Tree(int flags, int depth, long branchPages, long leafPages, long overflowPages, long entries, long root) {

    static final int LENGTH = 48;
    static final int SORTED_VALUES = 0x04;
    static final int INTEGER_KEYS = 0x08;

    private static final long NO_PAGE = -1;

    static Tree read(ByteBuffer bytes, int at) {
        return new Tree(
                Short.toUnsignedInt(bytes.getShort(at + 4)),
                Short.toUnsignedInt(bytes.getShort(at + 6)),
                bytes.getLong(at + 8),
                bytes.getLong(at + 16),
                bytes.getLong(at + 24),
                bytes.getLong(at + 32),
                bytes.getLong(at + 40));
    }

    boolean isEmpty() {
        return root == NO_PAGE;
    }

    boolean hasSortedValues() {
        return (flags & SORTED_VALUES) != 0;
    }
}
