package dev.dormouse.internal.mapping.source;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Tells from the bytes of a class file whether a scanner should list it as a class of the persistence unit. */
public final class ManagedClassFile {

    private static final Set<String> MARKERS = Stream.of(
                    Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
            .map(Type::getDescriptor)
            .collect(Collectors.toUnmodifiableSet());

    private ManagedClassFile() {}

    /**
     * Returns the name of the class if it is annotated as entity, embeddable, mapped superclass or converter.
     *
     * @param classFile the bytes of a class file
     * @return the name, as {@link Class#getName()} gives it; empty for any other class, and for bytes that are no class file
     */
    public static Optional<String> managedClassName(byte[] classFile) {
        if (classFile.length < 4 || ByteBuffer.wrap(classFile).getInt() != 0xCAFEBABE) {
            return Optional.empty();
        }
        ClassReader reader = OpenedClassReader.of(classFile);
        Search search = new Search();
        reader.accept(search, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return search.found ? Optional.of(reader.getClassName().replace('/', '.')) : Optional.empty();
    }

    private static final class Search extends ClassVisitor {

        private boolean found;

        Search() {
            super(OpenedClassReader.ASM_API);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            found |= MARKERS.contains(descriptor);
            return null;
        }
    }
}
