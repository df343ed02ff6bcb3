package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import dev.dormouse.internal.mapping.raw.RawClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No annotation of the specification is ignored: what is not built yet is refused by name. */
final class AnnotationMustBeSupported implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        RawClass declaration = type.declaration();
        checkAll(declaration.annotations(), failures);
        declaration.members().forEach(member -> checkAll(member.annotations(), failures));
        declaration.methods().forEach(method -> checkAll(method.annotations(), failures));
        String name = type.name();
        checkAll(
                type.unit().classes().packageAnnotations(name.substring(0, Math.max(0, name.lastIndexOf('.')))),
                failures);
    }

    private static void checkAll(RawAnnotations annotations, FailureCollector failures) {
        annotations.all().forEach(annotation -> check(annotation, failures));
    }

    static void check(RawAnnotation annotation, FailureCollector failures) {
        if (!SupportedAnnotations.isOfSpecification(annotation)) {
            return;
        }
        String name = annotation.display().substring(1);
        if (!SupportedAnnotations.BUILT.contains(name)) {
            failures.add(MappingMessages.ANNOTATION_NOT_SUPPORTED, name);
            return;
        }
        for (String element : annotation.written()) {
            if (isRefused(name, element)) {
                failures.add(MappingMessages.ELEMENT_NOT_SUPPORTED, name, element);
            } else {
                checkNested(annotation.values().get(element), failures);
            }
        }
    }

    private static boolean isRefused(String annotation, String element) {
        return SupportedAnnotations.NOT_BUILT_ELEMENTS.contains(element)
                || SupportedAnnotations.NOT_BUILT_ELEMENTS_OF_ONE.contains(annotation + "." + element)
                || (element.equals("table") && SupportedAnnotations.WITH_SECONDARY_TABLE.contains(annotation));
    }

    private static void checkNested(@Nullable Object value, FailureCollector failures) {
        if (value instanceof RawAnnotation nested) {
            check(nested, failures);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> checkNested(item, failures));
        }
    }
}
