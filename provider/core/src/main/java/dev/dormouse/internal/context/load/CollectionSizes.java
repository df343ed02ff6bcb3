package dev.dormouse.internal.context.load;

import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts the elements of collections that are not loaded, those of several owners with one request where the store makes groups. */
final class CollectionSizes {

    private final CollectionReader reader;
    private final Hydration hydration;
    private final RecordLookup lookup;

    CollectionSizes(CollectionReader reader, Hydration hydration, RecordLookup lookup) {
        this.reader = reader;
        this.hydration = hydration;
        this.lookup = lookup;
    }

    /** Returns how many elements a collection has, if others are counted or were counted with it; -1 if it is to be counted by itself. */
    int take(CollectionState collection, ToManyLocation location) {
        CollectionState.Count known = collection.counted();
        if (known == null && lookup.makesGroups(location, CollectionReader.place(location))) {
            countAll(reader.batch(collection), location);
            known = collection.counted();
        }
        if (known == null || known.isUsed() || !reader.isUnchangedSince(known.moment(), location)) {
            return -1;
        }
        collection.counted(new CollectionState.Count(known.elements(), known.moment(), true));
        return known.elements();
    }

    private void countAll(List<CollectionState> batch, ToManyLocation location) {
        if (batch.size() == 1) {
            return;
        }
        long moment = hydration.context().writes();
        List<FieldPath> fields = CollectionReader.ownerFields(location);
        List<Key> owners = new ArrayList<>(batch.size());
        for (CollectionState each : batch) {
            owners.add(AssociationReader.ownerValues(reader.owner(each), fields));
        }
        List<Key> present = owners.stream().filter(owner -> !owner.hasNull()).toList();
        Map<Key, Integer> counts = hydration.reading(
                transaction -> lookup.counts(transaction, location, CollectionReader.place(location), present));
        if (counts != null) {
            for (int i = 0; i < batch.size(); i++) {
                int elements = counts.getOrDefault(owners.get(i), 0);
                batch.get(i).counted(new CollectionState.Count(elements, moment, false));
            }
        }
    }
}
