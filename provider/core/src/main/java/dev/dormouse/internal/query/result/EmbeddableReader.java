package dev.dormouse.internal.query.result;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.query.build.Selection;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import org.jspecify.annotations.Nullable;

/** Makes embeddables that belong to nobody (specification, section 4.9.4). */
final class EmbeddableReader implements ItemReader {

    private final Selection.Embeddable selection;

    EmbeddableReader(Selection.Embeddable selection) {
        this.selection = selection;
    }

    @Override
    public @Nullable Object read(RowContext row) {
        RecordView view = (RecordView) row.value(selection.slot());
        return view == null ? null : embeddable(selection.location(), view, row);
    }

    private static @Nullable Object embeddable(EmbeddedLocation location, RecordView view, RowContext row) {
        if (isNull(location, view)) {
            return null;
        }
        @Nullable Object[] values = new Object[location.value().attributes().size()];
        int position = 0;
        for (AttributeModel attribute : location.value().attributes()) {
            values[position++] = value(location.member(attribute.name()), view, row);
        }
        return location.make(values);
    }

    private static boolean isNull(EmbeddedLocation location, RecordView view) {
        FieldPath record = location.record();
        return record != null
                ? view.isNull(record)
                : !location.fields().isEmpty() && location.fields().stream().allMatch(view::isNull);
    }

    private static @Nullable Object value(AttributeLocation location, RecordView view, RowContext row) {
        if (location instanceof BasicLocation basic) {
            return basic.conversion().toJava(view.get(basic.field()));
        }
        if (location instanceof EmbeddedLocation embedded) {
            return embeddable(embedded, view, row);
        }
        if (location instanceof ToOneLocation toOne
                && toOne.reference() instanceof Reference.InOwner reference
                && reference.refersToKey()) {
            Key key = Key.of(view, reference.fields());
            return key.hasNull() ? null : row.entities().reference(toOne.target(), key);
        }
        throw QueryMessages.notSupportedYet(
                "SELECT of an embeddable with a collection or an inverse association", "Select its entity.");
    }
}
