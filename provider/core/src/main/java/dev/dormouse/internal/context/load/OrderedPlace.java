package dev.dormouse.internal.context.load;

import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds an index, or a primary key, that has the elements of a collection in its order. */
final class OrderedPlace {

    private OrderedPlace() {}

    /** Returns where the elements are in order; null if they have to be brought into it. */
    static RecordLookup.@Nullable Place of(ToManyLocation location) {
        RecordLookup.Place place = CollectionReader.place(location);
        List<IndexPart> wanted = wanted(location);
        if (wanted == null || begins(behindOwner(place), wanted)) {
            return wanted == null ? null : place;
        }
        if (location.reference() instanceof Reference.InTarget) {
            for (IndexDefinition index : place.table().indexes()) {
                RecordLookup.Place other = new RecordLookup.Place(place.table(), place.fields(), index);
                if (isOf(index, place.fields()) && begins(behindOwner(other), wanted)) {
                    return other;
                }
            }
        }
        return null;
    }

    private static boolean isOf(IndexDefinition index, List<FieldPath> owner) {
        return index.parts().size() > owner.size()
                && index.parts().stream().noneMatch(part -> part.path().isArray())
                && index.parts().subList(0, owner.size()).stream().allMatch(part -> owner.contains(part.path()));
    }

    private static boolean begins(List<IndexPart> order, List<IndexPart> wanted) {
        return order.size() >= wanted.size() && order.subList(0, wanted.size()).equals(wanted);
    }

    /** Returns in which order the records of one owner come: by the parts behind those of the owner, then by the primary key. */
    private static List<IndexPart> behindOwner(RecordLookup.Place place) {
        List<IndexPart> order = new ArrayList<>();
        IndexDefinition index = place.index();
        if (index != null) {
            order.addAll(
                    index.parts().subList(place.fields().size(), index.parts().size()));
        }
        for (FieldPath path : place.table().primaryKey()) {
            if (!place.fields().contains(path)) {
                order.add(new IndexPart(path, false));
            }
        }
        return order;
    }

    /** Returns the order of a collection in the fields of the table where its elements are looked up; null if it has other fields. */
    private static @Nullable List<IndexPart> wanted(ToManyLocation location) {
        FieldPath position = location.position();
        if (position != null) {
            return List.of(new IndexPart(position, false));
        }
        List<IndexPart> wanted = CollectionOrder.parts(location);
        if (!(location.reference() instanceof Reference.InJoinTable join)) {
            return wanted;
        }
        List<IndexPart> joined = new ArrayList<>();
        for (IndexPart part : wanted) {
            int field = join.targetFields().indexOf(part.path());
            if (field < 0) {
                return null;
            }
            joined.add(new IndexPart(join.fieldsToTarget().get(field), part.descending()));
        }
        return joined;
    }
}
