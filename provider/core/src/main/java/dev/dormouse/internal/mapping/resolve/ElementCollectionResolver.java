package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.CollectionTableModel;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.ElementCollectionAttribute;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.FetchType;
import java.util.List;
import java.util.Optional;

/** Resolves element collections (sections 2.7, 11.1.8 and 11.1.14). */
final class ElementCollectionResolver {

    private final AttributeResolver attributes;
    private final BasicResolver basics;
    private final TableResolver tables;
    private final JoinColumnResolver joinColumns;
    private final CollectionResolver collections;
    private final FailureCollector failures;

    ElementCollectionResolver(
            AttributeResolver attributes,
            BasicResolver basics,
            TableResolver tables,
            JoinColumnResolver joinColumns,
            CollectionResolver collections,
            FailureCollector failures) {
        this.attributes = attributes;
        this.basics = basics;
        this.tables = tables;
        this.joinColumns = joinColumns;
        this.collections = collections;
        this.failures = failures;
    }

    ElementCollectionAttribute attribute(RawAttribute attribute, Place place) {
        RawAnnotation written = attribute.find(ElementCollection.class).orElseThrow(AssertionError::new);
        return new ElementCollectionAttribute(
                attribute.model(),
                element(attribute, place),
                table(attribute, place),
                collections.ofElements(attribute, place),
                written.constant("fetch", FetchType.class),
                attribute.isStoredAs(StoredAs.Form.SUB_DOCUMENT));
    }

    private ElementModel element(RawAttribute attribute, Place place) {
        TypeName type = attribute.elementType().orElseThrow(() -> new Unresolved(attribute.name()));
        Overrides all = place.overridesOf(attribute);
        Overrides overrides = attribute.isMap() ? all.under(all.within("value")) : all;
        Optional<ManagedClass> embeddable = attribute.embeddable(type);
        if (embeddable.isPresent()) {
            return new ElementModel.Embeddable(
                    attributes.embedded(embeddable.get(), place.within(attribute, overrides)));
        }
        ColumnModel column = Columns.column(
                overrides.column().or(() -> attribute.find(Column.class)), DatabaseName.of(attribute.name()));
        return new ElementModel.Basic(basics.element(attribute, type, overrides.conversion()), column);
    }

    private CollectionTableModel table(RawAttribute attribute, Place place) {
        Optional<RawAnnotation> written = attribute.find(CollectionTable.class);
        DatabaseName byDefault = DatabaseName.of(place.owner().entityName() + "_" + attribute.name());
        List<RawAnnotation> columns = place.overridesOf(attribute)
                .association()
                .map(override -> override.annotations("joinColumns"))
                .filter(overridden -> !overridden.isEmpty())
                .or(() -> written.map(table -> table.annotations("joinColumns")))
                .orElse(List.of());
        return new CollectionTableModel(
                written.map(table -> tables.table(
                                table,
                                byDefault,
                                failures.at(place.owner().context()).at(attribute.context())))
                        .orElse(TableModel.of(byDefault)),
                joinColumns.columns(columns, place.owner(), place.owner().entityName(), attribute));
    }
}
