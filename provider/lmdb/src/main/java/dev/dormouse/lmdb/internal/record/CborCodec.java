package dev.dormouse.lmdb.internal.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Records as CBOR maps from field names: readable by any tool, decoded as a whole when a value is taken out. */
final class CborCodec implements RecordCodec {

    private static final CBORFactory FACTORY = CBORFactory.builder()
            .disable(com.fasterxml.jackson.core.StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final TableRecords records;

    CborCodec(TableRecords records) {
        this.records = records;
    }

    @Override
    public int format() {
        return RecordHeader.CBOR;
    }

    @Override
    public void write(RecordBuffer out, Record record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            CborWriter.record((CBORGenerator) generator, records.type(), record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.append(bytes.toByteArray());
    }

    @Override
    public RecordView view(UnsafeBuffer whole) {
        return new CborRecordView(this, whole);
    }

    StoreException corrupt(DirectBuffer whole, RuntimeException cause) {
        return records.corrupt(whole, cause);
    }

    Record decode(DirectBuffer whole) {
        byte[] bytes = new byte[whole.capacity() - RecordHeader.LENGTH];
        whole.getBytes(RecordHeader.LENGTH, bytes);
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            return CborReader.record(parser, records.type());
        } catch (IOException e) {
            throw records.corrupt(whole, new UncheckedIOException(e));
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw records.corrupt(whole, e);
        }
    }
}
