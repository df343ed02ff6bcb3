package dev.dormouse.store.contract;

import org.junit.jupiter.api.Nested;

/** The whole contract but the random operations: a store's test extends it and makes fixtures. */
public abstract class StoreContract {

    /** Makes a fixture with an empty store. */
    protected abstract StoreFixture newFixture();

    @Nested
    class Records extends RecordCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Ranges extends RangeCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Indexes extends IndexCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Constraints extends ConstraintCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class WriteSets extends WriteSetCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class IsolationLevels extends IsolationCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Locks extends LockCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Generators extends GeneratorCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Statistics extends StatisticsCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Schemas extends SchemaCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }

    @Nested
    class Faults extends FaultCases {
        @Override
        StoreFixture newFixture() {
            return StoreContract.this.newFixture();
        }
    }
}
