package dev.dormouse.internal.mapping.rule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No annotation of the API is unknown to the lists. */
class SupportedAnnotationsTest {

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
