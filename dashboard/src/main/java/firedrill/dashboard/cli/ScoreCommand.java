package firedrill.dashboard.cli;

import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.cli.output.RowProgress;
import firedrill.dashboard.cli.output.ScoreCsvWriter;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.scoring.backtest.Backtest;
import firedrill.scoring.backtest.BacktestPlan;
import firedrill.scoring.backtest.BacktestPlan.DayRange;
import firedrill.scoring.backtest.BacktestReport;
import firedrill.scoring.backtest.table.ColumnMapping;
import firedrill.scoring.backtest.table.InvalidDataException;
import firedrill.scoring.backtest.table.TransactionFile;
import firedrill.scoring.training.Learner;
import firedrill.scoring.training.UntrainableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Other people's transactions through our features and trainers. */
@Command(
        name = "score",
        description = {
            "Learn from some days of a table of transactions, test on later ones, and say how well it went: area under",
            "the ROC curve, average precision, card precision at k. docs/external-data.md has the mapping and an example."
        })
final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description = "The table: UTF-8, columns named in the first line, rows in the order of their times.")
    private Path csv = Path.of("");

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "YAML that says which column is id, time, user, counterparty, amount and label.")
    private Path mapping = Path.of("");

    @Option(
            names = "--train",
            required = true,
            paramLabel = "FROM..TO",
            description = "Days to learn from, both included, for example 2018-07-25..2018-07-31.")
    private String train = "";

    @Option(
            names = "--delay",
            required = true,
            paramLabel = "DAYS",
            description = "How long a label takes to arrive; the test begins no sooner than that after the training.")
    private int delay;

    @Option(names = "--test", required = true, paramLabel = "FROM..TO", description = "Days to test on, both included.")
    private String test = "";

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "Where the id and the score of each tested row go, as CSV.")
    private @Nullable Path scores;

    @Option(
            names = "--model",
            paramLabel = "KIND",
            defaultValue = "xgboost",
            description = "What learns: xgboost, or logistic, whose reasons are simpler (${DEFAULT-VALUE}).")
    private Learner model = Learner.XGBOOST;

    @Option(
            names = "--top",
            paramLabel = "K",
            split = ",",
            defaultValue = "100",
            description = "Users whom analysts can look at in a day, one number or several (${DEFAULT-VALUE}).")
    private List<Integer> top = new ArrayList<>();

    @Option(names = "--seed", defaultValue = "7", description = "Of the trainer's shuffles (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws UserFacingException {
        if (top.isEmpty() || top.stream().anyMatch(k -> k < 1)) {
            throw new UserFacingException("--top must be positive, was " + top + ".");
        }
        var plan = plan();
        try (var file = TransactionFile.open(csv, ColumnMapping.read(mapping));
                var sheet = ScoreCsvWriter.open(scores)) {
            var report = Backtest.run(file, plan, model, seed, top, sheet, new RowProgress(console, Files.size(csv)));
            sheet.commit();
            if (console.isJson()) {
                console.printJson(report);
            } else {
                print(report);
            }
            return 0;
        } catch (InvalidDataException bad) {
            throw new UserFacingException(bad.getMessage() + ".", bad);
        } catch (UntrainableException poor) {
            throw new UserFacingException("Nothing can be learned from " + csv + ": " + poor.getMessage() + ".", poor);
        } catch (IOException broken) {
            throw new UserFacingException(
                    csv + " cannot be read, or the scores not be written: " + broken.getMessage() + ".", broken);
        }
    }

    private BacktestPlan plan() throws UserFacingException {
        try {
            return new BacktestPlan(days("--train", train), delay, days("--test", test));
        } catch (IllegalArgumentException impossible) {
            throw new UserFacingException(sentence(impossible), impossible);
        }
    }

    private static DayRange days(String option, String text) throws UserFacingException {
        try {
            return DayRange.parse(text);
        } catch (DateTimeException | IllegalArgumentException bad) {
            throw new UserFacingException(
                    option + " needs two days, for example 2018-07-25..2018-07-31: " + bad.getMessage() + ".", bad);
        }
    }

    private void print(BacktestReport report) {
        var learned = report.train();
        var tested = report.test();
        console.print("learned from %,d rows with %,d frauds, %s to %s%s"
                .formatted(
                        learned.rows(),
                        learned.frauds(),
                        learned.from(),
                        learned.to(),
                        learned.honestWeight() == 1 ? "" : "; of the honest ones, 1 in " + learned.honestWeight()));
        console.print(
                "tested on %,d rows of %,d users with %,d frauds, %s to %s; %,d rows of users known to be compromised left out"
                        .formatted(
                                tested.rows(),
                                tested.users(),
                                tested.frauds(),
                                tested.from(),
                                tested.to(),
                                tested.excludedRows()));
        console.print("AUC ROC            " + known(report.aucRoc()));
        console.print("average precision  " + known(report.averagePrecision()));
        report.cardPrecisionAt()
                .forEach((k, precision) -> console.print("card precision @%d %.3f, of %.3f that is attainable"
                        .formatted(k, precision, report.cardPrecisionCeilingAt().get(k))));
    }

    private static String known(@Nullable Double figure) {
        return figure == null ? "not available" : "%.3f".formatted(figure);
    }

    private static String sentence(Exception problem) {
        var text = String.valueOf(problem.getMessage());
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
