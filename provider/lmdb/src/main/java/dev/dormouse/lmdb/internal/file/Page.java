package dev.dormouse.lmdb.internal.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A page of a tree, or the page inside of a node that has the values of a key. */
final class Page {

    static final int HEADER = 16;
    static final int BRANCH = 0x01;
    static final int LEAF = 0x02;
    static final int OVERFLOW = 0x04;
    static final int META = 0x08;
    static final int LEAF2 = 0x20;
    static final int INNER = 0x40;
    static final int NODE = 8;

    /** A node whose value lies on pages of its own. */
    static final int BIG_DATA = 0x01;
    /** A node whose value is a tree. */
    static final int TREE_DATA = 0x02;
    /** A node with several values. */
    static final int VALUES_DATA = 0x04;

    private static final int DIRTY = 0x10;

    private final ByteBuffer bytes;
    private final int size;

    Page(ByteBuffer bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    long number() {
        return bytes.getLong(0);
    }

    /** Returns the flags; inside of nodes LMDB leaves a mark that means nothing. */
    int flags() {
        int flags = Short.toUnsignedInt(bytes.getShort(10));
        return (flags & INNER) != 0 ? flags & ~DIRTY : flags;
    }

    long overflowPages() {
        return Integer.toUnsignedLong(bytes.getInt(12));
    }

    int nodes() {
        return (lower() - HEADER) / 2;
    }

    private int lower() {
        return Short.toUnsignedInt(bytes.getShort(12));
    }

    private int upper() {
        return Short.toUnsignedInt(bytes.getShort(14));
    }

    /** Returns where a node begins. */
    int node(int index) {
        return Short.toUnsignedInt(bytes.getShort(HEADER + 2 * index));
    }

    int flags(int node) {
        return Short.toUnsignedInt(bytes.getShort(node + 4));
    }

    int keyLength(int node) {
        return Short.toUnsignedInt(bytes.getShort(node + 6));
    }

    byte[] key(int node) {
        return copy(node + NODE, keyLength(node));
    }

    /** Returns the length of a value, wherever it lies. */
    long valueLength(int node) {
        return Integer.toUnsignedLong(bytes.getInt(node));
    }

    int value(int node) {
        return node + NODE + keyLength(node);
    }

    /** Returns the page of a child. */
    long child(int node) {
        return Integer.toUnsignedLong(bytes.getInt(node)) | (long) flags(node) << 32;
    }

    byte[] copy(int at, int length) {
        byte[] copy = new byte[length];
        bytes.get(at, copy);
        return copy;
    }

    /** Returns the page inside of a node. */
    Page inner(int at, int length) {
        return new Page(bytes.slice(at, length).order(ByteOrder.nativeOrder()), length);
    }

    /** Tells whether the nodes fill the page from its end, one beside the other, and none reaches out of it. */
    boolean isWellFormed(boolean branch) {
        if (size < HEADER || lower() < HEADER || (lower() & 1) != 0 || lower() > upper() || upper() > size) {
            return false;
        }
        long filled = 0;
        for (int i = 0; i < nodes(); i++) {
            int node = node(i);
            if (node < upper() || node + NODE > size) {
                return false;
            }
            long length = NODE + keyLength(node) + (branch ? 0 : lengthInPlace(node));
            if (node + length > size) {
                return false;
            }
            filled += length + (length & 1);
        }
        return filled == size - upper();
    }

    private long lengthInPlace(int node) {
        return (flags(node) & BIG_DATA) != 0 ? Long.BYTES : valueLength(node);
    }
}
