package dev.dormouse.internal.session;

import dev.dormouse.failure.Message;

/** What can be wrong with the use of factories and entity managers: 0430 to 0459, 1050 to 1059. */
final class SessionMessages {

    static final Message MANAGER_CLOSED =
            new Message(430, "The entity manager is closed: '%s'. The method needs an open one. Make another one.");
    static final Message FACTORY_CLOSED = new Message(
            431, "The entity manager factory is closed: '%s'. The method needs an open one. Make another one.");
    static final Message STILL_BUSY = new Message(
            440,
            "Entity manager is still busy while its factory is closed: '%s'. A factory rolls back what its managers have open when no thread is inside. Close it after the last call has returned.");
    static final Message NO_SYNCHRONIZATION = new Message(
            432,
            "The unit '%s' is resource-local: its entity managers take no synchronization type. Call createEntityManager() without one.");
    static final Message UNKNOWN_HINT = new Message(
            433,
            "Unknown property: '%s'. A property that begins with 'dormouse.' is set on the factory, not on an entity manager. Move it there.");
    static final Message WRONG_HINT =
            new Message(434, "Unusable value of '%s': '%s'. It must be %s. Correct the value.");
    static final Message CANNOT_UNWRAP = new Message(
            435, "Cannot be unwrapped: '%s' as '%s'. The type must be one that is behind it. Ask for another type.");
    static final Message NO_GRAPH = new Message(
            439, "Unknown entity graph: '%s'. The unit declares none. Correct the name, or fetch with JOIN FETCH.");
    static final Message NOT_SUPPORTED_YET = new Message(1050, "Not supported yet: '%s'. %s");
    static final Message NO_CONNECTION = new Message(
            1051, "No connection: '%s'. The data is in a store without JDBC. Unwrap the store's own type instead.");

    private SessionMessages() {}
}
