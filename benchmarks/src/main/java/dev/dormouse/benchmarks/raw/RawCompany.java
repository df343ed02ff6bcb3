package dev.dormouse.benchmarks.raw;

import dev.dormouse.benchmarks.Rows;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.lmdbjava.Cursor;
import org.lmdbjava.CursorIterable;
import org.lmdbjava.GetOp;
import org.lmdbjava.KeyRange;
import org.lmdbjava.SeekOp;
import org.lmdbjava.Txn;

/** Employees, departments and projects by hand. An employee is its department, its day of hire, its salary and its name. */
final class RawCompany {

    private static final int DEPARTMENT = 0;
    private static final int HIRED = Long.BYTES;
    private static final int SALARY = HIRED + Integer.BYTES;
    private static final int NAME = SALARY + Integer.BYTES;

    private final RawEnvironment maps;
    private final ThreadLocal<Bytes> keys = ThreadLocal.withInitial(() -> new Bytes(512));
    private final ThreadLocal<Bytes> values = ThreadLocal.withInitial(() -> new Bytes(512));

    RawCompany(RawEnvironment maps) {
        this.maps = maps;
    }

    void fillProjects(Txn<DirectBuffer> txn, long projects) {
        Bytes key = keys.get();
        Bytes value = values.get();
        for (long id = 0; id < projects; id++) {
            maps.projects.put(txn, key.of(id), value.of("project" + id));
            maps.projectNames.put(txn, key.of("project" + id), value.of(id));
        }
    }

    void fillEmployees(Txn<DirectBuffer> txn, long first, int count, long projects) {
        Bytes key = keys.get();
        Bytes value = values.get();
        for (long id = first; id < first + count; id++) {
            if (id % Rows.DEPARTMENT == 0) {
                long department = Rows.department(id);
                maps.departments.put(txn, key.of(department), value.of("department" + department));
                maps.departmentNames.put(txn, key.of("department" + department), value.of(department));
            }
            int hired = (int) Rows.hired(id).toEpochDay();
            value.whole().putLong(DEPARTMENT, Rows.department(id));
            value.whole().putInt(HIRED, hired);
            value.whole().putInt(SALARY, Rows.salary(id));
            int end = NAME + value.whole().putStringUtf8(NAME, "employee" + id);
            maps.employees.put(txn, key.of(id), value.filled(end));
            maps.employeeHires.put(txn, key.hire(Rows.department(id), hired, id), value.filled(0));
            member(txn, id, Rows.firstProject(id, projects));
            member(txn, id, Rows.secondProject(id, projects));
        }
    }

    private void member(Txn<DirectBuffer> txn, long employee, long project) {
        maps.employeeProjects.put(txn, keys.get().of(employee), values.get().of(project));
        maps.projectEmployees.put(txn, keys.get().of(project), values.get().of(employee));
    }

    long graph(Txn<DirectBuffer> txn, long employee) {
        Bytes key = keys.get();
        DirectBuffer found = maps.employees.get(txn, key.of(employee));
        long department = found.getLong(DEPARTMENT);
        long sum = found.getInt(SALARY);
        sum += Bytes.text(maps.departments.get(txn, key.of(department))).length();
        try (Cursor<DirectBuffer> cursor = maps.employeeProjects.openCursor(txn)) {
            boolean more = cursor.get(key.of(employee), GetOp.MDB_SET);
            while (more) {
                long project = Bytes.number(cursor.val());
                sum += project
                        + Bytes.text(maps.projects.get(txn, key.of(project))).length();
                more = cursor.seek(SeekOp.MDB_NEXT_DUP);
            }
        }
        return sum;
    }

    long latestHired(Txn<DirectBuffer> txn, String name) {
        Bytes key = keys.get();
        long department = Bytes.number(maps.departmentNames.get(txn, key.of(name)));
        long hash = 0;
        int rows = 0;
        try (Cursor<DirectBuffer> cursor = maps.employeeHires.openCursor(txn)) {
            boolean more = cursor.get(key.of(department), GetOp.MDB_SET_RANGE);
            while (more && rows < 20 && Bytes.number(cursor.key()) == department) {
                RawEmployee employee = employee(txn, Bytes.employeeOfHire(cursor.key()));
                hash = 31 * hash + employee.id();
                rows++;
                more = cursor.seek(SeekOp.MDB_NEXT);
            }
        }
        return hash;
    }

