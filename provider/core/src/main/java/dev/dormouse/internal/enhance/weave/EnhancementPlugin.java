package dev.dormouse.internal.enhance.weave;

import dev.dormouse.internal.enhance.EnhanceMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The build plugin, run by the plugins of Byte Buddy for Maven and Gradle, which find it by {@code META-INF/net.bytebuddy/build.plugins}.
 * It changes classes only where something is to be told of, and none that it changed before.
 */
public final class EnhancementPlugin implements Plugin.WithPreprocessor {

    private static final System.Logger LOG = System.getLogger(EnhancementPlugin.class.getName());

    private final Set<String> toChange = new HashSet<>();
    private @Nullable PersistentFields fields;

    /** Made by Byte Buddy. */
    public EnhancementPlugin() {}

    @Override
    public void onPreprocess(TypeDescription type, ClassFileLocator files) {
        PersistentFields known = fields(files);
        known.obstacle(type.getName())
                .ifPresent(
                        obstacle -> LOG.log(Level.WARNING, EnhanceMessages.LEFT_PLAIN.text(type.getName(), obstacle)));
        ClassWeaver trial = new ClassWeaver(known, new ClassWriter(0));
        try {
            OpenedClassReader.of(files.locate(type.getName()).resolve())
                    .accept(trial, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (trial.isChanged()) {
            toChange.add(type.getName());
        }
    }

    private synchronized PersistentFields fields(ClassFileLocator files) {
        if (fields == null) {
            fields = new PersistentFields(files);
        }
        return fields;
    }

    @Override
    public boolean matches(TypeDescription type) {
        return toChange.contains(type.getName());
    }

    @Override
    public DynamicType.Builder<?> apply(DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator files) {
        PersistentFields known = fields(files);
        return builder.visit(new AsmVisitorWrapper.AbstractBase() {
            @Override
            public ClassVisitor wrap(
                    TypeDescription instrumented,
                    ClassVisitor next,
                    Implementation.Context context,
                    TypePool pool,
                    FieldList<FieldDescription.InDefinedShape> declaredFields,
                    MethodList<?> methods,
                    int writerFlags,
                    int readerFlags) {
                return new ClassWeaver(known, next);
            }
        });
    }

    @Override
    public void close() {}
}
