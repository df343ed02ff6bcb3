package dev.dormouse.benchmarks.start;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import org.jspecify.annotations.Nullable;

/** Entity classes of twelve attributes, with an index, a unique column and a lazy reference to the one before. */
final class GeneratedEntities {

    private static final String PREFIX = "dev.dormouse.benchmarks.start.generated.Generated";

    private final List<String> names = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    GeneratedEntities(int count) {
        DynamicType.Unloaded<?> previous = null;
        for (int number = 0; number < count; number++) {
            previous = entity(number, previous);
            names.add(previous.getTypeDescription().getName());
            files.put(previous.getTypeDescription().getName(), previous.getBytes());
        }
    }

    private static DynamicType.Unloaded<?> entity(int number, DynamicType.@Nullable Unloaded<?> previous) {
        DynamicType.Builder<?> builder = new ByteBuddy()
                .subclass(Object.class)
                .name(PREFIX + number)
                .annotateType(
                        annotation(Entity.class).build(),
                        annotation(Table.class)
                                .define("name", "generated_" + number)
                                .defineAnnotationArray(
                                        "indexes",
                                        TypeDescription.ForLoadedType.of(Index.class),
                                        annotation(Index.class)
                                                .define("name", "generated_name_" + number)
                                                .define("columnList", "name")
                                                .build())
                                .build());
        builder = builder.defineField("id", long.class, Modifier.PRIVATE)
                .annotateField(annotation(Id.class).build());
        builder = builder.defineField("code", String.class, Modifier.PRIVATE)
                .annotateField(annotation(Column.class).define("unique", true).build());
        Map<String, Class<?>> plain = Map.of(
                "name", String.class,
                "remark", String.class,
                "amount", int.class,
                "total", long.class,
                "rating", double.class,
                "active", boolean.class,
                "born", LocalDate.class,
                "created", Instant.class,
                "price", BigDecimal.class);
        for (Map.Entry<String, Class<?>> field : plain.entrySet()) {
            builder = builder.defineField(field.getKey(), field.getValue(), Modifier.PRIVATE);
        }
        if (previous != null) {
            builder = builder.defineField("previous", previous.getTypeDescription(), Modifier.PRIVATE)
                    .annotateField(annotation(ManyToOne.class)
                            .define("fetch", FetchType.LAZY)
                            .build());
        }
        return builder.make();
    }

    private static AnnotationDescription.Builder annotation(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type);
    }

    /** Defines the classes anew, as an application that starts does. */
    List<Class<?>> load() {
        ClassLoader loader = new ByteArrayClassLoader(
                GeneratedEntities.class.getClassLoader(), files, ByteArrayClassLoader.PersistenceHandler.MANIFEST);
        List<Class<?>> classes = new ArrayList<>();
        try {
            for (String name : names) {
                classes.add(Class.forName(name, true, loader));
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return classes;
    }
}
