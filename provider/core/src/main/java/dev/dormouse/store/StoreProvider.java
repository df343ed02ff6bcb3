package dev.dormouse.store;

import java.util.Map;

/** Opens the stores of one kind. Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters. */
public interface StoreProvider {

    /** Tells whether this provider serves a URL; {@code jdbc:dormouse:} has been taken off. */
    boolean accepts(String url);

    /**
     * Opens the store at a URL, or joins the one that is open already in this JVM. Called once for each entity manager factory, which closes what it gets.
     *
     * @param url the address, such as {@code lmdb:target/flights}
     * @param settings all settings that begin with {@code dormouse.}, checked and complete
     * @throws StoreException if it cannot be reached, or is open with contradicting settings
     */
    Store open(String url, Map<String, String> settings);
}
