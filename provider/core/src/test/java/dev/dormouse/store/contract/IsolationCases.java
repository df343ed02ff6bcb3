package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.Change;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Two transactions at each level, and what can go wrong between them: the table is isolation.csv. */
abstract class IsolationCases extends ContractCase {

    private TableDefinition person;
    private TableDefinition order;

    @BeforeEach
    void fill() {
        person = create(Tables.PERSON);
        order = create(Tables.ORDER);
        commit(
                insert(person, 1L, "ada", 1, Record.of("Rome", 1), null, "on call"),
                insert(person, 2L, "bob", 1, Record.of("Rome", 2), null, "on call"));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvFileSource(resources = "isolation.csv", useHeadersInDisplayName = false, numLinesToSkip = 3)
    void whatTheTableSays(String anomaly, Isolation level, String memory, String lmdb, String mongodb) {
        String expected =
                switch (store.features().name().toLowerCase(Locale.ROOT)) {
                    case "lmdb" -> lmdb;
                    case "mongodb" -> mongodb;
                    default -> memory;
                };
        assertThat(store.features().isolations().contains(level)).isEqualTo(!expected.equals("-"));
        if (!expected.equals("-")) {
            assertThat(outcome(anomaly, level)).isEqualTo(expected);
        }
    }

    private String outcome(String anomaly, Isolation level) {
        try (StoreTransaction one = begin(level);
                StoreTransaction two = begin(level)) {
            return happens(anomaly, one, two) ? "happens" : "prevented";
        } catch (StaleRecordException | ConstraintViolationException e) {
            return "refused";
        }
    }

    private boolean happens(String anomaly, StoreTransaction one, StoreTransaction two) {
        return switch (anomaly) {
            case "dirty read" -> dirtyRead(one, two);
            case "lost update of a versioned record" ->
                lostUpdate(one, two, new Guard.Version(person.path("version"), 1));
            case "lost update of an unversioned record" -> lostUpdate(one, two, Guard.Exists.INSTANCE);
            case "lost update by a bulk statement" -> lostUpdate(one, two, Guard.Unchanged.INSTANCE);
            case "non-repeatable read" -> nonRepeatableRead(one, two);
            case "phantom" -> phantom(one, two);
            case "write skew" -> writeSkew(one, two, Access.Full.FORWARD);
            case "write skew over an index range" ->
                writeSkew(
                        one,
                        two,
                        Scans.index(
                                Scans.index(person, "by_note"),
                                Scans.range(List.of(Scans.at(BasicType.STRING, "on call")), null, null),
                                false));
            case "orphan" -> orphan(one, two);
            default -> throw new IllegalArgumentException(anomaly);
        };
    }

    private Object zip(StoreTransaction transaction) {
        return Objects.requireNonNull(
                Objects.requireNonNull(get(transaction, person, 1L)).get(person.path("address.zip")));
    }

    private boolean dirtyRead(StoreTransaction one, StoreTransaction two) {
        one.apply(List.of(set(person, 1L, "address.zip", 99)));
        boolean seen = zip(two).equals(99);
        one.commit();
        two.commit();
        return seen;
    }

    private boolean lostUpdate(StoreTransaction one, StoreTransaction two, Guard guard) {
        int first = firstZip(one);
        int second = firstZip(two);
        one.apply(List.of(increment(first, guard), set(person, 1L, "version", 2)));
        one.commit();
        two.apply(List.of(increment(second, guard)));
        two.commit();
        return Objects.equals(Objects.requireNonNull(committed(person, 1L)).get(person.path("address.zip")), 2);
    }

    private int firstZip(StoreTransaction transaction) {
        return scan(transaction, person, Access.Full.FORWARD).records().get(0).getInt(person.path("address.zip"));
    }

    private Change increment(int read, Guard guard) {
        return set(person, 1L, guard, "address.zip", read + 1);
    }

    private boolean nonRepeatableRead(StoreTransaction one, StoreTransaction two) {
        Object before = zip(one);
        two.apply(List.of(set(person, 1L, "address.zip", 99)));
        two.commit();
        boolean differs = !before.equals(zip(one));
        one.commit();
        return differs;
    }

    private boolean phantom(StoreTransaction one, StoreTransaction two) {
        int before = scan(one, person, Access.Full.FORWARD).records().size();
        two.apply(List.of(insert(person, 3L, "cyd")));
        two.commit();
        boolean differs = scan(one, person, Access.Full.FORWARD).records().size() != before;
        one.commit();
        return differs;
    }

    /** Each takes somebody off call as long as another stays. */
    private boolean writeSkew(StoreTransaction one, StoreTransaction two, Access access) {
        assertThat(scan(one, person, access).records()).hasSize(2);
        assertThat(scan(two, person, access).records()).hasSize(2);
        one.apply(List.of(set(person, 1L, "note", "off")));
        two.apply(List.of(set(person, 2L, "note", "off")));
        one.commit();
        two.commit();
        return true;
    }

    private boolean orphan(StoreTransaction one, StoreTransaction two) {
        one.apply(List.of(delete(person, 2L)));
        two.apply(List.of(insert(order, 1L, 2L, null)));
        one.commit();
        two.commit();
        commit(delete(order, 1L));
        return true;
    }
}
