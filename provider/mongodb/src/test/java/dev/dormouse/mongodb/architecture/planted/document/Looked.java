package dev.dormouse.mongodb.architecture.planted.document;

import dev.dormouse.mongodb.architecture.planted.scan.Asked;

/** Sees a room above its own. */
public final class Looked {

    Asked above() {
        return new Asked();
    }
}
