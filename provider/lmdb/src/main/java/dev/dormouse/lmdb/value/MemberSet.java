package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Sets whose members have the bytes of a key type. As a whole: one key after the other. */
final class MemberSet<M> implements SetType<M> {

    private final KeyType<M> members;

    MemberSet(KeyType<M> members) {
        this.members = members;
    }

    @Override
    public KeyType<M> members() {
        return members;
    }

    @Override
    public String name() {
        return "set(" + members.name() + ")";
    }

    @Override
    public void encode(ValueBuffer out, Set<M> value) {
        KeyBuffer bytes = new KeyBuffer();
        for (M member : value) {
            members.encode(bytes, member);
        }
        out.write(bytes.array(), 0, bytes.length());
    }

    @Override
    public Set<M> decode(DirectBuffer bytes) {
        try {
            KeyDecoder in = new KeyDecoder(Corrupt.copy(bytes));
            Set<M> value = new LinkedHashSet<>();
            while (!in.atEnd()) {
                value.add(members.decode(in));
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw Corrupt.value(bytes, name(), "It makes no sense", e);
        }
    }

    @Override
    public void writeJson(JsonGenerator out, Set<M> value) throws IOException {
        out.writeStartArray();
        for (M member : value) {
            members.writeJson(out, member);
        }
        out.writeEndArray();
    }

    @Override
    public Set<M> readJson(JsonParser in) throws IOException {
        JsonForm.expect(in, JsonToken.START_ARRAY);
        Set<M> value = new LinkedHashSet<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            value.add(members.readJson(in));
        }
        return value;
    }
}
