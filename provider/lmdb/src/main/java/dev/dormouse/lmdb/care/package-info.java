/** What a database tells of itself: how it uses its file, what a transaction did, what the proof of a closed file found. Records; made by {@code LmdbDatabase} and {@code LmdbTransaction}. */
@NullMarked
package dev.dormouse.lmdb.care;

import org.jspecify.annotations.NullMarked;
