/**
 * Real servers for tests and examples: one replica set of one member for each JVM, sets of three for fail-over, a fresh database for each
 * test class. The program comes from {@code tools/mongod}; {@code DORMOUSE_MONGODB_URI} names a server of the user's own instead. Every
 * server ends with its JVM, also with one that is killed. Whatever fails here fails the build with what to do.
 */
@NullMarked
package dev.dormouse.mongodb.server;

import org.jspecify.annotations.NullMarked;
