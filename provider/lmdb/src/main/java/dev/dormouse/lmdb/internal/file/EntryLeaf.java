package dev.dormouse.lmdb.internal.file;

import java.util.Arrays;
import java.util.HexFormat;

/** Shows the entries of a map whose keys have one value each, or several in order. */
final class EntryLeaf implements TreeWalk.Leaf {

    private final PageFile file;
    private final Usage usage;
    private final Findings findings;
    private final String owner;
    private final boolean sorted;
    private final EntryVisitor visitor;

    EntryLeaf(PageFile file, Usage usage, Findings findings, String owner, boolean sorted, EntryVisitor visitor) {
        this.file = file;
        this.usage = usage;
        this.findings = findings;
        this.owner = owner;
        this.sorted = sorted;
        this.visitor = visitor;
    }

    @Override
    public long node(TreeWalk walk, Page page, int node, byte[] key) {
        int flags = page.flags(node);
        if (flags == 0 || (flags == Page.BIG_DATA && !sorted)) {
            byte[] value = walk.value(page, node);
            if (value != null) {
                visitor.entry(key, value);
            }
            return 1;
        }
        int length = (int) page.valueLength(node);
        if (sorted && flags == Page.VALUES_DATA) {
            return values(walk, page.inner(page.value(node), length), key);
        }
        if (sorted && flags == (Page.VALUES_DATA | Page.TREE_DATA) && length == Tree.LENGTH) {
            String place = owner + ", values of the key " + HexFormat.of().formatHex(key) + ",";
            Tree tree = Tree.read(page.bytes(), page.value(node));
            return new TreeWalk(file, usage, findings, place, tree, (inner, leaf, at, value) -> {
                        checkBare(inner, leaf, at);
                        visitor.entry(key, value);
                        return 1;
                    })
                    .run();
        }
        walk.problem("has a node with the flags " + flags + ", page " + page.number());
        return 0;
    }

    private long values(TreeWalk walk, Page page, byte[] key) {
        if (!page.isWellFormed(false) || page.flags() != (Page.LEAF | Page.INNER)) {
            walk.problem("has damaged values of a key");
            return 0;
        }
        byte[] before = null;
        for (int i = 0; i < page.nodes(); i++) {
            byte[] value = page.key(page.node(i));
            checkBare(walk, page, page.node(i));
            if (before != null && Arrays.compareUnsigned(before, value) >= 0) {
                walk.problem("has values out of order");
            }
            visitor.entry(key, value);
            before = value;
        }
        return page.nodes();
    }

    /** One of several values is a node of its own that has no value itself. */
    private static void checkBare(TreeWalk walk, Page page, int node) {
        if (page.flags(node) != 0 || page.valueLength(node) != 0) {
            walk.problem("has a damaged value");
        }
    }
}
