/**
 * The document layout: embeddables are nested records, element collections are arrays, all in the record of their entity.
 *
 * <p>{@link dev.dormouse.internal.layout.document.DocumentLayout} first drafts the tables that a mapping wants; once a catalog says which
 * exist, and with which field numbers, it binds every attribute to its field. A field is named as its column; a nested record and an array
 * as their attribute. Drafts belong to the thread that makes them, what is bound is immutable.
 */
@NullMarked
package dev.dormouse.internal.layout.document;

import org.jspecify.annotations.NullMarked;
