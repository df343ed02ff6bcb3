package dev.dormouse.lmdb.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.Limit;
import dev.dormouse.store.type.RecordType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionCodecTest {

    private static TableDefinition table() {
        List<Field> fields = new ArrayList<>();
        for (BasicType type : BasicType.values()) {
            fields.add(new Field("f_" + type, type, type != BasicType.LONG));
        }
        RecordType nested = new RecordType(List.of(
                new Field("x", BasicType.LONG, false), new Field("y", BasicType.DECIMAL, true, Limit.digits(8, 2))));
        fields.add(new Field("nested", nested, true));
        fields.add(new Field("array", new ArrayType(nested), true));
        fields.add(new Field("texts", new ArrayType(BasicType.STRING), true, Limit.length(10)));
        RecordType type = new RecordType(fields);
        TableDefinition plain = TableDefinition.of("Täble", type, "f_LONG");
        return new TableDefinition(
                7,
                "Täble",
                type,
                List.of(plain.path("f_LONG"), plain.path("nested.x")),
                true,
                List.of(new IndexDefinition(
                        3,
                        "ix",
                        List.of(new IndexPart(plain.path("f_STRING"), true), new IndexPart(plain.path("texts"), false)),
                        true)),
                List.of(new ForeignKeyDefinition("fk", List.of(plain.path("f_UUID")), "other", List.of("a.b", "c"))),
                Layout.RELATIONAL,
                Map.of("COL", plain.path("nested.x")),
                Map.of("codec", "cbor"));
    }

    @Test
    void a_table_comes_back_as_it_was() {
        assertThat(DefinitionCodec.table(DefinitionCodec.write(table()))).isEqualTo(table());
    }

    @Test
    void a_sequence_comes_back_as_it_was() {
        SequenceDefinition plain = new SequenceDefinition("S", Long.MIN_VALUE, -50, Optional.empty());
        SequenceDefinition row = new SequenceDefinition(
                "T", 5, 1, Optional.of(new SequenceDefinition.GeneratorRow("GEN", "K", "key", "V")));
        assertThat(DefinitionCodec.sequence(DefinitionCodec.write(plain))).isEqualTo(plain);
        assertThat(DefinitionCodec.sequence(DefinitionCodec.write(row))).isEqualTo(row);
    }

    @Test
    void bytes_that_are_no_definition_are_refused() {
        assertThatThrownBy(() -> DefinitionCodec.table("nonsense".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0832");
        assertThatThrownBy(() -> DefinitionCodec.table(
                        DefinitionCodec.write(new SequenceDefinition("S", 1, 1, Optional.empty()))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0832");
    }
}
