package dev.dormouse.internal.enhance.weave.library;

/** No entity, but it reaches into some: in a lambda, in a constructor before and after its superclass's, in branches. */
class Visitor extends Loan {

    private static final long serialVersionUID = 1L;

    private final String greeting;

    Visitor(Book book, boolean isKnown) {
        super(0, new Book(0, isKnown ? book : new Book(1, "unknown")), book.title);
        greeting = "hello";
        book.pages++;
        reader = isKnown ? greeting : book.title;
    }

    Runnable visit(Book book) {
        return () -> {
            try {
                book.price *= 2;
                for (int i = 0; i < 3; i++) {
                    book.pages += i;
                }
            } finally {
                book.title = greeting;
            }
        };
    }

    static int fail(Book book) {
        book.title = null;
        return book.title.length();
    }
}
