package dev.dormouse.examples.flights;

import java.io.PrintStream;
import java.util.List;

/** Rows in columns, the middle left out where there are many. */
final class TextTable {

    private static final int HEAD = 12;

    private TextTable() {}

    static void print(PrintStream out, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (i == HEAD && rows.size() > HEAD + 3) {
                out.println("    ... " + (rows.size() - HEAD - 1) + " more rows ...");
                i = rows.size() - 1;
            }
            StringBuilder line = new StringBuilder("    ");
            for (int j = 0; j < rows.get(i).size(); j++) {
                String cell = rows.get(i).get(j);
                line.append(cell).append(" ".repeat(widths[j] - cell.length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
