package dev.dormouse.mongodb.server;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A bad line to a server: hands on messages in both directions, and does to the answers of one command what it is told. Thread-safe; its own threads end with
 * it.
 */
public final class Relay implements AutoCloseable {

    private static final int OP_MSG = 2013;

    /** Behind a header, flags, and the kind of the first section. */
    private static final int BODY = 16 + 4 + 1;

    /** What becomes of an answer. */
    public enum Fate {
        /** Its first half arrives, then the connection ends. */
        CUT,
        /** The connection ends in place of it; the server has done the work. */
        LOST,
        /** The connection ends before the server hears of the command. */
        UNHEARD,
        /** It does not arrive before {@link Relay#release}. */
        HELD
    }

    private record Fault(String command, Fate fate, AtomicInteger left) {}

    private final Mongod server;
    private final ServerSocket door;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Semaphore held = new Semaphore(0);
    private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile @Nullable Fault fault;

    private Relay(Mongod server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    /** Starts one on a free port. */
    public static Relay before(Mongod server) {
        try {
            Relay relay = new Relay(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            start("relay", relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address of a database behind it; the driver does not look for the members of the set itself. */
    public String url(String database) {
        return "mongodb://127.0.0.1:" + door.getLocalPort() + "/" + database + "?directConnection=true";
    }

    /** Lets this happen to the next answers of a command. */
    public void strike(String command, Fate fate, int times) {
        struck.set(0);
        fault = new Fault(command, fate, new AtomicInteger(times));
    }

    /** Returns the commands of a name that came by, in order. */
    public List<BsonDocument> sent(String command) {
        return sent.stream().filter(each -> each.getFirstKey().equals(command)).toList();
    }

    /** Returns how many connections there are. */
    public long connections() {
        return clients.stream().filter(socket -> !socket.isClosed()).count();
    }

    /** Returns how many answers had the fate of the last {@link #strike}. */
    public int struck() {
        return struck.get();
    }

    /** Hands on again whatever comes, and what was held. */
    public void release() {
        fault = null;
        held.release(1_000_000);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (true) {
            try {
                Line line = new Line(door.accept());
                start("relay-up", line::up);
                start("relay-down", line::down);
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        close(door);
        sockets.forEach(Relay::close);
        release();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection of a client. */
    private final class Line {
        private final Socket client;
        private final Socket upstream;
        private final ConcurrentMap<Integer, Fate> fates = new ConcurrentHashMap<>();

        Line(Socket client) throws IOException {
            this.client = client;
            this.upstream = new Socket(InetAddress.getLoopbackAddress(), server.port());
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            clients.add(client);
            sockets.add(client);
            sockets.add(upstream);
        }

        void up() {
            try (Socket here = client;
                    Socket there = upstream) {
                DataInputStream in = new DataInputStream(here.getInputStream());
                while (true) {
                    byte[] message = message(in);
                    Fate fate = fate(message);
                    if (fate == Fate.UNHEARD) {
                        return;
                    }
                    if (fate != null) {
                        fates.put(number(message, 4), fate);
                    }
                    there.getOutputStream().write(message);
                }
            } catch (IOException e) {
                // One side has hung up.
            }
        }

        void down() {
            try (Socket here = client;
                    Socket there = upstream) {
                DataInputStream in = new DataInputStream(there.getInputStream());
                while (true) {
                    byte[] message = message(in);
                    Fate fate = fates.remove(number(message, 8));
                    OutputStream out = here.getOutputStream();
                    if (fate == Fate.CUT) {
                        out.write(message, 0, message.length / 2);
                        return;
                    }
                    if (fate == Fate.LOST) {
                        return;
                    }
                    if (fate == Fate.HELD) {
                        held.acquireUninterruptibly();
                    }
                    out.write(message);
                }
            } catch (IOException e) {
                // One side has hung up.
            }
        }
    }

    /** The command is the first element of the body. */
    private @Nullable Fate fate(byte[] message) {
        if (number(message, 12) != OP_MSG || message[BODY - 1] != 0) {
            return null;
        }
        BsonDocument command = new RawBsonDocument(message, BODY, number(message, BODY));
        sent.add(command);
        Fault current = fault;
        if (current == null || !command.getFirstKey().equals(current.command) || current.left.getAndDecrement() <= 0) {
            return null;
        }
        struck.incrementAndGet();
        return current.fate;
    }

    private static byte[] message(DataInputStream in) throws IOException {
        byte[] length = new byte[4];
        in.readFully(length);
        byte[] message = Arrays.copyOf(length, number(length, 0));
        in.readFully(message, 4, message.length - 4);
        return message;
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
