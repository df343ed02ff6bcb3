package dev.dormouse.internal.enhance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.enhance.weave.EnhancementPlugin;
import jakarta.persistence.Entity;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Compiles an application with a module descriptor, enhances it if that is wanted, and runs it on the module path. */
final class ModuleApplication {

    private static final String BOOK =
            """
            package shop.model;
            import jakarta.persistence.*;
            @Entity
            public class Book {
                @Id private long id;
                private String title;
                @ManyToOne(fetch = FetchType.LAZY) private Book sequelOf;
                protected Book() {}
                public Book(long id, String title, Book sequelOf) {
                    this.id = id;
                    this.title = title;
                    this.sequelOf = sequelOf;
                }
                public String title() { return title; }
                public void title(String title) { this.title = title; }
                public Book sequelOf() { return sequelOf; }
            }
            """;

    private static final String MAIN =
            """
            package shop;
            import jakarta.persistence.*;
            import shop.model.Book;
            public final class Main {
                public static void main(String[] arguments) {
                    try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("shop")) {
                        factory.runInTransaction(manager -> {
                            Book first = new Book(1, "Dune", null);
                            manager.persist(first);
                            manager.persist(new Book(2, "Dune Messiah", first));
                        });
                        factory.runInTransaction(manager -> {
                            Book sequel = manager.find(Book.class, 2L);
                            System.out.println("loaded " + factory.getPersistenceUnitUtil().isLoaded(sequel, "sequelOf"));
                            sequel.sequelOf().title("Arrakis");
                        });
                        System.out.println("found " + factory.<String>callInTransaction(
                                manager -> manager.find(Book.class, 1L).title()));
                    }
                }
            }
            """;

    private static final String UNIT =
            """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
              <persistence-unit name="shop">
                <provider>dev.dormouse.DormousePersistenceProvider</provider>
                <class>shop.model.Book</class>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <properties>
                  <property name="jakarta.persistence.jdbc.url" value="memory:shop"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    private final Path folder;
    private final List<Path> modules;
    private final List<String> options = new ArrayList<>();

    private ModuleApplication(Path folder, List<Path> modules) {
        this.folder = folder;
        this.modules = modules;
    }

    /**
     * Compiles one.
     *
     * @param descriptor the content of its module descriptor
     * @param modules what stands on the module path beside the API
     */
    static ModuleApplication compiled(Path folder, String descriptor, Path... modules) throws IOException {
        return compiled(folder, descriptor, BOOK, modules);
    }

    /** Compiles one that extends a class of another module. */
    static ModuleApplication extending(Path folder, Path library, String descriptor) throws IOException {
        return compiled(folder, descriptor, LibraryModule.BOOK, library);
    }

    private static ModuleApplication compiled(Path folder, String descriptor, String book, Path... modules)
            throws IOException {
        List<Path> path = new ArrayList<>(List.of(modules));
        path.add(persistence());
        ModuleApplication application = new ModuleApplication(folder, path);
        compile(
                folder.resolve("sources"),
                application.classes(),
                path,
                Map.of(
                        "module-info.java",
                        "module shop {\n" + descriptor + "\n}",
                        "shop/model/Book.java",
                        book,
                        "shop/Main.java",
                        MAIN));
        String superclass = book.equals(BOOK) ? "" : "<class>library.model.Item</class>";
        write(
                application.classes().resolve("META-INF/persistence.xml"),
                UNIT.replace("<class>shop.model.Book</class>", superclass + "<class>shop.model.Book</class>"));
        return application;
    }

    /** Returns where the API is, a module. */
    static Path persistence() {
        return locationOf(Entity.class);
    }

    /** Compiles the files of a module. */
    static void compile(Path sources, Path classes, List<Path> path, Map<String, String> texts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            files.add(write(sources.resolve(text.getKey()), text.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            assertThat(compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("--release", "17", "--module-path", path(path), "-d", classes.toString()),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files))
                            .call())
                    .isTrue();
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String path(List<Path> parts) {
        return parts.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Puts the provider into a jar that is a module of a name. */
    static Path provider(Path folder, String name) throws IOException {
        Path classes = locationOf(EnhancementPlugin.class);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", name);
        Path jar = folder.resolve("provider.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    /** Enhances it in place, as a build does. */
    ModuleApplication enhanced() throws IOException {
        enhance(classes(), modules.get(0));
        return this;
    }

    /** Enhances the classes of a folder in place, which may need those of another one. */
    static void enhance(Path classes, Path other) throws IOException {
        ClassFileLocator provider = ClassFileLocator.ForClassLoader.of(ModuleApplication.class.getClassLoader());
        ClassFileLocator others = Files.isDirectory(other)
                ? new ClassFileLocator.Compound(new ClassFileLocator.ForFolder(other.toFile()), provider)
                : provider;
        new Plugin.Engine.Default()
                .with(others)
                .apply(
                        classes.toFile(),
                        classes.toFile(),
                        List.of(new Plugin.Factory.UsingReflection(EnhancementPlugin.class)));
    }

    /** Gives the JVM an option. */
    ModuleApplication with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Runs it, and returns what it wrote. */
    String run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--module-path",
                path(modules) + File.pathSeparator + classes(),
                "--class-path",
                System.getProperty("java.class.path"),
                "--module",
                "shop/shop.Main"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
