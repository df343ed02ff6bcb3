package dev.dormouse.architecture.planted.internal.optimize;

import dev.dormouse.architecture.planted.store.Store;

class RuleThatKnowsTheStore {
    Store store = new Store();
}
