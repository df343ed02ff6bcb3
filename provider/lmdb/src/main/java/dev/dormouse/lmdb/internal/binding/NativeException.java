package dev.dormouse.lmdb.internal.binding;

import java.util.Locale;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.LmdbNativeException;
import org.lmdbjava.Txn;

/** LMDB refused something. */
public final class NativeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What LMDB says, as far as somebody reacts to it. */
    public enum Kind {
        /** The map has no more pages. */
        MAP_FULL,
        /** Another process made the map larger. */
        MAP_RESIZED,
        /** The transaction has too many changed pages. */
        TRANSACTION_FULL,
        /** There are as many maps as may be. */
        MAPS_FULL,
        /** There are as many readers as may be. */
        READERS_FULL,
        /** The root page could not be written; nothing goes on. */
        STOPPED,
        /** The disk took less than it was given. */
        NO_SPACE,
        /** There is no address space or memory for what was asked. */
        NO_MEMORY,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;

    private NativeException(Kind kind, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.kind = kind;
    }

    static NativeException of(RuntimeException cause) {
        return new NativeException(kind(cause), cause);
    }

    private static Kind kind(RuntimeException cause) {
        if (cause instanceof Env.MapFullException) {
            return Kind.MAP_FULL;
        }
        if (cause instanceof Dbi.MapResizedException) {
            return Kind.MAP_RESIZED;
        }
        if (cause instanceof Txn.TxFullException) {
            return Kind.TRANSACTION_FULL;
        }
        if (cause instanceof Dbi.DbFullException) {
            return Kind.MAPS_FULL;
        }
        if (cause instanceof Env.ReadersFullException) {
            return Kind.READERS_FULL;
        }
        if (cause instanceof LmdbNativeException.PanicException) {
            return Kind.STOPPED;
        }
        String text = String.valueOf(cause.getMessage()).toUpperCase(Locale.ROOT);
        // EIO is what LMDB says when less was written than it asked for.
        for (String sign : new String[] {"ENOSPC", "EDQUOT", "EFBIG", "EIO"}) {
            if (text.contains(sign)) {
                return Kind.NO_SPACE;
            }
        }
        return text.contains("ENOMEM") ? Kind.NO_MEMORY : Kind.OTHER;
    }

    /** Returns what LMDB says. */
    public Kind kind() {
        return kind;
    }
}
