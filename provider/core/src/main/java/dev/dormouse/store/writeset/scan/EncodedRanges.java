package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.KeyRangeBuilder;

/** Turns ranges of values into ranges of encoded keys. */
final class EncodedRanges {

    private EncodedRanges() {}

    static KeyRange of(KeyRangeBuilder builder, ValueRange values) {
        for (int i = 0; i < values.prefix().size(); i++) {
            builder.equalTo(values.prefix().get(i));
        }
        values.lower().ifPresent(edge -> builder.from(edge.value(), edge.inclusive()));
        values.upper().ifPresent(edge -> builder.to(edge.value(), edge.inclusive()));
        return builder.build();
    }
}
