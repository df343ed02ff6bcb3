package dev.dormouse.mongodb.internal.store;

import dev.dormouse.store.contract.RandomOperations;
import dev.dormouse.store.contract.StoreFixture;

class MongoRandomOperationsTest extends RandomOperations {

    /** Each is a request to a server, or several. */
    @Override
    protected int steps() {
        return 40;
    }

    @Override
    protected StoreFixture newFixture() {
        return new MongoFixture();
    }
}
