package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.enhanced.EnhancedEntity;
import dev.dormouse.internal.enhance.weave.library.SameBehaviour;
import jakarta.persistence.spi.TransformerException;
import java.io.IOException;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class UnitTransformerTest {

    private static final String LIBRARY = SameBehaviour.class.getPackageName() + ".";
    private static final ClassLoader LOADER = UnitTransformerTest.class.getClassLoader();

    private static byte @Nullable [] transformed(
            String name, @Nullable ClassLoader loader, @Nullable Class<?> redefined) throws TransformerException {
        try {
            byte[] code = ClassFileLocator.ForClassLoader.of(LOADER)
                    .locate(LIBRARY + name)
                    .resolve();
            return new UnitTransformer(LOADER)
                    .transform(loader, (LIBRARY + name).replace('.', '/'), redefined, null, code);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEntityIsEnhancedWhenItIsLoaded() throws TransformerException {
        byte[] code = transformed("Book", LOADER, null);

        assertThat(code).isNotNull();
        assertThat(new ClassReader(code).getInterfaces())
                .contains(EnhancedEntity.class.getName().replace('.', '/'));
    }

    @Test
    void aClassThatReachesIntoEntitiesIsChanged() throws TransformerException {
        assertThat(transformed("Visitor", LOADER, null)).isNotNull();
    }

    @Test
    void anotherClassIsNot() throws TransformerException {
        assertThat(transformed("Signature", LOADER, null)).isNull();
    }

    @Test
    void aClassThatWasLoadedBeforeStaysPlain() throws TransformerException {
        assertThat(transformed("Book", LOADER, SameBehaviour.class)).isNull();
    }

    @Test
    void aClassWhoseLoaderDoesNotSeeTheProviderStaysPlain() throws TransformerException {
        assertThat(transformed("Book", ClassLoader.getPlatformClassLoader(), null))
                .isNull();
    }
}
