package dev.dormouse.internal.enhance;

import static dev.dormouse.internal.enhance.Members.component;
import static dev.dormouse.internal.enhance.Members.field;
import static dev.dormouse.internal.enhance.Members.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.enhance.elsewhere.FarBase;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.BasicValue;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.MemberModel;
import jakarta.persistence.PersistenceException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassAccessorTest {

    private static ClassAccessor accessor(Class<?> type, MemberModel... members) {
        List<BasicAttribute> attributes = Arrays.stream(members)
                .map(m -> new BasicAttribute(
                        m,
                        new BasicValue(m.type(), BasicKind.SERIALIZABLE, false, null, null, null),
                        ColumnModel.of(DatabaseName.of(m.name())),
                        null,
                        false,
                        true))
                .toList();
        return new ClassAccessors().of(type, new Attributes(attributes));
    }

    @SuppressWarnings("UnusedVariable")
    private static final class Everything {
        private boolean flag;
        private byte tiny;
        private short small;
        private char letter;
        private int number;
        private long big;
        private float single;
        private double precise;
        private @Nullable String text;
        private int @Nullable [] numbers;

        private Everything() {}
    }

    private static final MemberModel[] EVERYTHING = {
        field(Everything.class, "flag", boolean.class),
        field(Everything.class, "tiny", byte.class),
        field(Everything.class, "small", short.class),
        field(Everything.class, "letter", char.class),
        field(Everything.class, "number", int.class),
        field(Everything.class, "big", long.class),
        field(Everything.class, "single", float.class),
        field(Everything.class, "precise", double.class),
        field(Everything.class, "text", String.class),
        field(Everything.class, "numbers", int[].class)
    };

    @Test
    void privateFieldsOfAPrivateNestedClassAreTouchedDirectly() {
        ClassAccessor accessor = accessor(Everything.class, EVERYTHING);
        Object instance = accessor.newInstance();
        Object[] values = {true, (byte) -5, (short) 700, 'x', 123456, 1L << 40, 1.5f, 2.5, "text", new int[] {1}};
        for (int i = 0; i < values.length; i++) {
            accessor.set(instance, i, values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            assertThat(accessor.get(instance, i)).isEqualTo(values[i]);
        }
        Everything typed = (Everything) instance;
        assertThat(typed.flag).isTrue();
        assertThat(typed.letter).isEqualTo('x');
        assertThat(typed.numbers).containsExactly(1);
    }

    @Test
    void primitivesPassUnboxed() {
        ClassAccessor accessor = accessor(Everything.class, EVERYTHING);
        Everything instance = (Everything) accessor.newInstance();
        accessor.setBoolean(instance, 0, true);
        accessor.setInt(instance, 1, 258);
        accessor.setInt(instance, 3, 'y');
        accessor.setInt(instance, 4, -9);
        accessor.setLong(instance, 5, Long.MIN_VALUE);
        accessor.setFloat(instance, 6, 0.25f);
        accessor.setDouble(instance, 7, -0.0);
        assertThat(instance.tiny).as("narrowed as a cast does").isEqualTo((byte) 2);
        assertThat(accessor.getBoolean(instance, 0)).isTrue();
        assertThat(accessor.getInt(instance, 3)).isEqualTo('y');
        assertThat(accessor.getInt(instance, 4)).isEqualTo(-9);
        assertThat(accessor.getLong(instance, 5)).isEqualTo(Long.MIN_VALUE);
        assertThat(accessor.getFloat(instance, 6)).isEqualTo(0.25f);
        assertThat(accessor.getDouble(instance, 7)).isEqualTo(-0.0);
    }

    @Test
    void nullStandsAsZeroForAPrimitive() {
        ClassAccessor accessor = accessor(Everything.class, EVERYTHING);
        Everything instance = (Everything) accessor.newInstance();
        instance.number = 5;
        accessor.set(instance, 4, null);
        accessor.set(instance, 8, null);
        assertThat(instance.number).isZero();
    }

    @Test
    void aWrongFormIsABrokenInvariant() {
        ClassAccessor accessor = accessor(Everything.class, EVERYTHING);
        assertThatThrownBy(() -> accessor.getLong(accessor.newInstance(), 4)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> accessor.get(accessor.newInstance(), 99)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> accessor.get("no entity", 0)).isInstanceOf(ClassCastException.class);
    }

    private static class Near extends FarBase {
        String own = "";
    }

    @Test
    void inheritedMembersOfAnotherPackageAreReached() {
        ClassAccessor accessor = accessor(
                Near.class,
                field(FarBase.class, "secret", long.class),
                field(Near.class, "own", String.class),
                field(FarBase.class, "guarded", String.class),
                field(FarBase.class, "near", int.class),
                property(FarBase.class, "ratio", double.class, "getRatio", "setRatio"),
                field(FarBase.class, "fixed", int.class));
        Near instance = (Near) accessor.newInstance();
        accessor.setLong(instance, 0, 42);
        accessor.set(instance, 1, "mine");
        accessor.set(instance, 2, "guarded");
        accessor.setDouble(instance, 4, 3.5);
        accessor.setInt(instance, 5, 77);
        assertThat(instance.readSecret()).isEqualTo(42);
        assertThat(accessor.get(instance, 0)).isEqualTo(42L);
        assertThat(instance.own).isEqualTo("mine");
        assertThat(accessor.get(instance, 2)).isEqualTo("guarded");
        assertThat(accessor.getInt(instance, 3)).isEqualTo(7);
        assertThat(accessor.get(instance, 4)).isEqualTo(3.5);
        assertThat(instance.fixed).as("a final field, by the reflective way").isEqualTo(77);
    }

    static class Fluent {
        private int calls;
        private long value;

        protected Fluent() {}

        protected long getValue() {
            calls++;
            return value;
        }

        protected Fluent setValue(long v) {
            calls++;
            value = v;
            return this;
        }
    }

    @Test
    void propertyAccessCallsTheMethods() {
        ClassAccessor accessor =
                accessor(Fluent.class, property(Fluent.class, "value", long.class, "getValue", "setValue"));
        Fluent instance = (Fluent) accessor.newInstance();
        accessor.setLong(instance, 0, 5);
        assertThat(accessor.get(instance, 0)).isEqualTo(5L);
        assertThat(instance.calls).isEqualTo(2);
    }

    private record Point(int x, @Nullable String name, long y) {}

    @Test
    void recordsAreMadeByTheirConstructor() {
        ClassAccessor accessor = accessor(
                Point.class,
                component(Point.class, "x", int.class),
                component(Point.class, "name", String.class),
                component(Point.class, "y", long.class));
        Object point = accessor.construct(new @Nullable Object[] {1, null, 3L});
        assertThat(point).isEqualTo(new Point(1, null, 3));
        assertThat(accessor.getInt(point, 0)).isEqualTo(1);
        assertThat(accessor.get(point, 2)).isEqualTo(3L);
        assertThat(accessor.construct(new @Nullable Object[] {null, "n", null})).isEqualTo(new Point(0, "n", 0));
    }

    @SuppressWarnings("UnusedVariable")
    abstract static class Base<T> {
        private @Nullable T id;
    }

    static class Concrete extends Base<Long> {}

    @Test
    void aTypeVariableIsItsErasureInTheBytecode() {
        ClassAccessor accessor = accessor(Concrete.class, field(Base.class, "id", Object.class));
        Object instance = accessor.newInstance();
        accessor.set(instance, 0, 9L);
        assertThat(accessor.get(instance, 0)).isEqualTo(9L);
    }

    @Test
    void aMissingMemberIsNamed() {
        assertThatThrownBy(() -> accessor(Everything.class, field(Everything.class, "gone", int.class)))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0200")
                .hasMessageContaining("Everything.gone");
    }

    @Test
    void aClassWithoutPlainConstructorCannotBeMade() {
        ClassAccessor accessor = accessor(Base.class, field(Base.class, "id", Object.class));
        assertThatThrownBy(accessor::newInstance).isInstanceOf(AssertionError.class);
    }

    @Test
    void aClosedClassSaysHowToOpenIt() {
        assertThatThrownBy(() -> accessor(Integer.class, field(Integer.class, "value", int.class)))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0202")
                .hasMessageContaining("opens");
    }

    @Test
    void accessorsAreMadeOnce() {
        ClassAccessors accessors = new ClassAccessors();
        Attributes none = new Attributes(List.of());
        assertThat(accessors.of(Fluent.class, none)).isSameAs(accessors.of(Fluent.class, none));
    }
}
