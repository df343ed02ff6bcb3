package dev.dormouse.lmdb.internal.array;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Writes and reads packed arrays. */
public final class PackedArrays {

    private PackedArrays() {}

    /** Returns the bytes of one element of a primitive class. */
    public static int size(Class<?> element) {
        if (element == boolean.class || element == byte.class) {
            return 1;
        }
        if (element == short.class || element == char.class) {
            return 2;
        }
        return element == int.class || element == float.class ? 4 : 8;
    }

    /** Returns how many elements an array has. */
    public static int length(Object array) {
        return Array.getLength(array);
    }

    /** Writes all elements where a buffer stands. */
    public static void write(ByteBuffer buffer, Object array) {
        ByteBuffer out = buffer.order(ByteOrder.LITTLE_ENDIAN);
        if (array instanceof double[] numbers) {
            out.asDoubleBuffer().put(numbers);
        } else if (array instanceof float[] numbers) {
            out.asFloatBuffer().put(numbers);
        } else if (array instanceof long[] numbers) {
            out.asLongBuffer().put(numbers);
        } else if (array instanceof int[] numbers) {
            out.asIntBuffer().put(numbers);
        } else if (array instanceof short[] numbers) {
            out.asShortBuffer().put(numbers);
        } else if (array instanceof char[] numbers) {
            out.asCharBuffer().put(numbers);
        } else if (array instanceof byte[] bytes) {
            out.put(bytes);
        } else {
            for (boolean truth : (boolean[]) array) {
                out.put((byte) (truth ? 1 : 0));
            }
        }
    }

    /** Reads elements at a place. */
    public static Object read(DirectBuffer buffer, int at, Class<?> element, int count) {
        byte[] bytes = new byte[count * size(element)];
        buffer.getBytes(at, bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (element == byte.class) {
            return bytes;
        }
        if (element == double.class) {
            double[] numbers = new double[count];
            in.asDoubleBuffer().get(numbers);
            return numbers;
        }
        if (element == float.class) {
            float[] numbers = new float[count];
            in.asFloatBuffer().get(numbers);
            return numbers;
        }
        if (element == long.class) {
            long[] numbers = new long[count];
            in.asLongBuffer().get(numbers);
            return numbers;
        }
        return narrow(in, element, count);
    }

    private static Object narrow(ByteBuffer in, Class<?> element, int count) {
        if (element == int.class) {
            int[] numbers = new int[count];
            in.asIntBuffer().get(numbers);
            return numbers;
        }
        if (element == short.class) {
            short[] numbers = new short[count];
            in.asShortBuffer().get(numbers);
            return numbers;
        }
        if (element == char.class) {
            char[] numbers = new char[count];
            in.asCharBuffer().get(numbers);
            return numbers;
        }
        boolean[] truths = new boolean[count];
        for (int i = 0; i < count; i++) {
            truths[i] = in.get() != 0;
        }
        return truths;
    }
}
