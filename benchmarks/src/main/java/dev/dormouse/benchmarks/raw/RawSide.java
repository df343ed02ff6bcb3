package dev.dormouse.benchmarks.raw;

import dev.dormouse.benchmarks.Rows;
import dev.dormouse.benchmarks.Side;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.lmdbjava.Cursor;
import org.lmdbjava.CursorIterable;
import org.lmdbjava.Dbi;
import org.lmdbjava.GetOp;
import org.lmdbjava.KeyRange;
import org.lmdbjava.PutFlags;
import org.lmdbjava.SeekOp;
import org.lmdbjava.Txn;

/** The operations as one would write them by hand for LMDB. Each thread reads through one transaction that it renews. */
public final class RawSide implements Side {

    private final RawEnvironment maps;
    private final RawCompany company;
    private final GroupedWriter writer;
    private final ThreadLocal<Txn<DirectBuffer>> readers;
    private final ThreadLocal<Bytes> keys = ThreadLocal.withInitial(() -> new Bytes(512));
    private final ThreadLocal<Bytes> values = ThreadLocal.withInitial(() -> new Bytes(4096));

    /** On a database in {@code folder}, whose commits wait for the disk if {@code durable}. */
    public RawSide(Path folder, boolean durable) {
        maps = new RawEnvironment(folder.toFile(), durable);
        company = new RawCompany(maps);
        writer = new GroupedWriter(maps.env);
        readers = ThreadLocal.withInitial(() -> {
            Txn<DirectBuffer> txn = maps.env.txnRead();
            txn.reset();
            return txn;
        });
    }

    @Override
    public void fill(int count) {
        for (int first = 0; first < count; first += Rows.CHUNK) {
            persist(first, Math.min(Rows.CHUNK, count - first));
        }
        long projects = Rows.projects(count);
        write(txn -> {
            company.fillProjects(txn, projects);
            for (int id = 0; id < Rows.ACCOUNTS; id++) {
                account(txn, id, 0, 0);
            }
        });
        for (int first = 0; first < count; first += Rows.CHUNK) {
            int chunk = first;
            write(txn -> company.fillEmployees(txn, chunk, Math.min(Rows.CHUNK, count - chunk), projects));
        }
    }

    @Override
    public void persist(long firstId, int count) {
        Bytes key = keys.get();
        Bytes value = values.get();
        write(txn -> {
            for (long id = firstId; id < firstId + count; id++) {
                RawPerson person = RawPerson.of(id);
                DirectBuffer record = value.filled(person.encode(value.whole()));
                maps.persons.put(txn, key.of(id), record);
                DirectBuffer back = value.of(id);
                maps.personNames.put(txn, key.of(person.name()), back);
                maps.personBirths.put(txn, key.of(person.birthDay()), back);
                putUnique(txn, maps.personEmails, key.of(person.email()), back);
            }
        });
    }

    @Override
    public void remove(long firstId, int count) {
        Bytes key = keys.get();
        Bytes value = values.get();
        write(txn -> {
            for (long id = firstId; id < firstId + count; id++) {
                RawPerson person = RawPerson.decode(id, maps.persons.get(txn, key.of(id)));
                maps.persons.delete(txn, key.of(id));
                DirectBuffer back = value.of(id);
                maps.personNames.delete(txn, key.of(person.name()), back);
                maps.personBirths.delete(txn, key.of(person.birthDay()), back);
                maps.personEmails.delete(txn, key.of(person.email()));
            }
        });
    }

    @Override
    public long findEach(long[] ids) {
        Bytes key = keys.get();
        long sum = 0;
        for (long id : ids) {
            sum += read(txn ->
                    RawPerson.decode(id, maps.persons.get(txn, key.of(id))).checksum());
        }
        return sum;
    }

    @Override
    public long findAll(long[] ids) {
        Bytes key = keys.get();
        return read(txn -> {
            long sum = 0;
            for (long id : ids) {
                sum += RawPerson.decode(id, maps.persons.get(txn, key.of(id))).checksum();
            }
            return sum;
        });
    }

    @Override
    public void update(long firstId, int count, int score) {
        Bytes key = keys.get();
        Bytes value = values.get();
        write(txn -> {
            for (long id = firstId; id < firstId + count; id++) {
                MutableDirectBuffer record = value.copy(maps.persons.get(txn, key.of(id)));
                RawPerson.score(record, score);
                maps.persons.put(txn, key.of(id), record);
            }
        });
    }

    @Override
    public void updateVersioned(long firstId, int count) {
        Bytes key = keys.get();
        write(txn -> {
            for (long id = firstId; id < firstId + count; id++) {
                DirectBuffer found = maps.accounts.get(txn, key.of(id));
                account(txn, id, found.getInt(0) + 1, found.getLong(Integer.BYTES) + 1);
            }
        });
    }

    private void account(Txn<DirectBuffer> txn, long id, int version, long balance) {
        Bytes value = values.get();
        value.whole().putInt(0, version);
        value.whole().putLong(Integer.BYTES, balance);
        maps.accounts.put(txn, keys.get().of(id), value.filled(Integer.BYTES + Long.BYTES));
    }

    @Override
    public void persistTree(long rootId, int depth) {
        write(txn -> node(txn, rootId, 1, depth));
    }

