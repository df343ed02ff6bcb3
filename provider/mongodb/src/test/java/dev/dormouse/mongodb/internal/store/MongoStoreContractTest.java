package dev.dormouse.mongodb.internal.store;

import dev.dormouse.store.contract.StoreContract;
import dev.dormouse.store.contract.StoreFixture;

class MongoStoreContractTest extends StoreContract {

    @Override
    protected StoreFixture newFixture() {
        return new MongoFixture();
    }
}
