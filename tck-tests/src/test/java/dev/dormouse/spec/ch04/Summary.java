package dev.dormouse.spec.ch04;

/** What a constructor expression makes. */
public record Summary(String name, Long count) {
    @Override
    public String toString() {
        return name + "=" + count;
    }
}
