package dev.dormouse.spec;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Makes a copy of compiled classes in which entities are enhanced, as the build plugin does, so that the suite runs on both. */
public final class EnhancedCopy {

    private EnhancedCopy() {}

    /**
     * Makes the copy.
     *
     * @param arguments the folder of the classes, and that of the copy
     */
    public static void main(String... arguments) throws IOException, ClassNotFoundException {
        ClassLoader loader = EnhancedCopy.class.getClassLoader();
        List<Plugin.Factory> plugins = new ArrayList<>();
        for (String name : Plugin.Engine.Default.scan(loader)) {
            plugins.add(new Plugin.Factory.UsingReflection(
                    Class.forName(name, true, loader).asSubclass(Plugin.class)));
        }
        new Plugin.Engine.Default()
                .with(ClassFileLocator.ForClassLoader.of(loader))
                .apply(
                        new Plugin.Engine.Source.ForFolder(new File(arguments[0])),
                        new Plugin.Engine.Target.ForFolder(new File(arguments[1])),
                        plugins);
    }
}
