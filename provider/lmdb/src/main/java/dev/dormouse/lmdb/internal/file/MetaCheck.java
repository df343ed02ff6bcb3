package dev.dormouse.lmdb.internal.file;

/** Proves what the roots of the last two transactions say of themselves and of each other. */
final class MetaCheck {

    private static final long LARGEST_MAP = 1L << 47;
    private static final int ENVIRONMENT_FLAGS = 0x4000;

    private MetaCheck() {}

    static void check(MetaPage first, MetaPage second, Findings findings) {
        boolean isNew = first.transaction() == 0 && second.transaction() == 0;
        boolean follow = Math.abs(first.transaction() - second.transaction()) == 1;
        if (!isNew && (!follow || (first.transaction() & 1) != 0)) {
            findings.add("the roots are those of the transactions " + first.transaction() + " and "
                    + second.transaction() + ", which do not follow each other");
        }
        check("the first root", first, first, findings);
        check("the second root", second, first, findings);
    }

    private static void check(String name, MetaPage meta, MetaPage first, Findings findings) {
        if (meta.pageSize() != first.pageSize()) {
            findings.add(name + " has pages of " + meta.pageSize() + " bytes");
        }
        if ((meta.free().flags() & ~ENVIRONMENT_FLAGS) != Tree.INTEGER_KEYS
                || meta.main().flags() != 0) {
            findings.add(name + " has the flags " + meta.free().flags() + " and "
                    + meta.main().flags());
        }
        long needed = (meta.lastPage() + 1) * first.pageSize();
        if (meta.lastPage() < 1
                || meta.lastPage() > LARGEST_MAP / first.pageSize()
                || meta.mapSize() < needed
                || meta.mapSize() > LARGEST_MAP
                || meta.mapSize() % first.pageSize() != 0) {
            findings.add(name + " has the last page " + meta.lastPage() + " in a map of " + meta.mapSize() + " bytes");
        }
    }
}
