/** A small company with every kind of mapping that queries meet. */
@NullMarked
package dev.dormouse.internal.query.company;

import org.jspecify.annotations.NullMarked;
