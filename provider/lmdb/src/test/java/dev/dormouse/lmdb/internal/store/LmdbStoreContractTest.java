package dev.dormouse.lmdb.internal.store;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.contract.StoreContract;
import dev.dormouse.store.contract.StoreFixture;

class LmdbStoreContractTest extends StoreContract {

    @Override
    protected StoreFixture newFixture() {
        return new LmdbFixture(DormouseSettings.LMDB_DURABILITY, "none");
    }
}
