/** Queries proved by printed plans, and by results over a small company. */
@NullMarked
package dev.dormouse.internal.query;

import org.jspecify.annotations.NullMarked;
