/**
 * The in-memory store, {@code memory:NAME}: immutable states of persistent ordered maps, one commit at a time. The reference for every other store, and
 * the double in tests: it can count, record and fail.
 *
 * <p>Shared by name within the JVM while somebody has it open; then gone. Thread-safe. Sees no other room of the engine but the store SPI.
 */
@NullMarked
package dev.dormouse.internal.memory;

import org.jspecify.annotations.NullMarked;
