package firedrill.scoring.backtest;

import firedrill.scoring.backtest.table.ColumnMapping;
import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import firedrill.scoring.backtest.table.TimeFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A table of card payments, drawn by the rules that the Fraud Detection Handbook publishes for its simulated data (chapter
 * 3, "Transaction data simulator"), with random draws of our own.
 *
 * <p>Customers live in a square of 100 by 100, pay 0 to 4 times a day about noon, a normal amount about a mean of 5 to 100,
 * at a terminal within a radius of 5. Frauds: amounts above 220; two terminals a day are compromised for 28 days, all that
 * is paid there; three customers a day for 14 days, a third of what they pay, times five.
 */
public final class CardTransactionGenerator {

    static final LocalDate FIRST_DAY = LocalDate.of(2018, 4, 1);

    public static final ColumnMapping MAPPING = new ColumnMapping(
            Map.of(
                    ColumnRole.ID, "TRANSACTION_ID",
                    ColumnRole.TIME, "TX_DATETIME",
                    ColumnRole.USER, "CUSTOMER_ID",
                    ColumnRole.COUNTERPARTY, "TERMINAL_ID",
                    ColumnRole.AMOUNT, "TX_AMOUNT",
                    ColumnRole.LABEL, "TX_FRAUD"),
            TimeFormat.PatternFormat.ISO,
            ',');

    private static final int SIDE = 100;
    private static final double RADIUS = 5;
    private static final int DAY_SECONDS = 86_400;
    private static final double LEAST_CERTAIN_FRAUD = 220;
    private static final int TERMINALS_A_DAY = 2;
    private static final int TERMINAL_DAYS = 28;
    private static final int CUSTOMERS_A_DAY = 3;
    private static final int CUSTOMER_DAYS = 14;

    private final SplittableRandom random;
    private final int customers;
    private final int terminals;
    private final int days;
    private final List<Payment> payments = new ArrayList<>();

    private CardTransactionGenerator(long seed, int customers, int terminals, int days) {
        this.random = new SplittableRandom(seed);
        this.customers = customers;
        this.terminals = terminals;
        this.days = days;
    }

    /** One payment; {@code scenario} is 0 if it is honest. */
    static final class Payment {
        final int second;
        final int customer;
        final int terminal;
        double amount;
        int scenario;

        Payment(int second, int customer, int terminal, double amount) {
            this.second = second;
            this.customer = customer;
            this.terminal = terminal;
            this.amount = amount;
        }

        int day() {
            return second / DAY_SECONDS;
        }
    }

    /** The Handbook's own size: some 1.75 million payments. */
    static List<Payment> handbookSized(long seed) {
        return generate(seed, 5_000, 10_000, 183);
    }

    /** In the order of their times. */
    static List<Payment> generate(long seed, int customers, int terminals, int days) {
        CardTransactionGenerator world = new CardTransactionGenerator(seed, customers, terminals, days);
        world.pay();
        world.payments.sort(Comparator.comparingInt(payment -> payment.second));
        world.defraud();
        return world.payments;
    }

    private void pay() {
        double[] x = new double[terminals];
        double[] y = new double[terminals];
        for (int terminal = 0; terminal < terminals; terminal++) {
            x[terminal] = random.nextDouble() * SIDE;
            y[terminal] = random.nextDouble() * SIDE;
        }
        for (int customer = 0; customer < customers; customer++) {
            double homeX = random.nextDouble() * SIDE;
            double homeY = random.nextDouble() * SIDE;
            List<Integer> near = new ArrayList<>();
            for (int terminal = 0; terminal < terminals; terminal++) {
                if (Math.hypot(x[terminal] - homeX, y[terminal] - homeY) < RADIUS) {
                    near.add(terminal);
                }
            }
            double mean = 5 + 95 * random.nextDouble();
            double rate = 4 * random.nextDouble();
            for (int day = 0; day < days && !near.isEmpty(); day++) {
                for (int left = poisson(rate); left > 0; left--) {
                    pay(day, customer, near.get(random.nextInt(near.size())), mean);
                }
            }
        }
    }

    private void pay(int day, int customer, int terminal, double mean) {
        int second = (int) (DAY_SECONDS / 2.0 + 20_000 * normal());
        if (second > 0 && second < DAY_SECONDS) {
            double amount = mean + mean / 2 * normal();
            amount = amount < 0 ? 2 * mean * random.nextDouble() : amount;
            payments.add(new Payment(day * DAY_SECONDS + second, customer, terminal, Math.round(100 * amount) / 100.0));
        }
    }

    private void defraud() {
        payments.stream()
                .filter(payment -> payment.amount > LEAST_CERTAIN_FRAUD)
                .forEach(payment -> payment.scenario = 1);
        int[][] terminalUntil = lastDays(TERMINALS_A_DAY, TERMINAL_DAYS, terminals);
        int[][] customerUntil = lastDays(CUSTOMERS_A_DAY, CUSTOMER_DAYS, customers);
        for (Payment payment : payments) {
            if (terminalUntil[payment.day()][payment.terminal] > 0) {
                payment.scenario = 2;
            }
            if (customerUntil[payment.day()][payment.customer] > 0 && random.nextInt(3) == 0) {
                payment.scenario = 3;
                payment.amount = Math.round(500 * payment.amount) / 100.0;
            }
        }
    }

    /** For each day, how many compromises of each of {@code all} are under way. */
    private int[][] lastDays(int aDay, int forDays, int all) {
        int[][] underWay = new int[days][all];
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < aDay; i++) {
                int who = random.nextInt(all);
                for (int later = day; later < Math.min(days, day + forDays); later++) {
                    underWay[later][who]++;
                }
            }
        }
        return underWay;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Writes {@code payments} with the Handbook's column names. */
    static void write(Path file, List<Payment> payments) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_FRAUD,TX_FRAUD_SCENARIO\n");
            int id = 0;
            for (Payment payment : payments) {
                int second = payment.second % DAY_SECONDS;
                out.write("%d,%s %02d:%02d:%02d,%d,%d,%.2f,%d,%d%n"
                        .formatted(
                                id++,
                                FIRST_DAY.plusDays(payment.day()),
                                second / 3600,
                                second / 60 % 60,
                                second % 60,
                                payment.customer,
                                payment.terminal,
                                payment.amount,
                                payment.scenario == 0 ? 0 : 1,
                                payment.scenario));
            }
        }
    }

    /** Writes a table of the Handbook's own size: {@code FILE SEED [CUSTOMERS TERMINALS DAYS]}. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        long seed = Long.parseLong(args[1]);
        write(
                Path.of(args[0]),
                args.length < 5
                        ? handbookSized(seed)
                        : generate(
                                seed, Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4])));
    }
}
