package dev.dormouse.store.evaluate;

import dev.dormouse.store.record.RecordView;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns values into objects whose equality is that of the one order: for hash tables. */
public final class ValueKey {

    private ValueKey() {}

    /** Returns an object that equals another one made so exactly when the two values of one type compare as equal; null for null. */
    public static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Long || value instanceof String || value instanceof Integer) {
            return value;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        }
        if (value instanceof Double number) {
            return number == 0.0 ? (Object) 0.0 : number;
        }
        if (value instanceof Float number) {
            return number == 0.0f ? (Object) 0.0f : number;
        }
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        if (value instanceof RecordView view) {
            return view.copy();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> keys = new ArrayList<>(list.size());
            list.forEach(element -> keys.add(of(element)));
            return keys;
        }
        return value;
    }
}
