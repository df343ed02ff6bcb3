package dev.dormouse.lmdb.internal.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressorTest {

    private static final byte[] WORDS =
            "the dormouse is asleep again ".repeat(40).getBytes(StandardCharsets.UTF_8);

    @Property(tries = 200)
    void what_is_packed_comes_back(@ForAll Compressor compressor, @ForAll @Size(max = 3000) byte[] plain) {
        byte[] packed = compressor.pack(plain, 0, plain.length);
        assertThat(compressor.unpack(packed, 0, packed.length, plain.length)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void repetition_shrinks_and_offsets_are_kept(Compressor compressor) {
        byte[] packed = compressor.pack(WORDS, 10, WORDS.length - 20);
        assertThat(packed).hasSizeLessThan(WORDS.length / 4);
        byte[] within = new byte[packed.length + 7];
        System.arraycopy(packed, 0, within, 5, packed.length);
        assertThat(compressor.unpack(within, 5, packed.length, WORDS.length - 20))
                .isEqualTo(Arrays.copyOfRange(WORDS, 10, WORDS.length - 10));
    }

    @ParameterizedTest
    @EnumSource
    void damage_is_an_error(Compressor compressor) {
        byte[] packed = compressor.pack(WORDS, 0, WORDS.length);
        for (int length : new int[] {0, WORDS.length - 1, WORDS.length + 1, -1}) {
            assertThatThrownBy(() -> compressor.unpack(packed, 0, packed.length, length))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> compressor.unpack(packed, 0, packed.length / 2, WORDS.length))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] foreign = new byte[40];
        Arrays.fill(foreign, (byte) 0xFE);
        assertThatThrownBy(() -> compressor.unpack(foreign, 0, foreign.length, WORDS.length))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_compressor_has_a_number_and_a_name(Compressor compressor) {
        assertThat(Compressor.numbered(compressor.number())).isSameAs(compressor);
        assertThat(Compressor.named(compressor.name().toLowerCase(java.util.Locale.ROOT)))
                .isSameAs(compressor);
        assertThat(Compressor.numbered(0)).isNull();
        assertThat(Compressor.named("lzma")).isNull();
    }
}
