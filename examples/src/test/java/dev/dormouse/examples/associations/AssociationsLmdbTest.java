package dev.dormouse.examples.associations;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

class AssociationsLmdbTest extends AssociationsContract {

    @TempDir
    @Nullable
    Path folder;

    @Override
    String url() {
        return "lmdb:" + folder;
    }
}
