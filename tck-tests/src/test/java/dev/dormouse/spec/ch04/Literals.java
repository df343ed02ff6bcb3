package dev.dormouse.spec.ch04;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Values in the words of the tables. {@code 1} is an Integer, {@code 1L} a Long, {@code 1.5d} a Double, {@code 1.5f} a Float, {@code 1.50bd} a
 * BigDecimal, {@code 1bi} a BigInteger; {@code date 2020-01-31}, {@code time 08:30}, {@code datetime 2024-02-29T23:59:30}; {@code Employee#1} an entity,
 * {@code Contract.EXTERNAL} an enum, {@code [1, 2]} a list; other words are texts, in apostrophes where that is needed. Printing gives the same
 * words.
 */
final class Literals {

    private Literals() {}

    static String print(Object value) {
        if (value instanceof Long l) {
            return l + "L";
        } else if (value instanceof Double d) {
            return d + "d";
        } else if (value instanceof Float f) {
            return f + "f";
        } else if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString() + "bd";
        } else if (value instanceof BigInteger integer) {
            return integer + "bi";
        } else if (value instanceof Class<?> type) {
            return type.getSimpleName();
        } else if (value instanceof String text && !text.equals(text.strip())) {
            return "'" + text + "'";
        } else if (value != null && value.getClass().isArray()) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                parts.add(print(Array.get(value, i)));
            }
            return String.join(" | ", parts);
        }
        return String.valueOf(value);
    }

    static Object parse(EntityManager manager, String text) {
        if (text.equals("null")) {
            return null;
        } else if (text.startsWith("'")) {
            return text.substring(1, text.length() - 1);
        } else if (text.startsWith("[")) {
            return list(manager, text.substring(1, text.length() - 1));
        } else if (text.matches("-?[0-9].*")) {
            return number(text);
        } else if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        } else if (text.startsWith("date ")) {
            return LocalDate.parse(text.substring("date ".length()));
        } else if (text.startsWith("time ")) {
            return LocalTime.parse(text.substring("time ".length()));
        } else if (text.startsWith("datetime ")) {
            return LocalDateTime.parse(text.substring("datetime ".length()));
        } else if (text.startsWith("Contract.")) {
            return Contract.valueOf(text.substring("Contract.".length()));
        }
        return entityOrText(manager, text);
    }

    private static Object entityOrText(EntityManager manager, String text) {
        String[] parts = text.split("#", 2);
        return switch (parts[0]) {
            case "Employee" -> manager.getReference(Employee.class, Long.valueOf(parts[1]));
            case "Department" -> manager.getReference(Department.class, Integer.valueOf(parts[1]));
            case "Project" -> manager.getReference(Project.class, Integer.valueOf(parts[1]));
            case "type Project" -> Project.class;
            case "type ResearchProject" -> ResearchProject.class;
            case "type DesignProject" -> DesignProject.class;
            default -> text;
        };
    }

    private static List<Object> list(EntityManager manager, String parts) {
        List<Object> values = new ArrayList<>();
        if (!parts.isBlank()) {
            for (String part : parts.split(",", -1)) {
                values.add(parse(manager, part.strip()));
            }
        }
        return values;
    }

    private static Object number(String text) {
        if (text.endsWith("L")) {
            return Long.valueOf(text.substring(0, text.length() - 1));
        } else if (text.endsWith("bd")) {
            return new BigDecimal(text.substring(0, text.length() - 2));
        } else if (text.endsWith("bi")) {
            return new BigInteger(text.substring(0, text.length() - 2));
        } else if (text.endsWith("d")) {
            return Double.valueOf(text.substring(0, text.length() - 1));
        } else if (text.endsWith("f")) {
            return Float.valueOf(text.substring(0, text.length() - 1));
        }
        return Integer.valueOf(text);
    }
}
