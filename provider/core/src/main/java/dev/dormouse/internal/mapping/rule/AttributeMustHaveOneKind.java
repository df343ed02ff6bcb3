package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Basic;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.util.List;

/** Annotations of an attribute do not name two kinds (section 2.2.1). */
final class AttributeMustHaveOneKind implements AttributeRule {

    private static final List<Class<? extends Annotation>> KINDS = List.of(
            Basic.class,
            Version.class,
            Embedded.class,
            EmbeddedId.class,
            OneToOne.class,
            ManyToOne.class,
            OneToMany.class,
            ManyToMany.class,
            ElementCollection.class);

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        List<String> named = KINDS.stream()
                .flatMap(kind -> attribute.find(kind).stream())
                .map(RawAnnotation::display)
                .toList();
        boolean isHarmless =
                named.equals(List.of("@Basic", "@Version")) || named.equals(List.of("@Embedded", "@EmbeddedId"));
        if (named.size() > 1 && !isHarmless) {
            failures.add(MappingMessages.ATTRIBUTE_KINDS_CONFLICT, String.join(" ", named));
        }
    }
}
