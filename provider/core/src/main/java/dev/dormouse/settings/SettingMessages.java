package dev.dormouse.settings;

import dev.dormouse.failure.Message;

/** What can be wrong with settings. */
final class SettingMessages {

    static final Message UNKNOWN_SETTING = new Message(
            1, "Unknown setting: '%s'. A key that begins with 'dormouse.' must be one that the provider knows. %s");
    static final Message WRONG_VALUE =
            new Message(2, "Unusable value of the setting '%s': '%s'. It must be %s. The default is '%s'.");
    static final Message UNKNOWN_URL = new Message(
            3,
            "Unknown address of the data: '%s'. It must begin with lmdb:, memory:, mongodb:// or mongodb+srv://, with or without jdbc:dormouse: before"
                    + " it. Correct the property '%s'.");
    static final Message WRONG_STANDARD_VALUE =
            new Message(4, "Unusable value of the property '%s': '%s'. It must be %s. Correct or remove the property.");
    static final Message TWO_URLS = new Message(
            5,
            "Two addresses of the data: '%s' (%s) and '%s' (%s). A persistence unit has one. Remove one of the properties.");

    private SettingMessages() {}
}
