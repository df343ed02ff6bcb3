package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.StoreException;

/**
 * How records are written and read, and how many changes a transaction holds in memory.
 *
 * @param codec the codec of tables that choose none
 * @param compression how tables compress that choose nothing
 * @param verified whether checksums are verified at every read
 * @param writeSetBudget about how many bytes of changes a transaction keeps in memory
 */
record RecordOptions(String codec, String compression, boolean verified, long writeSetBudget) {

    /** The option of a table that chooses its codec. */
    static final String CODEC = "codec";

    /** The option of a table that chooses its compression. */
    static final String COMPRESSION = "compression";

    static RecordOptions of(SettingValues values) {
        return new RecordOptions(
                values.choice(DormouseSettings.LMDB_CODEC),
                values.choice(DormouseSettings.LMDB_COMPRESSION),
                values.flag(DormouseSettings.LMDB_VERIFY_CHECKSUMS),
                values.size(DormouseSettings.WRITE_SET_BUDGET));
    }

    /** Refuses to share a store that is open otherwise. */
    void checkAgree(RecordOptions other) {
        checkAgree(DormouseSettings.LMDB_CODEC, codec, other.codec);
        checkAgree(DormouseSettings.LMDB_COMPRESSION, compression, other.compression);
        checkAgree(DormouseSettings.LMDB_VERIFY_CHECKSUMS, verified, other.verified);
        checkAgree(DormouseSettings.WRITE_SET_BUDGET, writeSetBudget, other.writeSetBudget);
    }

    private static void checkAgree(String key, Object mine, Object wanted) {
        if (!mine.equals(wanted)) {
            throw new StoreException(LmdbMessages.CONTRADICTING_SETTINGS.text(key, mine, wanted));
        }
    }
}
