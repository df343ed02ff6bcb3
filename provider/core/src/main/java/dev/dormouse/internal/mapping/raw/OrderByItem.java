package dev.dormouse.internal.mapping.raw;

import dev.dormouse.internal.mapping.model.AttributePath;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One item of the text of {@code @OrderBy}: {@code path [ASC|DESC]}.
 *
 * @param text the item as written
 * @param path the attribute, empty for the element itself
 * @param direction {@code ASC}, {@code DESC}, or what was written in their place
 */
public record OrderByItem(String text, AttributePath path, String direction) {

    /** Reads the items; a text without any gives none. */
    public static List<OrderByItem> parse(String orderBy) {
        return orderBy.isBlank()
                ? List.of()
                : Stream.of(orderBy.split(",", -1)).map(OrderByItem::item).toList();
    }

    private static OrderByItem item(String text) {
        String[] words = text.trim().split("\\s+", 2);
        boolean onlyDirection =
                words.length == 1 && words[0].toUpperCase(Locale.ROOT).matches("ASC|DESC");
        return onlyDirection
                ? new OrderByItem(text.trim(), AttributePath.EMPTY, words[0].toUpperCase(Locale.ROOT))
                : new OrderByItem(
                        text.trim(),
                        AttributePath.parse(words[0]),
                        words.length == 1 ? "ASC" : words[1].toUpperCase(Locale.ROOT));
    }

    public boolean isDescending() {
        return direction.equals("DESC");
    }

    public boolean isWellFormed() {
        return direction.equals("ASC") || direction.equals("DESC");
    }
}
