package dev.dormouse.mongodb.internal.store;

import dev.dormouse.store.contract.RandomOperations;
import dev.dormouse.store.contract.StoreFixture;

class MongoRandomOperationsTest extends RandomOperations {

    @Override
    protected StoreFixture newFixture() {
        return new MongoFixture();
    }
}
