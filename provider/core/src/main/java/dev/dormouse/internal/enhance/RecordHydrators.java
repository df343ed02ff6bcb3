package dev.dormouse.internal.enhance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The generated readers of one class: one for each class among it and its superclasses that declares fields which can be read straight, since private
 * fields are open to nest mates only.
 *
 * @param hydrators what reads
 * @param positions the attributes that are read, by their positions; the others have to be read otherwise
 */
public record RecordHydrators(List<RecordHydrator> hydrators, List<Integer> positions) {

    /** Copies the lists. */
    public RecordHydrators {
        hydrators = List.copyOf(hydrators);
        positions = List.copyOf(positions);
    }

    /**
     * Generates the readers of a class. An attribute with property access, or in a final field, is left out.
     *
     * @param accessor the accessor of the class
     * @param wanted what may be read straight
     */
    public static RecordHydrators of(ClassAccessor accessor, List<StoredField> wanted) {
        Map<Class<?>, HydratorWriter> writers = new LinkedHashMap<>();
        List<Integer> positions = new ArrayList<>();
        for (StoredField stored : wanted) {
            AccessedMember member = accessor.member(stored.position());
            if (member.field() != null && !member.isFinalField()) {
                writers.computeIfAbsent(member.owner(), HydratorWriter::new).add(member.field(), stored);
                positions.add(stored.position());
            }
        }
        return new RecordHydrators(
                writers.values().stream().map(HydratorWriter::define).toList(), positions);
    }
}
