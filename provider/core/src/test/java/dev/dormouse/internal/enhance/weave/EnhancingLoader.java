package dev.dormouse.internal.enhance.weave;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/** Loads entities and the provider itself, which must be of one loader; of the classes of one package those that are chosen are enhanced. */
final class EnhancingLoader extends ClassLoader {

    private static final String OWN = "dev.dormouse.";

    private final String prefix;
    private final Predicate<String> chosen;
    private final ClassFileLocator files;
    private final PersistentFields fields;

    EnhancingLoader(String packageName, Predicate<String> chosen) {
        super(EnhancingLoader.class.getClassLoader());
        this.prefix = packageName + ".";
        this.chosen = chosen;
        this.files = ClassFileLocator.ForClassLoader.of(getParent());
        this.fields = new PersistentFields(files);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OWN)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String resource) {
        String name = resource.replace('/', '.').replaceFirst("\\.class$", "");
        if (!name.startsWith(prefix) || !resource.endsWith(".class")) {
            return super.getResourceAsStream(resource);
        }
        try {
            return new ByteArrayInputStream(code(name));
        } catch (IOException e) {
            return null;
        }
    }

    private byte[] code(String name) throws IOException {
        byte[] plain = files.locate(name).resolve();
        return name.startsWith(prefix) && chosen.test(name) ? enhanced(plain, fields) : plain;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try {
            byte[] code = code(name);
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    static byte[] enhanced(byte[] plain, PersistentFields fields) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(plain).accept(new ClassWeaver(fields, writer), 0);
        return writer.toByteArray();
    }
}
