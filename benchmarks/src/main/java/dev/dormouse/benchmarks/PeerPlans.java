package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.jpa.Provider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/** What H2 was asked for an operation and how it goes about it: its own EXPLAIN of the statements that it saw. */
final class PeerPlans {

    private PeerPlans() {}

    /** Returns the statements with their plans. */
    static String of(Operation operation, Database database, int rows, Path parent) {
        try (OneInvocation invocation = new OneInvocation(operation, database, rows, parent);
                Connection connection = DriverManager.getConnection(
                        Provider.valueOf(database.name()).url(invocation.folder()));
                Statement statement = connection.createStatement()) {
            Set<String> seen = new LinkedHashSet<>();
            invocation.run(() -> execute(statement, "SET QUERY_STATISTICS TRUE"), () -> seen.addAll(seen(statement)));
            StringBuilder text = new StringBuilder();
            for (String sql : seen) {
                text.append(plan(connection, sql)).append("\n\n");
            }
            return text.toString().strip();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 does not tell its plans", e);
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Set<String> seen(Statement statement) {
        Set<String> seen = new LinkedHashSet<>();
        try (ResultSet found =
                statement.executeQuery("SELECT SQL_STATEMENT FROM INFORMATION_SCHEMA.QUERY_STATISTICS")) {
            while (found.next()) {
                String sql = found.getString(1).strip();
                if (sql.matches("(?is)(select|update|delete|merge) .*") && !sql.contains("INFORMATION_SCHEMA")) {
                    seen.add(sql);
                }
            }
            return seen;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setString(i, "1");
            }
            try (ResultSet found = explain.executeQuery()) {
                found.next();
                return found.getString(1).replaceAll("\\s*\n\\s*", " ");
            }
        }
    }
}
