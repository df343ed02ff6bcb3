package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.dormouse.lmdb.internal.record.FlatReader;
import dev.dormouse.lmdb.internal.shape.Property;
import dev.dormouse.lmdb.internal.shape.Structure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** A record or bean as a table: field n is property n. An absent field is what the class gives it, so a null is kept only where that is null, too. */
public final class StructureFlat extends FlatCodec {

    private final Structure structure;
    private final String name;
    private List<FlatCodec> codecs = List.of();
    private int[] bySize = {};

    StructureFlat(Structure structure, String name) {
        this.structure = structure;
        this.name = name;
    }

    void complete(List<FlatCodec> all) {
        codecs = all;
        bySize = IntStream.range(0, all.size())
                .boxed()
                .sorted((a, b) -> all.get(b).size() - all.get(a).size())
                .mapToInt(i -> i)
                .toArray();
    }

    /** Returns the properties. */
    public List<Property> properties() {
        return structure.properties();
    }

    /** Returns the codec of a property. */
    public FlatCodec codec(int ordinal) {
        return codecs.get(ordinal);
    }

    @Override
    int size() {
        return 4;
    }

    @Override
    boolean isReference() {
        return true;
    }

    @Override
    public int elsewhere(FlatBufferBuilder out, Object value) {
        List<Property> properties = structure.properties();
        int count = codecs.size();
        @Nullable Object[] held = new Object[count];
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            if (!properties.get(i).isWhole()) {
                Object one = held(properties.get(i), value);
                held[i] = one;
                places[i] = one == null || !codecs.get(i).isReference()
                        ? 0
                        : codecs.get(i).elsewhere(out, one);
            }
        }
        out.startTable(count);
        for (int i : bySize) {
            Object one = held[i];
            if (properties.get(i).isWhole()) {
                codecs.get(i).wholeInPlace(out, properties.get(i).getLong(value));
                out.slot(i);
            } else if (one != null) {
                if (codecs.get(i).isReference()) {
                    out.addOffset(places[i]);
                } else {
                    codecs.get(i).inPlace(out, one);
                }
                out.slot(i);
            }
        }
        return out.endTable();
    }

    private @Nullable Object held(Property property, Object owner) {
        Object value = property.get(owner);
        if (value == null && property.initial() != null) {
            throw new IllegalArgumentException(
                    "null in " + name + "." + property + ", which the class itself sets to " + property.initial());
        }
        return value;
    }

    @Override
    void inPlace(FlatBufferBuilder out, Object value) {
        throw new AssertionError("a reference");
    }

    @Override
    public Object read(DirectBuffer in, int at) {
        return readTable(in, follow(in, at));
    }

    /** Reads the object whose table begins at a place. */
    public Object readTable(DirectBuffer in, int table) {
        @Nullable Object[] values = structure.blank();
        for (int i = 0; i < values.length; i++) {
            int at = FlatReader.field(in, table, i);
            if (at != 0) {
                values[i] = codecs.get(i).read(in, at);
            }
        }
        return structure.make(values);
    }

    @Override
    String typeName() {
        return name;
    }

    @Override
    void form(FlatForm out) {
        if (out.isOpen(this)) {
            return;
        }
        out.open(this);
        for (int i = 0; i < codecs.size(); i++) {
            out.add(i == 0 ? "" : ",");
            out.add(structure.properties().get(i).name()).add(":");
            codecs.get(i).form(out);
        }
        out.close();
    }

    String declaration() {
        return IntStream.range(0, codecs.size())
                .mapToObj(i -> FlatSchema.field(structure.properties().get(i), codecs.get(i)))
                .collect(Collectors.joining("", "table " + name + " {\n", "}\n"));
    }
}
