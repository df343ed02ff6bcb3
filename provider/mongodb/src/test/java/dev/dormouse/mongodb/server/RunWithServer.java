package dev.dormouse.mongodb.server;

import java.nio.file.Path;

/** The program behind {@code examples/run NAME mongodb}: runs another one with the address of a server that lives as long as it does. */
public final class RunWithServer {

    private RunWithServer() {}

    /**
     * Runs a program with one argument, the address of its database.
     *
     * @param arguments where the data are kept, the class of the program, the name of the database
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        String own = System.getenv("DORMOUSE_MONGODB_URI");
        String url;
        if (own == null || own.isBlank()) {
            ReplicaSet set = ReplicaSet.startKept(Path.of(arguments[0]).toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(set::close, "mongod-end"));
            url = set.url(arguments[2]);
            System.out.printf("MongoDB for this run: %s, its data in %s%n%n", url, arguments[0]);
        } else {
            url = SharedServer.url(own, arguments[2]);
            System.out.printf("The MongoDB of DORMOUSE_MONGODB_URI, database %s%n%n", arguments[2]);
        }
        Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, (Object) new String[] {url});
    }
}
