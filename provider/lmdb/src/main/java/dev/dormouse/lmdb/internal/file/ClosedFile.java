package dev.dormouse.lmdb.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A file of LMDB that nobody writes, map by map. When every map was walked, {@link #finish} proves that no page is missing or belongs to two. */
public final class ClosedFile implements AutoCloseable {

    private final FileChannel channel;
    private final MetaPage meta;
    private final PageFile file;
    private final Findings findings;
    private final Usage usage;
    private final Map<String, Tree> maps = new LinkedHashMap<>();
    private long entries;

    private ClosedFile(FileChannel channel, MetaPage meta, Findings findings) throws IOException {
        this.channel = channel;
        this.meta = meta;
        this.findings = findings;
        this.file = new PageFile(channel, meta.pageSize());
        this.usage = new Usage(meta.lastPage(), findings);
    }

    /**
     * Opens a file and reads which maps it has.
     *
     * @throws dev.dormouse.store.StoreException if it is none of LMDB's, or of another format
     */
    public static ClosedFile open(Path path, Findings findings) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            MetaPage first = DataFile.first(path, channel);
            MetaPage second = DataFile.meta(path, channel, first.pageSize());
            MetaCheck.check(first, second, findings);
            MetaPage newest = second.transaction() > first.transaction() ? second : first;
            ClosedFile closed = new ClosedFile(channel, newest, findings);
            closed.readMaps();
            return closed;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void readMaps() {
        new TreeWalk(file, usage, findings, "the list of maps", meta.main(), (walk, page, node, key) -> {
                    if (page.flags(node) == Page.TREE_DATA && page.valueLength(node) == Tree.LENGTH) {
                        Tree tree = Tree.read(page.bytes(), page.value(node));
                        maps.put(new String(key, StandardCharsets.UTF_8), tree);
                    } else {
                        walk.problem("has an entry that is no map");
                    }
                    return 1;
                })
                .run();
    }

    /** Returns the names of the maps. */
    public Set<String> maps() {
        return Collections.unmodifiableSet(maps.keySet());
    }

    /**
     * Proves the pages of a map, and shows its entries.
     *
     * @param description how findings name the map
     */
    public void walk(String map, String description, EntryVisitor visitor) {
        entries += walk(map, description, visitor, usage, findings);
    }

    /** Shows the entries of a map once more. */
    public void again(String map, EntryVisitor visitor) {
        Findings known = new Findings();
        long found = walk(map, map, visitor, new Usage(meta.lastPage(), known), known);
        if (found < 0) {
            throw new AssertionError("less than no entries");
        }
    }

    private long walk(String map, String description, EntryVisitor visitor, Usage used, Findings found) {
        Tree tree = maps.get(map);
        if (tree == null) {
            throw new AssertionError("no map " + map);
        }
        if ((tree.flags() & ~Tree.SORTED_VALUES) != 0) {
            found.add(description + " has the flags " + tree.flags());
        }
        EntryLeaf leaf = new EntryLeaf(file, used, found, description, tree.hasSortedValues(), visitor);
        return new TreeWalk(file, used, found, description, tree, leaf).run();
    }

    /** Proves the list of free pages, and that every page belongs to one thing. */
    public void finish() {
        new TreeWalk(file, usage, findings, "the list of free pages", meta.free(), (walk, page, node, key) -> {
                    byte[] value = walk.value(page, node);
                    if (value != null) {
                        free(walk, key, value);
                    }
                    return 1;
                })
                .run();
        usage.finish();
    }

    private void free(TreeWalk walk, byte[] key, byte[] value) {
        if (key.length != Long.BYTES || Bytes.longAt(key, 0) > meta.transaction() || value.length < Long.BYTES) {
            walk.problem("has an entry of no transaction");
            return;
        }
        long count = Bytes.longAt(value, 0);
        if (count < 0 || count > value.length / Long.BYTES - 1) {
            walk.problem("has an entry of " + count + " pages");
            return;
        }
        long above = Long.MAX_VALUE;
        for (int i = 1; i <= count; i++) {
            long page = Bytes.longAt(value, i * Long.BYTES);
            if (page >= above) {
                walk.problem("is out of order");
            }
            above = page;
            usage.takeFree(page);
        }
    }

    /** Returns the number of pages that were ever used. */
    public long pages() {
        return meta.lastPage() + 1;
    }

    /** Returns how many of them are free. */
    public long freePages() {
        return usage.free();
    }

    /** Returns how many entries were seen. */
    public long entries() {
        return entries;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
