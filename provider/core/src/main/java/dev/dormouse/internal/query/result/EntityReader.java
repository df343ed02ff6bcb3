package dev.dormouse.internal.query.result;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.query.build.Selection;
import dev.dormouse.store.record.RecordView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes managed entities, with what is fetched with them. */
final class EntityReader implements ItemReader {

    private final Selection.Entity selection;
    private final List<Fetch> fetches = new ArrayList<>();

    private record Fetch(Selection.Fetch selection, @Nullable ItemReader key) {}

    EntityReader(Selection.Entity selection) {
        this.selection = selection;
        for (Selection.Fetch fetch : selection.fetches()) {
            fetches.add(new Fetch(fetch, fetch.key() == null ? null : ItemReaders.of(fetch.key())));
        }
    }

    @Override
    public @Nullable Object read(RowContext row) {
        EntityEntry entity = row.entity(selection);
        if (entity == null) {
            return null;
        }
        for (Fetch fetch : fetches) {
            fetch(entity, fetch, row);
        }
        return entity.instance();
    }

    private static void fetch(EntityEntry owner, Fetch fetch, RowContext row) {
        Selection.Fetch selection = fetch.selection();
        EntityLayout layout = selection.layout();
        if (layout == null || selection.slot() == null) {
            return;
        }
        CollectionLocation declared = selection.collection();
        FetchedCollections.Elements elements =
                declared == null ? null : row.collections().of(owner, selection, declared);
        RecordView view = (RecordView) row.value(selection.slot());
        EntityEntry fetched = view == null ? null : row.entities().entity(layout, view);
        if (elements == null) {
            row.entities().fetchedReference(owner, layout);
        } else if (fetched != null && view != null) {
            Integer position = selection.position() == null ? null : (Integer) row.value(selection.position());
            Object key = fetch.key() == null ? null : fetch.key().read(row);
            elements.add(fetched, position, key, view);
        }
    }
}
