package dev.dormouse.internal.mapping.raw;

import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A generator as declared on a class, an attribute or a package.
 *
 * @param name its name; that of the entity where none was written
 * @param annotation a {@code @SequenceGenerator} or {@code @TableGenerator}
 * @param location where it stands
 */
public record RawGenerator(String name, RawAnnotation annotation, String location) {

    public boolean isSequence() {
        return annotation.is(SequenceGenerator.class);
    }

    /** Returns the generators of a unit; those of a package without a name are recipes and not among them. */
    public static List<RawGenerator> allOf(RawUnit unit) {
        List<RawGenerator> generators = new ArrayList<>();
        Set<String> packages = new LinkedHashSet<>();
        for (ManagedClass type : unit.managed()) {
            String byDefault = type.role() == Role.ENTITY ? type.entityName() : "";
            add(generators, type.declaration().annotations(), byDefault, type.name());
            for (RawAttribute attribute : type.declaredAttributes()) {
                add(
                        generators,
                        attribute.annotations(),
                        byDefault,
                        attribute.member().location());
            }
            packages.add(packageOf(type.name()));
        }
        for (String name : packages) {
            add(generators, unit.classes().packageAnnotations(name), "", "package " + name);
        }
        return generators;
    }

    /** Returns the recipe for unnamed generators that a package declares. */
    public static Optional<RawAnnotation> recipe(
            RawUnit unit, String className, Class<? extends Annotation> type, Class<? extends Annotation> container) {
        return unit.classes().packageAnnotations(packageOf(className)).all(type, container).stream()
                .filter(annotation -> annotation.text("name").isEmpty())
                .findFirst();
    }

    private static void add(
            List<RawGenerator> generators, RawAnnotations annotations, String byDefault, String location) {
        List<RawAnnotation> found = new ArrayList<>();
        found.addAll(annotations.all(SequenceGenerator.class, SequenceGenerators.class));
        found.addAll(annotations.all(TableGenerator.class, TableGenerators.class));
        for (RawAnnotation annotation : found) {
            String written = annotation.text("name");
            String name = written.isEmpty() ? byDefault : written;
            if (!name.isEmpty()) {
                generators.add(new RawGenerator(name, annotation, location));
            }
        }
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }
}
