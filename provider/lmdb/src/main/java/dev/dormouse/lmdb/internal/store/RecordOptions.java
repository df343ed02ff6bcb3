package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.StoreException;

/**
 * How records are written and read.
 *
 * @param codec the codec of tables that choose none
 * @param verified whether checksums are verified at every read
 */
record RecordOptions(String codec, boolean verified) {

    /** The option of a table that chooses its codec. */
    static final String CODEC = "codec";

    static RecordOptions of(SettingValues values) {
        return new RecordOptions(
                values.choice(DormouseSettings.LMDB_CODEC), values.flag(DormouseSettings.LMDB_VERIFY_CHECKSUMS));
    }

    /** Refuses to share a store that is open otherwise. */
    void checkAgree(RecordOptions other) {
        if (!codec.equals(other.codec)) {
            throw new StoreException(
                    LmdbMessages.CONTRADICTING_SETTINGS.text(DormouseSettings.LMDB_CODEC, codec, other.codec));
        }
        if (verified != other.verified) {
            throw new StoreException(LmdbMessages.CONTRADICTING_SETTINGS.text(
                    DormouseSettings.LMDB_VERIFY_CHECKSUMS, verified, other.verified));
        }
    }
}
