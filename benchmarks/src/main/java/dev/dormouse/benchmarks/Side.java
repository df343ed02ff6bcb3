package dev.dormouse.benchmarks;

import java.time.LocalDate;

/**
 * One side of the comparison: a database with its programming interface. Every operation returns a checksum of what it read, so that the work
 * cannot be left out and all sides can be proved to do the same. {@link Rows} says what a row holds.
 */
public interface Side extends AutoCloseable {

    /** Writes {@code count} persons, as many employees in departments of forty, and the projects and accounts that belong to them. */
    void fill(int count);

    /** Writes {@code count} new persons from {@code firstId} on, in one transaction. */
    void persist(long firstId, int count);

    /** Reads {@code count} persons from {@code firstId} on and removes them, in one transaction. */
    void remove(long firstId, int count);

    /** Reads each person in a context, or read transaction, of its own. */
    long findEach(long[] ids);

    /** Reads all persons in one context, or read transaction. */
    long findAll(long[] ids);

    /** Reads {@code count} persons from {@code firstId} on and gives each the score {@code score}, in one transaction. */
    void update(long firstId, int count, int score);

    /** Reads {@code count} accounts from {@code firstId} on and adds to each balance, with a version, in one transaction. */
    void updateVersioned(long firstId, int count);

    /** Writes a binary tree of {@code 2^depth - 1} nodes whose root has the id {@code rootId}, in one transaction. */
    void persistTree(long rootId, int depth);

    /** Walks a tree from its root, node by node. */
    long walkTree(long rootId);

    /** Reads an employee with its department and its projects. */
    long graph(long employee);

    /** The person with an e-mail address, which is unique. */
    long uniqueLookup(String email);

    /** The persons with a name, ten, by an index. */
    long byName(String name);

    /** The persons born from {@code from} to before {@code to}, in order of birth, by an index. */
    long range(LocalDate from, LocalDate to);

    /** The twenty employees of the department of this name that were hired last, by a join, an order and a limit. */
    long latestHired(String department);

    /** A department with its forty employees, by a fetch join. */
    long fetchJoin(long department);

    /** The names of the employees of the project of this name, by a join through the join table. */
    long manyToMany(String project);

    /** The employees of ten departments from {@code department} on that earn the most in theirs, by a correlated subquery. */
    long bestPaid(long department);

    /** How many employees each department has and what they earn together, over a join. */
    long groupBy();

    /** How many persons have this score, which no index holds. */
    long scan(int score);

    /** Adds one to the visits of {@code count} persons from {@code firstId} on by one statement; how many there were. */
    long bulkUpdate(long firstId, int count);

    @Override
    void close();
}
