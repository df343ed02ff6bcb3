package dev.dormouse.architecture.planted.internal.session;

import dev.dormouse.architecture.planted.internal.bootstrap.Composer;

class SessionThatComposes {
    Composer composer = new Composer();
}
