package dev.dormouse.lmdb.internal.store;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.contract.RandomOperations;
import dev.dormouse.store.contract.StoreFixture;

class LmdbRandomOperationsTest extends RandomOperations {

    @Override
    protected StoreFixture newFixture() {
        return new LmdbFixture(
                DormouseSettings.LMDB_DURABILITY, "none", DormouseSettings.LMDB_VERIFY_CHECKSUMS, "true");
    }
}
