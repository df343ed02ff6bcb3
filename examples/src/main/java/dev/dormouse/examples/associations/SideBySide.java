package dev.dormouse.examples.associations;

import java.io.PrintStream;
import java.util.List;

/** Prints texts in columns. */
final class SideBySide {

    private SideBySide() {}

    static void print(PrintStream out, List<List<String>> texts) {
        List<List<String>> columns = texts.stream().filter(t -> !t.isEmpty()).toList();
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder("   ");
            for (List<String> column : columns) {
                int width = column.stream().mapToInt(String::length).max().orElse(0);
                String text = i < column.size() ? column.get(i) : "";
                line.append(" ")
                        .append(text)
                        .append(" ".repeat(width - text.length()))
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
