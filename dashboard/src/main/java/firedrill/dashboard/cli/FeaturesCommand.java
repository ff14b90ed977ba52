package firedrill.dashboard.cli;

import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.cli.output.JsonOutput;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.catalogue.CatalogueDocument;
import firedrill.scoring.feature.catalogue.CatalogueEntry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill features}: the catalogue, for people, programs and the documents. */
@Command(name = "features", description = "The feature catalogue.")
final class FeaturesCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Option(names = "--markdown", description = "Print docs/features.md.")
    private boolean markdown;

    @Override
    public Integer call() {
        if (console.isJson()) {
            console.printJson(JsonOutput.newObject()
                    .put("fingerprint", Feature.FINGERPRINT)
                    .set("features", JsonOutput.toNode(CatalogueEntry.all())));
        } else if (markdown) {
            console.printLines(CatalogueDocument.markdown());
        } else {
            CatalogueEntry.all()
                    .forEach(line -> console.print("%-34s %-8s %-9s %-10s %s"
                            .formatted(line.name(), line.entity(), line.unit(), line.window(), line.meaning())));
        }
        return 0;
    }
}
