/**
 * What every store must do, as tests: a store subclasses {@link dev.dormouse.store.contract.StoreContract} and
 * {@link dev.dormouse.store.contract.RandomOperations} and gives them a {@link dev.dormouse.store.contract.StoreFixture}. What a store cannot do it says in its
 * features, nowhere else.
 */
@NullMarked
package dev.dormouse.store.contract;

import org.jspecify.annotations.NullMarked;
