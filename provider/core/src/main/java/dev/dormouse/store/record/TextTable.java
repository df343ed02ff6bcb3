package dev.dormouse.store.record;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** What a few known texts stand for, such as the constants of an enum. A view of an encoded record looks a text up by its bytes. Immutable, thread-safe. */
public final class TextTable<T> {

    /** Above this it costs less to decode the text than to compare its bytes with each. */
    private static final int MOST_BYTES = 16;

    private final Map<String, T> values;
    private final Function<String, T> otherwise;
    private final byte[][] texts;
    private final Object[] inOrder;

    /**
     * Makes a table.
     *
     * @param values the value of each text
     * @param otherwise gives, or refuses with an exception, what any other text stands for
     */
    public TextTable(Map<String, T> values, Function<String, T> otherwise) {
        this.values = Map.copyOf(values);
        this.otherwise = otherwise;
        boolean few = values.size() <= MOST_BYTES;
        this.texts = new byte[few ? values.size() : 0][];
        this.inOrder = new Object[texts.length];
        int number = 0;
        for (Map.Entry<String, T> entry : this.values.entrySet()) {
            if (few) {
                texts[number] = entry.getKey().getBytes(StandardCharsets.UTF_8);
                inOrder[number++] = entry.getValue();
            }
        }
    }

    /** Returns what a text stands for. */
    public T get(String text) {
        T value = values.get(text);
        return value == null ? otherwise.apply(text) : value;
    }

    /** Returns how many texts may be compared by their bytes: those before this number. */
    public int size() {
        return texts.length;
    }

    /** Returns the bytes of a text in UTF-8, not a copy. */
    public byte[] bytes(int number) {
        return texts[number];
    }

    /** Returns what a text stands for, by its number. */
    @SuppressWarnings("unchecked")
    public T value(int number) {
        return (T) inOrder[number];
    }
}
