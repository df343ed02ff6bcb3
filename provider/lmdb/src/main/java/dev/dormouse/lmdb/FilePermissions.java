package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may read and write the folder of a database and its files. */
final class FilePermissions {

    private FilePermissions() {}

    private static boolean isKnown() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Makes the folder, so that nobody else finds it open in between. */
    static void prepare(Path folder, Set<PosixFilePermission> permissions) {
        if (!isKnown() || Files.exists(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ofFolder(permissions)));
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
    }

    /** Sets the permissions of folder and files. */
    static void apply(Path folder, Set<PosixFilePermission> permissions) {
        if (!isKnown()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(folder, ofFolder(permissions));
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> all = files.toList();
                for (Path file : all) {
                    Files.setPosixFilePermissions(file, permissions);
                }
            }
        } catch (IOException e) {
            throw new StoreException(LmdbMessages.NOT_WRITABLE.text(folder), e);
        }
    }

    /** Whoever may read a file may go into its folder. */
    private static Set<PosixFilePermission> ofFolder(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> folder = EnumSet.copyOf(permissions);
        if (permissions.contains(PosixFilePermission.OWNER_READ)) {
            folder.add(PosixFilePermission.OWNER_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            folder.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            folder.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return folder;
    }
}
