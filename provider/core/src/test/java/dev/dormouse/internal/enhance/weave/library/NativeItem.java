package dev.dormouse.internal.enhance.weave.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class NativeItem {

    @Id
    long id;

    String name;

    native void touch();
}
