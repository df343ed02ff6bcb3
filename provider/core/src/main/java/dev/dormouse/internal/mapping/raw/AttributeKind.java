package dev.dormouse.internal.mapping.raw;

import jakarta.persistence.Basic;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of attributes (section 2.2.1), as far as what was written tells them apart. */
public enum AttributeKind {
    BASIC,
    EMBEDDED,
    TO_ONE,
    TO_MANY,
    ELEMENT_COLLECTION;

    /** Returns the kinds that the annotations of an attribute name; more than one is a contradiction. */
    public static Set<AttributeKind> named(RawAnnotations annotations) {
        Set<AttributeKind> kinds = EnumSet.noneOf(AttributeKind.class);
        if (annotations.has(Basic.class) || annotations.has(Version.class)) {
            kinds.add(BASIC);
        }
        if (annotations.has(Embedded.class) || annotations.has(EmbeddedId.class)) {
            kinds.add(EMBEDDED);
        }
        if (annotations.has(OneToOne.class) || annotations.has(ManyToOne.class)) {
            kinds.add(TO_ONE);
        }
        if (annotations.has(OneToMany.class) || annotations.has(ManyToMany.class)) {
            kinds.add(TO_MANY);
        }
        if (annotations.has(ElementCollection.class)) {
            kinds.add(ELEMENT_COLLECTION);
        }
        return kinds;
    }
}
