package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.type.BasicType;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** A document that is encoded as its fields come, without a map of values between. Used once. */
final class EncodedDocument {

    private static final BsonValueCodec VALUES = new BsonValueCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private final BasicOutputBuffer bytes = new BasicOutputBuffer(256);
    private final BsonBinaryWriter writer = new BsonBinaryWriter(bytes);

    EncodedDocument() {
        writer.writeStartDocument();
    }

    /** Puts fields. */
    void put(BsonDocument fields) {
        fields.forEach((name, value) -> {
            writer.writeName(name);
            encode(value);
        });
    }

    private void encode(BsonValue value) {
        VALUES.encode(writer, value, CONTEXT);
    }

    /** Puts a value of one of the frequent types that lie in BSON as they are; false if it is of another. */
    boolean putPlain(FieldForm field, Object value) {
        if (!(field.type() instanceof BasicType type) || field.hex()) {
            return false;
        }
        switch (type) {
            case BOOLEAN -> writer.writeBoolean(field.name(), (Boolean) value);
            case INTEGER -> writer.writeInt32(field.name(), (Integer) value);
            case LONG -> writer.writeInt64(field.name(), (Long) value);
            case DOUBLE -> writer.writeDouble(field.name(), (Double) value);
            case STRING -> writer.writeString(field.name(), (String) value);
            default -> {
                return false;
            }
        }
        return true;
    }

    RawBsonDocument finish() {
        writer.writeEndDocument();
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getSize());
    }
}
