package dev.dormouse.lmdb.internal.flat;

import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.shape.Property;
import dev.dormouse.lmdb.internal.shape.Shape;
import dev.dormouse.lmdb.internal.shape.Structure;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The codecs of a structure and of all that it refers to, and the schema that describes their bytes to other languages. */
public final class FlatSchema {

    /** Words that a schema cannot have as names of fields. */
    private static final Set<String> RESERVED = Set.of(
            "table",
            "struct",
            "enum",
            "union",
            "namespace",
            "root_type",
            "include",
            "attribute",
            "rpc_service",
            "file_extension",
            "file_identifier",
            "native_include",
            "bool",
            "byte",
            "ubyte",
            "short",
            "ushort",
            "int",
            "uint",
            "long",
            "ulong",
            "float",
            "double",
            "string",
            "true",
            "false",
            "null");

    private static final Map<String, String> STRUCTS = structs();

    private final Map<Structure, StructureFlat> tables = new HashMap<>();
    private final List<StructureFlat> inOrder = new ArrayList<>();
    private final Map<Class<?>, ConstantFlat> enums = new LinkedHashMap<>();
    private final List<EntriesFlat> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>(STRUCTS.keySet());
    private final Set<String> usedStructs = new HashSet<>();
    private final StructureFlat root;
    private final Class<?> rootClass;

    /**
     * Derives it.
     *
     * @throws IllegalArgumentException if FlatBuffers cannot keep a property
     */
    public FlatSchema(Structure structure) {
        this.rootClass = structure.javaClass();
        this.root = table(structure);
    }

    private static Map<String, String> structs() {
        Map<String, String> structs = new LinkedHashMap<>();
        structs.put("Uuid", "struct Uuid { high:ulong; low:ulong; }\n");
        structs.put("Moment", "struct Moment { seconds:long; nanos:int; }\n");
        structs.put("OffsetTime", "struct OffsetTime { nanos:long; offset:int; }\n");
        structs.put("OffsetMoment", "struct OffsetMoment { seconds:long; nanos:int; offset:int; }\n");
        return structs;
    }

    /** Returns the codec of the structure. */
    public StructureFlat root() {
        return root;
    }

    private StructureFlat table(Structure structure) {
        StructureFlat known = tables.get(structure);
        if (known != null) {
            return known;
        }
        StructureFlat made =
                new StructureFlat(structure, unique(structure.javaClass().getSimpleName()));
        tables.put(structure, made);
        inOrder.add(made);
        List<FlatCodec> codecs = new ArrayList<>();
        for (Property property : structure.properties()) {
            codecs.add(codec(property.shape(), made.typeName() + "." + property, property.name()));
        }
        made.complete(codecs);
        return made;
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private FlatCodec codec(Shape shape, String place, String name) {
        if (shape instanceof Shape.Basic basic) {
            BasicFlat codec = new BasicFlat(basic.type());
            usedStructs.add(codec.typeName());
            return codec;
        }
        if (shape instanceof Shape.Small small) {
            return new SmallFlat(small.javaClass());
        }
        if (shape instanceof Shape.Constant constant) {
            return enums.computeIfAbsent(
                    constant.javaClass(), type -> new ConstantFlat(constant, unique(type.getSimpleName())));
        }
        if (shape instanceof Shape.Numbers numbers) {
            return new NumbersFlat(numbers.element());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return new SequenceFlat(element(sequence.element(), place, name), sequence.isSet());
        }
        if (shape instanceof Shape.Entries map) {
            String entryName = unique(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Entry");
            EntriesFlat codec = new EntriesFlat(
                    entryName, codec(map.key(), place, name), codec(map.value(), place, name + "Value"));
            entries.add(codec);
            return codec;
        }
        if (shape instanceof Structure structure) {
            return table(structure);
        }
        throw unsupported("Object", place);
    }

    private FlatCodec element(Shape shape, String place, String name) {
        boolean vector = shape instanceof Shape.Sequence
                || shape instanceof Shape.Entries
                || shape instanceof Shape.Numbers
                || (shape instanceof Shape.Basic basic
                        && (basic.type() == BasicType.BYTES
                                || basic.type() == BasicType.BIG_INTEGER
                                || basic.type() == BasicType.DECIMAL));
        if (vector) {
            throw unsupported("a vector of vectors", place);
        }
        return codec(shape, place, name);
    }

    private static IllegalArgumentException unsupported(String what, String place) {
        return new IllegalArgumentException(ValueMessages.FLAT_TYPE.text(what, place));
    }

    /** Returns the schema file. */
    public String print(String namespace) {
        StringBuilder text =
                new StringBuilder("// Derived from " + rootClass.getName() + ". Fields are only appended.\n");
        text.append("namespace ").append(namespace).append(";\n");
        STRUCTS.forEach((name, declaration) -> text.append(usedStructs.contains(name) ? declaration : ""));
        enums.values().forEach(each -> text.append(each.declaration()));
        entries.forEach(each -> text.append(each.declaration()));
        inOrder.forEach(each -> text.append(each.declaration()));
        return text.append("root_type ").append(root.typeName()).append(";\n").toString();
    }

    /** Tells whether a schema can give a field of this type a default. */
    static boolean isScalar(FlatCodec codec) {
        return codec instanceof ConstantFlat
                || codec instanceof SmallFlat
                || (codec instanceof BasicFlat && !codec.isReference() && codec.size() < 16);
    }

    static String field(Property property, FlatCodec codec) {
        String name = property.name() + (RESERVED.contains(property.name()) ? "_" : "");
        String initial = isScalar(codec) ? " = " + initial(property) : "";
        return "  " + name + ":" + codec.typeName() + initial + ";\n";
    }

    /** What a reader finds where there is nothing: what the class gives it, too. */
    private static String initial(Property property) {
        Object value = property.initial();
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.toString();
        }
        if (value instanceof Character letter) {
            return String.valueOf((int) letter);
        }
        return value instanceof Enum<?> constant
                ? constant.name()
                : value instanceof Boolean ? value.toString() : "null";
    }
}
