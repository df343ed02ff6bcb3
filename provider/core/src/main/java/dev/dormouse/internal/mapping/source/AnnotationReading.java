package dev.dormouse.internal.mapping.source;

import dev.dormouse.annotation.Storage;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import jakarta.persistence.Entity;
import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationList;
import net.bytebuddy.description.annotation.AnnotationValue;
import net.bytebuddy.description.enumeration.EnumerationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Turns annotations into what was written; those of other packages than the specification's and this provider's are left out. */
final class AnnotationReading {

    private static final Set<String> PACKAGES = Set.of(Entity.class.getPackageName(), Storage.class.getPackageName());

    private AnnotationReading() {}

    static RawAnnotations of(AnnotationList annotations) {
        return new RawAnnotations(annotations.stream()
                .filter(annotation -> PACKAGES.contains(packageOf(annotation.getAnnotationType())))
                .map(AnnotationReading::annotation)
                .toList());
    }

    private static String packageOf(TypeDescription type) {
        String name = type.getName();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static RawAnnotation annotation(AnnotationDescription annotation) {
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> written = new LinkedHashSet<>();
        for (MethodDescription.InDefinedShape method :
                annotation.getAnnotationType().getDeclaredMethods()) {
            Object value = plain(annotation.getValue(method).resolve());
            AnnotationValue<?, ?> byDefault = method.getDefaultValue();
            values.put(method.getName(), value);
            if (byDefault == null || !value.equals(plain(byDefault.resolve()))) {
                written.add(method.getName());
            }
        }
        return new RawAnnotation(annotation.getAnnotationType().getName(), values, written);
    }

    private static Object plain(Object value) {
        if (value instanceof TypeDescription type) {
            return TypeName.of(type.getName());
        }
        if (value instanceof EnumerationDescription constant) {
            return constant.getValue();
        }
        if (value instanceof AnnotationDescription nested) {
            return annotation(nested);
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> plain(Array.get(value, i)))
                    .toList();
        }
        return value;
    }
}
