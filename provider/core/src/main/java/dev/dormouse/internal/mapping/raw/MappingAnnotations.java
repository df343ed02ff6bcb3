package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.TypeName;
import java.util.Set;

/** Which annotations say that a member is mapped, and so decide the access type (section 2.3.1). */
final class MappingAnnotations {

    /** These may stand on a method that is no attribute, or say that it is none. */
    private static final Set<String> NOT_MAPPING = Set.of(
            "Transient",
            "Access",
            "PrePersist",
            "PostPersist",
            "PreUpdate",
            "PostUpdate",
            "PreRemove",
            "PostRemove",
            "PostLoad",
            "EnumeratedValue");

    private MappingAnnotations() {}

    static boolean isOn(RawAnnotations annotations) {
        return annotations.all().stream()
                .anyMatch(annotation ->
                        !NOT_MAPPING.contains(TypeName.of(annotation.type()).simpleName()));
    }
}
