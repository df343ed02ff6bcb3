package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.enhanced.Enhanced;
import dev.dormouse.internal.enhance.weave.library.SameBehaviour;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Runs the plugin as Byte Buddy's plugins for builds do, on the classes of the library. */
final class PluginRun {

    static final String LIBRARY = SameBehaviour.class.getPackageName() + ".";

    private static final ClassLoader LOADER = PluginRun.class.getClassLoader();
    private static final List<String> CLASSES = List.of(
            "Item",
            "Book",
            "Loan",
            "Publisher",
            "Printer",
            "Signature",
            "Stamp",
            "Kept",
            "Exhibit",
            "Provenance",
            "Appraisal",
            "Guild",
            "Workshop",
            "Tools",
            "Desk",
            "Cabinet",
            "Contents",
            "Size",
            "Colour",
            "NativeItem",
            "Visitor",
            "Periodical",
            "Journal",
            "Weekly");

    private PluginRun() {}

    /** Returns the classes as the compiler made them. */
    static Map<String, byte[]> compiled() {
        Map<String, byte[]> files = new TreeMap<>();
        CLASSES.forEach(name -> files.put(LIBRARY + name, compiled(LIBRARY + name)));
        return files;
    }

    static byte[] compiled(String name) {
        try {
            return ClassFileLocator.ForClassLoader.of(LOADER).locate(name).resolve();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns all classes after the plugin ran. */
    static Map<String, byte[]> enhanced(Map<String, byte[]> files) {
        return enhanced(new Plugin.Engine.Default(), ClassFileLocator.ForClassLoader.of(LOADER), files);
    }

    /**
     * Returns all classes after the plugin ran.
     *
     * @param path where classes are that are no source
     */
    static Map<String, byte[]> enhanced(Plugin.Engine engine, ClassFileLocator path, Map<String, byte[]> files) {
        Plugin.Engine.Target.InMemory target = new Plugin.Engine.Target.InMemory();
        Map<String, byte[]> sources = new TreeMap<>();
        files.forEach((name, bytes) -> sources.put(name.replace('.', '/') + ".class", bytes));
        try {
            engine.with(path)
                    .apply(
                            new Plugin.Engine.Source.InMemory(sources),
                            target,
                            new Plugin.Factory.UsingReflection(EnhancementPlugin.class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new TreeMap<>(target.toTypeMap());
    }

    /** Has ASM verify a class. */
    static void verify(String name, byte[] code) {
        StringWriter found = new StringWriter();
        CheckClassAdapter.verify(new ClassReader(code), LOADER, false, new PrintWriter(found));
        assertThat(found.toString()).as(name).isEmpty();
    }

    /** Returns a class as another version would have enhanced it. */
    static byte[] ofFormat(Class<?> type, int format) {
        return new ByteBuddy()
                .redefine(type)
                .annotateType(AnnotationDescription.Builder.ofType(Enhanced.class)
                        .define("format", format)
                        .defineArray("fields", new String[0])
                        .build())
                .make()
                .getBytes();
    }

    /** Returns a class as a Java would have compiled it that Byte Buddy does not know. */
    static byte[] ofNewerJava(byte @Nullable [] code) {
        if (code == null) {
            throw new AssertionError("no class");
        }
        byte[] newer = code.clone();
        newer[7] = (byte) 200;
        return newer;
    }
}
