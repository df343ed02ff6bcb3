package dev.dormouse.lmdb.internal.map;

import dev.dormouse.lmdb.internal.environment.Environment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.Txn;

/** Opening native maps by name. */
public final class NativeMaps {

    private NativeMaps() {}

    /** Opens a map in a transaction. */
    public static Dbi<DirectBuffer> open(
            Environment environment, Txn<DirectBuffer> txn, String name, DbiFlags... flags) {
        return environment.env().openDbi(txn, name.getBytes(StandardCharsets.UTF_8), null, false, flags);
    }

    /** Returns the names of all maps; what else stands among them appears as a name, too. */
    public static List<String> names(Environment environment, Txn<DirectBuffer> txn) {
        Dbi<DirectBuffer> main = environment.env().openDbi(txn, null, null, false);
        List<String> names = new ArrayList<>();
        try (Cursor<DirectBuffer> cursor = main.openCursor(txn)) {
            for (boolean found = cursor.first(); found; found = cursor.next()) {
                DirectBuffer key = cursor.key();
                names.add(key.getStringWithoutLengthUtf8(0, key.capacity()));
            }
        }
        return names;
    }
}
