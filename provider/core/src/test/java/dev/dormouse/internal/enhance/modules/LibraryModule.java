package dev.dormouse.internal.enhance.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A module with a superclass of the application's entity, whose fields and methods the application inherits. */
final class LibraryModule {

    static final String NAME = "library";

    private static final String ITEM =
            """
            package library.model;
            import jakarta.persistence.*;
            @Entity
            public abstract class Item {
                @Id private long id;
                protected String title;
                @ManyToOne(fetch = FetchType.LAZY) protected Item sequelOf;
                protected Item() {}
                protected Item(long id, String title, Item sequelOf) {
                    this.id = id;
                    this.title = title;
                    this.sequelOf = sequelOf;
                }
                public String title() { return title; }
            }
            """;

    /** An entity class in another module and package than its superclass. */
    static final String BOOK =
            """
            package shop.model;
            import jakarta.persistence.*;
            import library.model.Item;
            @Entity
            public class Book extends Item {
                private int pages;
                protected Book() {}
                public Book(long id, String title, Book sequelOf) { super(id, title, sequelOf); }
                public void title(String title) {
                    this.title = title;
                    this.pages = title.length();
                }
                public Book sequelOf() { return (Book) sequelOf; }
            }
            """;

    private LibraryModule() {}

    /** Compiles it; it opens its package to all, as the application does. */
    static Path compiled(Path folder, String more) throws IOException {
        Path classes = folder.resolve(NAME);
        ModuleApplication.compile(
                folder.resolve("sources-of-" + NAME),
                classes,
                List.of(ModuleApplication.persistence()),
                Map.of(
                        "module-info.java",
                        "module " + NAME
                                + " { requires transitive jakarta.persistence; exports library.model; opens library.model; "
                                + more + " }",
                        "library/model/Item.java",
                        ITEM));
        return classes;
    }
}
