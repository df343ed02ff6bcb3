package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.TypeName;
import jakarta.persistence.AttributeConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognizes basic types (section 2.6) and the converters that make other types basic (section 3.9). */
public final class BasicTypes {

    private final TypeHierarchy types;
    private final List<RawConverter> autoApplied = new ArrayList<>();

    BasicTypes(TypeHierarchy types) {
        this.types = types;
    }

    void addConverter(RawClass type) {
        converter(type).filter(RawConverter::isAutoApply).ifPresent(autoApplied::add);
    }

    /** Returns the kind of a type, empty if it is not basic. Entities and embeddables are not, serializable or not. */
    public Optional<BasicKind> kind(TypeName type) {
        Optional<BasicKind> known = BasicKind.ofName(type.name());
        if (known.isPresent()) {
            return known;
        }
        if (type.isArray()) {
            return Optional.of(BasicKind.SERIALIZABLE);
        }
        RawClass declaration = types.classes().find(type.name()).orElse(null);
        if (declaration == null || Role.of(declaration) != null) {
            return Optional.empty();
        }
        if (declaration.isEnum() || types.isSubtype(type.name(), "java.lang.Enum")) {
            return Optional.of(BasicKind.ENUM);
        }
        return types.isSubtype(type.name(), "java.io.Serializable")
                ? Optional.of(BasicKind.SERIALIZABLE)
                : Optional.empty();
    }

    /** Describes a class as a converter, empty if it is none or leaves its types open. */
    public Optional<RawConverter> converter(String className) {
        return types.classes().find(className).flatMap(this::converter);
    }

    private Optional<RawConverter> converter(RawClass type) {
        return types.arguments(type, AttributeConverter.class.getName())
                .map(arguments -> new RawConverter(type, arguments.get(0), arguments.get(1)));
    }

    /** Returns the converters that apply to every attribute of a type; more than one is a contradiction. */
    public List<RawConverter> autoApplied(TypeName type) {
        return autoApplied.stream()
                .filter(converter -> converter.attributeType().equals(type.boxed()))
                .toList();
    }
}
