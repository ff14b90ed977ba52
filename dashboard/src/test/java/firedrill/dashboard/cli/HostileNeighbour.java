package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.ingest.kafka.KafkaSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A program on the same machine that reaches Kafka and the page and means harm: garbage and poisoned records at a high
 * rate, forged commands, clients that send a byte now and then or never read. It has no token.
 */
final class HostileNeighbour implements AutoCloseable {

    static final int RECORDS_PER_SECOND = 2_000;

    /** Id of its well-formed events, beyond those of a short run. */
    static final long EVENT_ID = 9_000_000_000_000L;

    private static final int BATCHES_PER_SECOND = 50;
    private static final int SLOW_CLIENTS = 60;
    /** Between two bytes of a slow client. */
    private static final long DRIBBLE_MILLIS = 3_000;

    private static final byte[] TRUNCATED = {0x52, 0x40, 0x08, 0x01};

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
    private final Producer<byte[], byte[]> producer;
    private final int pagePort;
    private final List<Socket> clients = new ArrayList<>();
    private final Random random = new Random(7);
    private final List<byte[]> poison;
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    /** Starts at once. */
    HostileNeighbour(KafkaSettings kafka, int pagePort, long runMillis) {
        this.producer = kafka.producer("neighbour");
        this.pagePort = pagePort;
        this.poison = poison(runMillis);
        every(1_000 / BATCHES_PER_SECOND, this::sendBatch);
        every(200, this::forgeCommand);
        every(DRIBBLE_MILLIS, this::dribble);
    }

    /** Records sent to the topic of events. */
    long records() {
        return records.get();
    }

    /** Tasks that ended with an exception: a neighbour that cannot do its harm proves nothing. */
    long failures() {
        return failures.get();
    }

    private void every(long millis, Task task) {
        var unused = threads.scheduleAtFixedRate(
                () -> {
                    try {
                        task.run();
                    } catch (IOException | RuntimeException e) {
                        failures.incrementAndGet();
                    }
                },
                0,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void sendBatch() {
        for (int i = 0; i < RECORDS_PER_SECOND / BATCHES_PER_SECOND; i++) {
            send(Topics.EVENTS, EventCodec.key(1 + random.nextInt(1_000)), record(i));
            records.incrementAndGet();
        }
        send(Topics.OUTCOMES, EventCodec.key(1), churn(1L << 40));
    }

    private void send(String topic, byte[] key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value), (sent, refusal) -> {
            if (refusal != null) {
                failures.incrementAndGet();
            }
        });
    }

    private byte[] record(int number) {
        if (number % 4 == 0) {
            var garbage = new byte[1 + random.nextInt(200)];
            random.nextBytes(garbage);
            return garbage;
        }
        return number % 4 == 1 ? TRUNCATED : poison.get(random.nextInt(poison.size()));
    }

    /** A command dated before 1970 or after 2100, an admission of a model that does not exist, or no command at all. */
    private void forgeCommand() {
        send(Topics.CONTROL, new byte[0], ForgedCommands.next(random));
    }

    private static List<byte[]> poison(long runMillis) {
        return List.of(
                EventCodec.encode(withdrawal(4_102_444_799_999L, 10_000)),
                EventCodec.encode(withdrawal(runMillis + TimeUnit.DAYS.toMillis(30), 10_000)),
                EventCodec.encode(withdrawal(1, 10_000)));
    }

    private static byte[] churn(long lifetimeValueCents) {
        return OutcomeCodec.encode(new Churn(1, 4_102_444_799_999L, 1, 0, lifetimeValueCents));
    }

    private static Withdrawal withdrawal(long timeMillis, long amountCents) {
        return new Withdrawal(
                EVENT_ID,
                1,
                timeMillis,
                new MarketSnapshot(0, 0, 6_000_000),
                new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, 1),
                12,
                13,
                "BTC",
                amountCents,
                20_000,
                false,
                0,
                true);
    }

    /** Keeps {@value #SLOW_CLIENTS} connections open: half dribble a body, a quarter a head, a quarter never read. */
    private void dribble() throws IOException {
        clients.removeIf(Socket::isClosed);
        while (clients.size() < SLOW_CLIENTS) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), pagePort);
            clients.add(socket);
            socket.getOutputStream().write(opening(clients.size()).getBytes(US_ASCII));
        }
        for (var client : clients) {
            sendByte(client);
        }
    }

    private String opening(int number) {
        String host = "Host: 127.0.0.1:" + pagePort + "\r\n";
        return switch (number % 4) {
            case 0 -> "GET /api/stream HTTP/1.1\r\n" + host + "\r\n";
            case 1 -> "GET / HTTP/1.1\r\n" + host + "X: ";
            default ->
                "POST /api/mode HTTP/1.1\r\n" + host
                        + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{";
        };
    }

    private static void sendByte(Socket client) throws IOException {
        try {
            client.getOutputStream().write(' ');
        } catch (IOException e) {
            client.close(); // The page has ended the connection; a new one follows.
        }
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        for (var client : clients) {
            client.close();
        }
        producer.close();
    }

    private interface Task {
        void run() throws IOException;
    }
}
