package dev.dormouse.internal.memory;

import dev.dormouse.store.contract.RandomOperations;
import dev.dormouse.store.contract.StoreFixture;

class MemoryRandomOperationsTest extends RandomOperations {

    @Override
    protected StoreFixture newFixture() {
        return new MemoryFixture();
    }
}
