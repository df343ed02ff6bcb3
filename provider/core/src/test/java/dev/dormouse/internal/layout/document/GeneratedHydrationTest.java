package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.enhance.ClassAccessor;
import dev.dormouse.internal.enhance.RecordHydrators;
import dev.dormouse.internal.enhance.StoredField;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.store.record.Record;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code gives each attribute what its step gives it. */
class GeneratedHydrationTest {

    private static final BoundLayout UNIT =
            Units.bound(ManyWays.Whole.class, ManyWays.Part.class, ManyWays.Pair.class, ManyWays.Base.class);
    private static final EntityLayout MANY_WAYS = UNIT.entity("Whole");
    private static final EntityLayout BASICS =
            Units.bound(AllBasics.class, AllBasics.Celsius.class).entity("AllBasics");

    private final ReferenceWorld world = new ReferenceWorld();

    private void assertSameByBothWays(EntityLayout layout, Record record) {
        ClassAccessor accessor = layout.accessor();
        Object generated = world.hydrate(layout, record);
        Object stepped = accessor.newInstance();
        for (int i = 0; i < layout.model().attributes().size(); i++) {
            layout.transfer().hydrate(i, record, stepped, stepped, world);
        }
        for (AttributeModel attribute : layout.model().attributes()) {
            int position = layout.model().attributes().position(attribute.name());
            assertThat(accessor.get(generated, position))
                    .as(attribute.name())
                    .usingRecursiveComparison()
                    .isEqualTo(accessor.get(stepped, position));
        }
    }

    @Test
    void aFullRecordGivesTheSameByBothWays() {
        Record record = MANY_WAYS.transfer().dehydrate(new ManyWays.Whole(7), world);
        assertSameByBothWays(MANY_WAYS, record);
        assertThat(world.hydrate(MANY_WAYS, record)).usingRecursiveComparison().isEqualTo(new ManyWays.Whole(7));
    }

    @Test
    void anEmptyRecordGivesTheSameByBothWays() {
        assertSameByBothWays(MANY_WAYS, new Record(0));
        assertSameByBothWays(BASICS, new Record(0));
    }

    @Test
    void whatTheInstanceHadIsReplacedByNull() {
        ManyWays.Whole instance = new ManyWays.Whole(7);
        MANY_WAYS.transfer().hydrate(new Record(0), instance, world);
        assertThat(instance).usingRecursiveComparison().ignoringFields("fixed").isEqualTo(new ManyWays.Whole());
    }

    @Test
    void onlyPlainFieldsThatAreNotFinalAreReadStraight() {
        ClassAccessor accessor = MANY_WAYS.accessor();
        List<StoredField> all = new ArrayList<>();
        for (AttributeModel attribute : MANY_WAYS.model().attributes()) {
            if (attribute instanceof BasicAttribute && MANY_WAYS.location(attribute) instanceof BasicLocation basic) {
                int position = MANY_WAYS.model().attributes().position(attribute.name());
                all.add(new StoredField(
                        position, basic.field(), basic.conversion().constants()));
            }
        }
        RecordHydrators hydrators = RecordHydrators.of(accessor, all);
        assertThat(hydrators.positions().stream().map(position -> MANY_WAYS
                        .model()
                        .attributes()
                        .list()
                        .get(position)
                        .name()))
                .containsExactlyInAnyOrder("id", "inherited", "ratio", "text", "large", "letter", "unit", "answer");
        assertThat(hydrators.hydrators())
                .as("one for each class with private fields")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter", "unit", "answer"})
    void aConstantThatIsNoMoreIsNamed(String attribute) {
        Record record = MANY_WAYS.transfer().dehydrate(new ManyWays.Whole(7), world);
        record.set(MANY_WAYS.table().path(attribute), "BLUE");
        assertThatThrownBy(() -> world.hydrate(MANY_WAYS, record))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0222")
                .hasMessageContaining("BLUE");
    }
}
