package dev.dormouse.lmdb.internal.record;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A second reader of records, which knows nothing but an exported schema and the library of FlatBuffers. Tables are lists of their fields by number. */
final class FbsReader {

    private static final Pattern DECLARATION = Pattern.compile("(?m)^(table|struct) (\\w+) \\{([^}]*)\\}");
    private static final Pattern FIELD = Pattern.compile("(\\w+):(\\[?\\w+\\]?)( = null)?(?: \\(id: (\\d+)\\))?;");
    private static final Pattern ROOT = Pattern.compile("root_type (\\w+);");

    private final Map<String, List<String>> tables = new HashMap<>();
    private final Map<String, List<String>> structs = new HashMap<>();
    private final String root;

    FbsReader(String schema) {
        Matcher declaration = DECLARATION.matcher(schema);
        while (declaration.find()) {
            List<String> types = new ArrayList<>();
            Matcher field = FIELD.matcher(declaration.group(3));
            while (field.find()) {
                if (field.group(4) != null && Integer.parseInt(field.group(4)) != types.size()) {
                    throw new AssertionError("a field out of order: " + field.group());
                }
                types.add(field.group(2));
            }
            (declaration.group(1).equals("table") ? tables : structs).put(declaration.group(2), types);
        }
        Matcher found = ROOT.matcher(schema);
        if (!found.find()) {
            throw new AssertionError("no root: " + schema);
        }
        root = found.group(1);
    }

    /** The library's own access to tables. */
    private static final class Access extends Table {
        Access(ByteBuffer bytes, int at) {
            __reset(at, bytes);
        }

        int field(int number) {
            int offset = __offset(4 + 2 * number);
            return offset == 0 ? 0 : bb_pos + offset;
        }

        int indirect(int at) {
            return __indirect(at);
        }

        String text(int at) {
            return __string(at);
        }
    }

    List<@Nullable Object> read(byte[] payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        return table(bytes, bytes.getInt(0), root);
    }

    private List<@Nullable Object> table(ByteBuffer bytes, int at, String name) {
        Access access = new Access(bytes, at);
        List<@Nullable Object> values = new ArrayList<>();
        List<String> types = tables.get(name);
        if (types == null) {
            throw new AssertionError("no table " + name);
        }
        for (int i = 0; i < types.size(); i++) {
            int field = access.field(i);
            values.add(field == 0 ? null : value(access, bytes, field, types.get(i)));
        }
        return values;
    }

    private Object value(Access access, ByteBuffer bytes, int at, String type) {
        if (type.startsWith("[")) {
            return vector(access, bytes, access.indirect(at), type.substring(1, type.length() - 1));
        }
        if (structs.containsKey(type)) {
            return struct(bytes, at, structs.get(type));
        }
        return switch (type) {
            case "bool" -> bytes.get(at) != 0;
            case "int" -> (long) bytes.getInt(at);
            case "long", "ulong" -> bytes.getLong(at);
            case "float" -> (double) bytes.getFloat(at);
            case "double" -> bytes.getDouble(at);
            case "string" -> access.text(at);
            default -> table(bytes, access.indirect(at), type);
        };
    }

    private static List<Long> struct(ByteBuffer bytes, int at, List<String> types) {
        List<Long> numbers = new ArrayList<>();
        int next = at;
        for (String type : types) {
            boolean isInt = type.equals("int");
            numbers.add(isInt ? (long) bytes.getInt(next) : bytes.getLong(next));
            next += isInt ? 4 : 8;
        }
        return numbers;
    }

    private Object vector(Access access, ByteBuffer bytes, int vector, String type) {
        int count = bytes.getInt(vector);
        if (type.equals("ubyte")) {
            byte[] copy = new byte[count];
            bytes.get(vector + 4, copy);
            return HexFormat.of().formatHex(copy);
        }
        int size = structs.containsKey(type)
                ? 16
                : switch (type) {
                    case "bool" -> 1;
                    case "long", "double" -> 8;
                    default -> 4;
                };
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(value(access, bytes, vector + 4 + i * size, type));
        }
        return items;
    }
}
