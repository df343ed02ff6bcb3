package dev.dormouse.mongodb.internal.document;

import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.StoreType;
import java.util.Arrays;
import java.util.Objects;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** A record read from its document as it came over the wire. Good for ever: it shares its bytes with nobody. */
public final class DocumentView implements RecordView {

    private final TableForm form;
    private final byte[] bytes;
    private final @Nullable Projection projection;
    private @Nullable Positions positions;

    private DocumentView(TableForm form, byte[] bytes, @Nullable Projection projection) {
        this.form = form;
        this.bytes = bytes;
        this.projection = projection;
    }

    static DocumentView of(TableForm form, RawBsonDocument document, @Nullable Projection projection) {
        ByteBuf buffer = document.getByteBuffer();
        byte[] array = buffer.array();
        int length = buffer.remaining();
        return new DocumentView(
                form,
                buffer.position() == 0 && array.length == length
                        ? array
                        : Arrays.copyOfRange(array, buffer.position(), buffer.position() + length),
                projection);
    }

    /** What is absent must have been asked for: a plan that reads more than it said would read nulls. */
    private void checkBrought(FieldPath path) {
        if (projection != null && !projection.covers(path)) {
            throw new AssertionError("read, but not brought: " + path + " of " + form.table());
        }
    }

    private Positions root() {
        if (positions == null) {
            positions = new Positions(form.root(), bytes, 0);
        }
        return positions;
    }

    /** Returns where the last step of a path leads from; null if a nested record on the way is not there. */
    private @Nullable Positions parent(FieldPath path) {
        Positions at = root();
        for (int step = 0; step < path.depth() - 1; step++) {
            FieldForm field = at.form().field(path.ordinal(step));
            Positions next = at.nested(path.ordinal(step));
            if (next == null) {
                if (!field.holdsKey()) {
                    return null;
                }
                next = Positions.none(Objects.requireNonNull(field.nested()));
            }
            at = next;
        }
        return at;
    }

    private @Nullable Element element(FieldPath path) {
        Positions parent = parent(path);
        return parent == null ? null : parent.element(path.ordinal(path.depth() - 1));
    }

    @Override
    public boolean isNull(FieldPath path) {
        try {
            FieldForm field = form.field(path);
            if (field.inKey() || field.holdsKey() || element(path) != null) {
                return false;
            }
            checkBrought(path);
            return true;
        } catch (Element.MismatchException e) {
            throw wrongType(path.toString(), path.type(), e);
        }
    }

    @Override
    public @Nullable Object get(FieldPath path) {
        try {
            Positions parent = parent(path);
            if (parent == null) {
                checkBrought(path);
                return null;
            }
            int ordinal = path.ordinal(path.depth() - 1);
            FieldForm field = parent.form().field(ordinal);
            if (field.inKey()) {
                KeyForm key = Objects.requireNonNull(form.key());
                return key.read(bytes, key.part(path));
            }
            if (field.holdsKey()) {
                return copy().get(path);
            }
            if (field.isRecord()) {
                Positions nested = parent.nested(ordinal);
                checkBrought(path);
                return nested == null ? null : nested.record();
            }
            Object value = parent.value(ordinal);
            if (value == null) {
                checkBrought(path);
            }
            return value;
        } catch (Element.MismatchException e) {
            throw wrongType(path.toString(), path.type(), e);
        }
    }

    private @Nullable Element stored(FieldPath path) {
        return form.field(path).inKey() ? null : element(path);
    }

    @Override
    public int getInt(FieldPath path) {
        try {
            Element element = stored(path);
            return element == null ? RecordView.super.getInt(path) : element.integer();
        } catch (Element.MismatchException e) {
            throw wrongType(path.toString(), path.type(), e);
        }
    }

    @Override
    public long getLong(FieldPath path) {
        try {
            Element element = stored(path);
            return element == null ? RecordView.super.getLong(path) : element.whole();
        } catch (Element.MismatchException e) {
            throw wrongType(path.toString(), path.type(), e);
        }
    }

    @Override
    public double getDouble(FieldPath path) {
        try {
            Element element = stored(path);
            return element == null ? RecordView.super.getDouble(path) : element.real();
        } catch (Element.MismatchException e) {
            throw wrongType(path.toString(), path.type(), e);
        }
    }

    @Override
    public Record copy() {
        if (projection != null) {
            throw new AssertionError("copied, but not brought whole: a record of " + form.table());
        }
        Record record = fields();
        KeyForm key = form.key();
        if (key != null) {
            int part = 0;
            for (FieldPath path : form.table().primaryKey()) {
                try {
                    record.set(path, key.read(bytes, part++));
                } catch (Element.MismatchException e) {
                    throw wrongType(path.toString(), path.type(), e);
                }
            }
        }
        return record;
    }

    private Record fields() {
        try {
            return root().record();
        } catch (Element.MismatchException e) {
            throw firstWrong(e);
        }
    }

    /** Finds the field that could not be read. */
    private StoreException firstWrong(Element.MismatchException whole) {
        for (FieldPath path : FieldPath.leaves(form.table().type())) {
            try {
                if (!form.field(path).inKey()) {
                    Positions parent = parent(path);
                    if (parent != null) {
                        parent.value(path.ordinal(path.depth() - 1));
                    }
                }
            } catch (Element.MismatchException e) {
                return wrongType(path.toString(), path.type(), e);
            }
        }
        return wrongType("?", form.table().type(), whole);
    }

    private StoreException wrongType(String field, StoreType type, Element.MismatchException mismatch) {
        return new StoreException(
                MongoMessages.WRONG_TYPE.text(mismatch.found(), field, form.table(), shownId(), type), mismatch);
    }

    private String shownId() {
        RawBsonDocument document = new RawBsonDocument(bytes);
        return BsonText.of(document.get(KeyForm.ID));
    }

    /** Returns the primary key. */
    public Key primaryKey() {
        return Key.of(this, form.table().primaryKey());
    }

    /** Returns this: nothing of it belongs to the transaction. */
    @Override
    public RecordView retain() {
        return this;
    }
}
