package dev.dormouse.lmdb.internal.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.json.BasicJson;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;
import java.lang.reflect.Array;

/** Arrays of primitives as arrays of numbers or of truths; characters are numbers, too. */
final class NumbersCodec extends StreamCodec {

    private final Class<?> element;

    NumbersCodec(Class<?> element) {
        this.element = element;
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
        int length = Array.getLength(value);
        out.writeStartArray(value, length);
        if (value instanceof double[] numbers) {
            for (double number : numbers) {
                out.writeNumber(number);
            }
        } else if (value instanceof float[] numbers) {
            for (float number : numbers) {
                out.writeNumber(number);
            }
        } else if (value instanceof boolean[] truths) {
            for (boolean truth : truths) {
                out.writeBoolean(truth);
            }
        } else {
            for (int i = 0; i < length; i++) {
                out.writeNumber(value instanceof char[] chars ? chars[i] : Array.getLong(value, i));
            }
        }
        out.writeEndArray();
    }

    @Override
    public Object read(JsonParser in) throws IOException {
        JsonForm.expect(in, JsonToken.START_ARRAY);
        Object array = Array.newInstance(element, 16);
        int length = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (length == Array.getLength(array)) {
                array = copy(array, length * 2);
            }
            set(array, length++, in);
        }
        return length == Array.getLength(array) ? array : copy(array, length);
    }

    private Object copy(Object array, int length) {
        Object copy = Array.newInstance(element, length);
        System.arraycopy(array, 0, copy, 0, Math.min(length, Array.getLength(array)));
        return copy;
    }

    private static void set(Object array, int at, JsonParser in) throws IOException {
        if (array instanceof double[] numbers) {
            numbers[at] = (Double) BasicJson.read(in, BasicType.DOUBLE);
        } else if (array instanceof float[] numbers) {
            numbers[at] = (Float) BasicJson.read(in, BasicType.FLOAT);
        } else if (array instanceof long[] numbers) {
            numbers[at] = in.getLongValue();
        } else if (array instanceof int[] numbers) {
            numbers[at] = in.getIntValue();
        } else if (array instanceof short[] numbers) {
            numbers[at] = in.getShortValue();
        } else if (array instanceof char[] numbers) {
            numbers[at] = (char) in.getIntValue();
        } else {
            ((boolean[]) array)[at] = in.getBooleanValue();
        }
    }
}
