package dev.dormouse.examples.datamarket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.LmdbDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMarketTest {

    @Test
    void eightThreadsBuyAndTheBalancesAddUp(@TempDir Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            DataMarketExample example =
                    new DataMarketExample(database, new PrintStream(bytes, true, StandardCharsets.UTF_8));
            example.run();
            // 500 copies for 2 coins and 300 for 3
            assertThat(database.<List<Integer>>read(tx -> {
                        try (Stream<Offer> offers =
                                tx.map(example.schema().offers).select().values()) {
                            return offers.map(Offer::remaining).toList();
                        }
                    }))
                    .containsExactly(500, 0, 200, 0, 0);
            assertThat(database.verify().problems()).isEmpty();
        }
        BigInteger earned = DataMarketExample.COIN.multiply(BigInteger.valueOf(500 * 2 + 300 * 3));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "9 members, 9 actors in the market",
                        "prices in order: [255, 256, 2000000000000000000, 3000000000000000000, "
                                + BigInteger.TWO.pow(256).subtract(BigInteger.ONE) + "]",
                        "8 threads bought 800 copies",
                        "balances add up: true",
                        "800 purchases, paid " + earned + ", earned " + earned,
                        "purchases of the first buyer: 100");
    }
}
