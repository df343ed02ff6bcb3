package dev.dormouse.lmdb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.internal.flat.FlatForm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single properties, and classes that grow. */
class FlatBuffersTypeTest {

    private static final FlatBuffersType<Cookie> COOKIES = ValueTypes.flatBuffers(Cookie.class);

    private static <V> byte[] encode(ValueType<V> type, V value) {
        ValueBuffer out = new ValueBuffer();
        type.encode(out, value);
        return out.toBytes();
    }

    @Test
    void a_view_reads_single_properties() {
        FlatView<Cookie> view = COOKIES.viewOf(Cookie.sample());
        assertThat(view.get(COOKIES.field("authid", String.class))).isEqualTo("oberstet");
        assertThat(view.get(COOKIES.field("authrole", String.class))).isNull();
        assertThat(view.get(COOKIES.field("secure", Boolean.class))).isFalse();
        assertThat((Object) view.get(COOKIES.field("transportInfo", Map.class)))
                .isEqualTo(Cookie.sample().transportInfo);
        assertThat(view.getInt(COOKIES.field("maxAge", Integer.class))).isZero();
        assertThat(view.getLong(COOKIES.field("authenticatedSession", Long.class)))
                .isEqualTo(-1);
        assertThat(view.value()).isEqualTo(Cookie.sample());
        FlatBuffersType<Everything> everything = ValueTypes.flatBuffers(Everything.class);
        FlatView<Everything> other = everything.viewOf(Everything.sample());
        assertThat(other.get(everything.field("tree.name", String.class))).isEqualTo("root");
        assertThat(other.get(everything.field("absent.name", String.class))).isNull();
        assertThat(other.getDouble(everything.field("twice", Double.class))).isEqualTo(Double.NEGATIVE_INFINITY);
        FlatField<Everything, Double> vague = everything.field("vague", Double.class);
        assertThatThrownBy(() -> other.getDouble(vague)).isInstanceOf(NullPointerException.class);
    }

    /** Every other byte that a property is not made of may be nonsense: it is not looked at. */
    @Test
    void a_view_does_not_touch_the_other_properties() {
        byte[] bytes = encode(COOKIES, Cookie.sample());
        int name = indexOf(bytes, "cbtid");
        int value = indexOf(bytes, "caf\u00e9 \ud83c\udf6a");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(value - 4, Integer.MAX_VALUE);
        FlatView<Cookie> view = COOKIES.views().decode(new UnsafeBuffer(bytes));
        assertThat(name).isPositive();
        assertThat(view.get(COOKIES.field("name", String.class))).isEqualTo("cbtid");
        assertThatThrownBy(() -> view.get(COOKIES.field("value", String.class))).hasMessageContaining("DORM0879");
        assertThatThrownBy(view::value).hasMessageContaining("DORM0879");
    }

    private static int indexOf(byte[] bytes, String text) {
        byte[] sought = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void properties_that_do_not_exist_are_refused() {
        assertThatThrownBy(() -> COOKIES.field("autid", String.class))
                .hasMessageContaining("DORM0882")
                .hasMessageContaining("authid");
        assertThatThrownBy(() -> COOKIES.field("name.first", String.class)).hasMessageContaining("DORM0882");
        assertThatThrownBy(() -> COOKIES.field("maxAge", Long.class))
                .hasMessageContaining("DORM0883")
                .hasMessageContaining("java.lang.Integer");
    }

    private enum Color {
        RED
    }

    private enum Colour {
        RED,
        GREEN
    }

    private record Before(UUID id, Inner inner, Color color) {}

    private record Inner(int number) {}

    private record After(UUID id, Grown inner, Colour color, int count, @Nullable String note, List<String> tags) {}

    private record Grown(int number, @Nullable Double weight) {}

    @SuppressWarnings("UnusedVariable") // read by accessors
    private static class Defaults {
        UUID id = new UUID(1, 1);
        Inner inner = new Inner(5);
        Color color = Color.RED;
        int count = 42;
        String note = "none";
    }

    @Test
    @SuppressWarnings("NullAway") // a component that is absent is null
    void rows_of_before_have_the_defaults_of_what_was_added() {
        FlatBuffersType<Before> before = ValueTypes.flatBuffers(Before.class);
        FlatBuffersType<After> after = ValueTypes.flatBuffers(After.class);
        byte[] old = encode(before, new Before(new UUID(3, 4), new Inner(0), Color.RED));
        After read = after.decode(new UnsafeBuffer(old));
        assertThat(read).isEqualTo(new After(new UUID(3, 4), new Grown(0, null), Colour.RED, 0, null, null));
        assertThat(after.reads(before.name())).isTrue();
        assertThat(before.reads(after.name())).isFalse();
        FlatBuffersType<Defaults> defaults = ValueTypes.flatBuffers(Defaults.class);
        Defaults bean = defaults.decode(new UnsafeBuffer(old));
        assertThat(bean.count).isEqualTo(42);
        assertThat(bean.note).isEqualTo("none");
        assertThat(bean.inner.number()).isZero();
        FlatView<Defaults> view = defaults.views().decode(new UnsafeBuffer(old));
        assertThat(view.getInt(defaults.field("count", Integer.class))).isEqualTo(42);
        assertThat(view.get(defaults.field("note", String.class))).isEqualTo("none");
        assertThat(defaults.schema("x")).contains("count:int = 42;", "color:Color = RED;", "note:string;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a:int}          | {a:int}           | true",
                "{a:int}          | {a:int,b:string}  | true",
                "{a:int,b:string} | {a:int}           | false",
                "{a:int,b:string} | {b:string,a:int}  | false",
                "{a:int}          | {a:integer}       | false",
                "{a:int}          | {a:long}          | false",
                "{}               | {a:int}           | true",
                "{a:(X,Y)}        | {a:(X,Y,Z)}       | true",
                "{a:(X,Y)}        | {a:(Y,X)}         | false",
                "{a:{b:int}}      | {a:{b:int,c:(X)},d:[{e:int}]} | true",
                "{a:[{b:int}],c:int} | {a:[{b:int,d:int}],c:int} | true",
                "{a:[{b:int}],c:int} | {a:[{b:int,d:int}]}       | false",
                "{a:<string:int>} | {a:<string:long>} | false",
                "{a:^1}           | {a:^2}            | false"
            })
    void a_form_reads_those_of_which_it_is_the_end(String older, String newer, boolean reads) {
        assertThat(FlatForm.reads(newer, older)).isEqualTo(reads);
    }

    @Test
    void a_name_is_the_form_of_the_bytes_not_of_the_class() {
        assertThat(ValueTypes.flatBuffers(Everything.Node.class).name())
                .isEqualTo("flatbuffers{name:string,children:[^1]}");
        assertThat(ValueTypes.flatBuffers(Before.class).name())
                .isEqualTo("flatbuffers{id:uuid,inner:{number:integer},color:(RED)}");
    }
}
