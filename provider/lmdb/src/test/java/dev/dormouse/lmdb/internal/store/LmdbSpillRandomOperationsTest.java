package dev.dormouse.lmdb.internal.store;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.contract.RandomOperations;
import dev.dormouse.store.contract.StoreFixture;

/** Random operations with a budget at which some changes are in memory and some are not. */
class LmdbSpillRandomOperationsTest extends RandomOperations {

    @Override
    protected StoreFixture newFixture() {
        return new LmdbFixture(DormouseSettings.LMDB_DURABILITY, "none", DormouseSettings.WRITE_SET_BUDGET, "600");
    }
}
