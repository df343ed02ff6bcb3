package dev.dormouse.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.settings.UnitSettings;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaActionTest {

    private static final String STANDARD = "jakarta.persistence.schema-generation.";

    private static SchemaAction action(Map<String, String> properties) {
        return SchemaAction.of(UnitSettings.of("unit", properties));
    }

    @Test
    void updateIsTheDefault() {
        assertThat(action(Map.of())).isEqualTo(SchemaAction.UPDATE);
        assertThat(action(Map.of("dormouse.schema", "strict"))).isEqualTo(SchemaAction.NONE);
    }

    @ParameterizedTest
    @CsvSource({"none,NONE", "create,CREATE", "drop,DROP", "drop-and-create,DROP_AND_CREATE", "validate,VALIDATE"})
    void theStandardPropertyWins(String text, SchemaAction expected) {
        assertThat(action(Map.of("dormouse.schema", "strict", STANDARD + "database.action", text)))
                .isEqualTo(expected);
    }

    @Test
    void anUnknownActionIsNamed() {
        assertThatThrownBy(() -> action(Map.of(STANDARD + "database.action", "recreate")))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0760")
                .hasMessageContaining("recreate");
    }

    @ParameterizedTest
    @CsvSource({
        "jakarta.persistence.schema-generation.scripts.action,create",
        "jakarta.persistence.schema-generation.create-source,script",
        "jakarta.persistence.schema-generation.drop-script-source,drop.sql",
        "jakarta.persistence.sql-load-script-source,load.sql"
    })
    void scriptsAreRefused(String key, String value) {
        assertThatThrownBy(() -> action(Map.of(key, value)))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0761")
                .hasMessageContaining(key);
    }

    @Test
    void askingForNoScriptIsNoScript() {
        assertThat(action(Map.of(STANDARD + "scripts.action", "none", STANDARD + "create-source", "metadata")))
                .isEqualTo(SchemaAction.UPDATE);
    }
}
