package dev.dormouse.store.contract;

import dev.dormouse.store.Store;
import java.util.Optional;

/** Gives stores to the contract suite. One for each test; closed by the suite after the stores. */
public interface StoreFixture extends AutoCloseable {

    /** Opens a store at a place of this fixture, empty the first time; opening it again while it is open joins it. */
    Store open();

    /** Tells whether what is committed is still there when the store was closed by all and is opened again. */
    boolean isDurable();

    /** Returns how to let writes of a store fail, if it can be told to. */
    default Optional<Faults> faults(Store store) {
        return Optional.empty();
    }

    @Override
    default void close() {}

    /** Lets the writes of a store fail. */
    interface Faults {

        /** Lets the write after so many others fail, once. */
        void failAfter(long writes);

        /** Forgets a failure that has not happened, and tells whether there was one. */
        boolean cancel();
    }
}
