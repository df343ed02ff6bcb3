package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.jpa.JpaSide;
import dev.dormouse.benchmarks.model.Person;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;

/** The classes of the model as the build plugin makes them, in a class loader of their own beside the plain ones: one set of sources, both kinds in one build. */
final class EnhancedClasses extends URLClassLoader {

    /** Where they are, if another JVM has made them: one that measures should not have run the plugin. */
    private static final String FOLDER = "dormouse.benchmarks.enhanced";

    private static final List<String> ROOMS =
            List.of(Person.class.getPackageName() + ".", JpaSide.class.getPackageName() + ".");

    private final Path enhanced;

    private EnhancedClasses(Path enhanced, Path rest) throws MalformedURLException {
        super(new URL[] {enhanced.toUri().toURL(), rest.toUri().toURL()}, EnhancedClasses.class.getClassLoader());
        this.enhanced = enhanced;
    }

    /** Makes them, and returns the argument by which a JVM finds them. */
    static String argument() {
        return "-D" + FOLDER + "=" + Holder.LOADER.enhanced;
    }

    /** Opens a side whose entities are enhanced. */
    static Side open(String provider, Path folder) {
        try {
            return (Side) Holder.LOADER
                    .loadClass(JpaSide.class.getName())
                    .getMethod("open", String.class, Path.class)
                    .invoke(null, provider, folder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The enhanced side does not open", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ROOMS.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    private static final class Holder {

        static final EnhancedClasses LOADER = load();

        private static EnhancedClasses load() {
            try {
                Path classes = Path.of(Person.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                String known = System.getProperty(FOLDER);
                return new EnhancedClasses(known == null ? weave(classes) : Path.of(known), classes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Path weave(Path classes) throws IOException, ClassNotFoundException {
            String model = Person.class.getPackageName().replace('.', '/');
            TemporaryFolder folder = new TemporaryFolder();
            Runtime.getRuntime().addShutdownHook(new Thread(folder::close, "enhanced-classes-end"));
            Path plain = folder.path().resolve("plain");
            TemporaryFolder.copy(classes.resolve(model), plain.resolve(model));
            Path enhanced = Files.createDirectories(folder.path().resolve("enhanced"));
            weave(plain.toFile(), enhanced.toFile());
            return enhanced;
        }

        private static void weave(File plain, File enhanced) throws IOException, ClassNotFoundException {
            ClassLoader loader = EnhancedClasses.class.getClassLoader();
            List<Plugin.Factory> plugins = new ArrayList<>();
            for (String name : Plugin.Engine.Default.scan(loader)) {
                plugins.add(new Plugin.Factory.UsingReflection(
                        Class.forName(name, true, loader).asSubclass(Plugin.class)));
            }
            new Plugin.Engine.Default()
                    .with(ClassFileLocator.ForClassLoader.of(loader))
                    .apply(
                            new Plugin.Engine.Source.ForFolder(plain),
                            new Plugin.Engine.Target.ForFolder(enhanced),
                            plugins);
        }
    }
}
