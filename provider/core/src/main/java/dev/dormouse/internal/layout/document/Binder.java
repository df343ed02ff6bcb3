package dev.dormouse.internal.layout.document;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.LazyReferences;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.value.ClassesByName;
import dev.dormouse.internal.layout.value.ValueConversions;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Binds the layouts of a unit to one catalog: first all entities, then their attributes, which refer to each other's entities. */
final class Binder {

    private final Drafts drafts;
    private final Catalog catalog;
    private final IdSequences sequences;
    private final UnitClasses classes;
    private final FailureCollector failures = new FailureCollector("layout");
    private final Map<String, TableDefinition> wanted;
    private final Map<String, TableDraft> draftsByName;
    private final Map<String, TableFields> tables = new HashMap<>();
    private final Map<String, DocumentEntityLayout> entities = new LinkedHashMap<>();

    Binder(Drafts drafts, UnitClasses classes, List<TableDefinition> wanted, Catalog catalog, IdSequences sequences) {
        this.drafts = drafts;
        this.catalog = catalog;
        this.sequences = sequences;
        this.classes = classes;
        this.wanted = wanted.stream().collect(Collectors.toMap(TableDefinition::name, Function.identity()));
        this.draftsByName = drafts.tables().stream().collect(Collectors.toMap(TableDraft::name, Function.identity()));
    }

    BoundLayout bind() {
        for (EntityModel model : unit().entities().values()) {
            ClassAccessor accessor = accessor(model.className(), model.attributes());
            LazyReferences references = classes.lazyReferences(model);
            entities.put(
                    model.name(),
                    new DocumentEntityLayout(
                            model, accessor, references, table(model.table()).table()));
        }
        Map<String, EntityParts> parts = new LinkedHashMap<>();
        entities.forEach((name, layout) -> parts.put(name, new EntityBinder(this, layout).bind()));
        failures.throwIfAny();
        parts.forEach((name, found) -> entity(name).complete(found));
        return new DocumentBoundLayout(unit(), entities, drafts.conversions(), sequences);
    }

    PersistenceUnitModel unit() {
        return drafts.unit();
    }

    Drafts drafts() {
        return drafts;
    }

    ValueConversions conversions() {
        return drafts.conversions();
    }

    ClassesByName classes() {
        return classes.byName();
    }

    ClassAccessor accessor(String className, Attributes attributes) {
        return classes.accessor(className, attributes);
    }

    DocumentEntityLayout entity(String name) {
        return Objects.requireNonNull(entities.get(name), name);
    }

    TableFields table(TableModel model) {
        String name = drafts.table(model).name();
        return tables.computeIfAbsent(name, n -> {
            TableDefinition want = Objects.requireNonNull(wanted.get(n), n);
            TableDefinition existing = catalog.table(n).orElse(want);
            return new TableFields(existing, want, Objects.requireNonNull(draftsByName.get(n)), failures);
        });
    }

    TableFields tableOf(String entity) {
        return table(unit().entity(entity).table());
    }
}
