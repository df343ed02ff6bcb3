package dev.dormouse.internal.bootstrap;

import jakarta.persistence.PersistenceException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Finds the annotated classes in a folder or jar by their class files; loads none. */
final class ClassDiscovery {

    private static final Set<String> MANAGED = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Converter;");

    private ClassDiscovery() {}

    /** Returns the names of the managed classes at a root, in alphabetical order. */
    static List<String> managedClasses(URL root) {
        Set<String> found = new TreeSet<>();
        try {
            if ("file".equals(root.getProtocol())) {
                Path path = Path.of(root.toURI());
                if (Files.isDirectory(path)) {
                    folder(path, found);
                } else {
                    jar(path.toFile(), found);
                }
            } else {
                nestedJar(root, found);
            }
        } catch (IOException | UncheckedIOException | URISyntaxException failure) {
            throw new PersistenceException(BootstrapMessages.UNREADABLE_ROOT.text(root, failure.getMessage()), failure);
        }
        return new ArrayList<>(found);
    }

    private static void folder(Path folder, Set<String> found) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isClassFile(
                        file.getFileName() == null ? "" : file.getFileName().toString())) {
                    try (InputStream bytes = Files.newInputStream(file)) {
                        add(bytes, found);
                    }
                }
            }
        }
    }

    private static void jar(File file, Set<String> found) throws IOException {
        try (JarFile jar = new JarFile(file)) {
            entries(jar, "", found);
        }
    }

    private static void nestedJar(URL root, Set<String> found) throws IOException {
        URLConnection connection = root.openConnection();
        if (!(connection instanceof JarURLConnection inJar)) {
            throw new IOException("neither a folder nor a jar");
        }
        connection.setUseCaches(false);
        String entry = inJar.getEntryName();
        try (JarFile jar = inJar.getJarFile()) {
            entries(jar, entry == null ? "" : entry, found);
        }
    }

    private static void entries(JarFile jar, String prefix, Set<String> found) throws IOException {
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.startsWith(prefix) && isClassFile(name) && !name.startsWith("META-INF/")) {
                try (InputStream bytes = jar.getInputStream(entry)) {
                    add(bytes, found);
                }
            }
        }
    }

    private static boolean isClassFile(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.endsWith("package-info.class");
    }

    private static void add(InputStream bytes, Set<String> found) throws IOException {
        ClassReader reader = OpenedClassReader.of(bytes.readAllBytes());
        ManagedClass visitor = new ManagedClass();
        reader.accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (visitor.managed) {
            found.add(reader.getClassName().replace('/', '.'));
        }
    }

    private static final class ManagedClass extends ClassVisitor {
        private boolean managed;

        ManagedClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            managed |= MANAGED.contains(descriptor);
            return null;
        }
    }
}
