package dev.dormouse.internal.mapping.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.mapping.wellformed.Basics;
import dev.dormouse.internal.mapping.wellformed.Embeddables;
import dev.dormouse.internal.mapping.wellformed.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ManagedClassFileTest {

    @Test
    void recognizesTheFourRoles() throws IOException {
        for (Class<?> type : List.of(
                Basics.Everything.class, Embeddables.Address.class, Hierarchy.Audited.class, Embeddables.YesNo.class)) {
            assertThat(ManagedClassFile.managedClassName(bytes(type))).contains(type.getName());
        }
    }

    @Test
    void passesOverOtherClassesAndOtherBytes() throws IOException {
        assertThat(ManagedClassFile.managedClassName(bytes(Basics.class))).isEmpty();
        assertThat(ManagedClassFile.managedClassName(bytes(Basics.Color.class))).isEmpty();
        assertThat(ManagedClassFile.managedClassName(new byte[0])).isEmpty();
        assertThat(ManagedClassFile.managedClassName("text, not a class".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream stream = Objects.requireNonNull(type.getResourceAsStream(file))) {
            return stream.readAllBytes();
        }
    }
}
