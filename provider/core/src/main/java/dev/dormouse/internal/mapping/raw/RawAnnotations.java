package dev.dormouse.internal.mapping.raw;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The annotations of one class, member or method, those of the specification and of this provider only.
 *
 * @param all the annotations in the order in which they were written
 */
public record RawAnnotations(List<RawAnnotation> all) {

    /** No annotation. */
    public static final RawAnnotations NONE = new RawAnnotations(List.of());

    public RawAnnotations {
        all = List.copyOf(all);
    }

    public Optional<RawAnnotation> find(Class<? extends Annotation> type) {
        for (RawAnnotation annotation : all) {
            if (annotation.is(type)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    public boolean has(Class<? extends Annotation> type) {
        return find(type).isPresent();
    }

    /** Returns the annotations of a repeatable type, whether they stand alone or in their container. */
    public List<RawAnnotation> all(Class<? extends Annotation> type, Class<? extends Annotation> container) {
        return all.isEmpty() ? List.of() : alsoContained(type, container);
    }

    private List<RawAnnotation> alsoContained(Class<? extends Annotation> type, Class<? extends Annotation> container) {
        return all.stream()
                .flatMap(annotation -> annotation.is(container)
                        ? annotation.annotations("value").stream()
                        : annotation.is(type) ? Stream.of(annotation) : Stream.empty())
                .toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
