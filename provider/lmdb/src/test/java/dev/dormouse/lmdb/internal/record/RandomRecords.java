package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.BasicValues;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random record types with records of them. */
final class RandomRecords {

    /** A type and a record of it. */
    record Typed(RecordType type, Record record) {}

    private RandomRecords() {}

    static Arbitrary<Typed> typed() {
        return types(2).flatMap(type -> records(type).map(record -> new Typed(type, record)));
    }

    /** Two records of one type. */
    static Arbitrary<Pair> pairs() {
        return types(2).flatMap(type ->
                Combinators.combine(records(type), records(type)).as((one, other) -> new Pair(type, one, other)));
    }

    record Pair(RecordType type, Record one, Record other) {}

    private static Arbitrary<RecordType> types(int depth) {
        return storeTypes(depth).list().ofMinSize(1).ofMaxSize(8).map(types -> {
            List<Field> fields = new ArrayList<>();
            for (StoreType type : types) {
                fields.add(new Field("f" + fields.size(), type, true));
            }
            return new RecordType(fields);
        });
    }

    private static Arbitrary<StoreType> storeTypes(int depth) {
        Arbitrary<StoreType> basic = Arbitraries.of(BasicType.values()).map(type -> type);
        if (depth == 0) {
            return basic;
        }
        Arbitrary<StoreType> nested = Arbitraries.lazy(() -> types(depth - 1)).map(type -> type);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, basic),
                net.jqwik.api.Tuple.of(1, nested),
                net.jqwik.api.Tuple.of(1, Arbitraries.oneOf(basic, nested).map(ArrayType::new)));
    }

    private static Arbitrary<Record> records(RecordType type) {
        List<Arbitrary<Object>> values = type.fields().stream()
                .map(field -> values(field.type()).injectNull(0.3))
                .toList();
        return Combinators.combine(values).as(list -> Record.of(list.toArray()));
    }

    private static Arbitrary<Object> values(StoreType type) {
        if (type instanceof BasicType basic) {
            return BasicValues.of(basic);
        }
        if (type instanceof ArrayType array) {
            return values(array.element()).injectNull(0.1).list().ofMaxSize(4).map(list -> list);
        }
        return records((RecordType) type).map(record -> record);
    }
}
