package dev.dormouse.internal.query.result;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.query.build.Selection;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The collections that are fetched with their owners, gathered over the rows. An element comes once for each position or, without positions, once, however
 * many rows other joins make of it.
 */
final class FetchedCollections {

    private final EntityRows entities;
    private final IdentityHashMap<EntityEntry, Map<CollectionLocation, Elements>> byOwner = new IdentityHashMap<>();

    /** The rows of one owner mostly come one after the other. */
    private @Nullable EntityEntry lastOwner;

    private Selection.@Nullable Fetch lastFetch;
    private @Nullable Elements last;

    FetchedCollections(EntityRows entities) {
        this.entities = entities;
    }

    /**
     * Notes that a collection of an owner is fetched, though it may have no elements.
     *
     * @param declared the collection as the query names it
     */
    @SuppressWarnings("ReferenceEquality") // a query has one object for each fetch
    Elements of(EntityEntry owner, Selection.Fetch fetch, CollectionLocation declared) {
        Elements known = last;
        if (known == null || lastOwner != owner || lastFetch != fetch) {
            EntityLayout exact = owner.type().layout();
            known = elements(owner, fetch, (CollectionLocation) exact.location(declared.path()));
            lastOwner = owner;
            lastFetch = fetch;
            last = known;
        }
        return known;
    }

    private Elements elements(EntityEntry owner, Selection.Fetch fetch, CollectionLocation location) {
        return byOwner.computeIfAbsent(owner, o -> new IdentityHashMap<>())
                .computeIfAbsent(location, l -> new Elements(fetch));
    }

    /** Hands the collections to their owners. */
    void deliver() {
        if (!byOwner.isEmpty()) {
            byOwner.forEach((owner, collections) ->
                    collections.forEach((location, elements) -> entities.fetched(owner, location, elements.inOrder())));
            byOwner.clear();
            last = null;
        }
    }

    /** The elements of one collection. */
    static final class Elements {
        private static final @Nullable Object[] UNORDERED = new Object[0];

        private final Selection.Fetch fetch;
        private final boolean isPlain;
        /** The elements of a collection that has no order of its own and no keys. */
        private final List<Object> plain = new ArrayList<>();

        private final List<Element> elements = new ArrayList<>(0);
        private final Set<Object> seen = new HashSet<>();

        Elements(Selection.Fetch fetch) {
            this.fetch = fetch;
            this.isPlain = fetch.key() == null
                    && fetch.position() == null
                    && fetch.order().isEmpty();
        }

        @SuppressWarnings("ArrayRecordComponent") // never compared
        private record Element(
                Object entity, @Nullable Integer position, @Nullable Object key, @Nullable Object[] order) {}

        /** The identity of an entry of a map, which may hold an entity under several keys. */
        private record SameEntry(Key entity, @Nullable Object key) {}

        void add(EntityEntry entity, @Nullable Integer position, @Nullable Object key, RecordView view) {
            Key id = Objects.requireNonNull(entity.key());
            if (isPlain) {
                if (seen.add(id)) {
                    plain.add(entity.instance());
                }
            } else if (seen.add(position != null ? position : fetch.key() == null ? id : new SameEntry(id, key))) {
                elements.add(new Element(entity.instance(), position, key, order(view)));
            }
        }

        private @Nullable Object[] order(RecordView view) {
            if (fetch.order().isEmpty()) {
                return UNORDERED;
            }
            @Nullable Object[] order = new Object[fetch.order().size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = view.get(fetch.order().get(i).field());
            }
            return order;
        }

        List<Object> inOrder() {
            if (isPlain) {
                return plain;
            }
            if (fetch.position() != null) {
                elements.sort(Comparator.comparing(e -> e.position() == null ? -1 : e.position()));
            } else if (!fetch.order().isEmpty()) {
                elements.sort(this::compare);
            }
            List<Object> values = new ArrayList<>(elements.size());
            for (Element element : elements) {
                values.add(
                        fetch.key() == null
                                ? element.entity()
                                : new AbstractMap.SimpleEntry<>(element.key(), element.entity()));
            }
            return values;
        }

        private int compare(Element a, Element b) {
            for (int i = 0; i < fetch.order().size(); i++) {
                Selection.OrderField criterion = fetch.order().get(i);
                BasicType type = (BasicType) criterion.field().type();
                int order = ValueOrder.compare(type, a.order()[i], b.order()[i]);
                if (order != 0) {
                    return criterion.isDescending() ? -order : order;
                }
            }
            return 0;
        }
    }
}
