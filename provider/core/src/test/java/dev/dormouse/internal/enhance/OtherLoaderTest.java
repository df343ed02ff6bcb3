package dev.dormouse.internal.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.enhance.reloaded.Application;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Entities whose class loader is not that of the provider, as in containers and where tools reload classes. */
class OtherLoaderTest {

    /** Has classes of its own of the application. */
    private static final class OwnLoader extends ClassLoader {

        OwnLoader() {
            super(OtherLoaderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Application.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] code = file.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void entitiesOfAnotherLoaderAreReadWrittenAndReferredTo() throws Exception {
        for (int reload = 0; reload < 2; reload++) {
            Class<?> application = new OwnLoader().loadClass(Application.class.getName());
            assertThat(application.getClassLoader()).isInstanceOf(OwnLoader.class);
            ((Runnable) application.getConstructor().newInstance()).run();
        }
    }
}
