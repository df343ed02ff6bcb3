package dev.dormouse.lmdb.internal.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.shape.Property;
import dev.dormouse.lmdb.internal.shape.Shape;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The codecs of single values. */
final class ScalarCodecs {

    private ScalarCodecs() {}

    /** Values of a basic type. */
    static final class Basic extends StreamCodec {

        private final StreamForm form;
        private final BasicType type;

        Basic(StreamForm form, BasicType type) {
            this.form = form;
            this.type = type;
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            form.write(out, type, value);
        }

        @Override
        void writeProperty(JsonGenerator out, Property property, Object owner) throws IOException {
            if (property.isWhole()) {
                out.writeNumber(property.getLong(owner));
            } else {
                super.writeProperty(out, property, owner);
            }
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return form.read(in, type);
        }
    }

    /** Bytes, shorts, and characters by their number. */
    static final class Small extends StreamCodec {

        private final Class<?> type;

        Small(Class<?> type) {
            this.type = type;
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            if (value instanceof Character letter) {
                out.writeNumber((int) letter);
            } else {
                out.writeNumber(((Number) value).intValue());
            }
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            int number = in.getIntValue();
            if (type == Byte.class && number == (byte) number) {
                return (byte) number;
            }
            if (type == Short.class && number == (short) number) {
                return (short) number;
            }
            if (type == Character.class && number == (char) number) {
                return (char) number;
            }
            throw new JsonParseException(in, "No " + type.getSimpleName() + ": " + number);
        }
    }

    /** Constants of an enum by name. */
    static final class Constant extends StreamCodec {

        private final Map<String, Enum<?>> byName = new HashMap<>();

        Constant(Shape.Constant shape) {
            for (Enum<?> constant : shape.constants()) {
                byName.put(constant.name(), constant);
            }
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(((Enum<?>) value).name());
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return named(in, in.getText());
        }

        Enum<?> named(JsonParser in, String name) throws IOException {
            Enum<?> constant = byName.get(name);
            if (constant == null) {
                throw new JsonParseException(in, "No constant of this name: " + name);
            }
            return constant;
        }
    }
}
