package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.MalformedKeyException;
import java.io.IOException;

/** Constants of an enum, by their place in it, in two bytes. */
final class EnumKey<E extends Enum<E>> implements KeyType<E> {

    private final E[] constants;
    private final JsonForm<E> json;

    EnumKey(Class<E> type) {
        this.constants = type.getEnumConstants();
        this.json = JsonForm.text(Enum::name, text -> Enum.valueOf(type, text));
    }

    @Override
    public String name() {
        return "enum";
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // constants are only appended
    public void encode(KeyBuffer out, E key) {
        out.putLowest(BasicKey.checkPresent(key, name()).ordinal(), 2);
    }

    @Override
    public E decode(KeyDecoder in) {
        int ordinal = (int) in.readLowest(2);
        if (ordinal >= constants.length) {
            throw new MalformedKeyException(
                    ValueMessages.KEY_OUT_OF_BOUNDS.text(ordinal, name(), 0, constants.length - 1));
        }
        return constants[ordinal];
    }

    @Override
    public void writeJson(JsonGenerator out, E key) throws IOException {
        json.write(out, key);
    }

    @Override
    public E readJson(JsonParser in) throws IOException {
        return json.read(in);
    }
}
