package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawMember;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Transient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mapping annotations stand on members that are persistent under the access type, others would be without effect (section 2.3). */
final class MappingAnnotationsMustFollowAccessType implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        List<RawMember> persistent =
                type.attributes().stream().map(RawAttribute::member).toList();
        for (RawMember member : type.declaration().members()) {
            if (!persistent.contains(member)) {
                misplaced(member.annotations())
                        .ifPresent(annotation -> failures.add(
                                MappingMessages.ANNOTATION_MISPLACED,
                                annotation.display(),
                                member.location(),
                                type.access(),
                                type.access() == AccessType.FIELD ? "field" : "getter"));
            }
        }
        type.declaration().methods().stream()
                .filter(method -> !method.parameterTypes().isEmpty()
                        || method.returnType().equals("void"))
                .forEach(method -> misplaced(method.annotations())
                        .ifPresent(annotation -> failures.add(
                                MappingMessages.ANNOTATION_MISPLACED,
                                annotation.display(),
                                method.declaringClass() + "." + method.name() + "()",
                                type.access(),
                                type.access() == AccessType.FIELD ? "field" : "getter")));
    }

    private static Optional<RawAnnotation> misplaced(RawAnnotations annotations) {
        return annotations.all().stream()
                .filter(annotation -> !annotation.is(Transient.class)
                        && !annotation.is(Access.class)
                        && !annotation.is(EnumeratedValue.class)
                        && Stream.of(CallbackKind.values()).noneMatch(callback -> annotation.is(callback.annotation())))
                .findFirst();
    }
}
