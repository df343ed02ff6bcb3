package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.GenerationModel;
import dev.dormouse.internal.mapping.model.GeneratorModels;
import dev.dormouse.internal.mapping.model.SequenceGeneratorModel;
import dev.dormouse.internal.mapping.model.TableGeneratorModel;
import dev.dormouse.internal.mapping.model.TableModel;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawGenerator;
import dev.dormouse.internal.mapping.raw.RawUnit;
import jakarta.persistence.GenerationType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import java.util.LinkedHashMap;
import java.util.Map;

/** Resolves id generators, those that {@code @GeneratedValue} implies too (sections 11.1.20, 11.1.51 and 11.1.53). */
final class GeneratorResolver {

    private static final String IMPLIED_TABLE = "ID_GENERATORS";
    private static final String KEY_COLUMN = "GENERATOR_NAME";
    private static final String VALUE_COLUMN = "GENERATOR_VALUE";

    private final RawUnit raw;
    private final Map<String, SequenceGeneratorModel> sequences = new LinkedHashMap<>();
    private final Map<String, TableGeneratorModel> tables = new LinkedHashMap<>();

    GeneratorResolver(RawUnit raw) {
        this.raw = raw;
        for (RawGenerator generator : RawGenerator.allOf(raw)) {
            if (generator.isSequence()) {
                sequences.put(generator.name(), sequence(generator.name(), generator.annotation(), generator.name()));
            } else {
                tables.put(generator.name(), table(generator.name(), generator.annotation()));
            }
        }
    }

    GeneratorModels models() {
        return new GeneratorModels(sequences, tables);
    }

    /** Resolves how an id is generated; {@code AUTO} is decided by the type and by the generator that is named. */
    GenerationModel generation(RawAnnotation written, RawAttribute id) {
        GenerationType strategy = written.constant("strategy", GenerationType.class);
        String named = written.text("generator");
        String name = named.isEmpty() ? id.owner().rootEntity().entityName() : named;
        return switch (strategy) {
            case IDENTITY, UUID -> new GenerationModel(strategy, null);
            case SEQUENCE -> sequence(name, id.member().declaringClass());
            case TABLE -> table(name, id.member().declaringClass());
            case AUTO -> auto(name, id);
        };
    }

    private GenerationModel auto(String name, RawAttribute id) {
        BasicKind kind = BasicKind.ofName(id.type().name()).orElse(BasicKind.LONG);
        if (kind == BasicKind.UUID || kind == BasicKind.STRING || kind == BasicKind.OBJECT_ID) {
            return new GenerationModel(GenerationType.UUID, null);
        }
        return tables.containsKey(name)
                ? new GenerationModel(GenerationType.TABLE, name)
                : sequence(name, id.member().declaringClass());
    }

    private GenerationModel sequence(String name, String declaringClass) {
        sequences.computeIfAbsent(name, key -> RawGenerator.recipe(
                        raw, declaringClass, SequenceGenerator.class, SequenceGenerators.class)
                .map(recipe -> sequence(key, recipe, key + "_SEQ"))
                .orElseGet(() -> new SequenceGeneratorModel(key, DatabaseName.of(key + "_SEQ"), null, null, 1, 50)));
        return new GenerationModel(GenerationType.SEQUENCE, name);
    }

    private GenerationModel table(String name, String declaringClass) {
        tables.computeIfAbsent(
                name, key -> RawGenerator.recipe(raw, declaringClass, TableGenerator.class, TableGenerators.class)
                        .map(recipe -> table(key, recipe))
                        .orElseGet(() -> new TableGeneratorModel(
                                key,
                                TableModel.of(DatabaseName.of(IMPLIED_TABLE)),
                                DatabaseName.of(KEY_COLUMN),
                                DatabaseName.of(VALUE_COLUMN),
                                key,
                                0,
                                50)));
        return new GenerationModel(GenerationType.TABLE, name);
    }

    private static SequenceGeneratorModel sequence(String name, RawAnnotation written, String byDefault) {
        String sequence = written.text("sequenceName");
        return new SequenceGeneratorModel(
                name,
                DatabaseName.of(sequence.isEmpty() ? byDefault : sequence),
                TableResolver.name(written, "catalog"),
                TableResolver.name(written, "schema"),
                written.number("initialValue"),
                written.number("allocationSize"));
    }

    private TableGeneratorModel table(String name, RawAnnotation written) {
        String key = written.text("pkColumnValue");
        DatabaseName keyColumn = TableResolver.name(written, "pkColumnName");
        DatabaseName valueColumn = TableResolver.name(written, "valueColumnName");
        return new TableGeneratorModel(
                name,
                new TableResolver(new FailureCollector(raw.name()))
                        .table(written, DatabaseName.of(IMPLIED_TABLE), new FailureCollector(name)),
                keyColumn == null ? DatabaseName.of(KEY_COLUMN) : keyColumn,
                valueColumn == null ? DatabaseName.of(VALUE_COLUMN) : valueColumn,
                key.isEmpty() ? name : key,
                written.number("initialValue"),
                written.number("allocationSize"));
    }
}
