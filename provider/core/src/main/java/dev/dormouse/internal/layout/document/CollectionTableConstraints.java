package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.IndexModel;
import dev.dormouse.internal.mapping.model.TableModel;
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

    private static boolean isOverElements(ElementCollectionAttribute attribute, IndexModel index) {
        return attribute.collection().key() == null
                && attribute.element() instanceof ElementModel.Basic basic
                && index.columns().size() == 1
                && basic.column().name().matches(index.columns().get(0).name());
    }
}
