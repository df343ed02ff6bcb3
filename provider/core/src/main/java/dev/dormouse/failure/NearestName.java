package dev.dormouse.failure;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely meant, for the remedy of a message. */
public final class NearestName {

    private NearestName() {}

    /** Returns the name with the fewest edits, case aside; empty if none is near. */
    public static Optional<String> of(String written, Collection<String> known) {
        String sought = written.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.max(2, written.length() / 2) + 1;
        for (String name : known) {
            int distance = editDistance(sought, name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns a remedy: the nearest name as a question, else the known names. */
    public static String remedy(String written, Collection<String> known) {
        return of(written, known)
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() -> "Known: "
                        + String.join(", ", known.stream().sorted().limit(20).toList()) + ".");
    }

    private static int editDistance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
