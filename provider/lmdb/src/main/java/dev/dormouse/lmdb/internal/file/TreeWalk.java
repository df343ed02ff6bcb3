package dev.dormouse.lmdb.internal.file;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Walks one tree, proves its pages, order and counts, and shows its entries. Used once. */
final class TreeWalk {

    private static final int DEEPEST = 32;
    private static final int LONGEST_KEY = 511;

    private final PageFile file;
    private final Usage usage;
    private final Findings findings;
    private final String owner;
    private final Tree tree;
    private final Leaf leaf;
    private byte @Nullable [] previous;
    private long branchPages;
    private long leafPages;
    private long overflowPages;
    private long entries;

    /** What is done with a node of a leaf. */
    interface Leaf {
        /** Sees a node of a well-formed leaf; returns how many values it has. */
        long node(TreeWalk walk, Page page, int node, byte[] key);
    }

    TreeWalk(PageFile file, Usage usage, Findings findings, String owner, Tree tree, Leaf leaf) {
        this.file = file;
        this.usage = usage;
        this.findings = findings;
        this.owner = owner;
        this.tree = tree;
        this.leaf = leaf;
    }

    /** Walks all of it; returns how many entries it has. */
    long run() {
        if (!tree.isEmpty()) {
            if (tree.depth() < 1 || tree.depth() > DEEPEST) {
                problem("has a depth of " + tree.depth());
                return 0;
            }
            walk(tree.root(), 1, null, null);
        }
        compare("entries", tree.entries(), entries);
        compare("branches", tree.branchPages(), branchPages);
        compare("leaves", tree.leafPages(), leafPages);
        compare("pages of long values", tree.overflowPages(), overflowPages);
        return entries;
    }

    private void compare(String what, long noted, long found) {
        if (noted != found) {
            problem("has " + found + " " + what + " where " + noted + " are noted");
        }
    }

    void problem(String text) {
        byte[] last = previous;
        findings.add(owner + " " + text
                + (last == null ? "" : ", near the key " + HexFormat.of().formatHex(last)));
    }

    private void walk(long number, int depth, byte @Nullable [] lower, byte @Nullable [] upper) {
        if (!usage.take(number, 1, owner)) {
            return;
        }
        if (!file.has(number)) {
            problem("refers to page " + number + ", but the file ends at page " + file.pages());
            return;
        }
        Page page = file.page(number);
        boolean branch = depth < tree.depth();
        if (page.number() != number
                || page.flags() != (branch ? Page.BRANCH : Page.LEAF)
                || !page.isWellFormed(branch)
                || page.nodes() < 1) {
            problem("has a damaged page " + number);
            return;
        }
        if (branch) {
            branchPages++;
            walkBranch(page, depth, lower, upper);
        } else {
            leafPages++;
            walkLeaf(page, lower, upper);
        }
    }

    private void walkBranch(Page page, int depth, byte @Nullable [] lower, byte @Nullable [] upper) {
        byte[] from = lower;
        for (int i = 0; i < page.nodes(); i++) {
            // The first key of a branch is never looked at.
            byte[] to = i + 1 < page.nodes() ? page.key(page.node(i + 1)) : upper;
            if ((from != null && to != null && compare(from, to) >= 0)) {
                problem("has a branch out of order, page " + page.number());
            }
            walk(page.child(page.node(i)), depth + 1, from, to);
            from = to;
        }
    }

    private void walkLeaf(Page page, byte @Nullable [] lower, byte @Nullable [] upper) {
        for (int i = 0; i < page.nodes(); i++) {
            int node = page.node(i);
            byte[] key = page.key(node);
            byte[] before = previous;
            if (key.length == 0 || key.length > LONGEST_KEY) {
                problem("has a key of " + key.length + " bytes, page " + page.number());
            } else if ((before != null && compare(before, key) >= 0)
                    || (lower != null && compare(lower, key) > 0)
                    || (upper != null && compare(key, upper) >= 0)) {
                problem("has a key out of order, page " + page.number() + ": "
                        + HexFormat.of().formatHex(key));
            }
            previous = key;
            entries += leaf.node(this, page, node, key);
        }
    }

    private int compare(byte[] a, byte[] b) {
        if ((tree.flags() & Tree.INTEGER_KEYS) != 0 && a.length == Long.BYTES && b.length == Long.BYTES) {
            return Long.compareUnsigned(Bytes.longAt(a, 0), Bytes.longAt(b, 0));
        }
        return Arrays.compareUnsigned(a, b);
    }

    /** Returns the value of a node that has one, or null if it cannot be read, which is told. */
    byte @Nullable [] value(Page page, int node) {
        long length = page.valueLength(node);
        if ((page.flags(node) & Page.BIG_DATA) == 0) {
            return page.copy(page.value(node), (int) length);
        }
        long first = page.bytes().getLong(page.value(node));
        long needed = (Page.HEADER - 1 + length) / file.pageSize() + 1;
        if (!file.has(first) || !file.has(first + needed - 1) || length > Integer.MAX_VALUE - Page.HEADER) {
            problem("has a long value on pages " + first + " to " + (first + needed - 1)
                    + ", but the file ends at page " + file.pages());
            return null;
        }
        Page head = file.page(first);
        long pages = head.overflowPages();
        if (head.number() != first || head.flags() != Page.OVERFLOW || pages < needed) {
            problem("has a damaged page " + first + " of a long value");
            return null;
        }
        overflowPages += pages;
        return usage.take(first, pages, owner) ? file.behind(first, (int) length) : null;
    }
}