    private void node(Txn<DirectBuffer> txn, long rootId, long number, int depth) {
        long id = rootId + number - 1;
        Bytes value = values.get();
        long left = depth > 1 ? rootId + 2 * number - 1 : -1;
        long right = depth > 1 ? rootId + 2 * number : -1;
        value.whole().putInt(0, (int) (id % 100));
        value.whole().putLong(Integer.BYTES, left);
        value.whole().putLong(Integer.BYTES + Long.BYTES, right);
        maps.nodes.put(txn, keys.get().of(id), value.filled(Integer.BYTES + 2 * Long.BYTES));
        if (depth > 1) {
            putUnique(txn, maps.leftParents, keys.get().of(left), value.of(id));
            putUnique(txn, maps.rightParents, keys.get().of(right), value.of(id));
            node(txn, rootId, 2 * number, depth - 1);
            node(txn, rootId, 2 * number + 1, depth - 1);
        }
    }

    @Override
    public long walkTree(long rootId) {
        return read(txn -> weight(txn, keys.get(), rootId));
    }

    private long weight(Txn<DirectBuffer> txn, Bytes key, long id) {
        if (id < 0) {
            return 0;
        }
        DirectBuffer node = maps.nodes.get(txn, key.of(id));
        int weight = node.getInt(0);
        long left = node.getLong(Integer.BYTES);
        long right = node.getLong(Integer.BYTES + Long.BYTES);
        return weight + weight(txn, key, left) + weight(txn, key, right);
    }

    @Override
    public long graph(long employee) {
        return read(txn -> company.graph(txn, employee));
    }

    @Override
    public long uniqueLookup(String email) {
        Bytes key = keys.get();
        return read(txn -> {
            long id = Bytes.number(maps.personEmails.get(txn, key.of(email)));
            return RawPerson.decode(id, maps.persons.get(txn, key.of(id))).checksum();
        });
    }

    @Override
    public long byName(String name) {
        Bytes key = keys.get();
        return read(txn -> {
            long sum = 0;
            try (Cursor<DirectBuffer> cursor = maps.personNames.openCursor(txn)) {
                boolean more = cursor.get(key.of(name), GetOp.MDB_SET);
                while (more) {
                    long id = Bytes.number(cursor.val());
                    sum += RawPerson.decode(id, maps.persons.get(txn, key.of(id)))
                            .checksum();
                    more = cursor.seek(SeekOp.MDB_NEXT_DUP);
                }
            }
            return sum;
        });
    }

    @Override
    public long range(LocalDate from, LocalDate to) {
        Bytes key = keys.get();
        return read(txn -> {
            long hash = 0;
            int end = (int) to.toEpochDay() ^ Integer.MIN_VALUE;
            try (Cursor<DirectBuffer> cursor = maps.personBirths.openCursor(txn)) {
                boolean more = cursor.get(key.of((int) from.toEpochDay()), GetOp.MDB_SET_RANGE);
                while (more && Integer.compareUnsigned(cursor.key().getInt(0, ByteOrder.BIG_ENDIAN), end) < 0) {
                    long id = Bytes.number(cursor.val());
                    hash = 31 * hash
                            + RawPerson.decode(id, maps.persons.get(txn, key.of(id)))
                                    .id();
                    more = cursor.seek(SeekOp.MDB_NEXT);
                }
            }
            return hash;
        });
    }

    @Override
    public long latestHired(String department) {
        return read(txn -> company.latestHired(txn, department));
    }

    @Override
    public long fetchJoin(long department) {
        return read(txn -> company.members(txn, department));
    }

    @Override
    public long manyToMany(String project) {
        return read(txn -> company.names(txn, project));
    }

    @Override
    public long bestPaid(long department) {
        return read(txn -> company.bestPaid(txn, department));
    }

    @Override
    public long groupBy() {
        return read(company::groups);
    }

    @Override
    public long scan(int score) {
        return read(txn -> {
            long found = 0;
            try (CursorIterable<DirectBuffer> all = maps.persons.iterate(txn, KeyRange.all())) {
                for (CursorIterable.KeyVal<DirectBuffer> entry : all) {
                    if (RawPerson.score(entry.val()) == score) {
                        found++;
                    }
                }
            }
            return found;
        });
    }

    @Override
    public long bulkUpdate(long firstId, int count) {
        Bytes key = keys.get();
        Bytes value = values.get();
        write(txn -> {
            for (long id = firstId; id < firstId + count; id++) {
                MutableDirectBuffer record = value.copy(maps.persons.get(txn, key.of(id)));
                RawPerson.visit(record);
                maps.persons.put(txn, key.of(id), record);
            }
        });
        return count;
    }

    private static void putUnique(Txn<DirectBuffer> txn, Dbi<DirectBuffer> map, DirectBuffer key, DirectBuffer value) {
        if (!map.put(txn, key, value, PutFlags.MDB_NOOVERWRITE)) {
            throw new IllegalStateException("The key is there already");
        }
    }

    private long read(ToLongFunction<Txn<DirectBuffer>> work) {
        Txn<DirectBuffer> txn = readers.get();
        txn.renew();
        try {
            return work.applyAsLong(txn);
        } finally {
            txn.reset();
        }
    }

    private void write(Consumer<Txn<DirectBuffer>> work) {
        writer.write(work);
    }

    @Override
    public void close() {
        maps.close();
    }
}
