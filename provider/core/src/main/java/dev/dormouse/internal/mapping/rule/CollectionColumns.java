package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.JoinColumnModel;
import dev.dormouse.internal.mapping.model.MapKeyModel;
import java.util.ArrayList;
import java.util.List;

/** The columns of a collection table or a join table, with what each holds. */
final class CollectionColumns {

    private CollectionColumns() {}

    /** Returns the columns of a collection table. */
    static List<TableColumns.Mapped> of(ElementCollectionAttribute elements, AttributePath path) {
        List<TableColumns.Mapped> columns = joins(elements.table().joinColumns(), path + " (join column)");
        if (elements.element() instanceof ElementModel.Basic basic) {
            columns.add(new TableColumns.Mapped(basic.column(), path + " (element)"));
        } else if (elements.element() instanceof ElementModel.Embeddable embeddable) {
            TableColumns.collect(embeddable.value().attributes(), path, columns);
        }
        columns.addAll(of(elements.collection(), path));
        return columns;
    }

    /** Returns the columns of a join table. */
    static List<TableColumns.Mapped> of(
            AssociationMapping.JoinTable join, CollectionModel collection, AttributePath path) {
        List<TableColumns.Mapped> columns = joins(join.joinColumns(), path + " (join column)");
        columns.addAll(joins(join.inverseJoinColumns(), path + " (inverse join column)"));
        columns.addAll(of(collection, path));
        return columns;
    }

    /** Returns the columns of the key and the position. */
    static List<TableColumns.Mapped> of(CollectionModel collection, AttributePath path) {
        List<TableColumns.Mapped> columns = new ArrayList<>();
        String key = path + " (key)";
        if (collection.key() instanceof MapKeyModel.Basic basic) {
            columns.add(new TableColumns.Mapped(basic.column(), key));
        } else if (collection.key() instanceof MapKeyModel.Embeddable embeddable) {
            TableColumns.collect(embeddable.value().attributes(), path.child("key"), columns);
        } else if (collection.key() instanceof MapKeyModel.Entity entity) {
            columns.addAll(joins(entity.joinColumns(), key));
        }
        if (collection.orderColumn() != null) {
            columns.add(new TableColumns.Mapped(collection.orderColumn(), path + " (position)"));
        }
        return columns;
    }

    private static List<TableColumns.Mapped> joins(List<JoinColumnModel> joins, String location) {
        List<TableColumns.Mapped> columns = new ArrayList<>();
        joins.forEach(join -> columns.add(new TableColumns.Mapped(join.column(), location)));
        return columns;
    }
}
