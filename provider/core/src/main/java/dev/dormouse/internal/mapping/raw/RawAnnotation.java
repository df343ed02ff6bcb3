package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.TypeName;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An annotation as written, its values by name, defaults filled in.
 *
 * <p>Values are {@code String}, {@code Boolean}, {@code Integer} and other boxed primitives, {@link TypeName} for classes, the constant's
 * name for enums, {@code RawAnnotation}, and a list of these for arrays.
 *
 * @param type the annotation's class name
 * @param values all values
 * @param written the names of the values that differ from their default
 */
public record RawAnnotation(String type, Map<String, Object> values, Set<String> written) {

    public RawAnnotation {
        values = Map.copyOf(values);
        written = Set.copyOf(written);
    }

    public boolean is(Class<? extends Annotation> annotation) {
        return type.equals(annotation.getName());
    }

    /** Returns {@code @Name}, for messages. */
    public String display() {
        return "@" + TypeName.of(type).simpleName();
    }

    public boolean isWritten(String name) {
        return written.contains(name);
    }

    public String text(String name) {
        return value(name, String.class);
    }

    /** Returns a text, or null where it is empty. */
    public @Nullable String textOrNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    public boolean flag(String name) {
        return value(name, Boolean.class);
    }

    public int number(String name) {
        return value(name, Integer.class);
    }

    public TypeName type(String name) {
        return value(name, TypeName.class);
    }

    /** Returns a class value, or null where it is {@code void}, which says that nothing was written. */
    public @Nullable TypeName typeOrNull(String name) {
        TypeName type = type(name);
        return type.name().equals("void") ? null : type;
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    public RawAnnotation annotation(String name) {
        return value(name, RawAnnotation.class);
    }

    public List<RawAnnotation> annotations(String name) {
        return list(name, RawAnnotation.class);
    }

    public List<String> texts(String name) {
        return list(name, String.class);
    }

    public List<TypeName> types(String name) {
        return list(name, TypeName.class);
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<?> values = value(name, List.class);
        return values.stream().<T>map(type::cast).toList();
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null) {
            throw new AssertionError("no value " + name + " in @" + this.type);
        }
        return type.cast(value);
    }
}
