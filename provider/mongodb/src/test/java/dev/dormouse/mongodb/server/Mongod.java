package dev.dormouse.mongodb.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One server process. It is the child of a shell that waits for the end of its input, which comes with the end of this JVM however that
 * ends, and then kills the server and removes its data; where they are to be kept it lets the server end in good order. Not thread-safe.
 */
public final class Mongod {

    /** Arguments: "keep" or "remove", the folder, the program and its arguments. Prints the number of the server's process. */
    private static final String KEEPER =
            """
            trap '' INT TERM HUP
            fate=$1 folder=$2
            shift 2
            exec 3<&0
            "$@" </dev/null >/dev/null 2>&1 &
            server=$!
            echo $server
            (
              exec >/dev/null 2>&1
              while read -r line <&3; do :; done
              trap '' USR1
              if [ $fate = keep ]; then kill -TERM $server; else kill -KILL $server; fi
              while kill -0 $server; do sleep 0.02; done
              [ $fate = keep ] || { rm -rf "$folder"; rmdir "$(dirname "$folder")"; }
            ) &
            watch=$!
            wait $server 2>/dev/null
            code=$?
            kill -USR1 $watch 2>/dev/null
            wait $watch 2>/dev/null
            exit $code
            """;

    private final Path folder;
    private final int port;
    private final Process keeper;
    private final long pid;

    private Mongod(Path folder, int port, Process keeper, long pid) {
        this.folder = folder;
        this.port = port;
        this.keeper = keeper;
        this.pid = pid;
    }

    /**
     * What a server is started with.
     *
     * @param folder where its data and its log are
     * @param isKept whether they outlive it
     * @param replicaSet the name of its set; empty for a server that stands alone
     * @param more further arguments
     */
    public record Options(Path folder, boolean isKept, String replicaSet, List<String> more) {

        /** Copies the list. */
        public Options {
            more = List.copyOf(more);
        }
    }

    /** Starts a server and waits until it accepts connections. */
    public static Mongod start(Options options, int port) {
        try {
            Files.createDirectories(options.folder);
            List<String> command = new ArrayList<>(List.of(
                    "sh",
                    "-c",
                    KEEPER,
                    "mongod-keeper",
                    options.isKept ? "keep" : "remove",
                    options.folder.toString()));
            command.addAll(List.of(
                    MongodProgram.find().toString(),
                    "--dbpath",
                    options.folder.toString(),
                    "--logpath",
                    options.folder.resolve("mongod.log").toString(),
                    "--port",
                    Integer.toString(port),
                    "--bind_ip",
                    "127.0.0.1",
                    "--nounixsocket",
                    "--oplogSize",
                    "256",
                    "--wiredTigerCacheSizeGB",
                    "0.25",
                    "--setParameter",
                    "diagnosticDataCollectionEnabled=false",
                    "--setParameter",
                    "shutdownTimeoutMillisForSignaledShutdown=100",
                    "--setParameter",
                    "enableTestCommands=1"));
            if (!options.replicaSet.isEmpty()) {
                command.addAll(List.of("--replSet", options.replicaSet));
            }
            command.addAll(options.more);
            Process keeper = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader told =
                    new BufferedReader(new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8));
            Mongod server = new Mongod(options.folder, port, keeper, Long.parseLong(told.readLine()));
            server.awaitListening();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitListening() {
        Awaiting.until(
                () -> {
                    if (!keeper.isAlive()) {
                        throw new IllegalStateException("mongod ended at its start. " + log());
                    }
                    return isListening();
                },
                () -> "mongod does not listen on port " + port + ". " + log());
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        Path log = folder.resolve("mongod.log");
        try {
            if (!Files.exists(log)) {
                return "It left no log.";
            }
            List<String> lines = Files.readAllLines(log);
            return "The end of its log:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
    }

    /** Returns the address without a scheme. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns the port. */
    public int port() {
        return port;
    }

    /** Tells whether the process is there. */
    public boolean isRunning() {
        return keeper.isAlive();
    }

    /** Lets it end in good order, and waits for that. */
    public void stop() {
        signal("TERM");
        awaitEnd();
    }

    /** Kills it as a failing machine would, and waits until it is gone. */
    public void kill() {
        signal("KILL");
        awaitEnd();
    }

    /** Ends it as the end of this JVM would, and waits for that. */
    public void end() {
        try {
            keeper.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitEnd();
    }

    /** Lets it hold its breath: connections stay, nothing is answered. */
    public void pause() {
        signal("STOP");
    }

    /** Ends {@link #pause()}. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        if (!keeper.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        Awaiting.until(() -> !keeper.isAlive(), () -> "mongod does not end. " + log());
    }
}