    long members(Txn<DirectBuffer> txn, long department) {
        Bytes key = keys.get();
        long sum = 0;
        if (maps.departments.get(txn, key.of(department)) == null) {
            throw new IllegalStateException("There is no department " + department);
        }
        try (Cursor<DirectBuffer> cursor = maps.employeeHires.openCursor(txn)) {
            boolean more = cursor.get(key.of(department), GetOp.MDB_SET_RANGE);
            while (more && Bytes.number(cursor.key()) == department) {
                RawEmployee employee = employee(txn, Bytes.employeeOfHire(cursor.key()));
                sum += employee.id() + employee.salary();
                more = cursor.seek(SeekOp.MDB_NEXT);
            }
        }
        return sum;
    }

    private RawEmployee employee(Txn<DirectBuffer> txn, long id) {
        DirectBuffer found = maps.employees.get(txn, keys.get().of(id));
        return new RawEmployee(
                id, found.getStringUtf8(NAME), found.getInt(HIRED), found.getInt(SALARY), found.getLong(DEPARTMENT));
    }

    private record RawEmployee(long id, String name, int hired, int salary, long department) {}

    long names(Txn<DirectBuffer> txn, String project) {
        Bytes key = keys.get();
        long id = Bytes.number(maps.projectNames.get(txn, key.of(project)));
        long sum = 0;
        try (Cursor<DirectBuffer> cursor = maps.projectEmployees.openCursor(txn)) {
            boolean more = cursor.get(key.of(id), GetOp.MDB_SET);
            while (more) {
                DirectBuffer found = maps.employees.get(txn, key.of(Bytes.number(cursor.val())));
                sum += found.getStringUtf8(NAME).hashCode();
                more = cursor.seek(SeekOp.MDB_NEXT_DUP);
            }
        }
        return sum;
    }

    long bestPaid(Txn<DirectBuffer> txn, long firstDepartment) {
        long sum = 0;
        Bytes key = keys.get();
        try (Cursor<DirectBuffer> cursor = maps.employeeHires.openCursor(txn)) {
            for (long department = firstDepartment; department < firstDepartment + 10; department++) {
                int best = -1;
                long sumOfBest = 0;
                boolean more = cursor.get(key.of(department), GetOp.MDB_SET_RANGE);
                while (more && Bytes.number(cursor.key()) == department) {
                    long id = Bytes.employeeOfHire(cursor.key());
                    int salary = maps.employees.get(txn, key.of(id)).getInt(SALARY);
                    if (salary > best) {
                        best = salary;
                        sumOfBest = id;
                    } else if (salary == best) {
                        sumOfBest += id;
                    }
                    more = cursor.seek(SeekOp.MDB_NEXT);
                }
                sum += sumOfBest;
            }
        }
        return sum;
    }

    long groups(Txn<DirectBuffer> txn) {
        Long2ObjectHashMap<long[]> groups = new Long2ObjectHashMap<>();
        try (CursorIterable<DirectBuffer> all = maps.employees.iterate(txn, KeyRange.all())) {
            for (CursorIterable.KeyVal<DirectBuffer> entry : all) {
                long[] group = groups.computeIfAbsent(entry.val().getLong(DEPARTMENT), department -> new long[2]);
                group[0]++;
                group[1] += entry.val().getInt(SALARY);
            }
        }
        Bytes key = keys.get();
        long sum = 0;
        for (Long2ObjectHashMap<long[]>.EntryIterator each = groups.entrySet().iterator(); each.hasNext(); ) {
            each.next();
            String name = Bytes.text(maps.departments.get(txn, key.of(each.getLongKey())));
            sum += each.getValue()[0] + each.getValue()[1] + name.length();
        }
        return sum;
    }
}
