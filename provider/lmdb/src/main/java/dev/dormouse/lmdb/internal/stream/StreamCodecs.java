package dev.dormouse.lmdb.internal.stream;

import dev.dormouse.lmdb.internal.shape.Property;
import dev.dormouse.lmdb.internal.shape.Shape;
import dev.dormouse.lmdb.internal.shape.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the codecs of shapes, one a structure, so that a structure may refer to itself. */
public final class StreamCodecs {

    private final StreamForm form;
    private final Map<Structure, StructureCodec> structures = new HashMap<>();

    private StreamCodecs(StreamForm form) {
        this.form = form;
    }

    /** Makes the codec of a shape. */
    public static StreamCodec of(Shape shape, StreamForm form) {
        return new StreamCodecs(form).codec(shape);
    }

    private StreamCodec codec(Shape shape) {
        if (shape instanceof Shape.Basic basic) {
            return new ScalarCodecs.Basic(form, basic.type());
        }
        if (shape instanceof Shape.Small small) {
            return new ScalarCodecs.Small(small.javaClass());
        }
        if (shape instanceof Shape.Constant constant) {
            return new ScalarCodecs.Constant(constant);
        }
        if (shape instanceof Shape.Numbers numbers) {
            return new NumbersCodec(numbers.element());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return new CollectionCodecs.Sequence(codec(sequence.element()), sequence.isSet());
        }
        if (shape instanceof Shape.Entries entries) {
            return new CollectionCodecs.Entries(entries.key(), codec(entries.value()));
        }
        return shape instanceof Structure structure ? structure(structure) : TreeCodec.INSTANCE;
    }

    private StructureCodec structure(Structure structure) {
        StructureCodec known = structures.get(structure);
        if (known != null) {
            return known;
        }
        StructureCodec made = new StructureCodec(structure);
        structures.put(structure, made);
        List<StreamCodec> codecs = new ArrayList<>();
        for (Property property : structure.properties()) {
            codecs.add(codec(property.shape()));
        }
        made.complete(codecs);
        return made;
    }
}
