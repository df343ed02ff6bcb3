package dev.dormouse.lmdb.care;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a map, or the table of an entity, uses the file.
 *
 * @param name its name
 * @param uuid its UUID; null for a table that has no id of its own
 * @param rows the number of rows
 * @param entries the number of entries in its indexes, with the members of its sets
 * @param depth the levels of the tree of rows
 * @param pages the pages of rows, entries and members
 * @param bytes these pages in bytes
 */
public record MapStatistics(
        String name, @Nullable UUID uuid, long rows, long entries, int depth, long pages, long bytes) {}
