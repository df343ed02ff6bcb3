package dev.dormouse.benchmarks.raw;

import java.io.File;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.DirectBufferProxy;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.Txn;

/** The environment and its maps; a map of an index holds the key of the index and, as sorted duplicates, the ids. */
final class RawEnvironment implements AutoCloseable {

    private static final long MAP_SIZE = 64L << 30;

    final Env<DirectBuffer> env;
    final Dbi<DirectBuffer> persons;
    final Dbi<DirectBuffer> personNames;
    final Dbi<DirectBuffer> personBirths;
    final Dbi<DirectBuffer> personEmails;
    final Dbi<DirectBuffer> departments;
    final Dbi<DirectBuffer> departmentNames;
    final Dbi<DirectBuffer> employees;
    /** Department, day of hire descending, employee. */
    final Dbi<DirectBuffer> employeeHires;

    final Dbi<DirectBuffer> projects;
    final Dbi<DirectBuffer> projectNames;
    final Dbi<DirectBuffer> employeeProjects;
    final Dbi<DirectBuffer> projectEmployees;
    final Dbi<DirectBuffer> accounts;
    final Dbi<DirectBuffer> nodes;
    /** The parent of each left child: a child has one parent, as the references of the entity demand. */
    final Dbi<DirectBuffer> leftParents;

    final Dbi<DirectBuffer> rightParents;

    RawEnvironment(File folder, boolean durable) {
        EnvFlags[] flags = durable
                ? new EnvFlags[] {EnvFlags.MDB_NOTLS}
                : new EnvFlags[] {EnvFlags.MDB_NOTLS, EnvFlags.MDB_NOSYNC};
        env = Env.create(DirectBufferProxy.PROXY_DB)
                .setMapSize(MAP_SIZE)
                .setMaxDbs(20)
                .setMaxReaders(64)
                .open(folder, flags);
        try (Txn<DirectBuffer> txn = env.txnWrite()) {
            persons = map(txn, "person", false);
            personNames = map(txn, "person_name", true);
            personBirths = map(txn, "person_birth", true);
            personEmails = map(txn, "person_email", false);
            departments = map(txn, "department", false);
            departmentNames = map(txn, "department_name", false);
            employees = map(txn, "employee", false);
            employeeHires = map(txn, "employee_hired", false);
            projects = map(txn, "project", false);
            projectNames = map(txn, "project_name", false);
            employeeProjects = map(txn, "employee_project", true);
            projectEmployees = map(txn, "project_employee", true);
            accounts = map(txn, "account", false);
            nodes = map(txn, "node", false);
            leftParents = map(txn, "node_left", false);
            rightParents = map(txn, "node_right", false);
            txn.commit();
        }
    }

    private Dbi<DirectBuffer> map(Txn<DirectBuffer> txn, String name, boolean duplicates) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return duplicates
                ? env.openDbi(txn, bytes, null, false, DbiFlags.MDB_CREATE, DbiFlags.MDB_DUPSORT)
                : env.openDbi(txn, bytes, null, false, DbiFlags.MDB_CREATE);
    }

    @Override
    public void close() {
        env.close();
    }
}
