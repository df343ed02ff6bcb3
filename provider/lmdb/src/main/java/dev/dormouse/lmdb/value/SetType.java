package dev.dormouse.lmdb.value;

import dev.dormouse.lmdb.key.KeyType;
import java.util.Set;

/**
 * Sets whose members are entries of their own: adding or removing one member costs the same however many there are. The map keeps the members beside the row, in the order of
 * their keys, each at most {@link KeyType#LIMIT} bytes; {@link #encode} and {@link #decode} are the form of a whole set where one must be bytes.
 *
 * @param <M> the class of the members
 */
public interface SetType<M> extends ValueType<Set<M>> {

    /** Returns how members become bytes. */
    KeyType<M> members();
}
