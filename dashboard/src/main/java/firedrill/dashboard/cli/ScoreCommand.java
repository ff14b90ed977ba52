package firedrill.dashboard.cli;

import firedrill.dashboard.cli.option.LearnerOption;
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

/** {@code firedrill score}: backtest on a recorded transaction table. */
@Command(
        name = "score",
        description = {
            "Backtest on a transaction table: train on some days, evaluate on later ones (area under the ROC curve, average",
            "precision, card precision at k). docs/external-data.md describes the mapping, with an example."
        })
final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description = "Transaction table: UTF-8, column names in the first line, rows in order of time.")
    private Path csv = Path.of("");

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "Column mapping as YAML: id, time, user, counterparty, amount, label.")
    private Path mapping = Path.of("");

    @Option(
            names = "--train",
            required = true,
            paramLabel = "FROM..TO",
            description = "Training days, both included, for example 2018-07-25..2018-07-31.")
    private String train = "";

    @Option(
            names = "--label-delay",
            required = true,
            paramLabel = "DAYS",
            description = "Delay of labels; the test starts at least as long after the training.")
    private int delay;

    @Option(names = "--test", required = true, paramLabel = "FROM..TO", description = "Test days, both included.")
    private String test = "";

    @Option(names = "--scores", paramLabel = "FILE", description = "Write id and score of each test row as CSV.")
    private @Nullable Path scores;

    @Mixin
    private LearnerOption model = new LearnerOption();

    @Option(
            names = "--top",
            paramLabel = "K",
            split = ",",
            defaultValue = "100",
            description = "k of card precision: users investigated a day, one number or several (${DEFAULT-VALUE}).")
    private List<Integer> top = new ArrayList<>();

    @Option(names = "--seed", defaultValue = "7", description = "Random seed of the trainer (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws UserFacingException {
        if (top.isEmpty() || top.stream().anyMatch(k -> k < 1)) {
            throw new UserFacingException("--top must be positive, was " + top + ".");
        }
        var plan = plan();
        try (var file = TransactionFile.open(csv, ColumnMapping.read(mapping));
                var sheet = ScoreCsvWriter.open(scores)) {
            var report = Backtest.run(
                    file, plan, model.learner(), seed, top, sheet, new RowProgress(console, Files.size(csv)));
            sheet.commit();
            if (console.isJson()) {
                console.printJson(report);
            } else {
                print(report);
            }
            return 0;
        } catch (InvalidDataException e) {
            throw new UserFacingException(e.getMessage() + ".", e);
        } catch (UntrainableException e) {
            throw new UserFacingException("Cannot train on " + csv + ": " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new UserFacingException(
                    csv + " cannot be read, or the scores cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private BacktestPlan plan() throws UserFacingException {
        try {
            return new BacktestPlan(days("--train", train), delay, days("--test", test));
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(sentence(e), e);
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
        var training = report.train();
        var tested = report.test();
        console.print("trained on %,d rows with %,d frauds, %s to %s%s"
                .formatted(
                        training.rows(),
                        training.frauds(),
                        training.from(),
                        training.to(),
                        training.honestWeight() == 1 ? "" : "; honest rows sampled 1 in " + training.honestWeight()));
        console.print(
                "tested on %,d rows of %,d users with %,d frauds, %s to %s; %,d rows of users with confirmed fraud excluded"
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
                .forEach((k, precision) -> console.print("card precision @%d %.3f, ceiling %.3f"
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
