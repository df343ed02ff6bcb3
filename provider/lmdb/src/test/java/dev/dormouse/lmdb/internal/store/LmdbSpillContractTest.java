package dev.dormouse.lmdb.internal.store;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.contract.StoreContract;
import dev.dormouse.store.contract.StoreFixture;

/** The contract with nothing left in memory: every flush moves all changes to the private place. */
class LmdbSpillContractTest extends StoreContract {

    @Override
    protected StoreFixture newFixture() {
        return new LmdbFixture(DormouseSettings.LMDB_DURABILITY, "none", DormouseSettings.WRITE_SET_BUDGET, "0");
    }
}
