package dev.dormouse.internal.mapping.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dormouse.internal.mapping.model.MemberModel;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.RawMember;
import dev.dormouse.internal.mapping.raw.TypeHierarchy;
import dev.dormouse.internal.mapping.raw.TypeUse;
import dev.dormouse.internal.mapping.wellformed.Basics;
import dev.dormouse.internal.mapping.wellformed.Embeddables;
import dev.dormouse.internal.mapping.wellformed.Ids;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassFileSourceTest {

    private final ClassFileSource source = new ClassFileSource(ClassFileSourceTest.class.getClassLoader());

    @Test
    void describesWhatWasWritten() {
        RawClass type = source.find(Basics.Everything.class.getName()).orElseThrow();

        assertThat(type.nesting()).isEqualTo(RawClass.Nesting.STATIC_MEMBER);
        assertThat(type.isAbstract()).isFalse();
        assertThat(type.constructors()).hasSize(1);
        RawAnnotation table = type.annotations().find(Table.class).orElseThrow();
        assertThat(table.written()).containsExactlyInAnyOrder("name", "schema", "indexes", "uniqueConstraints");
        assertThat(table.annotations("indexes").get(1).flag("unique")).isTrue();
        assertThat(table.text("catalog")).isEmpty();
    }

    @Test
    void pairsGettersWithSetters() {
        RawClass type = source.find(Basics.Properties.class.getName()).orElseThrow();

        assertThat(type.members(MemberModel.Kind.PROPERTY))
                .extracting(RawMember::name, RawMember::getter, RawMember::setter)
                .containsExactlyInAnyOrder(
                        tuple("key", "getKey", "setKey"),
                        tuple("text", "getText", "setText"),
                        tuple("open", "isOpen", "setOpen"),
                        tuple("length", "getLength", null),
                        tuple("double", "getDouble", "setDouble"));
    }

    @Test
    void keepsTypeVariablesWithTheirBounds() {
        RawClass type = source.find(Ids.Identified.class.getName()).orElseThrow();

        assertThat(type.typeVariables()).containsExactly("T");
        TypeUse use = type.members().get(0).type();
        assertThat(use).isEqualTo(new TypeUse("java.io.Serializable", "T", List.of()));
        assertThat(use.resolve(Map.of("T", TypeName.of(Long.class)))).isEqualTo(TypeName.of(Long.class));
    }

    @Test
    void answersTypeHierarchiesWithoutLoading() {
        TypeHierarchy types = new TypeHierarchy(source);

        assertThat(types.isSubtype("java.util.ArrayList", "java.io.Serializable"))
                .isTrue();
        assertThat(types.isSubtype("java.util.List", "java.io.Serializable")).isFalse();
        assertThat(types.arguments(
                        source.find(Embeddables.YesNo.class.getName()).orElseThrow(),
                        AttributeConverter.class.getName()))
                .contains(List.of(TypeName.of(Boolean.class), TypeName.of(String.class)));
    }

    @Test
    void findsNothingWhereThereIsNoClass() {
        assertThat(source.find("no.such.Thing")).isEmpty();
        assertThat(source.packageAnnotations("no.such")).isEqualTo(RawAnnotations.NONE);
    }

    @Test
    void saysWhichClassFileCannotBeRead() {
        ClassLoader broken = new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
            }
        };

        assertThatThrownBy(() -> new ClassFileSource(broken).find("a.B"))
                .isInstanceOf(PersistenceException.class)
                .hasMessageStartingWith("DORM0102 Class file cannot be read: 'a.B'");
    }
}
