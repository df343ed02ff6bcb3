package dev.dormouse.internal.bootstrap;

import dev.dormouse.failure.Message;

/** What can be wrong with the description of a persistence unit. */
final class BootstrapMessages {

    static final Message UNREADABLE_XML = new Message(
            10,
            "Unreadable persistence.xml: '%s'. It must be well-formed XML without a document type: %s. Correct the file.");
    static final Message WRONG_ROOT = new Message(
            11,
            "No persistence.xml of Jakarta Persistence 3: '%s'. Its root must be 'persistence' in the namespace https://jakarta.ee/xml/ns/persistence, not"
                    + " '%s'. Correct the file.");
    static final Message WRONG_VERSION = new Message(
            12,
            "Unknown version of persistence.xml: '%s' in '%s'. It must be 3.0, 3.1 or 3.2. Correct the attribute 'version'.");
    static final Message UNKNOWN_ELEMENT = new Message(
            13,
            "Unknown element of persistence.xml: '%s' at %s:%s. It must be one of the specification (section 8.2.1). Correct or remove it.");
    static final Message WRONG_TEXT = new Message(
            14, "Unusable value of '%s' in the persistence unit '%s': '%s'. It must be one of %s. Correct it.");
    static final Message UNNAMED_UNIT = new Message(
            15, "A persistence unit without a name: '%s'. Every unit must have the attribute 'name'. Add it.");
    static final Message DUPLICATE_UNIT = new Message(
            16,
            "Two persistence units of one name: '%s' in '%s' and '%s'. A name must be unique on the class path. Rename or remove one.");
    static final Message UNREADABLE_ROOT = new Message(
            17,
            "The classes of the persistence unit cannot be listed: '%s'. It must be a folder or a jar: %s. List the classes in persistence.xml and set"
                    + " exclude-unlisted-classes.");
    static final Message NO_STORE = new Message(
            18,
            "No store for the address: '%s'. A module that serves it must be on the class path (found: %s). Add dormouse-lmdb or dormouse-mongodb.");
    static final Message NO_CLASS = new Message(
            19,
            "A class of the persistence unit '%s' cannot be loaded: '%s'. Every managed class must be on the class path. Add it, or remove it from the unit.");
    static final Message WRONG_LISTENER = new Message(
            20,
            "An entity listener cannot be made: '%s'. It must have a constructor without parameters that does not fail: %s. Correct the class.");
    static final Message STORE_FAILED = new Message(21, "The data of the persistence unit '%s' cannot be opened: %s");
    static final Message NOT_SUPPORTED_YET =
            new Message(1040, "Not supported yet: %s in the persistence unit '%s'. %s");

    static final Message INVALID = new Message(
            22, "The entity is not valid: '%s' at %s. It must satisfy its constraints: %s. Correct its state.");
    static final Message NO_VALIDATOR = new Message(
            23,
            "No validator: '%s'. The validation mode CALLBACK needs a provider of Bean Validation. Add one, or use the mode AUTO or NONE.");

    static final Message CANNOT_TRANSFORM = new Message(
            25,
            "The classes of the persistence unit '%s' cannot be enhanced when they are loaded: %s. The setting dormouse.enhance needs a container that transforms classes. Enhance them in the build, and leave the setting out.");

    private BootstrapMessages() {}
}
