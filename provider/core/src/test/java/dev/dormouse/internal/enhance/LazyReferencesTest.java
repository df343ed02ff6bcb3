package dev.dormouse.internal.enhance;

import static dev.dormouse.internal.enhance.Members.field;
import static dev.dormouse.internal.enhance.Members.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.enhance.elsewhere.FarBase;
import jakarta.persistence.EntityNotFoundException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LazyReferencesTest {

    /** Loads a name and counts. */
    private static final class NameLoader implements LazyLoader {
        private int loads;

        @Override
        public void load(LazyReference reference) {
            loads++;
            reference.dormouseLoader(null);
            ((Author) reference).setName("loaded");
        }
    }

    static class Author implements Serializable {
        private static final long serialVersionUID = 1L;
        private long id;
        private String name = "";

        protected Author() {
            setName("by the constructor");
        }

        long getId() {
            return id;
        }

        long idPlusOne() {
            return id + 1;
        }

        protected String getName() {
            return name;
        }

        void setName(String name) {
            this.name = name;
        }

        double mixed(int a, long b, String c, double d) {
            return a + b + c.length() + d;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Author author && author.id == id;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }

    private final NameLoader loader = new NameLoader();

    private Author unloaded() {
        LazyReference reference = LazyReferences.of(Author.class, List.of(field(Author.class, "id", long.class)))
                .newReference();
        Author author = (Author) reference;
        author.id = 7;
        reference.dormouseLoader(loader);
        return author;
    }

    @Test
    void aReferenceIsOfASubclassWhoseNameTellsIt() {
        Author author = unloaded();
        assertThat(author.getClass()).isNotEqualTo(Author.class);
        assertThat(author.getClass().getName()).contains("$$");
        assertThat(author.getClass().getSuperclass()).isEqualTo(Author.class);
        assertThat(LazyReference.entityClass(author)).isEqualTo(Author.class);
        assertThat(LazyReference.entityClass(new Author())).isEqualTo(Author.class);
        assertThat(LazyReference.isLoaded(new Author())).isTrue();
    }

    @Test
    void anyMethodLoadsOnce() {
        Author author = unloaded();
        assertThat(LazyReference.isLoaded(author)).isFalse();
        assertThat(author.getName()).isEqualTo("loaded");
        assertThat(LazyReference.isLoaded(author)).isTrue();
        assertThat(author.mixed(1, 2, "abc", 0.5)).isEqualTo(6.5);
        assertThat(loader.loads).isEqualTo(1);
    }

    @Test
    void equalsAndHashCodeLoadWhereTheyAreWritten() {
        assertThat(unloaded().hashCode()).isEqualTo(7);
        assertThat(loader.loads).isEqualTo(1);
        assertThat(unloaded()).isEqualTo(unloaded());
        assertThat(loader.loads).isEqualTo(2);
    }

    @Test
    void aSetterLoadsBeforeItSets() {
        Author author = unloaded();
        author.setName("changed");
        assertThat(author.getName()).isEqualTo("changed");
        assertThat(loader.loads).isEqualTo(1);
    }

    @Test
    void returningTheIdFieldDoesNotLoad() {
        Author author = unloaded();
        assertThat(author.getId()).isEqualTo(7);
        assertThat(loader.loads).isZero();
        assertThat(author.idPlusOne()).isEqualTo(8);
        assertThat(loader.loads).isEqualTo(1);
    }

    @Test
    void theGetterOfAnIdPropertyDoesNotLoad() {
        LazyReference reference = LazyReferences.of(
                        Author.class, List.of(property(Author.class, "name", String.class, "getName", "setName")))
                .newReference();
        reference.dormouseLoader(loader);
        assertThat(((Author) reference).getName()).isEqualTo("by the constructor");
        assertThat(((Author) reference).getId()).as("no id here, and it loads").isZero();
        assertThat(loader.loads).isEqualTo(1);
    }

    @Test
    void whatTheLoaderThrowsReachesTheCaller() {
        Author author = unloaded();
        ((LazyReference) author).dormouseLoader(reference -> {
            throw new EntityNotFoundException("none");
        });
        assertThatThrownBy(author::getName).isInstanceOf(EntityNotFoundException.class);
        assertThat(LazyReference.isLoaded(author)).isFalse();
    }

    static class Plain {
        int id;

        @Override
        public String toString() {
            return "Plain " + id;
        }
    }

    @Test
    void identityNeedsNoState() {
        LazyReference reference = LazyReferences.of(Plain.class, List.of()).newReference();
        reference.dormouseLoader(r -> {
            throw new AssertionError("loaded");
        });
        assertThat(reference.equals(reference)).isTrue();
        assertThat(reference.hashCode()).isEqualTo(System.identityHashCode(reference));
        assertThatThrownBy(reference::toString).hasMessage("loaded");
    }

    @Test
    void aSerializedReferenceIsAPlainEntity() throws IOException, ClassNotFoundException {
        Author author = unloaded();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(author);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Author copy = (Author) in.readObject();
            assertThat(copy.getClass()).isEqualTo(Author.class);
            assertThat(copy.id).isEqualTo(7);
            assertThat(copy.name).isEqualTo("loaded");
        }
    }

    static final class Final {}

    abstract static class Abstract {}

    static class FinalMethod {
        public final void fixed() {}
    }

    static class NoConstructor {
        NoConstructor(int ignored) {}
    }

    static class FarPrivate extends FarBase {}

    @Test
    void obstaclesAreNamed() {
        assertThat(obstacle(Final.class)).contains("the class is final");
        assertThat(obstacle(Abstract.class)).contains("the class is abstract");
        assertThat(obstacle(FinalMethod.class)).contains("the method fixed cannot be overridden");
        assertThat(obstacle(NoConstructor.class)).contains("the class has no constructor without parameters");
        assertThat(obstacle(FarPrivate.class)).isEmpty();
        assertThatThrownBy(() -> LazyReferences.of(Final.class, List.of()).newReference())
                .isInstanceOf(AssertionError.class);
    }

    private static java.util.Optional<String> obstacle(Class<?> type) {
        return LazyReferences.of(type, List.of()).obstacle();
    }

    @Test
    void protectedMethodsOfAnotherPackageLoadToo() {
        LazyReference reference = LazyReferences.of(FarPrivate.class, List.of()).newReference();
        int[] loads = {0};
        reference.dormouseLoader(r -> {
            loads[0]++;
            r.dormouseLoader(null);
        });
        assertThat(((FarBase) reference).readSecret()).isZero();
        assertThat(loads[0]).isEqualTo(1);
    }
}
