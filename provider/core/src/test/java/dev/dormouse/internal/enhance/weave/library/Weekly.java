package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Entity;

/** Overrides a property. */
@Entity
@SuppressWarnings("serial") // what the default one is, is asked
class Weekly extends Journal {

    private static String suffix = "";

    Weekly() {}

    Weekly(long id, String title) {
        super(id, title);
    }

    static void suffix(String text) {
        suffix = text;
    }

    @Override
    public String getTitle() {
        String title = super.getTitle();
        return title == null || title.endsWith(suffix) ? title : title + suffix;
    }
}
