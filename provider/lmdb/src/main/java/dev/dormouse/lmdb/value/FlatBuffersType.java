package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.google.flatbuffers.FlatBufferBuilder;
import dev.dormouse.failure.NearestName;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.flat.FlatCodec;
import dev.dormouse.lmdb.internal.flat.FlatForm;
import dev.dormouse.lmdb.internal.flat.FlatSchema;
import dev.dormouse.lmdb.internal.flat.StructureFlat;
import dev.dormouse.lmdb.internal.record.FlatReader;
import dev.dormouse.lmdb.internal.shape.Property;
import dev.dormouse.lmdb.internal.shape.Shapes;
import dev.dormouse.lmdb.internal.shape.Structure;
import dev.dormouse.lmdb.internal.stream.StreamCodec;
import dev.dormouse.lmdb.internal.stream.StreamCodecs;
import dev.dormouse.lmdb.internal.stream.StreamForm;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Records or beans as FlatBuffers, without a schema file; made by {@link ValueTypes#flatBuffers}. Properties may be appended: rows that were written before have what the class
 * gives a property by itself (what its constructor without parameters leaves; in a record zero, false or null). A map whose class was changed otherwise is refused when it is opened.
 *
 * @param <V> the class of the values
 */
public final class FlatBuffersType<V> implements ValueType<V> {

    private static final String PREFIX = "flatbuffers";

    private final Class<V> javaClass;
    private final FlatSchema schema;
    private final StructureFlat codec;
    private final StreamCodec json;
    private final String form;
    private final ValueType<FlatView<V>> views = new FlatViews<>(this);
    private volatile int expected = 256;

    FlatBuffersType(Class<V> javaClass) {
        Structure structure = Shapes.of(javaClass);
        this.javaClass = javaClass;
        this.schema = new FlatSchema(structure);
        this.codec = schema.root();
        this.json = StreamCodecs.of(structure, StreamForm.JSON);
        this.form = FlatForm.of(codec);
    }

    @Override
    public String name() {
        return PREFIX + form;
    }

    @Override
    public boolean reads(String storedName) {
        return storedName.startsWith(PREFIX) && FlatForm.reads(form, storedName.substring(PREFIX.length()));
    }

    /**
     * Returns the schema, in the language of {@code .fbs} files: what {@code flatc} makes of it reads the values of this type.
     *
     * @param namespace where that code belongs; in Java a package other than that of the class, whose name it has, too
     */
    public String schema(String namespace) {
        return schema.print(namespace);
    }

    /** Returns the type of views on the same values, for maps of which single properties are read. */
    public ValueType<FlatView<V>> views() {
        return views;
    }

    /** Returns a view on a value, encoded here and now. */
    public FlatView<V> viewOf(V value) {
        ValueBuffer out = new ValueBuffer();
        encode(out, value);
        return new FlatView<>(this, new UnsafeBuffer(out.toBytes()));
    }

    /**
     * Returns a property, to be read from views without the others.
     *
     * @param path the name of a component or field, or several with dots between
     * @param type its class; for a primitive, its box
     * @throws IllegalArgumentException if there is none, or it is of another class
     */
    public <T> FlatField<V, T> field(String path, Class<T> type) {
        String[] names = path.split("\\.", -1);
        int[] ordinals = new int[names.length];
        FlatCodec at = codec;
        Property property = null;
        for (int i = 0; i < names.length; i++) {
            StructureFlat table = at instanceof StructureFlat structure ? structure : null;
            ordinals[i] = ordinal(table, names[i], path);
            property = codecProperty(table, ordinals[i]);
            at = table == null ? at : table.codec(ordinals[i]);
        }
        if (property == null || boxed(property.javaClass()) != boxed(type)) {
            Class<?> declared = property == null ? javaClass : boxed(property.javaClass());
            throw new IllegalArgumentException(
                    ValueMessages.PROPERTY_CLASS.text(path, type.getName(), declared.getName()));
        }
        return new FlatField<>(ordinals, at, property.initial());
    }

    private static @Nullable Property codecProperty(@Nullable StructureFlat table, int ordinal) {
        return table == null ? null : table.properties().get(ordinal);
    }

    private int ordinal(@Nullable StructureFlat table, String name, String path) {
        List<String> known = table == null
                ? List.of()
                : table.properties().stream().map(Property::name).toList();
        int ordinal = known.indexOf(name);
        if (ordinal < 0) {
            throw new IllegalArgumentException(
                    ValueMessages.NO_PROPERTY.text(path, javaClass.getName(), NearestName.remedy(name, known)));
        }
        return ordinal;
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    @Override
    public void encode(ValueBuffer out, V value) {
        try {
            FlatBufferBuilder builder = new FlatBufferBuilder(expected);
            builder.finish(codec.elsewhere(builder, value));
            ByteBuffer written = builder.dataBuffer();
            expected = Math.max(expected, Math.min(written.remaining() + 64, 1 << 16));
            out.write(written.array(), written.arrayOffset() + written.position(), written.remaining());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    ValueMessages.NOT_WELL_FORMED.text(PREFIX, javaClass.getName(), String.valueOf(e.getMessage())), e);
        }
    }

    int root(DirectBuffer bytes) {
        try {
            return FlatReader.follow(bytes, 0);
        } catch (IndexOutOfBoundsException e) {
            throw corrupt(bytes, e);
        }
    }

    StoreException corrupt(DirectBuffer bytes, RuntimeException cause) {
        return Corrupt.value(bytes, PREFIX + " of " + javaClass.getName(), "It makes no sense", cause);
    }

    @Override
    public V decode(DirectBuffer bytes) {
        try {
            return javaClass.cast(codec.readTable(bytes, root(bytes)));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw corrupt(bytes, e);
        }
    }

    @Override
    public void writeJson(JsonGenerator out, V value) throws IOException {
        json.write(out, value);
    }

    @Override
    public V readJson(JsonParser in) throws IOException {
        Object value = json.read(in);
        if (value == null) {
            throw new AssertionError("an object is read as null");
        }
        return javaClass.cast(value);
    }
}
