package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The schema of FlatBuffers records in the language of {@code flatc}: what another program needs to read them. Fields have the numbers of the catalog, which only appends, so
 * code from an older schema reads newer records. Every field may be absent, which is null.
 */
public final class FlatSchema {

    /** Words of the schema language, which are no names. */
    private static final Set<String> WORDS = Set.of(
            "table struct enum union namespace root_type include attribute file_identifier file_extension rpc_service native_include null true false inf nan"
                    .split(" "));

    private static final Map<BasicType, String> STRUCTS = Map.of(
            BasicType.UUID, "Uuid { high:ulong; low:ulong; }",
            BasicType.TIMESTAMP, "Timestamp { seconds:long; nanoseconds:int; }",
            BasicType.INSTANT, "Instant { seconds:long; nanoseconds:int; }",
            BasicType.OFFSET_TIME, "OffsetTime { nanoseconds:long; offset:int; }",
            BasicType.OFFSET_TIMESTAMP, "OffsetTimestamp { seconds:long; nanoseconds:int; offset:int; }");

    private static final String BYTES = "Bytes";

    private final Map<String, String> declarations = new LinkedHashMap<>();
    private final Set<String> typeNames = new HashSet<>();

    private FlatSchema() {
        unused(typeNames, BYTES);
        STRUCTS.values().forEach(struct -> unused(typeNames, struct.substring(0, struct.indexOf(' '))));
    }

    /** Returns the schema of a table's records. */
    public static String of(TableDefinition table) {
        return of(table.name(), table.type());
    }

    /** Returns the schema of records under a name. */
    public static String of(String name, RecordType type) {
        FlatSchema schema = new FlatSchema();
        String root = unused(schema.typeNames, capital(name));
        schema.declare(root, type);
        return "// Records of " + name.replaceAll("\\s", " ")
                + ", as Dormouse keeps them: 8 bytes of its own come first, then what this schema describes.\n"
                + "// A field that is absent is null.\n\nnamespace dormouse;\n\n"
                + String.join("\n", schema.declarations.values())
                + "\nroot_type " + root + ";\n";
    }

    private void declare(String name, RecordType type) {
        declarations.put(name, "");
        StringBuilder text = new StringBuilder("table ").append(name).append(" {\n");
        Set<String> names = new HashSet<>();
        List<Field> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String fieldName = unused(names, identifier(field.name()));
            text.append("  ").append(fieldName).append(':').append(type(name + capital(field.name()), field.type()));
            text.append(isScalar(field.type()) ? " = null" : "")
                    .append(" (id: ")
                    .append(i)
                    .append(");");
            text.append(comment(field, fieldName)).append('\n');
        }
        declarations.remove(name);
        declarations.put(name, text.append("}\n").toString());
    }

    private static boolean isScalar(StoreType type) {
        return type instanceof BasicType basic && !FlatLayout.isReference(type) && !STRUCTS.containsKey(basic);
    }

    private static String comment(Field field, String name) {
        List<String> notes = new ArrayList<>();
        if (!name.equals(field.name())) {
            notes.add(field.name().replaceAll("\\s", " "));
        }
        StoreType element = field.type() instanceof ArrayType array ? array.element() : field.type();
        if (element instanceof BasicType basic) {
            String meaning = meaning(basic);
            if (!meaning.isEmpty()) {
                notes.add(meaning);
            }
        }
        return notes.isEmpty() ? "" : " // " + String.join("; ", notes);
    }

    private static String meaning(BasicType type) {
        return switch (type) {
            case BIG_INTEGER -> "whole number: two's complement, highest byte first";
            case DECIMAL ->
                "decimal: 4 bytes of scale, lowest first, then the unscaled number, two's complement, highest byte first";
            case DATE -> "days since 1970-01-01";
            case TIME -> "nanoseconds of the day";
            default -> "";
        };
    }

    private String type(String name, StoreType type) {
        if (type instanceof BasicType basic) {
            return basic(basic);
        }
        if (type instanceof RecordType nested) {
            String unused = unused(typeNames, name);
            declare(unused, nested);
            return unused;
        }
        return array(name, ((ArrayType) type).element());
    }

    private String array(String name, StoreType element) {
        String item = FlatLayout.isWrapped(element) ? bytes() : type(name + "Item", element);
        String array = unused(typeNames, name + "Array");
        declarations.put(
                array,
                "table " + array + " {\n  items:[" + item
                        + "] (id: 0);\n  nulls:[ubyte] (id: 1); // 1 for an item that is null\n}\n");
        return array;
    }

    private String bytes() {
        declarations.putIfAbsent(BYTES, "table " + BYTES + " {\n  bytes:[ubyte] (id: 0);\n}\n");
        return BYTES;
    }

    private String basic(BasicType type) {
        return switch (type) {
            case BOOLEAN -> "bool";
            case INTEGER -> "int";
            case LONG, DATE, TIME -> "long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case STRING -> "string";
            case BYTES, BIG_INTEGER, DECIMAL -> "[ubyte]";
            case UUID, TIMESTAMP, INSTANT, OFFSET_TIME, OFFSET_TIMESTAMP -> struct(type);
        };
    }

    private String struct(BasicType type) {
        String text = STRUCTS.get(type);
        if (text == null) {
            throw new AssertionError("no struct " + type);
        }
        String name = text.substring(0, text.indexOf(' '));
        declarations.putIfAbsent(name, "struct " + text + "\n");
        return name;
    }

    private static String unused(Set<String> names, String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private static String identifier(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        boolean isName = !plain.isEmpty() && !Character.isDigit(plain.charAt(0)) && !WORDS.contains(plain);
        return isName ? plain : "_" + plain;
    }

    private static String capital(String name) {
        String plain = identifier(name);
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
