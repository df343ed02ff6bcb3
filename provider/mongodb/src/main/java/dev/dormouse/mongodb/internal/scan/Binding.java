package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.record.FieldPath;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The values of one frame for the filters of one find; notes whether these let more through than is true. Used once. */
final class Binding {

    private final TableForm form;
    private final Frame frame;
    private boolean exact = true;

    Binding(TableForm form, Frame frame) {
        this.form = form;
        this.frame = frame;
    }

    TableForm form() {
        return form;
    }

    String name(FieldPath path) {
        return form.name(path);
    }

    @Nullable
    Object value(Evaluator evaluator) {
        return evaluator.value(frame);
    }

    /** Returns a value as the field holds it, or its beginning that BSON can hold. */
    BsonValue comparable(FieldPath path, Object value) {
        BsonValue id = form.name(path).equals("_id") ? form.singleId(value) : null;
        return id == null ? form.comparable(path, value) : id;
    }

    /** Notes that a filter lets more through. */
    void narrowed() {
        exact = false;
    }

    /** Returns the filter of a condition that is left out. */
    BsonDocument leftOut() {
        narrowed();
        return new BsonDocument();
    }

    /** Tells whether the filters let through only what is true. */
    boolean isExact() {
        return exact;
    }
}
