package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.enhance.reloaded.Application;
import dev.dormouse.internal.layout.value.ClassesByName;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in a jar that is signed and whose packages are sealed. */
class SignedJarTest {

    private static final String PACKAGE = Application.class.getPackageName();
    private static final List<String> CLASSES = List.of(PACKAGE + ".Application", PACKAGE + ".Burrow");
    private static final char[] PASSWORD = "sleeping".toCharArray();

    private final Path folder;

    SignedJarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Loads the classes of the jar rather than those of the tests. */
    private static final class JarLoader extends URLClassLoader {

        JarLoader(Path jar) throws IOException {
            super(new URL[] {jar.toUri().toURL()}, SignedJarTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!CLASSES.contains(name)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }

    private static byte[] code(String name, boolean isEnhanced) {
        byte[] plain = PluginRun.compiled(name);
        return isEnhanced
                ? EnhancingLoader.enhanced(
                        plain,
                        new PersistentFields(ClassFileLocator.ForClassLoader.of(SignedJarTest.class.getClassLoader())))
                : plain;
    }

    private Path jar(boolean isEnhanced) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.SEALED, "true");
        Path jar = folder.resolve("application.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : CLASSES) {
                out.putNextEntry(new JarEntry(name.replace('.', '/') + ".class"));
                out.write(code(name, isEnhanced));
            }
        }
        return jar;
    }

    private Path signed(Path jar) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "signer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Signer")
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
        KeyStore.PrivateKeyEntry signer =
                (KeyStore.PrivateKeyEntry) store.getEntry("signer", new KeyStore.PasswordProtection(PASSWORD));
        Path signed = folder.resolve("signed.jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(signer).build().sign(in, out);
        }
        return signed;
    }

    /** Enhances the entity of a jar and leaves the signature as it is. */
    private Path enhancedLater(Path jar) throws IOException {
        Path changed = folder.resolve("changed.jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                boolean isEntity = entry.getName().endsWith("Burrow.class");
                out.write(
                        isEntity
                                ? code(CLASSES.get(1), true)
                                : in.getInputStream(entry).readAllBytes());
            }
        }
        return changed;
    }

    private static void run(Path jar) throws Exception {
        try (JarLoader loader = new JarLoader(jar)) {
            Class<?> application = loader.loadClass(CLASSES.get(0));
            assertThat(application.getSigners()).isNotEmpty();
            assertThat(application.getPackage().isSealed()).isTrue();
            ((Runnable) application.getConstructor().newInstance()).run();
        }
    }

    @Test
    void plainClassesOfASignedAndSealedJarWork() throws Exception {
        run(signed(jar(false)));
    }

    @Test
    void classesThatWereEnhancedBeforeTheyWereSignedWork() throws Exception {
        run(signed(jar(true)));
    }

    @Test
    void classesThatWereEnhancedAfterTheyWereSignedAreRefusedWithTheRemedy() throws Exception {
        try (JarLoader loader = new JarLoader(enhancedLater(signed(jar(false))))) {
            ClassesByName classes = new ClassesByName(loader);
            assertThatThrownBy(() -> classes.of(CLASSES.get(1)))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("DORM0229")
                    .hasMessageContaining("digest")
                    .hasMessageContaining("sign its jar after the enhancement")
                    .hasCauseInstanceOf(SecurityException.class);
        }
    }
}
