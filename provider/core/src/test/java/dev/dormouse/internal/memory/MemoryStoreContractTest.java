package dev.dormouse.internal.memory;

import dev.dormouse.store.contract.StoreContract;
import dev.dormouse.store.contract.StoreFixture;

class MemoryStoreContractTest extends StoreContract {

    @Override
    protected StoreFixture newFixture() {
        return new MemoryFixture();
    }
}
