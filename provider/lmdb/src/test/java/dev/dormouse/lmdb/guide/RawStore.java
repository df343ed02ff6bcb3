package dev.dormouse.lmdb.guide;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.lmdbjava.ByteArrayProxy;
import org.lmdbjava.CursorIterable;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.Txn;

/** The bytes of a closed store, read by the binding alone. */
public final class RawStore implements AutoCloseable {

    private final Env<byte[]> env;

    /** Opens a folder that nobody has open. */
    public RawStore(Path folder) {
        env = Env.create(ByteArrayProxy.PROXY_BA)
                .setMaxDbs(1000)
                .setMapSize(1L << 30)
                .open(folder.toFile());
    }

    /** Returns the entries of a native map; of duplicates the last one. */
    public NavigableMap<byte[], byte[]> entries(String name) {
        TreeMap<byte[], byte[]> all = new TreeMap<>(Arrays::compareUnsigned);
        Dbi<byte[]> map = env.openDbi(name);
        try (Txn<byte[]> txn = env.txnRead();
                CursorIterable<byte[]> cursor = map.iterate(txn)) {
            cursor.forEach(entry -> all.put(entry.key(), entry.val()));
        }
        return all;
    }

    // region catalog
    /** Returns what the catalog says of a typed map. */
    public CBORObject definition(String uuid) {
        byte[] key = ("map/" + uuid).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Objects.requireNonNull(entries("dormouse").get(key));
        return CBORObject.DecodeFromBytes(Arrays.copyOf(sealed, sealed.length - 4)); // a checksum ends it
    }
    // endregion

    @Override
    public void close() {
        env.close();
    }
}
