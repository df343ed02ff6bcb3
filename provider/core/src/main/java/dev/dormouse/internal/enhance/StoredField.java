package dev.dormouse.internal.enhance;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose value is that of one field of the record: the value itself, a narrower number of the same value, or what a text stands for.
 *
 * @param position the attribute's position in its accessor
 * @param path the field of the record
 * @param constants what the texts stand for; null where the value is the attribute's own
 */
public record StoredField(int position, FieldPath path, @Nullable TextTable<?> constants) {}
