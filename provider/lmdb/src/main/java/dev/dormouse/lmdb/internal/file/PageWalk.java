package dev.dormouse.lmdb.internal.file;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Walks the trees of a closed LMDB file and finds references to pages beyond its end. */
final class PageWalk {

    private static final int DEEPEST = 64;

    private final Path path;
    private final PageFile file;
    private final Set<Long> seen = new HashSet<>();

    PageWalk(Path path, PageFile file) {
        this.path = path;
        this.file = file;
    }

    void check(MetaPage meta) {
        walk(meta.free(), 0);
        walk(meta.main(), 0);
    }

    private void walk(Tree tree, int depth) {
        if (!tree.isEmpty()) {
            walk(tree.root(), depth);
        }
    }

    private void walk(long number, int depth) {
        checkInside(number);
        if (!seen.add(number)) {
            return;
        }
        Page page = file.page(number);
        int flags = page.flags();
        boolean branch = (flags & Page.BRANCH) != 0;
        if ((flags & Page.LEAF2) != 0 || (!branch && (flags & Page.LEAF) == 0)) {
            return;
        }
        if (depth > DEEPEST || !page.isWellFormed(branch)) {
            throw new StoreException(LmdbMessages.DAMAGED.text(path, number));
        }
        for (int i = 0; i < page.nodes(); i++) {
            int node = page.node(i);
            if (branch) {
                walk(page.child(node), depth + 1);
            } else {
                checkValue(page, node, depth);
            }
        }
    }

    private void checkValue(Page page, int node, int depth) {
        int flags = page.flags(node);
        int at = page.value(node);
        if ((flags & Page.BIG_DATA) != 0) {
            checkInside(page.bytes().getLong(at) + (Page.HEADER + page.valueLength(node) - 1) / file.pageSize());
        } else if ((flags & Page.TREE_DATA) != 0 && page.valueLength(node) >= Tree.LENGTH) {
            walk(Tree.read(page.bytes(), at), depth + 1);
        }
    }

    private void checkInside(long number) {
        if (!file.has(number)) {
            throw new StoreException(LmdbMessages.TRUNCATED.text(path, number, file.pages()));
        }
    }
}
