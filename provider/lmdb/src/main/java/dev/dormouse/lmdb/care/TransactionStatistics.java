package dev.dormouse.lmdb.care;

import java.time.Duration;

/**
 * What a transaction did.
 *
 * @param puts the rows, index entries and members of sets that it wrote
 * @param deletes the rows, index entries and members of sets that it removed
 * @param bytes the bytes of keys and stored values that it wrote
 * @param duration the time since it began, until its end
 */
public record TransactionStatistics(long puts, long deletes, long bytes, Duration duration) {}
