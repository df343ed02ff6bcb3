package dev.dormouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "lmdb:target/x, lmdb:target/x",
        "jdbc:dormouse:lmdb:target/x, lmdb:target/x",
        "memory:a, memory:a",
        "jdbc:dormouse:mongodb://h/db, mongodb://h/db",
        "mongodb+srv://h/db, mongodb+srv://h/db"
    })
    void anAddressIsTakenWithOrWithoutThePrefixOfJdbc(String given, String expected) {
        assertThat(UnitSettings.of("u", Map.of("jakarta.persistence.jdbc.url", given))
                        .url())
                .isEqualTo(expected);
        assertThat(UnitSettings.of("u", Map.of(DormouseSettings.URL, given)).url())
                .isEqualTo(expected);
    }

    @Test
    void withoutAnAddressTheDataIsInAFolderNamedAfterTheUnit() {
        assertThat(UnitSettings.of("flights", Map.of()).url()).isEqualTo("lmdb:flights");
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> UnitSettings.of("u", Map.of("jakarta.persistence.jdbc.url", "jdbc:h2:mem:x")))
                .isInstanceOf(PersistenceException.class)
                .hasMessage(
                        "DORM0003 Unknown address of the data: 'jdbc:h2:mem:x'. It must begin with lmdb:, memory:, mongodb:// or mongodb+srv://, with or"
                                + " without jdbc:dormouse: before it. Correct the property 'jakarta.persistence.jdbc.url'.");
    }

    @Test
    void twoAddressesThatDifferAreRefusedAndSecretsNotShown() {
        assertThatThrownBy(() -> UnitSettings.of(
                        "u",
                        Map.of(
                                "jakarta.persistence.jdbc.url",
                                "mongodb://anna:secret@host/db",
                                DormouseSettings.URL,
                                "memory:a")))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0005")
                .hasMessageContaining("mongodb://***@host/db")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aMisspeltSettingIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> UnitSettings.of("u", Map.of("dormouse.lmdb.durabilty", "none")))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0001")
                .hasMessageContaining("'dormouse.lmdb.durabilty'")
                .hasMessageContaining("'dormouse.lmdb.durability'?");
    }

    @ParameterizedTest
    @CsvSource({
        "dormouse.schema, drop",
        "dormouse.isolation, dirty",
        "dormouse.lmdb.read-only, yes",
        "dormouse.lmdb.max-tables, -1",
        "dormouse.commit-timeout, soon",
        "dormouse.lmdb.map-size, 1 GB",
        "dormouse.lmdb.map-size, 999999999999TiB"
    })
    void anUnusableValueIsRefusedWithItsKey(String key, String value) {
        assertThatThrownBy(() -> UnitSettings.of("u", Map.of(key, value)))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0002")
                .hasMessageContaining("'" + key + "'")
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void valuesAreTypedAndCompleteWithDefaults() {
        SettingValues values = UnitSettings.of(
                        "u",
                        Map.of(
                                "dormouse.commit-timeout",
                                "2m",
                                "dormouse.lock-timeout",
                                250,
                                "dormouse.lmdb.map-size",
                                "16MiB",
                                "dormouse.lmdb.read-only",
                                true))
                .values();
        assertThat(values.duration(DormouseSettings.COMMIT_TIMEOUT)).isEqualTo(Duration.ofMinutes(2));
        assertThat(values.duration(DormouseSettings.LOCK_TIMEOUT)).isEqualTo(Duration.ofMillis(250));
        assertThat(values.size(DormouseSettings.LMDB_MAP_SIZE)).isEqualTo(16L << 20);
        assertThat(values.flag(DormouseSettings.LMDB_READ_ONLY)).isTrue();
        assertThat(values.choice(DormouseSettings.SCHEMA)).isEqualTo("update");
        assertThat(values.number(DormouseSettings.LMDB_MAX_TABLES)).isEqualTo(1000);
    }

    @Test
    void keysOfOtherProvidersAreAcceptedAndListed() {
        UnitSettings settings = UnitSettings.of(
                "u",
                Map.of(
                        "hibernate.show_sql", "true",
                        "eclipselink.weaving", "false",
                        "jakarta.persistence.jdbc.driver", "org.h2.Driver",
                        "jakarta.persistence.lock.timeout", "100"));
        assertThat(settings.ignored())
                .containsExactly("eclipselink.weaving", "hibernate.show_sql", "jakarta.persistence.jdbc.driver");
        assertThat(settings.standard()).containsEntry("jakarta.persistence.lock.timeout", "100");
    }

    @Test
    void everyConstantIsInTheTableAndTheOtherWayRound() throws ReflectiveOperationException {
        List<String> constants = new ArrayList<>();
        for (Field field : DormouseSettings.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getName().equals("PREFIX")) {
                constants.add((String) field.get(null));
            }
        }
        assertThat(SettingTable.all().keySet()).containsExactlyInAnyOrderElementsOf(constants);
    }
}
