package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.LayoutOptions;
import dev.dormouse.internal.layout.value.ConverterSource;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.resolve.MappingResolver;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.AttributeConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Resolves and lays out annotated classes. */
public final class Units {

    /** Makes converters by their constructors. */
    public static final ConverterSource CONVERTERS = converter -> {
        try {
            @SuppressWarnings("unchecked")
            AttributeConverter<Object, Object> made =
                    (AttributeConverter<Object, Object>) Class.forName(converter.className())
                            .asSubclass(AttributeConverter.class)
                            .getDeclaredConstructor()
                            .newInstance();
            return made;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no converter " + converter.className(), e);
        }
    };

    private Units() {}

    /** Lays out classes. */
    public static DocumentLayout layout(Class<?>... classes) {
        return DocumentLayout.of(model(classes), options());
    }

    /** Returns options for documents. */
    public static LayoutOptions options() {
        return new LayoutOptions(Units.class.getClassLoader(), CONVERTERS, Layout.DOCUMENT);
    }

    /** Resolves classes. */
    public static PersistenceUnitModel model(Class<?>... classes) {
        return MappingResolver.resolve(
                "unit", Stream.of(classes).map(Class::getName).toList(), Units.class.getClassLoader());
    }

    /** Lays out classes and binds them to a catalog in which their tables are just as wanted. */
    public static BoundLayout bound(Class<?>... classes) {
        DocumentLayout layout = layout(classes);
        return layout.bind(catalog(layout));
    }

    /** Returns a catalog in which the tables of a layout are just as wanted. */
    public static Catalog catalog(DocumentLayout layout) {
        List<TableDefinition> tables = new ArrayList<>();
        for (TableDefinition table : layout.tables()) {
            tables.add(table.withId(tables.size() + 1));
        }
        return Catalog.of(1, tables, layout.sequences());
    }
}
