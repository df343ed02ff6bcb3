package dev.dormouse.lmdb.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** CBOR is CBOR: a decoder of another house reads it, and what it writes is read here. */
class CborInteroperationTest {

    private static byte[] encode(Cookie cookie) {
        ValueBuffer out = new ValueBuffer();
        ValueTypes.cbor(Cookie.class).encode(out, cookie);
        return out.toBytes();
    }

    @Test
    void another_decoder_finds_every_property_under_its_name() {
        CBORObject map = CBORObject.DecodeFromBytes(encode(Cookie.sample()));
        assertThat(map.getKeys())
                .extracting(CBORObject::AsString)
                .containsExactlyInAnyOrder(
                        "oid",
                        "created",
                        "maxAge",
                        "name",
                        "value",
                        "transportInfo",
                        "authenticatedSession",
                        "authid",
                        "authmethod",
                        "authextra",
                        "secure");
        assertThat(map.get("oid").HasMostOuterTag(37)).isTrue();
        assertThat(map.get("oid").Untag().GetByteString())
                .containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 7);
        assertThat(map.get("created").get(0).AsInt64Value()).isEqualTo(-14182940);
        assertThat(map.get("created").get(1).AsInt32()).isEqualTo(1);
        assertThat(map.get("maxAge").AsInt32()).isZero();
        assertThat(map.get("value").AsString()).isEqualTo("caf\u00e9 \ud83c\udf6a");
        assertThat(map.get("authenticatedSession").AsInt64Value()).isEqualTo(-1);
        assertThat(map.get("authmethod").AsString()).isEqualTo("CRYPTOSIGN");
        assertThat(map.get("transportInfo").get("peer").AsString()).isEqualTo("tcp4:127.0.0.1");
        assertThat(map.get("authextra").get("devices").AsInt32()).isEqualTo(3);
        assertThat(map.get("secure").AsBoolean()).isFalse();
    }

    @Test
    void everything_is_decoded_and_written_again_by_another_house() {
        ValueType<Everything> type = ValueTypes.cbor(Everything.class);
        ValueBuffer out = new ValueBuffer();
        type.encode(out, Everything.sample());
        byte[] again = CBORObject.DecodeFromBytes(out.toBytes()).EncodeToBytes();
        assertThat(type.decode(new UnsafeBuffer(again))).isEqualTo(Everything.sample());
    }

    @Test
    void properties_may_be_missing_unknown_and_in_any_order() {
        byte[] written = CBORObject.NewMap()
                .Add("secure", false)
                .Add(
                        "unheardOf",
                        CBORObject.NewArray().Add(1).Add(CBORObject.NewMap().Add("a", 1)))
                .Add("name", "n")
                .EncodeToBytes();
        Cookie read = ValueTypes.cbor(Cookie.class).decode(new UnsafeBuffer(written));
        assertThat(read.name).isEqualTo("n");
        assertThat(read.secure).isFalse();
        assertThat(read.maxAge).isEqualTo(3600);
        assertThat(read.value).isNull();
    }
}
