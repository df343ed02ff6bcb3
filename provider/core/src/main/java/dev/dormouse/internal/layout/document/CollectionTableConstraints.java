package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import dev.dormouse.internal.mapping.model.IndexModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import java.util.List;

/** Indexes of collection tables: over the elements of an array of basic values they exist, all others are refused. */
final class CollectionTableConstraints {

    private static final String REMEDY = "Leave it out, or make the element an entity with a table of its own.";

    private final Drafts drafts;

    CollectionTableConstraints(Drafts drafts) {
        this.drafts = drafts;
    }

    void check(Site site, ElementCollectionAttribute attribute) {
        TableModel table = attribute.table().table();
        String where = site.describe(attribute.name());
        if (attribute.element() instanceof ElementModel.Basic basic) {
            check(basic.column(), where);
        } else if (attribute.element() instanceof ElementModel.Embeddable embeddable) {
            check(embeddable.value(), where);
        }
        if (!table.uniqueConstraints().isEmpty()) {
            drafts.refuse("a unique constraint of a collection table", where, REMEDY);
        }
        for (IndexModel index : table.indexes()) {
            if (index.isUnique() || !isOverElements(attribute, index)) {
                drafts.refuse("this index of a collection table", where, REMEDY);
            } else {
                List<String> array = drafts.placeOf(
                        site.table().name(), attribute, site.path().child(attribute.name()));
                boolean isDescending = index.columns().get(0).isDescending();
                site.table().index(index.name().text(), List.of(new TableDraft.Part(array, isDescending)), false);
            }
        }
    }

    private void check(EmbeddedValue element, String where) {
        for (AttributeModel attribute : element.attributes()) {
            if (attribute instanceof BasicAttribute basic) {
                check(basic.column(), where);
            } else if (attribute instanceof EmbeddedAttribute embedded) {
                check(embedded.value(), where);
            } else if (attribute instanceof ToOneAttribute toOne
                    && toOne.association().mapping() instanceof AssociationMapping.ForeignKey key) {
                key.columns().forEach(join -> check(join.column(), where));
            }
        }
    }

    private void check(ColumnModel column, String where) {
        if (column.isUnique()) {
            drafts.refuse("a unique column of a collection table", where, REMEDY);
        }
        if (!column.isInsertable() || !column.isUpdatable()) {
            drafts.refuse("a read-only column of a collection table", where, "Leave insertable and updatable out.");
        }
    }

    private static boolean isOverElements(ElementCollectionAttribute attribute, IndexModel index) {
        return attribute.collection().key() == null
                && attribute.element() instanceof ElementModel.Basic basic
                && index.columns().size() == 1
                && basic.column().name().matches(index.columns().get(0).name());
    }
}
