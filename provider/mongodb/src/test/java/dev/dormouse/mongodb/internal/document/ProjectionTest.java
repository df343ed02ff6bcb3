package dev.dormouse.mongodb.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final RecordType PLACE = new RecordType(
            List.of(new Field("land", BasicType.STRING, true), new Field("number", BasicType.INTEGER, true)));
    private static final TableDefinition TABLE = TableDefinition.of(
            "shop",
            new RecordType(List.of(
                    new Field("weight", BasicType.DECIMAL, false),
                    new Field("name", BasicType.STRING, true),
                    new Field("at", BasicType.INSTANT, true),
                    new Field("place", PLACE, true),
                    new Field("others", new ArrayType(PLACE), true))),
            "weight");
    private static final TableForm FORM = TableForm.of(TABLE);

    private static Projection to(String... paths) {
        List<FieldPath> all = Arrays.stream(paths).map(TABLE::path).toList();
        return Projection.of(FORM, all).orElseThrow();
    }

    @Test
    void companionsComeWithTheirFields() {
        assertThat(to("at").document())
                .isEqualTo(BsonDocument.parse("{_id: 1, '_id:weight:scale': 1, at: 1, 'at:more': 1, 'at:scale': 1}"));
    }

    @Test
    void aFieldBesideWhatItLiesInIsNamedOnce() {
        assertThat(to("place.land", "place", "place.number").document())
                .isEqualTo(BsonDocument.parse("{_id: 1, '_id:weight:scale': 1, place: 1}"));
        assertThat(to("others.land").document())
                .isEqualTo(BsonDocument.parse("{_id: 1, '_id:weight:scale': 1, others: 1}"));
    }

    @Test
    void whatWasNotBroughtIsNoNull() {
        RawBsonDocument document = new RawBsonDocument(
                BsonDocument.parse("{_id: NumberDecimal('1'), place: {land: 'Spain'}}"), new BsonDocumentCodec());
        DocumentView view = FORM.view(document, to("name", "place.land"));
        assertThat(view.get(TABLE.path("name"))).isNull();
        assertThat(view.get(TABLE.path("place.land"))).isEqualTo("Spain");
        assertThat(view.primaryKey().part(0)).hasToString("1");
        assertThatThrownBy(() -> view.get(TABLE.path("at")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("read, but not brought: at of shop");
        assertThatThrownBy(() -> view.isNull(TABLE.path("place.number"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> view.get(TABLE.path("place"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(view::copy).isInstanceOf(AssertionError.class);
    }
}
