package dev.dormouse.internal.mapping.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import jakarta.persistence.Entity;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No annotation of the API, and no element of one, is unknown to the lists. */
class SupportedAnnotationsTest {

    /** The elements of mapped annotations that are read and acted upon. */
    private static final String USED =
            """
            Access value
            AssociationOverride name joinColumns joinTable
            AssociationOverrides value
            AttributeOverride name column
            AttributeOverrides value
            Basic optional fetch
            Cacheable value
            CollectionTable uniqueConstraints indexes
            Column name comment unique nullable insertable updatable length precision scale
            Convert attributeName converter disableConversion
            Converter autoApply
            Converts value
            DiscriminatorColumn name discriminatorType length
            DiscriminatorValue value
            ElementCollection targetClass fetch
            Entity name
            EntityListeners value
            Enumerated value
            GeneratedValue generator strategy
            IdClass value
            Index name unique columnList
            Inheritance strategy
            JoinColumn name comment unique referencedColumnName nullable insertable updatable
            JoinColumns value
            JoinTable name comment catalog schema joinColumns inverseJoinColumns uniqueConstraints indexes
            ManyToMany fetch targetEntity cascade mappedBy
            ManyToOne optional fetch targetEntity cascade
            MapKey name
            MapKeyClass value
            MapKeyColumn name length precision scale
            MapKeyEnumerated value
            MapKeyJoinColumn name referencedColumnName
            MapKeyJoinColumns value
            MapKeyTemporal value
            MapsId value
            NamedQueries value
            NamedQuery name query lockMode hints resultClass
            OneToMany fetch targetEntity cascade mappedBy orphanRemoval
            OneToOne optional fetch targetEntity cascade mappedBy orphanRemoval
            OrderBy value
            OrderColumn name nullable
            QueryHint name value
            SequenceGenerator name catalog initialValue schema sequenceName allocationSize
            SequenceGenerators value
            Table name comment catalog schema uniqueConstraints indexes
            TableGenerator name table catalog initialValue schema uniqueConstraints indexes allocationSize pkColumnName \
            valueColumnName pkColumnValue
            TableGenerators value
            Temporal value
            UniqueConstraint name columnNames
            """;

    /** Elements that can have no effect (ADR 63): fractions of seconds are kept whole, and an array stands for a table. */
    private static final String WITHOUT_OBJECT =
            """
            CollectionTable name catalog schema joinColumns
            Column secondPrecision
            """;

    private static Set<String> elements(String table) {
        return table.lines()
                .map(line -> line.split(" ", -1))
                .flatMap(words -> Stream.of(words).skip(1).map(element -> words[0] + "." + element))
                .collect(Collectors.toSet());
    }

    @TestFactory
    Stream<DynamicTest> everyElementOfEveryMappedAnnotationIsUsedOrRefused() {
        Set<String> used = elements(USED);
        Set<String> withoutObject = elements(WITHOUT_OBJECT);
        return SupportedAnnotations.BUILT.stream().sorted().flatMap(annotation -> Stream.of(
                        type(annotation).getDeclaredMethods())
                .map(element -> DynamicTest.dynamicTest(annotation + "." + element.getName(), () -> {
                    String name = annotation + "." + element.getName();
                    String expected = used.contains(name) || withoutObject.contains(name)
                            ? "fine"
                            : "Not supported yet: '@" + annotation + "(" + element.getName() + " = ...)'";
                    assertThat(used.contains(name) && withoutObject.contains(name))
                            .isFalse();
                    assertThat(report(annotation, element.getName())).contains(expected);
                })));
    }

    /** Returns what the rule says of an annotation on which an element is written. */
    private static String report(String annotation, String element) {
        FailureCollector failures = new FailureCollector("test");
        AnnotationMustBeSupported.check(
                new RawAnnotation(
                        SupportedAnnotations.PACKAGE + annotation, Map.of(element, "written"), Set.of(element)),
                failures);
        return failures.count() == 0 ? "fine" : failures.report();
    }

    @Test
    void theTablesNameElementsOfTheApi() throws Exception {
        for (String name : Stream.concat(elements(USED).stream(), elements(WITHOUT_OBJECT).stream())
                .toList()) {
            int dot = name.indexOf('.');
            assertThat(type(name.substring(0, dot)).getDeclaredMethod(name.substring(dot + 1)))
                    .isNotNull();
        }
    }

    private static Class<?> type(String annotation) {
        try {
            return Class.forName(SupportedAnnotations.PACKAGE + annotation);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(annotation, e);
        }
    }

    @Test
    void everyAnnotationOfTheApiIsBuiltOrRefused() throws Exception {
        Set<String> ofApi = annotationsOfApi();

        assertThat(ofApi).hasSizeGreaterThan(90);
        assertThat(Stream.concat(SupportedAnnotations.BUILT.stream(), SupportedAnnotations.NOT_BUILT.stream()))
                .containsExactlyInAnyOrderElementsOf(ofApi);
    }

    @Test
    void everyRefusedElementIsOneOfTheApi() throws Exception {
        Set<String> elements = new HashSet<>();
        for (String name : SupportedAnnotations.BUILT) {
            for (Method element :
                    Class.forName(SupportedAnnotations.PACKAGE + name).getDeclaredMethods()) {
                elements.add(element.getName());
            }
        }

        assertThat(elements).containsAll(SupportedAnnotations.NOT_BUILT_ELEMENTS);
        for (String name : SupportedAnnotations.WITH_SECONDARY_TABLE) {
            assertThat(Class.forName(SupportedAnnotations.PACKAGE + name).getMethod("table"))
                    .isNotNull();
        }
    }

    private static Set<String> annotationsOfApi() throws Exception {
        URI api =
                Entity.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Set<String> names = new HashSet<>();
        try (JarFile jar = new JarFile(new File(api))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.matches("jakarta/persistence/\\w+\\.class")) {
                    Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'));
                    if (type.isAnnotation()) {
                        names.add(type.getSimpleName());
                    }
                }
            }
        }
        return names;
    }
}
