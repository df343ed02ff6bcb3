package dev.dormouse.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.Store;
import dev.dormouse.store.contract.StoreFixture;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A memory store of its own for each test, that must leave no snapshot open. */
final class MemoryFixture implements StoreFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String url = "memory:contract-" + NUMBER.incrementAndGet();
    private MemoryProbe probe = new MemoryProbe();

    @Override
    public Store open() {
        Store store = new MemoryStoreProvider().open(url, Map.of());
        probe = store.unwrap(MemoryProbe.class).orElseThrow();
        return store;
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public Optional<Faults> faults(Store store) {
        return Optional.of(new Faults() {
            @Override
            public void failAfter(long writes) {
                probe.failAfter(writes);
            }

            @Override
            public boolean cancel() {
                boolean pending = probe.isFailurePending();
                probe.failNever();
                return pending;
            }
        });
    }

    @Override
    public void close() {
        assertThat(probe.openSnapshots()).as("open snapshots").isZero();
    }
}
