package dev.dormouse.internal.layout.document;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.LayoutMessages;
import dev.dormouse.internal.layout.LayoutOptions;
import dev.dormouse.internal.layout.UnitLayout;
import dev.dormouse.internal.layout.value.ValueConversions;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.SoundUnit;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The document layout of a unit. Immutable, thread-safe. */
public final class DocumentLayout implements UnitLayout {

    private final SoundUnit unit;
    private final Drafts drafts;
    private final UnitClasses classes;
    private final IdSequences sequences;
    private final List<TableDefinition> tables;

    private DocumentLayout(SoundUnit unit, Drafts drafts, LayoutOptions options) {
        this.unit = unit;
        this.drafts = drafts;
        this.classes = new UnitClasses(options.classLoader());
        this.sequences = new IdSequences(drafts.unit());
        Set<TableDraft> ordered = new LinkedHashSet<>();
        drafts.tables().forEach(table -> addAfterTargets(table, ordered, new ArrayList<>()));
        this.tables = ordered.stream().map(TableDraft::definition).toList();
    }

    /**
     * Drafts the tables of a unit.
     *
     * @throws jakarta.persistence.PersistenceException if the mapping needs what this layout does not have; all such failures together
     */
    public static DocumentLayout of(PersistenceUnitModel unit, LayoutOptions options) {
        FailureCollector failures = new FailureCollector("document layout");
        DocumentLayout layout = of(SoundUnit.of(unit), options, failures);
        failures.throwIfAny();
        return layout;
    }

    /**
     * Drafts the tables of what this layout has of a unit, and adds why it has not the rest.
     *
     * @throws jakarta.persistence.PersistenceException if another layout is asked for
     */
    public static DocumentLayout of(SoundUnit unit, LayoutOptions options, FailureCollector failures) {
        if (options.layout() != Layout.DOCUMENT) {
            failures.add(
                    LayoutMessages.NOT_SUPPORTED, "layout " + options.layout(), "dormouse.layout", "Use document.");
            failures.throwIfAny();
        }
        ValueConversions conversions = new ValueConversions(options.classLoader(), options.converters());
        SoundUnit rest = unit;
        while (true) {
            int before = failures.count();
            Drafts drafts = new Drafts(rest.model(), conversions, failures);
            new UnitDrafter(drafts).draft();
            if (failures.count() == before) {
                return new DocumentLayout(rest, drafts, options);
            }
            SoundUnit smaller =
                    rest.without(entity -> Drafts.failuresOf(failures, entity).count() > 0);
            boolean isSmaller =
                    smaller.model().entities().size() < rest.model().entities().size();
            rest = isSmaller ? smaller : rest.without(entity -> true);
        }
    }

    /** Returns the part of the unit that it lays out. */
    public SoundUnit unit() {
        return unit;
    }

    private static void addAfterTargets(TableDraft table, Set<TableDraft> ordered, List<TableDraft> underWay) {
        if (ordered.contains(table) || underWay.contains(table)) {
            return;
        }
        underWay.add(table);
        table.targets().forEach(target -> addAfterTargets(target, ordered, underWay));
        ordered.add(table);
    }

    @Override
    public List<TableDefinition> tables() {
        return tables;
    }

    @Override
    public List<SequenceDefinition> sequences() {
        return sequences.definitions();
    }

    @Override
    public BoundLayout bind(Catalog catalog) {
        return new Binder(drafts, classes, tables, catalog, sequences).bind();
    }
}
