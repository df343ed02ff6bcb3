package dev.dormouse.lmdb.internal.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.dormouse.lmdb.internal.json.BasicJson;
import dev.dormouse.lmdb.internal.record.CborReader;
import dev.dormouse.lmdb.internal.record.CborWriter;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;

/** How basic values are streamed. */
public enum StreamForm {
    /** Dates, UUIDs and the like as texts, bytes in base 64. */
    JSON {
        @Override
        void write(JsonGenerator out, BasicType type, Object value) throws IOException {
            BasicJson.write(out, type, value);
        }

        @Override
        Object read(JsonParser in, BasicType type) throws IOException {
            return BasicJson.read(in, type);
        }
    },
    /** As in the records of tables: tags where there are some. */
    CBOR {
        @Override
        void write(JsonGenerator out, BasicType type, Object value) throws IOException {
            CborWriter.basic((CBORGenerator) out, type, value);
        }

        @Override
        Object read(JsonParser in, BasicType type) throws IOException {
            return CborReader.basic(in, type);
        }
    };

    abstract void write(JsonGenerator out, BasicType type, Object value) throws IOException;

    abstract Object read(JsonParser in, BasicType type) throws IOException;
}
