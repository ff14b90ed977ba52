package firedrill.dashboard.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file by which the program knows its work folders again. A run deletes and overwrites what it finds there, so it uses
 * no folder of anybody else: only one with this file, one that is empty or absent, or one of a version before the file.
 */
final class WorkFolderMark {

    private static final String NAME = "firedrill-work-folder";
    private static final int LAYOUT = 1;
    private static final int MAX_BYTES = 1_000;
    private static final int NAMED_ENTRIES = 3;
    private static final Pattern LAYOUT_LINE = Pattern.compile("layout (\\d{1,9})");
    private static final String OTHER_FOLDER = "choose another folder with --work FOLDER";

    private WorkFolderMark() {}

    /** Why a run must not use the folder, as a sentence; empty if it may. Changes nothing. */
    static Optional<String> refusal(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(folder + " is no folder: " + OTHER_FOLDER + ".");
        }
        var marked = layout(folder);
        if (marked.isEmpty()) {
            return EarlierWorkFolder.isRecognised(folder) ? Optional.empty() : Optional.of(foreign(folder));
        }
        if (marked.get() > LAYOUT) {
            return Optional.of(folder + " is the work folder of a newer version of Firedrill (layout " + marked.get()
                    + ", this version has " + LAYOUT + "): " + OTHER_FOLDER + ".");
        }
        return link(folder)
                .map(link -> link + " in the work folder is a symbolic link, and a run deletes and overwrites what it"
                        + " finds there: remove the link, or " + OTHER_FOLDER + ".");
    }

    private static String foreign(Path folder) throws IOException {
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        }
        var named = names.stream().sorted().limit(NAMED_ENTRIES).toList();
        return folder + " holds files that no run of Firedrill made (" + String.join(", ", named)
                + (names.size() > NAMED_ENTRIES ? " and " + (names.size() - NAMED_ENTRIES) + " more" : "")
                + "), and a run deletes what it finds in its work folder: name an empty or a new folder with --work"
                + " FOLDER.";
    }

    /** Layout of the work folder; empty without a complete mark. */
    private static Optional<Integer> layout(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        return Files.readString(file)
                .lines()
                .findFirst()
                .map(LAYOUT_LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> Integer.parseInt(line.group(1)));
    }

    /** A symbolic link among the files that a run writes. */
    private static Optional<Path> link(Path folder) throws IOException {
        var broker = folder.resolve("broker");
        for (var parent : List.of(folder, broker)) {
            if (Files.isDirectory(parent)) {
                try (var entries = Files.newDirectoryStream(parent, Files::isSymbolicLink)) {
                    var found = entries.iterator();
                    if (found.hasNext()) {
                        return Optional.of(found.next());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Marks a folder. */
    static void write(Path folder) throws IOException {
        if (layout(folder).isPresent()) {
            return;
        }
        var text = "layout " + LAYOUT
                + "\nFiredrill keeps the files of a run in this folder; the next run overwrites and deletes them.\n";
        Files.writeString(folder.resolve(NAME), text);
    }

    /** Whether a file of this name is the mark, complete or not. */
    static boolean isMark(String name) {
        return name.equals(NAME);
    }
}
